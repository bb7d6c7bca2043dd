"""Tables: tab-separated rows of source and translation, read one by one in constant memory."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ..articles import MAX_PARAGRAPH
from ..errors import InputError
from ..files import decoded
from ..model import Problem
from ._rows import Row, lines

SUFFIXES = frozenset({".tsv", ".tab"})
SEVERAL = False
_SOURCE = frozenset({"source", "src", "original"})
_TARGET = frozenset({"target", "translation", "tgt"})


def read(path: str | Path, _: str = "") -> Iterator[Row | Problem]:
    """The rows of a table, in order: the first column is the source, the second the translation.

    A first row that names its columns ("source", "target" or "translation") is a header and may order them
    otherwise. Fields stand as they are: no quoting. A row that is no pair is a Problem and the rest goes on;
    blank lines are skipped. InputError, once reached, for what cannot be read at all (see files.read_text).
    """
    columns = (0, 1)
    for number, line in enumerate(lines(decoded(path), MAX_PARAGRAPH), 1):
        if len(line) > MAX_PARAGRAPH:
            message = f"a row of over {MAX_PARAGRAPH:,} characters"
            yield Problem(message, str(path), f"line {number}", "break its texts into paragraphs")
            continue
        cells = [cell.strip() for cell in line.split("\t")]
        header = _header(cells) if number == 1 else None
        if header:
            columns = header
        elif number == 1 and len(cells) > len(columns):
            hint = "name them in the first row: id, source, target"
            raise InputError(f"{len(cells)} columns, of which none is named", file=path, place="line 1", hint=hint)
        elif len(cells) > max(columns):
            yield Row(number, cells[columns[0]], cells[columns[1]])
        elif line.strip():
            message = f"{len(cells)} column where source and translation are expected"
            yield Problem(message, str(path), f"line {number}", "separate them by a tab")


def _header(cells: list[str]) -> tuple[int, int] | None:
    names = [cell.lower() for cell in cells]
    source = next((at for at, name in enumerate(names) if name in _SOURCE), None)
    target = next((at for at, name in enumerate(names) if name in _TARGET), None)
    return None if source is None or target is None else (source, target)
