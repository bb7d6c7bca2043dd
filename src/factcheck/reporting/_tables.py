"""The two tables of the text report, drawn with rich."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from factcheck.model import Fact, FactCell, Report
from factcheck.reporting._headline import headline
from factcheck.reporting._lines import Paint, labelled
from factcheck.reporting._passages import visible
from factcheck.reporting._summary import TextSummary
from factcheck.reporting._wording import SEVERITIES, STATES

if TYPE_CHECKING:
    from rich.table import Table

_COLUMN = 18
"""Narrower columns break the values found in every line; then a list is read more easily."""
_COLORS = {"right": "green", "changed": "bold red", "missing": "yellow"}
_STYLES = {"error": "bold red", "warning": "bold yellow", "info": "bold blue"}


def summary_table(texts: Sequence[TextSummary], color: bool, width: int) -> list[str]:
    """A row a text: claims, findings by severity, and where there is room segments and who made it."""
    from rich.text import Text

    wide = width >= 72  # narrower, its heads would break
    widest = width >= 80 and any(text.note or text.origin not in ("", "source") for text in texts)
    counts = [words[2].capitalize() if wide else words[0] for words in SEVERITIES.values()]
    heads = ["Text", *(["", "Segments"] if wide else []), "Claims", *counts, *(["Made by"] if widest else [])]
    table = _table(*heads)
    for head, column in zip(heads, table.columns, strict=True):
        column.justify = "left" if head in ("Text", "", "Made by") else "right"
    for text in texts:
        row: list[Text | str] = [Text(visible(text.name))]
        row += [Text(visible(text.lang), "dim"), f"{text.segments:,}"] if wide else []
        row.append(f"{text.claims:,}")
        for severity, number in text.counts.items():
            row.append(Text(f"{number:,}" if number else "·", _STYLES[severity] if number else "dim"))
        origin = "; ".join(part for part in (text.origin, text.note) if part)
        table.add_row(*row, *([Text(visible(origin))] if widest else []))
    return _drawn(table, color, width)


def headline_table(report: Report, color: bool, width: int) -> list[str]:
    """The headline facts and what each text states for them: a table, or a list where that would be too narrow."""
    facts, rows = headline(report)
    if not facts:
        return []
    key = "   ".join(f"{symbol} {meaning}" for symbol, meaning in STATES.values())
    title = [*labelled("", f"Headline claims   {key}", width), ""]
    if (width - 14) // len(facts) < _COLUMN:
        return [*title, *_list(facts, rows, Paint(color), width)]
    from rich.text import Text

    table = _table("", *(visible(fact.sentence) for fact in facts))
    for text, cells in rows:
        table.add_row(Text(visible(text.name)), *(Text(_cell(cell), _color(cell)) for cell in cells))
    return title + _drawn(table, color, width)


def _list(
    facts: Sequence[Fact],
    rows: Sequence[tuple[TextSummary, tuple[FactCell | None, ...]]],
    paint: Paint,
    width: int,
) -> Iterator[str]:
    styles = {"right": "right", "changed": "error", "missing": "warning"}
    for number, fact in enumerate(facts):
        yield from (paint(line, "bold") for line in labelled("", visible(fact.sentence), width))
        for text, cells in rows:
            cell = cells[number]
            if cell is not None:
                yield from labelled(visible(text.lang).rjust(5), _cell(cell), width, paint, styles[cell.state])


def _cell(cell: FactCell | None) -> str:
    return f"{STATES[cell.state][0]} {visible(cell.found[:200])}".rstrip() if cell else ""


def _color(cell: FactCell | None) -> str:
    return _COLORS[cell.state] if cell else ""


def _table(*heads: str) -> Table:
    from rich import box
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False, header_style="bold")
    for head in heads:
        table.add_column(Text(head, "bold"), overflow="fold")
    return table


def _drawn(table: Table, color: bool, width: int) -> list[str]:
    """The table's lines. Nothing of the environment may change them."""
    from rich.console import Console

    stream = io.StringIO()
    system = "standard" if color else None
    console = Console(
        file=stream,
        width=width,
        height=100,
        color_system=system,  # type: ignore[arg-type]
        force_terminal=color,
        no_color=not color,
        legacy_windows=False,
        _environ={},
    )
    console.print(table)
    return [line.rstrip() for line in stream.getvalue().rstrip("\n").split("\n")]
