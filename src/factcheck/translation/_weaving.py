"""Markup around spans of a translated sentence, and what a reader of Markdown sees of it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from markdown_it.token import Token

from factcheck.model import Span
from factcheck.translation._made_up import GLUE
from factcheck.translation._parser import parser
from factcheck.translation._sentences import joined

_SPECIAL = re.compile(r"[\\`\[\]]|\*(?!\s)|(?<!\s)\*|(?<!\w)_|_(?!\w)|<(?=[A-Za-z/!?])|&(?=#?\w{1,31};)")
_ALL_SPECIAL = re.compile(r"[\\`*_\[\]<&!~]")
_BEGINNING = re.compile(r"#{1,6}(?=\s|$)|[+-](?=\s|$)|>|~~~|=+\s*$|-+\s*$")
_NUMBERED = re.compile(r"(\d{1,9})([.)])(?=\s|$)")
_ENDING = re.compile(r"(?<!\S)#+$")
_KINDS = {"[": "link_open", "![": "image", "*": "em_open", "_": "em_open", "**": "strong_open", "__": "strong_open"}

Seen = tuple[str, Counter[str]]
"""A text without blanks, and how many of each kind of markup there are in it."""


class Mark(NamedTuple):
    """Markup around a span of a passage. needed: losing it would lose a target, not only a look; goes_on: it begins in
    a sentence before, or ends in one behind."""

    start: int
    end: int
    opening: str
    closing: str
    needed: bool
    goes_on: bool = False


Placed = Sequence[tuple[Span, Mark]]


def finds(phrase: str, text: str, whole: bool = True) -> list[Span]:
    """Where a phrase stands in a text. whole: only as whole words, where the text has blanks between words."""
    if not phrase:
        return []
    whole = whole and " " in text
    before = r"(?<!\w)" if whole and phrase[0].isalnum() else ""
    after = r"(?!\w)" if whole and phrase[-1].isalnum() else ""
    return [match.span() for match in re.finditer(before + re.escape(phrase) + after, text, re.IGNORECASE)]


def crosses(one: Span, other: Span) -> bool:
    """Whether two spans overlap and neither holds the other."""
    (first, last) = sorted((one, other), key=lambda span: (span[0], -span[1]))
    return first[1] > last[0] and last[1] > first[1]


def cuts(one: Span, other: Span) -> bool:
    """Whether a span cuts a word: overlaps it without holding it."""
    return one[0] < other[1] and other[0] < one[1] and not (one[0] <= other[0] and other[1] <= one[1])


def clash(one: tuple[Span, Mark], other: tuple[Span, Mark]) -> bool:
    """Whether two marks cannot stand where they are: they cross, or one is in the other, which cannot be."""
    (first, a), (second, b) = one, other
    inside = first[0] < second[1] and second[0] < first[1]
    return crosses(first, second) or (inside and a.needed and b.needed and a.opening == b.opening)


def escaped(text: str, thoroughly: bool = False) -> str:
    """A text as Markdown. thoroughly: whatever stands beside it."""
    return (_ALL_SPECIAL if thoroughly else _SPECIAL).sub(r"\\\g<0>", text)


def guarded(text: str) -> str:
    """A block's text with a backslash where its beginning would make it another kind of block, or its end close a
    heading."""
    text = _NUMBERED.sub(r"\1\\\2", text, count=1) if _NUMBERED.match(text) else text
    text = _ENDING.sub(r"\\\g<0>", text)
    return "\\" + text if _BEGINNING.match(text) else text


def woven(text: str, placed: Placed, escape: bool, thoroughly: bool = False) -> str:
    """The text with marks around their spans; of two marks with one span, the earlier is the outer."""
    outer_first = sorted(placed, key=lambda item: (item[0][0], -item[0][1]))
    ends = sorted({0, len(text), *(at for span, _ in placed for at in span)})
    parts = []
    for at, end in zip(ends, [*ends[1:], len(text)], strict=True):
        parts += [mark.closing for span, mark in reversed(outer_first) if span[1] == at]
        parts += [mark.opening for span, mark in outer_first if span[0] == at]
        parts.append(escaped(text[at:end], thoroughly) if escape else text[at:end])
        if re.search(r"(?<!\\)!\Z", parts[-1]) and any(s[0] == end and mark.opening == "[" for s, mark in placed):
            parts[-1] = parts[-1][:-1] + "\\!"  # else the link becomes an image
    return "".join(parts)


def is_markup(literal: str) -> bool:
    """Whether a literal is code, HTML, an image or an empty link: otherwise it is text, a URL or a footnote mark."""
    return literal.lstrip(GLUE).startswith(("`", "<", "!", "[]("))


def wanted(pieces: Sequence[str], placed: Placed) -> Seen:
    """What is to be seen of plain text and Markdown by turns, with these marks."""
    kinds = Counter(_KINDS[mark.opening] for _, mark in placed)
    text = ""
    for number, piece in enumerate(pieces):
        shown, more = seen(piece) if number % 2 and is_markup(piece) else (piece, Counter[str]())
        text += shown
        kinds += more
    return _bare(text), kinds


def seen(markdown: str) -> Seen:
    """What is seen of inline Markdown."""
    tokens = parser().parseInline(markdown.replace(GLUE, ""))[0].children or []
    kinds = (token.type for token in tokens if token.nesting > 0 or token.type.endswith(("image", "_inline")))
    return _bare("".join(_texts(tokens))), Counter(kinds)


def rejoined(before: str, after: str, mark: Mark) -> str:
    """Two sentences under one mark that is around each: under one again, where nothing else changes by that."""
    apart = joined((before, after))
    if not (before.endswith(mark.closing) and after.startswith(mark.opening)):
        return apart
    together = joined((before.removesuffix(mark.closing), after.removeprefix(mark.opening)))
    (text, kinds), (same, fewer) = seen(apart), seen(together)
    return together if text == same and kinds == fewer + Counter([_KINDS[mark.opening]]) else apart


def _texts(tokens: Sequence[Token]) -> Iterator[str]:
    for token in tokens:
        yield "".join(_texts(token.children)) if token.children else token.content


def _bare(text: str) -> str:
    return "".join(text.replace(GLUE, "").split())
