"""Where the cells of the headline claims lead on the HTML page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from factcheck.model import FactCell
from factcheck.reporting._page import FindingView, TextView
from factcheck.reporting._summary import TextSummary

Row = tuple[TextSummary, Sequence[FactCell | None]]


def leads(rows: Iterable[Row], texts: Iterable[TextView]) -> Mapping[tuple[str, str], str]:
    """(the text's anchor, the fact's id) -> the anchor of the first finding on the words in that cell, if there is
    one."""
    views = {text.summary.anchor: text.findings for text in texts}
    found = {
        (text.anchor, cell.fact): _finding(cell, views[text.anchor]) for text, cells in rows for cell in cells if cell
    }
    return {place: anchor for place, anchor in found.items() if anchor}


def _finding(cell: FactCell, views: Iterable[FindingView]) -> str:
    return next((view.anchor for view in views if _meets(cell, view)), "")


def _meets(cell: FactCell, view: FindingView) -> bool:
    """Whether a finding is about words of the claim in a cell."""
    claim, place = cell.claim, view.finding.target
    if claim is None or place is None or claim.segment != place.segment:
        return False
    return place.span != (0, len(place.context)) and claim.span[0] < place.span[1] and place.span[0] < claim.span[1]
