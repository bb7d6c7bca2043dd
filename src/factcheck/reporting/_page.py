"""What the HTML page shows, worked out before the template lays it out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from factcheck.model import Decision, Finding, Place, Report
from factcheck.reporting._pairs import PairView, pair_views
from factcheck.reporting._passages import Part, grouped, passage
from factcheck.reporting._summary import SEVERITIES, TextSummary, summaries

AROUND, LIMIT = 160, 320
"""Characters shown beside a place in a finding; the longest text shown whole there."""

_SHORT = 20
"""A longer value that stands in the text word for word says nothing new below it, nor do the marked words again."""


@dataclass(frozen=True, slots=True)
class SideView:
    """One text at a place, cut around it. place: "file:line"."""

    lang: str
    place: str
    parts: tuple[Part, ...]
    value: str


@dataclass(frozen=True, slots=True)
class FindingView:
    """A finding with its anchor, which is its fingerprint (with a number where two have the same one)."""

    anchor: str
    finding: Finding
    symbol: str
    word: str
    sides: tuple[SideView | None, SideView | None]
    decision: Decision | None = None

    @property
    def state(self) -> str:
        """A key of DECIDED."""
        return str(self.decision.state) if self.decision else "open"


@dataclass(frozen=True, slots=True)
class TextView:
    """A text with its findings, those accepted too, and its pairs; the source has no pairs. number: its position among
    the translations, -1 for the source."""

    summary: TextSummary
    findings: tuple[FindingView, ...]
    pairs: tuple[PairView, ...]
    number: int = -1

    @property
    def shown(self) -> bool:
        """Whether the page has a section on it."""
        return bool(self.findings or self.pairs)


def text_views(report: Report) -> tuple[TextView, ...]:
    """The source if there is one, then every other text."""
    rest = list(summaries(report))
    name, views = _Namer(report), []
    if report.source:
        views.append(TextView(rest.pop(0), name.all(report.source_findings, report.source_accepted), ()))
    for number, (summary, translation) in enumerate(zip(rest, report.translations, strict=True)):
        findings = name.all(translation.findings, translation.accepted)
        pairs = pair_views(translation.pairs, [(view.anchor, view.finding) for view in findings])
        views.append(TextView(summary, findings, pairs, number))
    return tuple(views)


class _Namer:
    """Gives every finding an anchor of its own, and the decision about it."""

    def __init__(self, report: Report) -> None:
        self.given: Counter[str] = Counter()
        self.source_lang = report.source.lang if report.source else ""
        self.decisions = {decision.fingerprint: decision for decision in report.decisions}

    def all(self, findings: Sequence[Finding], accepted: Sequence[Finding]) -> tuple[FindingView, ...]:
        """The views of findings, and of accepted ones in their places among them."""
        if accepted:
            from factcheck.running import order

            findings = sorted((*findings, *accepted), key=order)
        return tuple(self.one(finding) for finding in findings)

    def one(self, finding: Finding) -> FindingView:
        """The view of a finding."""
        anchor = decided = finding.fingerprint
        self.given[anchor] += 1
        if self.given[anchor] > 1:
            anchor = f"{anchor}-{self.given[anchor]}"
        return _finding(finding, self.source_lang, anchor, self.decisions.get(decided))


def _finding(finding: Finding, source_lang: str, anchor: str, decision: Decision | None) -> FindingView:
    symbol, word, _ = SEVERITIES[finding.severity]
    source = _side(finding.source, source_lang, finding.source_value)
    target = _side(finding.target, finding.lang, finding.target_value)
    return FindingView(anchor, finding, symbol, word, (source, target), decision)


def _side(place: Place | None, lang: str, value: str) -> SideView | None:
    if place is None:
        return SideView(lang, "", (), grouped(value)) if value else None
    whole = place.span == (0, len(place.context))
    parts = passage(place.context, [] if whole else [place.span], AROUND, LIMIT)
    where = f"{place.file}:{place.line}" if place.file else f"line {place.line}"
    told = value == place.text or (len(value) > _SHORT and value in place.context)
    return SideView(lang, where, parts, "" if told else grouped(value))
