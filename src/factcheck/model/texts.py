"""Texts: articles in segments, and places in them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

Span = tuple[int, int]
"""Start and end offset (exclusive) in characters of the text that the span belongs to."""


@dataclass(frozen=True, slots=True)
class Segment:
    """One block of an article: its text on one line, and where it starts in the file.

    kind: "heading", "paragraph", "item", "cell" or "code"; line: 1-based; offset: characters from the start of the
    file.
    """

    index: int
    text: str
    kind: str = "paragraph"
    line: int = 1
    offset: int = 0
    breaks: tuple[tuple[int, int], ...] = ()
    """Where the text goes on in another line of the file: (offset in text, line), ascending."""

    def line_at(self, offset: int) -> int:
        """The line of the file (1-based) that holds the character at this offset of the text."""
        return next((line for start, line in reversed(self.breaks) if start <= offset), self.line)


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment in the markup that speaks to factcheck. text: as written; line: 1-based.

    lines: first and last line of the block that it stands in or before, (0, 0) where none follows; segment: its number.
    """

    text: str
    line: int
    lines: Span
    segment: int


@dataclass(frozen=True, slots=True)
class Article:
    """A text in one language, in segments. file: the path as the user gave it, or "" for a text from memory."""

    lang: str
    segments: tuple[Segment, ...]
    file: str = ""
    text: str = ""
    origin: str = ""
    """"human", "machine" or "" when nobody said; for a machine followed by the engine: "machine: firefox 0.5.0"."""
    comments: tuple[Comment, ...] = ()
    earlier: str = ""
    """Its words as they were at a revision that somebody asked about, with blanks around; "" when nobody did."""


class Column(NamedTuple):
    """Where in its line a place begins, from 1, in the three units that readers of reports count in."""

    characters: int
    utf16: int
    utf8: int


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a text: file, segment, line (1-based), span within the segment, the words there, and the
    segment's text.

    column: None where markup or a line break makes it unsure; else the file holds the words right there.
    """

    file: str
    segment: int
    line: int
    span: Span
    text: str
    context: str
    column: Column | None = None
