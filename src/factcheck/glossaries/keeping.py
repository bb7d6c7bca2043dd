"""Words that are not translated: whether a text keeps them, and what it makes of them instead."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz import fuzz

from ..model import Glossary, Span
from ..wording.lookalikes import repaired

_ALIKE = 80
"""Indel similarity in percent from which on a word is the kept one, changed: OpenAl for OpenAI has 83."""
_SHORTEST = 4
_HEAD = 3
_START = re.compile(r"(?<![A-Za-z0-9])\S")
_WORD = re.compile(r"\w(?:[\w'’.&+#-]*[\w+#])?")


class Kept(NamedTuple):
    """A kept word of the source that a translation lacks. instead: the place of what looks like it, or None."""

    word: str
    span: Span
    instead: Span | None


@lru_cache(8)
def _lengths(glossary: Glossary) -> dict[str, tuple[int, ...]]:
    """How kept words begin -> how long they are, the longest first."""
    sizes: dict[str, set[int]] = {}
    for word in glossary.kept:
        sizes.setdefault(word[:_HEAD], set()).add(len(word))
    return {head: tuple(sorted(found, reverse=True)) for head, found in sizes.items()}


def _kept_in(glossary: Glossary, text: str) -> Iterator[Span]:
    """The places of kept words, the longest at each, where words begin and end."""
    lengths, words = _lengths(glossary), frozenset(glossary.kept)
    for match in _START.finditer(text):
        at = match.start()
        for size in (size for width in range(_HEAD, 0, -1) for size in lengths.get(text[at : at + width], ())):
            end = at + size
            if text[at:end] in words and not (_joins(text[end - 1]) and _joins(text[end : end + 1])):
                yield at, end
                break


def _joins(char: str) -> bool:
    """Whether it is part of a word; letters of scripts without capitals may stand right beside a Latin name."""
    return char.isalnum() and (char.isascii() or char.lower() != char.upper())


def lost(glossary: Glossary, source: str, target: str) -> Iterator[Kept]:
    """The kept words of the source that do not stand in the translation as they are; endings may follow."""
    seen: set[str] = set()
    for span in _kept_in(glossary, source):
        word = source[slice(*span)]
        if word not in seen and word not in target and word.upper() not in target:
            yield Kept(word, span, None if _inflected(word, target) else _like(word, target))
        seen.add(word)


def _inflected(word: str, target: str) -> bool:
    """Whether the translation puts an ending in place of the last letter: Googlu for Google."""
    return word[-1].islower() and len(word) > _SHORTEST and word[:-1] in target


def _like(word: str, target: str) -> Span | None:
    """The words of the translation that look most like it."""
    best, found = float(_ALIKE), None
    for span in _windows(word, target):
        written = target[slice(*span)]
        if not written.isascii() and repaired(written) == word:
            return span
        score = fuzz.ratio(word.casefold(), written.casefold(), score_cutoff=best)
        if len(word) >= _SHORTEST and score >= best:
            best, found = score + 1e-9, span
    return found


def _windows(word: str, target: str) -> Iterator[Span]:
    """Runs of as many words as the kept one has, and of one more or less: Open AI for OpenAI."""
    spans = [match.span() for match in _WORD.finditer(target)]
    several = word.count(" ") + 1
    for size in {max(1, several - 1), several, several + 1}:
        for first, last in zip(spans, spans[size - 1 :], strict=False):
            yield first[0], last[1]
