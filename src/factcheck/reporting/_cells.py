"""Where the cells of the headline claims lead on the HTML page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain

from factcheck.model import Claim, FactCell, Place
from factcheck.reporting._page import TextView
from factcheck.reporting._summary import TextSummary
from factcheck.reporting._views import FindingView

Row = tuple[TextSummary, Sequence[FactCell | None]]


def leads(rows: Iterable[Row], texts: Iterable[TextView]) -> Mapping[tuple[str, str], str]:
    """(the text's anchor, the fact's id) -> the anchor of the first finding on the words in that cell, or of a fact
    that was not found on the words of the source, if there is one."""
    views, rows = {text.summary.anchor: text for text in texts}, list(rows)
    stated = {cell.fact: cell.claim for text, cells in rows if views[text.anchor].number < 0 for cell in cells if cell}
    found = {
        (text.anchor, cell.fact): _finding(cell, stated.get(cell.fact), views[text.anchor].findings)
        for text, cells in rows
        for cell in cells
        if cell
    }
    return {place: anchor for place, anchor in found.items() if anchor}


def _finding(cell: FactCell, source: Claim | None, views: Iterable[FindingView]) -> str:
    if cell.claim or cell.found:
        return next((view.anchor for view in views if _meets(cell.claim, view.finding.target)), "")
    whole = (view for view in views if not view.finding.target and _holds(source, view.finding.source))
    meets = (view for view in views if _meets(source, view.finding.source))
    return next((view.anchor for view in chain(meets, whole)), "")


def _meets(claim: Claim | None, place: Place | None) -> bool:
    """Whether a place is about words of a claim, and not about all of its segment."""
    if claim is None or place is None or claim.segment != place.segment:
        return False
    return place.span != (0, len(place.context)) and claim.span[0] < place.span[1] and place.span[0] < claim.span[1]


def _holds(claim: Claim | None, place: Place | None) -> bool:
    return claim is not None and place is not None and claim.segment == place.segment
