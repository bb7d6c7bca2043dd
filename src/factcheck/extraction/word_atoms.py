"""Number words, months and their like, in languages with and without blanks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from ..languages import Language, Marks
from ..languages.language import TELLING, Starts
from ..wording.folding import Folded
from .atom import Atom, marked
from .coins import is_coin
from .compounds import grown
from .ones import one
from .phrase_parts import ends_number, starts_inside
from .sign_atoms import sign_atoms
from .unit_wins import unit_wins

_WORD = re.compile(r"[^\W\d_]+")

_SIGNS = ".,;:!?\"'()-–"
_MOST, _LONGEST = 20_000, 40
"""Different words of a language that are remembered, and their letters."""

_INDIC = re.compile(r"[\u0900-\u0dff]")

_INDIC_WORD = re.compile(r"(?:[^\W\d_]|[\u0900-\u0963\u0970-\u0dff])+")


def word_atoms(folded: Folded, language: Language) -> list[Atom]:
    if not language.spaced:
        return sign_atoms(folded, language)
    found: list[Atom] = []
    low, pos, clitics = folded.low, 0, language.clitics
    for start, word, starts in _candidates(low, language):
        if start < pos:
            continue
        stop = start + len(word)
        if (
            starts
            and (lengths := starts.possible(low, stop))
            and (hit := language.anchors.of_lengths(lengths, low, folded.text, start))
        ) or (clitics and (hit := _after_clitic(folded, language, start, word))):
            end, marks = hit
        elif language.growth.possible(word) and (parts := grown(word, language)):
            found.extend(part._replace(start=start, end=stop) for part in parts)
            continue
        else:
            before = found[-1] if found else None
            if word in language.articles and (atom := one(start, stop, before, folded, language)):
                found.append(atom)
            continue
        phrase = low[start:end]
        if marks[0].role in ("skip", "card") and (
            ends_number(phrase, start, found, language)
            or (marks[0].role == "skip" and found and starts_inside(found[-1], start, word, folded, language))
        ):
            end, marks = stop, language.anchors.forms[word]
        if low[end - 1] == "." and _ends_sentence(folded, language, start, end, marks):
            end, marks = stop, language.anchors.forms[word]
        pos = end
        here = marked(start, end, marks)
        if here and not unit_wins(here[0], folded, language) and not is_coin(here[0], found, folded, language):
            found.extend(here if low[start:end] not in language.last else [here[0]._replace(last=True)])
    return found


def _candidates(low: str, language: Language) -> Iterator[tuple[int, str, Starts | None]]:
    """The words at which a number may start, which are few: place, word, and the anchors that start so."""
    known, start = _pieces(language), 0
    for piece in low.split(" "):
        if words := known[piece]:
            for offset, word, starts, more in words:
                at, end = start + offset, start + offset + len(word)
                if more or starts is None or starts.needed is None or low[end : end + TELLING] in starts.needed:
                    yield at, word, starts
        start += len(piece) + 1
    if len(known) > _MOST:
        known.clear()


_Word = tuple[int, str, Starts | None, bool]
"""A word at which a number may start: its place in a piece, the word, the anchors that start so, and whether it holds a
number whatever stands behind it."""


_NONE: tuple[_Word, ...] = ()


class _Pieces(dict[str, tuple[_Word, ...]]):
    """What stands between blanks -> the words in it at which a number may start. Most have none, and most of a text
    stood in another before: so each is looked into once."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        self.language = language
        self.first = language.first_words
        self.grows = bool(language.growth.starts or language.clitics)

    def __missing__(self, piece: str) -> tuple[_Word, ...]:
        word, words = piece.strip(_SIGNS), _NONE
        if not word.isalpha() or word in self.first or (self.grows and _more(word, self.language)):
            words = tuple(_words(piece, self.language))
        if len(piece) <= _LONGEST:
            self[piece] = words
        return words


_pieces = lru_cache(maxsize=64)(_Pieces)


def _words(piece: str, language: Language) -> Iterator[_Word]:
    for match in _pattern(piece).finditer(piece):
        word = match.group()
        starts, more = language.first_words.get(word), _more(word, language)
        if more or starts is not None:
            yield match.start(), word, starts, more


def _more(word: str, language: Language) -> bool:
    """Whether a word that no number starts with holds one."""
    if language.growth.possible(word) and grown(word, language):
        return True
    return bool(language.clitics) and _behind_clitics(word, language) > 0


def _pattern(text: str) -> re.Pattern[str]:
    return _INDIC_WORD if not text.isascii() and _INDIC.search(text) else _WORD


def _ends_sentence(folded: Folded, language: Language, start: int, end: int, marks: Marks) -> bool:
    """Whether "sept." is the number seven and a full stop: an abbreviated month has a day or a year beside it."""
    if any(m.role != "month-short" for m in marks) or not language.anchors.forms.get(folded.low[start : end - 1]):
        return False
    return (
        not folded.low[max(0, start - 2) : start].strip()[-1:].isdigit()
        and not folded.low[end : end + 2].strip()[:1].isdigit()
    )


def _after_clitic(folded: Folded, language: Language, start: int, word: str) -> tuple[int, Marks] | None:
    """The form behind a word that is written together with it (Arabic "and", "with", "the")."""
    length = _behind_clitics(word, language)
    return language.anchors.at(folded.low, folded.text, start + length) if length else None


def _behind_clitics(word: str, language: Language) -> int:
    """Where in a word one starts that it is written together with, or 0."""
    for length in language.clitic_lengths:
        if word[:length] in language.clitics and word[length:] in language.first_words:
            return length
    return 0
