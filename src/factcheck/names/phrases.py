"""Phrases that may be a name translated word by word: capitalised words in a row, or words in quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from ..model import Span
from .spelling import letters

_TOKEN = re.compile(r"\w[\w'’-]*")
_QUOTED = re.compile(r"[“„«「『\"]([^“”„«»「」『』\"]{2,60})[”“»」』\"]")
_WORD = re.compile(r"[^\W\d_]+")
_FEWEST = 2
_STEM = 4
"""Letters that two forms of one word have in common."""


def phrases(text: str) -> Iterator[tuple[str, Span]]:
    """Rows of two capitalised words or more, and what stands in quotation marks."""
    for start, end in [*_rows(text), *quotations(text)]:
        yield text[start:end], (start, end)


def _rows(text: str) -> Iterator[Span]:
    start, end, words = 0, -1, 0
    for match in _TOKEN.finditer(text):
        if not match.group()[0].isupper():
            continue
        if words and text[end : match.start()] == " ":
            words += 1
        else:
            if words >= _FEWEST:
                yield start, end
            start, words = match.start(), 1
        end = match.end()
    if words >= _FEWEST:
        yield start, end


def quotations(text: str) -> list[Span]:
    """What stands in quotation marks, if it is no longer than a name may be."""
    return [match.span(1) for match in _QUOTED.finditer(text)]


def words_of(text: str) -> list[str]:
    """The words of a phrase, as they are compared: small letters without accents."""
    return [letters(word) for word in _WORD.findall(text)]


def beginnings(texts: Iterable[str]) -> frozenset[str]:
    """What the words of texts begin with: the words that explain a phrase."""
    return frozenset(word[:_STEM] for text in texts for word in words_of(text))


def unexplained(phrase: str, known: frozenset[str], every: bool = False) -> bool:
    """Whether a phrase has a word (or has only words) that begins like none that is known."""
    strange = [word[:_STEM] not in known for word in words_of(phrase)]
    return all(strange) if every else any(strange)


def shares_word(phrase: str, forms: Sequence[str]) -> bool:
    """Whether a phrase has a word of a name of several words."""
    words = {w for form in forms for w in words_of(form) if " " in form and len(w) > 3}
    return bool(words & set(words_of(phrase)))
