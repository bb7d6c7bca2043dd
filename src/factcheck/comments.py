"""Comments in a text's markup: taken out of it, and those that speak to factcheck kept with their lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

OPENING, CLOSING = "<!--", "-->"
_ADDRESSED = re.compile(r"<!--\s*factcheck\s*(?::|ignore\b)", re.IGNORECASE)


class Note(NamedTuple):
    """A comment to factcheck: its line, counted from the first line of what it stands in, and its text."""

    line: int
    text: str


def uncommented(markup: str) -> tuple[str, list[Note]]:
    """Markup -> the same without comments, of which the line breaks stay, and the comments to factcheck.

    A comment that is not closed goes on to the end.
    """
    kept: list[str] = []
    notes: list[Note] = []
    end = line = 0
    for start, stop in _comments(markup):
        line += markup.count("\n", end, start)
        breaks = markup.count("\n", start, stop)
        kept += [markup[end:start], "\n" * breaks]
        notes += notes_in(markup[start:stop], line)
        end, line = stop, line + breaks
    return "".join([*kept, markup[end:]]), notes


def _comments(markup: str) -> Iterator[tuple[int, int]]:
    end = 0
    while (start := markup.find(OPENING, end)) >= 0:
        close = markup.find(CLOSING, start + len(OPENING))
        end = close + len(CLOSING) if close >= 0 else len(markup)
        yield start, end


def notes_in(text: str, line: int = 0) -> list[Note]:
    """The first comment to factcheck in a text, closed or not, as a list of one; an empty list without one."""
    found = _ADDRESSED.search(text)
    return [Note(line + text.count("\n", 0, found.start()), text[found.start() :].rstrip())] if found else []


def is_note(line: str) -> bool:
    """Whether a line of plain text is nothing but a comment to factcheck, closed or not."""
    return _ADDRESSED.match(line.lstrip()) is not None
