"""The table of names on the HTML page: what each text calls whom."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from factcheck.model import Claim, Report
from factcheck.names.across import names_by_text
from factcheck.reporting._page import TextView
from factcheck.reporting._summary import TextSummary
from factcheck.reporting._views import FindingView

_MOST = 100
"""Rows; a ledger with more names is no table that a person reads."""
_TWICE = 2


@dataclass(frozen=True, slots=True)
class Form:
    """What one text or several write for a name. lead: the anchor of a finding on it, "" where there is none."""

    text: str
    texts: tuple[TextSummary, ...]
    lead: str = ""


@dataclass(frozen=True, slots=True)
class NameRow:
    """A name of the source. kept: texts that write it as the source does; forms: whatever else they write; gone: texts
    that have it in no form (of a name that the ledger lists: for others only the form of the source is known)."""

    name: str
    kept: tuple[TextSummary, ...]
    forms: tuple[Form, ...]
    gone: tuple[TextSummary, ...]

    @property
    def garbled(self) -> int:
        """How many forms have a finding."""
        return sum(bool(form.lead) for form in self.forms)


def name_rows(report: Report, texts: Sequence[TextView]) -> tuple[NameRow, ...]:
    """A row for each name of the ledger that the source states, or without a ledger for each that it states in full or
    more than once; those with findings first, then those not found somewhere. None without a source."""
    if not report.source:
        return ()
    (_, own), *others = names_by_text(report)
    counts = Counter(_called(name) for name in own)
    listed = {name.name for name in own if name.name}
    wanted = [name for name in counts if (name in listed if listed else counts[name] >= _TWICE or " " in name)]
    spelt = {name: {claim.text for claim in own if _called(claim) == name} for name in wanted[:_MOST]}
    found = [(view, names) for view, (_, names) in zip(texts[1:], others, strict=True)]
    rows = [_row(name, forms, found, name in listed) for name, forms in spelt.items()]
    return tuple(sorted(rows, key=lambda row: (not row.garbled, not row.gone)))


def _called(claim: Claim) -> str:
    return claim.name or claim.text


def _row(name: str, own: set[str], found: Iterable[tuple[TextView, Sequence[Claim]]], listed: bool) -> NameRow:
    kept, gone = [], []
    forms: dict[tuple[str, str], list[TextSummary]] = {}
    for view, names in found:
        wrong = dict(_garbled({name, *own}, view.findings))
        said = dict.fromkeys((claim.text for claim in names if _called(claim) == name), "") | wrong
        kept += [view.summary] if own & said.keys() - wrong.keys() else []
        gone += [view.summary] if listed and not said else []
        for text, lead in said.items():
            if lead or text not in own:
                forms.setdefault((text, lead), []).append(view.summary)
    several = tuple(Form(text, tuple(by), lead) for (text, lead), by in forms.items())
    return NameRow(name, tuple(kept), several, tuple(gone))


def _garbled(names: set[str], views: Iterable[FindingView]) -> Iterator[tuple[str, str]]:
    """What stands for a name where a finding is about it, and the anchor of the finding."""
    for view in views:
        place = view.finding.target
        if place and place.span != (0, len(place.context)) and view.finding.source_value in names:
            yield place.text, view.anchor
