"""A table for spreadsheets, by RFC 4180: a row a finding, in UTF-8 with the columns named in the first row."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from factcheck.model import Place, Report
from factcheck.reporting._located import Located, located
from factcheck.reporting._notices import Notice, with_left_out
from factcheck.reporting._plain import cell, path

COLUMNS = (
    "severity", "check", "category", "confidence", "language", "file", "line", "column", "message", "source",
    "translation", "source_value", "translation_value", "suggestion", "source_file", "source_line", "fingerprint",
)  # fmt: skip


def render(report: Report) -> str:
    """The findings in order, after a row for each notice: what could not be checked, lapsed decisions, stale entries.

    A text that a spreadsheet would take for a formula gets an apostrophe before it.
    """
    return "".join([HEAD, *map(notice, with_left_out(report)), *map(row, located(report))])


def _line(cells: Iterable[str]) -> str:
    table = io.StringIO()
    csv.writer(table).writerow(cells)
    return table.getvalue()


HEAD = _line(COLUMNS)


def notice(notice: Notice) -> str:
    """The row of a notice."""
    kind = notice.kind.replace("-", " ")
    cells = {"severity": kind, "file": cell(path(notice.file)) if notice.file else "", "message": cell(notice.message)}
    return _line(cells.get(column, "") for column in COLUMNS)


def row(row: Located) -> str:
    """The row of a finding."""
    finding = row.finding
    column = row.column.characters if row.column else ""
    cells = [
        *(str(finding.severity), cell(finding.check), cell(finding.category), f"{finding.confidence:.2f}"),
        *(cell(finding.lang), cell(path(row.file)), str(row.line or ""), str(column), cell(finding.message)),
        *(_words(finding.source), _words(finding.target), cell(finding.source_value), cell(finding.target_value)),
        *(cell(finding.suggestion), *_where(finding.source), finding.fingerprint),
    ]
    return _line(cells)


def _words(place: Place | None) -> str:
    return cell(place.text) if place else ""


def _where(place: Place | None) -> tuple[str, str]:
    return (cell(path(place.file)), str(place.line)) if place else ("", "")
