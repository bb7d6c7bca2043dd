"""What the HTML page shows, worked out before the template lays it out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from factcheck.model import Finding, Place, Report
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


@dataclass(frozen=True, slots=True)
class TextView:
    """A text with its findings and its pairs; the source has no pairs."""

    summary: TextSummary
    findings: tuple[FindingView, ...]
    pairs: tuple[PairView, ...]

    @property
    def shown(self) -> bool:
        """Whether the page has a section on it."""
        return bool(self.findings or self.pairs)


def text_views(report: Report) -> tuple[TextView, ...]:
    """The source if there is one, then every other text."""
    rest = list(summaries(report))
    anchors, views = _Anchors(), []
    if report.source:
        views.append(TextView(rest.pop(0), _findings(report.source_findings, report, anchors), ()))
    for summary, translation in zip(rest, report.translations, strict=True):
        findings = _findings(translation.findings, report, anchors)
        pairs = pair_views(translation.pairs, [(view.anchor, view.finding) for view in findings])
        views.append(TextView(summary, findings, pairs))
    return tuple(views)


class _Anchors:
    """Gives every finding an anchor of its own."""

    def __init__(self) -> None:
        self.given: Counter[str] = Counter()

    def name(self, finding: Finding) -> str:
        anchor = finding.fingerprint
        self.given[anchor] += 1
        return anchor if self.given[anchor] == 1 else f"{anchor}-{self.given[anchor]}"


def _findings(findings: Sequence[Finding], report: Report, anchors: _Anchors) -> tuple[FindingView, ...]:
    source_lang = report.source.lang if report.source else ""
    return tuple(_finding(finding, source_lang, anchors.name(finding)) for finding in findings)


def _finding(finding: Finding, source_lang: str, anchor: str) -> FindingView:
    symbol, word, _ = SEVERITIES[finding.severity]
    source = _side(finding.source, source_lang, finding.source_value)
    target = _side(finding.target, finding.lang, finding.target_value)
    return FindingView(anchor, finding, symbol, word, (source, target))


def _side(place: Place | None, lang: str, value: str) -> SideView | None:
    if place is None:
        return SideView(lang, "", (), grouped(value)) if value else None
    whole = place.span == (0, len(place.context))
    parts = passage(place.context, [] if whole else [place.span], AROUND, LIMIT)
    where = f"{place.file}:{place.line}" if place.file else f"line {place.line}"
    told = value == place.text or (len(value) > _SHORT and value in place.context)
    return SideView(lang, where, parts, "" if told else grouped(value))
