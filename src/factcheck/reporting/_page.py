"""What the HTML page shows, worked out before the template lays it out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from factcheck.model import Decision, Finding, Place, Report, State, Suppressed
from factcheck.reporting._pairs import PairView, pair_views
from factcheck.reporting._passages import Part, grouped, passage
from factcheck.reporting._summary import TextSummary, summaries
from factcheck.reporting._wording import SEVERITIES

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
    left_out: str = ""
    """A key of LEFT_OUT, or ""."""
    reason: str = ""
    """Why it is left out, where somebody said so."""

    @property
    def state(self) -> str:
        """A key of DECIDED or LEFT_OUT."""
        return self.left_out or (str(self.decision.state) if self.decision else "open")

    @property
    def stands(self) -> bool:
        """Whether it is one of the report's findings."""
        return self.state in ("open", State.TO_FIX)


@dataclass(frozen=True, slots=True)
class TextView:
    """A text with its findings and its pairs; the source has no pairs. apart: what a person, a comment or a baseline
    says to leave out. number: its position among the translations, -1 for the source."""

    summary: TextSummary
    findings: tuple[FindingView, ...]
    apart: tuple[FindingView, ...]
    pairs: tuple[PairView, ...]
    number: int = -1

    @property
    def shown(self) -> bool:
        """Whether the page has a section on it."""
        return bool(self.findings or self.apart or self.pairs)

    @property
    def all(self) -> tuple[FindingView, ...]:
        """Its findings, then those apart."""
        return self.findings + self.apart

    @property
    def states_apart(self) -> Counter[str]:
        """How many are apart, by state."""
        return Counter(view.state for view in self.apart)


def text_views(report: Report, review: bool = False) -> tuple[TextView, ...]:
    """The source if there is one, then every other text. review: whether what is accepted stands in its place among
    the findings, and what is left out nowhere."""
    rest, name = list(summaries(report)), _Namer(report)
    texts: list[TextView] = []
    if report.source:
        views = name.all(report.source_findings, report.source_accepted, (), report.source_known)
        texts.append(TextView(rest.pop(0), *_divided(views, review), ()))
    for number, (summary, text) in enumerate(zip(rest, report.translations, strict=True)):
        views = name.all(text.findings, text.accepted, text.suppressed, text.known)
        pairs = pair_views(text.pairs, [(view.anchor, view.finding) for view in views])
        texts.append(TextView(summary, *_divided(views, review), pairs, number))
    return tuple(texts)


def _divided(views: Sequence[FindingView], review: bool) -> tuple[tuple[FindingView, ...], tuple[FindingView, ...]]:
    """The findings of a text, and those apart."""
    if review:
        return tuple(view for view in views if not view.left_out), ()
    return tuple(view for view in views if view.stands), tuple(view for view in views if not view.stands)


class _Namer:
    """Gives every finding an anchor of its own, and the decision about it."""

    def __init__(self, report: Report) -> None:
        self.given: Counter[str] = Counter()
        self.source_lang = report.source.lang if report.source else ""
        self.decisions = {decision.fingerprint: decision for decision in report.decisions}

    def all(
        self,
        findings: Sequence[Finding],
        accepted: Sequence[Finding],
        suppressed: Sequence[Suppressed],
        known: Sequence[Finding],
    ) -> tuple[FindingView, ...]:
        """The views of findings, and of those apart in their places among them."""
        rows = [(finding, "", "") for finding in (*findings, *accepted)]
        rows += [(one.finding, "suppressed", one.reason) for one in suppressed]
        rows += [(finding, "known", "") for finding in known]
        if accepted or suppressed or known:
            from factcheck.running import order

            rows.sort(key=lambda row: order(row[0]))
        return tuple(self.one(*row) for row in rows)

    def one(self, finding: Finding, left_out: str, reason: str) -> FindingView:
        """The view of a finding."""
        anchor = decided = finding.fingerprint
        self.given[anchor] += 1
        if self.given[anchor] > 1:
            anchor = f"{anchor}-{self.given[anchor]}"
        return _finding(finding, self.source_lang, anchor, self.decisions.get(decided), left_out, reason)


def _finding(
    finding: Finding, source_lang: str, anchor: str, decision: Decision | None, left_out: str, reason: str
) -> FindingView:
    symbol, word, _ = SEVERITIES[finding.severity]
    source = _side(finding.source, source_lang, finding.source_value)
    target = _side(finding.target, finding.lang, finding.target_value)
    return FindingView(anchor, finding, symbol, word, (source, target), decision, left_out, reason)


def _side(place: Place | None, lang: str, value: str) -> SideView | None:
    if place is None:
        return SideView(lang, "", (), grouped(value)) if value else None
    whole = place.span == (0, len(place.context))
    parts = passage(place.context, [] if whole else [place.span], AROUND, LIMIT)
    where = f"{place.file}:{place.line}" if place.file else f"line {place.line}"
    told = value == place.text or (len(value) > _SHORT and value.removesuffix("…") in place.context)
    return SideView(lang, where, parts, "" if told else grouped(value))
