"""The heat map of the HTML page: how much each check found in each text."""

from __future__ import annotations

from bisect import bisect
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from factcheck.model import Severity
from factcheck.reporting._page import TextView
from factcheck.reporting._views import FindingView

STEPS = (1, 3, 10, 30, 100)
"""From how many findings on a cell is a shade darker. Fixed, so that two reports can be compared."""


@dataclass(frozen=True, slots=True)
class HeatCell:
    """Findings of one kind. severity: the worst; shade: 1 to 5; anchor: of the first of the worst."""

    number: int
    severity: Severity
    shade: int
    anchor: str


@dataclass(frozen=True, slots=True)
class HeatMap:
    """checks: those that found something, the most severe first; rows: by the texts' anchors, a cell a check; totals:
    of each check over all texts."""

    checks: tuple[str, ...]
    rows: Mapping[str, tuple[HeatCell | None, ...]]
    totals: tuple[HeatCell, ...]


def heat_map(texts: Sequence[TextView]) -> HeatMap:
    """What stands in the texts, in figures; what was accepted or left out is not counted."""
    standing = {text.summary.anchor: [view for view in text.findings if view.stands] for text in texts}
    totals = _by_check(view for views in standing.values() for view in views)
    checks = sorted(totals, key=lambda check: (-totals[check].severity.rank, -totals[check].number, check))
    cells = {anchor: _by_check(views) for anchor, views in standing.items()}
    rows = {anchor: tuple(map(found.get, checks)) for anchor, found in cells.items()}
    return HeatMap(tuple(checks), rows, tuple(totals[check] for check in checks))


def _by_check(views: Iterable[FindingView]) -> dict[str, HeatCell]:
    groups: dict[str, list[FindingView]] = defaultdict(list)
    for view in views:
        groups[view.finding.check].append(view)
    return {check: _cell(group) for check, group in groups.items()}


def _cell(group: Sequence[FindingView]) -> HeatCell:
    worst = max(group, key=lambda view: view.finding.severity.rank)
    return HeatCell(len(group), worst.finding.severity, bisect(STEPS, len(group)), worst.anchor)
