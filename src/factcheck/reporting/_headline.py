"""The headline claims: what each text states for the facts of the ledger."""

from __future__ import annotations

from factcheck.model import Fact, FactCell, Report
from factcheck.reporting._summary import TextSummary, summaries


def headline(report: Report) -> tuple[tuple[Fact, ...], tuple[tuple[TextSummary, tuple[FactCell | None, ...]], ...]]:
    """The headline facts, and for each text what it states for each of them; None where nobody looked.

    Of several texts in one language, each takes the next cell. Texts without any cell are left out. No facts, no
    rows: the case has no ledger or no headline in it.
    """
    cells: dict[tuple[str, str], list[FactCell]] = {}
    for cell in report.headline:
        cells.setdefault((cell.lang, cell.fact), []).append(cell)
    shown = {cell.fact for cell in report.headline}
    facts = tuple(fact for fact in report.ledger.facts if fact.id in shown)
    rows = []
    for text in summaries(report):
        waiting = [cells.get((text.lang, fact.id), []) for fact in facts]
        row = tuple(queue.pop(0) if queue else None for queue in waiting)
        rows += [(text, row)] if any(row) else []
    return facts, tuple(rows)
