"""Findings as the HTML page shows them: each with an anchor, both texts around its place, and what was decided."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from factcheck.model import Decision, Finding, Place, Report, State, Suppressed
from factcheck.reporting._passages import Part, grouped, passage

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
    source_lang: str
    decision: Decision | None = None
    left_out: str = ""
    """A key of LEFT_OUT, or ""."""
    reason: str = ""
    """Why it is left out, where somebody said so."""

    @property
    def sides(self) -> tuple[SideView | None, SideView | None]:
        """Both texts at its place."""
        finding = self.finding
        source = _side(finding.source, self.source_lang, finding.source_value)
        return source, _side(finding.target, finding.lang, finding.target_value)

    @property
    def state(self) -> str:
        """A key of DECIDED or LEFT_OUT."""
        return self.left_out or (str(self.decision.state) if self.decision else "open")

    @property
    def stands(self) -> bool:
        """Whether it is one of the report's findings."""
        return self.state in ("open", State.TO_FIX)


class Namer:
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
        return FindingView(anchor, finding, self.source_lang, self.decisions.get(decided), left_out, reason)


def _side(place: Place | None, lang: str, value: str) -> SideView | None:
    if place is None:
        return SideView(lang, "", (), grouped(value)) if value else None
    whole = place.span == (0, len(place.context))
    parts = passage(place.context, [] if whole else [place.span], AROUND, LIMIT)
    where = f"{place.file}:{place.line}" if place.file else f"line {place.line}"
    told = value == place.text or (len(value) > _SHORT and value.removesuffix("…") in place.context)
    return SideView(lang, where, parts, "" if told else grouped(value))
