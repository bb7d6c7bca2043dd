"""Phrases that may be a name translated word by word: capitalised words in a row, or words in quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from ..model import Span
from .spelling import letters

_CAPITALISED = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*(?: [^\W\d_]+(?:['’-][^\W\d_]+)*)+")
_QUOTED = re.compile(r"[“„«「『\"]([^“”„«»「」『』\"]{2,60})[”“»」』\"]")
_WORD = re.compile(r"[^\W\d_]+")
_FEWEST = 2
_STEM = 4
"""Letters that two forms of one word have in common."""


def phrases(text: str) -> Iterator[tuple[str, Span]]:
    """Rows of two capitalised words or more, and what stands in quotation marks, longest at each place."""
    for match in _CAPITALISED.finditer(text):
        yield from _rows(match.group(), match.start())
    for start, end in quotations(text):
        yield text[start:end], (start, end)


def quotations(text: str) -> list[Span]:
    """What stands in quotation marks, if it is no longer than a name may be."""
    return [match.span(1) for match in _QUOTED.finditer(text)]


def _rows(words: str, start: int) -> Iterator[tuple[str, Span]]:
    row: list[tuple[int, int]] = []
    for match in [*re.finditer(r"\S+", words), None]:
        if match and match.group()[0].isupper():
            row.append(match.span())
            continue
        if len(row) >= _FEWEST:
            first, last = row[0][0], row[-1][1]
            yield words[first:last], (start + first, start + last)
        row = []


def words_of(text: str) -> list[str]:
    """The words of a phrase, as they are compared: small letters without accents."""
    return [letters(word) for word in _WORD.findall(text)]


def unexplained(phrase: str, explained: Iterable[str], every: bool = False) -> bool:
    """Whether a phrase has a word (or has only words) that no word of accepted forms and of the source begins like."""
    known = {word[:_STEM] for form in explained for word in words_of(form)}
    strange = [word[:_STEM] not in known for word in words_of(phrase)]
    return all(strange) if every else any(strange)


def shares_word(phrase: str, forms: Sequence[str]) -> bool:
    """Whether a phrase has a word of a name of several words."""
    words = {w for form in forms for w in words_of(form) if " " in form and len(w) > 3}
    return bool(words & set(words_of(phrase)))
