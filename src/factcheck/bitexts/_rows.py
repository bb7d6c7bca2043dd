"""What all bitexts consist of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
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


class Words:
    """A text that comes in pieces, of which no more is held than shows that it is too long."""

    def __init__(self, most: int = MAX_PARAGRAPH) -> None:
        self._parts: list[str] = []
        self._left = most + 1

    def add(self, piece: str) -> None:
        """The text goes on."""
        if piece and self._left > 0:
            self._parts.append(piece[: self._left])
            self._left -= len(piece)

    @property
    def cut(self) -> bool:
        """Whether it is longer than what is held."""
        return self._left < 0

    def __str__(self) -> str:
        return "".join(self._parts)


def bounded(row: Row, path: str | Path) -> Row | Problem:
    """The row, or that it is too long to be checked."""
    if max(len(row.source), len(row.target)) <= MAX_PARAGRAPH:
        return row
    message = f"a text of over {MAX_PARAGRAPH:,} characters"
    return Problem(message, str(path), f"line {row.line}", "break it into paragraphs")


def lines(chunks: Iterable[str], most: int) -> Iterator[str]:
    """Lines without their ends; of a line that is longer than most, enough is held to tell."""
    rest = ""
    for chunk in chunks:
        *whole, last = (rest + chunk).split("\n")
        yield from (line.removesuffix("\r") for line in whole)
        rest = last[: most + 2]  # one more than may be, and the end of the line
    if rest:
        yield rest.removesuffix("\r")
