"""Number words, months and their like, in languages with and without blanks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from ..languages import Language, Marks
from ..languages.growth import SHORTEST
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

_INDIC = re.compile(r"[\u0900-\u0dff]")

_INDIC_WORD = re.compile(r"(?:[^\W\d_]|[\u0900-\u0963\u0970-\u0dff])+")


def word_atoms(folded: Folded, language: Language) -> list[Atom]:
    if not language.spaced:
        return sign_atoms(folded, language)
    found: list[Atom] = []
    low, pos, clitics = folded.low, 0, language.clitics
    for match, starts in _candidates(low, language):
        if match.start() < pos:
            continue
        word = match.group()
        if (
            starts
            and (lengths := starts.possible(low, match.end()))
            and (hit := language.anchors.of_lengths(lengths, low, folded.text, match.start()))
        ) or (clitics and (hit := _after_clitic(folded, language, match.start(), word))):
            end, marks = hit
        elif word[:2] in language.growth.starts and (parts := grown(word, language)):
            found.extend(part._replace(start=match.start(), end=match.end()) for part in parts)
            continue
        else:
            before = found[-1] if found else None
            if word in language.articles and (atom := one(match.start(), match.end(), before, folded, language)):
                found.append(atom)
            continue
        phrase = low[match.start() : end]
        if marks[0].role in ("skip", "card") and (
            ends_number(phrase, match.start(), found, language)
            or (marks[0].role == "skip" and found and starts_inside(found[-1], match.start(), word, folded, language))
        ):
            end, marks = match.end(), language.anchors.forms[word]
        if low[end - 1] == "." and _ends_sentence(folded, language, match.start(), end, marks):
            end, marks = match.end(), language.anchors.forms[word]
        pos = end
        here = marked(match.start(), end, marks)
        if here and not unit_wins(here[0], folded, language) and not is_coin(here[0], found, folded, language):
            found.extend(here if low[match.start() : end] not in language.last else [here[0]._replace(last=True)])
    return found


def _candidates(low: str, language: Language) -> Iterator[tuple[re.Match[str], Starts | None]]:
    """The words at which a number may start, which are few, with the anchors that start so."""
    pattern = _INDIC_WORD if not low.isascii() and _INDIC.search(low) else _WORD
    first, grows, clitics = language.first_words, language.growth.starts, language.clitics
    for match in pattern.finditer(low):
        word = match.group()
        starts = first.get(word)
        if starts is None:
            idle = not (grows and len(word) > SHORTEST and word[:2] in grows and grown(word, language))
        else:
            idle = starts.needed is not None and low[(end := match.end()) : end + TELLING] not in starts.needed
        if not idle or (clitics and _behind_clitics(word, language)):
            yield match, starts


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


@lru_cache(maxsize=20_000)
def _behind_clitics(word: str, language: Language) -> int:
    """Where in a word one starts that it is written together with, or 0."""
    return next(
        (n for n in language.clitic_lengths if word[:n] in language.clitics and word[n:] in language.first_words), 0
    )
