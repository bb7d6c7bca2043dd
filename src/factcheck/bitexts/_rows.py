"""What all bitexts consist of."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from ..articles import MAX_PARAGRAPH
from ..model import Problem


class Row(NamedTuple):
    """A pair of texts that say the same, and its line in the file (1-based).

    The languages as the file says them, "" where it does not. pending: the file says that it is not translated yet.
    """

    line: int
    source: str
    target: str
    source_lang: str = ""
    target_lang: str = ""
    pending: bool = False

    @property
    def pair(self) -> tuple[str, str, str, str]:
        """Source, target, and their languages."""
        return self.source, self.target, self.source_lang, self.target_lang


def bounded(row: Row, path: str | Path) -> Row | Problem:
    """The row, or why it is too long to be checked."""
    longest = max(len(row.source), len(row.target))
    if longest <= MAX_PARAGRAPH:
        return row
    message = f"a text of {longest:,} characters; the limit is {MAX_PARAGRAPH:,}"
    return Problem(message, str(path), f"line {row.line}", "break it into paragraphs")
