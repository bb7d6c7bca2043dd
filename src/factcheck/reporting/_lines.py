"""Lines for a terminal: a place with its mark below, a labelled sentence, colours."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from rich.cells import cell_len

from factcheck.model import Place
from factcheck.reporting._passages import marked_words, runs_right_to_left, visible

_CODES = {"error": "1;31", "warning": "1;33", "info": "1;34", "right": "32", "bold": "1", "dim": "2"}
_ELLIPSIS = "…"
_DIGITS = "0123456789.,"  # never half a number: it would be another number
_BESIDE = 16
"""Columns that a sentence needs beside its label."""
_WHOLE = 60
"""A place that is the whole of a longer text is not marked: everything would be."""


@dataclass(frozen=True, slots=True)
class Paint:
    """Colours a text, or doesn't."""

    color: bool

    def __call__(self, text: str, style: str) -> str:
        return f"\x1b[{_CODES[style]}m{text}\x1b[0m" if self.color and text else text


def labelled(label: str, text: str, width: int, paint: Paint | None = None, style: str = "dim") -> Iterator[str]:
    """A sentence wrapped to the width, beside a label on its first line; below it where there is too little room."""
    indent = columns(label) + 3 if label else 0
    if indent and width - indent < _BESIDE:
        yield paint(label.strip(), style) if paint else label.strip()
        yield from ("  " + row for row in _wrapped(text, width - 2))
        return
    for number, row in enumerate(_wrapped(text, width - indent)):
        if not label:
            yield row
        elif number:
            yield " " * indent + row
        else:
            yield f"{paint(label, style) if paint else label} {paint('│', 'dim') if paint else '│'} {row}"


def marked(place: Place, gutter: str, style: str, paint: Paint, width: int) -> Iterator[str]:
    """The text around a place on one line, and the place underlined on the next."""
    before, words, after = cut(place, width - len(gutter) - 3)
    bar = paint("│", "dim")
    head = f"{paint(gutter, 'dim')} {bar}"
    if not words:
        yield f"{head} {before}{after}"
    elif runs_right_to_left(before + words + after):
        yield f"{head} {before}{paint(f'>>{words}<<', style)}{after}"
    else:
        yield f"{head} {before}{paint(words, style)}{after}"
        carets = paint("^" * max(1, columns(words)), style)
        yield f"{' ' * len(gutter)} {bar} {' ' * columns(before)}{carets}"


def cut(place: Place, width: int) -> tuple[str, str, str]:
    """The text before, at and after a place, harmless, in at most `width` columns; "…" stands for what is left out.

    A place that is the whole of a longer text comes back as text before an empty place. Reads only about as much of
    the text as it shows.
    """
    start, end = place.span
    near = width * 4  # letters may be narrower than a column: marks on letters have no width
    text = place.context
    if start == 0 and end == len(text) > _WHOLE:
        return _head(visible(text[:near]), width, len(text) > near), "", ""
    width -= 4 if runs_right_to_left(text[max(0, start - near) : end + near]) else 0
    words = _head(marked_words(text[start : min(end, start + near)]), max(8, width - 10), end - start > near)
    room = max(0, width - columns(words))
    before, after = visible(text[max(0, start - near) : start]), visible(text[end : end + near])
    left = max(room // 2, room - columns(after))
    shown = _tail(before, left, start > near)
    return shown, words, _head(after, room - columns(shown), end + near < len(text))


def columns(text: str) -> int:
    """How many columns a text takes on a terminal."""
    return len(text) if text.isascii() else cell_len(text)


def _head(text: str, width: int, cut_already: bool = False) -> str:
    """As much of the beginning as fits, ending at a word where one ends nearby."""
    if columns(text) <= width and not cut_already:
        return text
    shown = _fitting(text, width - 1).rstrip(_DIGITS)
    blank = shown.rfind(" ", max(0, len(shown) - _word(width)))
    return (shown[:blank] if blank > 0 else shown) + _ELLIPSIS if width > 0 else ""


def _tail(text: str, width: int, cut_already: bool = False) -> str:
    """As much of the end as fits, beginning at a word where one begins nearby."""
    if columns(text) <= width and not cut_already:
        return text
    shown = _fitting(text[::-1], width - 1)[::-1]
    shown = shown.lstrip("".join({char for char in shown[:8] if unicodedata.category(char)[0] == "M"}) + _DIGITS)
    blank = shown.find(" ", 0, _word(width))
    return _ELLIPSIS + (shown[blank + 1 :] if blank >= 0 else shown) if width > 0 else ""


def _word(width: int) -> int:
    """How much of a line may stay empty so that no word is cut."""
    return max(12, min(20, width // 3))


def _fitting(text: str, width: int) -> str:
    used = 0
    for index, char in enumerate(text):
        used += columns(char)
        if used > width:
            return text[:index]
    return text


def _wrapped(text: str, width: int) -> Iterator[str]:
    """Lines of at most `width` columns, broken at blanks, inside a word only where it is longer than a line."""
    row = ""
    for word in text.split(" "):
        if row and columns(row) + 1 + columns(word) > width:
            yield row
            row = word
        else:
            row = f"{row} {word}" if row else word
        while columns(row) > width:
            first = _fitting(row, width) or row[:1]
            yield first
            row = row[len(first) :]
    yield row
