"""Finding the terms of a glossary in a text, inflected forms too."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from .. import languages
from ..languages.endings import endings
from ..model import ANY, Glossary, Span, Term
from ..wording.folding import fold

_HEAD = 3
_WORD = re.compile(r"\w[\w'’]*|[^\w\s]")
_PART = re.compile(r"[A-Za-z0-9]+|\S")
_FREE_ENDS = frozenset({"Lo"})
"""Letters of scripts without capitals: what follows may be a particle or the next word."""


class Found(NamedTuple):
    """A term of the glossary in a text: the phrase as the glossary has it, its place, its concept, and whether it is
    forbidden."""

    phrase: str
    span: Span
    term: Term
    forbidden: bool


class Phrases:
    """The phrases of a language by how they begin."""

    def __init__(self, phrases: Iterable[tuple[str, Term, bool]], lang: str) -> None:
        self.spaced = languages.load(lang).spaced
        self.endings = endings(lang)
        self.entries: dict[str, list[tuple[str, str, Term, bool]]] = {}
        for phrase, term, forbidden in phrases:
            form = fold(phrase)
            self.entries.setdefault(form.low, []).append((phrase, form.text, term, forbidden))
        lengths: dict[str, set[int]] = {}
        for low in self.entries:
            lengths.setdefault(low[:_HEAD], set()).add(len(low))
        self.lengths = {head: sorted(sizes, reverse=True) for head, sizes in lengths.items()}

    def find(self, text: str) -> Iterator[Found]:
        """The phrases in a text, the longest at each place, left to right."""
        folded, end = fold(text), 0
        for at in self._starts(folded.low):
            hit = self._at(folded.low, at) if at >= end else None
            if hit is None:
                continue
            form, end = hit
            for phrase, written, term, forbidden in self.entries[form]:
                if _as_written(written, folded.text[at : at + len(form)]):
                    yield Found(phrase, folded.span(at, end), term, forbidden)

    def _starts(self, low: str) -> Iterable[int]:
        """Where a phrase may start: with a word, and without blanks anywhere but inside a Latin word."""
        return (match.start() for match in (_WORD if self.spaced else _PART).finditer(low))

    def _at(self, low: str, at: int) -> tuple[str, int] | None:
        for head in (low[at : at + size] for size in range(_HEAD, 0, -1)):
            for length in self.lengths.get(head, ()):
                form = low[at : at + length]
                if form in self.entries and (stop := self._end(low, at + length)) is not None:
                    return form, stop
        return None

    def _end(self, low: str, end: int) -> int | None:
        """Where the word ends that a phrase ends in, if the phrase may end so."""
        if unicodedata.category(low[end - 1]) in _FREE_ENDS:
            return end
        stop = end
        while stop < len(low) and stop - end <= _HEAD and low[stop].isalpha() and (self.spaced or low[stop].isascii()):
            stop += 1
        after = low[stop : stop + 1]
        return stop if low[end:stop] in self.endings and not (after.isalnum() and after.isascii()) else None


def _as_written(form: str, words: str) -> bool:
    """A word with a capital is a name (Windows) and found as it is written; phrases are found in any case."""
    return " " in form or form == form.lower() or words == form or words.isupper()


def words_of(table: Mapping[str, tuple[str, ...]], lang: str) -> tuple[str, ...]:
    """The terms for a language: those of its very code, else of the same language elsewhere, and those of every one."""
    own = table.get(lang)
    if own is None:
        home = languages.base(lang)
        own = tuple(
            w for code, words in table.items() if code not in ("", ANY) and languages.base(code) == home for w in words
        )
    return (*own, *table.get(ANY, ()))


@lru_cache(64)
def phrases_of(glossary: Glossary, lang: str, source: bool) -> Phrases:
    """The phrases of a glossary in a language. source: as of a source, where the language of a term may be unnamed."""
    found = []
    for term in glossary.terms:
        right = (*words_of(term.terms, lang), *(term.terms.get("", ()) if source else ()))
        found += [(word, term, False) for word in right]
        found += [(word, term, True) for word in words_of(term.forbidden, lang)]
    return Phrases(found, lang)


def stands(phrase: str, low: str, bare: str) -> bool:
    """Whether a rendering stands in a text, in whatever form: all its longer words by their stems, in any order.

    low: the folded text; bare: bared(low).
    """
    form = fold(phrase).low
    if form in low or form.replace(" ", "") in low.replace(" ", ""):
        return True
    words = [word for word in form.split() if len(word) > _HEAD]
    return bool(words) and all(_stem(bared(word)) in bare for word in words)


def bared(low: str) -> str:
    """Letters without their marks: the stem of Band is in Bänder."""
    return (
        low if low.isascii() else "".join(c for c in unicodedata.normalize("NFD", low) if not unicodedata.combining(c))
    )


def _stem(word: str) -> str:
    return word[: max(_HEAD, len(word) * 2 // 3)]
