"""Words that stand twice in a row where grammar does not put them so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from operator import eq

from ..languages import Language
from ..model import Span
from .words import low_words

_WORD = re.compile(r"\S+")
_PLAIN = re.compile(r"(?:[^\W\d_]|[\u0300-\u036f\u0591-\u05c7\u064b-\u0652\u0900-\u0dff])+")
"""Letters, and the signs that stand on them."""
_OPENING, _CLOSING = "([{“„«‹‘\"'¿¡*_", ")]}”“»›’\"'.,;:!?…*_"
_LONG = 4
"""Letters of a word that is no cry and no note of music: ha ha, la la."""


def stands_twice(text: str) -> bool:
    """Whether any word comes twice in a row, in any case."""
    low = low_words(text)
    return any(map(eq, low, low[1:]))


def doubled(text: str, language: Language) -> Iterator[tuple[Span, str]]:
    """Each word that stands just twice in a row, and that may not in the language -> the span of both, and the word.
    None where the language does not say which may."""
    words = [match.span() for match in _WORD.finditer(text)] if language.doubled is not None else []
    bare = [text[start:end].lstrip(_OPENING).rstrip(_CLOSING).lower() for start, end in words]
    for at, (one, other) in enumerate(pairwise(words)):
        if bare[at] == bare[at + 1] and bare[at] not in bare[max(0, at - 1) : at] + bare[at + 2 : at + 3]:
            first, second = text[slice(*one)].lstrip(_OPENING), text[slice(*other)].rstrip(_CLOSING)
            if first.lower() == second and _wrong(second, language):
                yield (one[1] - len(first), other[0] + len(second)), first


def _wrong(word: str, language: Language) -> bool:
    """Whether a word in small letters may not be doubled."""
    if word in (language.doubled or ()) or not _PLAIN.fullmatch(word):
        return False
    return word in language.frequent or (len(word) >= _LONG and not language.reduplicates)
