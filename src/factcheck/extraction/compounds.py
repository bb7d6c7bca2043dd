"""Words that number words have grown into: fünfundzwanzig, viisivuotias, пятилетний, aamuseitsemältä."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

from ..languages import Language
from ..languages.growth import COUNTED, SHORTEST
from .atom import Atom, marked
from .sums import Sum

_LONGEST = 120
"""Letters of such a word; finding its parts takes the third power of that."""
_PARTS = ("card", "scale", "both", "ordinal", "part")


@lru_cache(maxsize=20_000)
def grown(word: str, language: Language) -> tuple[Atom, ...]:
    """The atoms that a word states which no table lists, at places inside the word; () where it states none."""
    if not SHORTEST < len(word) <= _LONGEST or word in language.after.forms:
        return ()  # the word for decade is a unit, although ten years are in it
    if language.growth.adders and (sums := _exceeding(word, language)):
        return sums
    if language.compounds and (parts := _parts(word, language)) and len(parts) > 1:
        return parts
    return _counted(word, language) or _hour(word, language) or _ranked(word, language)


def _parts(word: str, language: Language, inside: bool = False) -> tuple[Atom, ...]:
    """The number words that a word is put together from. inside: more of the word follows, so that its last part may
    be one that never stands at the end."""
    forms = language.anchors.forms
    best: dict[int, tuple[Atom, ...]] = {len(word): ()}
    for start in range(len(word) - 1, -1, -1):
        for end in sorted((e for e in best if e > start), reverse=True):
            part = word[start:end]
            if start and part in language.joiners and best[end]:
                best[start] = best[end]
                break
            if atom := _part(part, start, end, language, inside or end < len(word)):
                best[start] = (atom, *best[end])
                break
            atoms_here = marked(start, end, forms[part]) if part in forms and len(part) > 1 else []
            if atoms_here and atoms_here[0].role in _PARTS:
                best[start] = (atoms_here[0], *best[end])
                break
    return best.get(0, ())


def _exceeding(word: str, language: Language) -> tuple[Atom, ...]:
    """A number and a larger one that it is added to: Sanskrit "five-exceeding-hundred" is 105. A rank may end it."""
    for adder, ending in language.growth.adders.items():
        place = word.find(adder)
        if place < 1 or (small := _value(word[:place] + ending, language)) is None:
            continue
        rest = word[place + len(adder) :]
        for end in range(len(rest), 0, -1):
            marks = language.after.forms.get(rest[end:], ())
            if end < len(rest) and not any(mark.role == "ordinal" for mark in marks):
                continue
            further = _exceeding(rest[:end], language)
            large = further[0].value if further else _scale(rest[:end], language) or _value(rest[:end], language)
            if large is not None and large > small:
                role = "card" if end == len(rest) else "ordinal"
                return (Atom(0, len(word), role, large + small, spelled=True),)
    return ()


def _scale(word: str, language: Language) -> Decimal | None:
    return next((mark.value for mark in language.anchors.forms.get(word, ()) if mark.role == "scale"), None)


def _part(part: str, start: int, end: int, language: Language, inside: bool) -> Atom | None:
    """A part that states a number only inside words: "kolmi" of kolmivuotias, the article in "einhundert"."""
    value = language.growth.heads.get(part) if inside else None
    if value is None and part in language.articles and (start or inside):
        value = Decimal(1)
    return None if value is None else Atom(start, end, "card", value, spelled=True)


def _counted(word: str, language: Language) -> tuple[Atom, ...]:
    """A number and what it counts in one word: viisivuotias, двухметровый, πεντάχρονος."""
    for length in language.growth.tail_lengths:
        unit = language.growth.tails.get(word[-length:]) if length < len(word) else None
        if unit is None or (value := _value(word[:-length], language)) is None:
            continue
        if unit == COUNTED:
            return (Atom(0, len(word), "card", value, spelled=True, last=True),)
        if unit:
            return (Atom(0, len(word), "amount", value, spelled=True, unit=unit),)
        return (Atom(0, len(word), "multiple", value, spelled=True),) if value > 1 else ()  # einfach is "simple"
    return ()


def _ranked(word: str, language: Language) -> tuple[Atom, ...]:
    """A rank and a superlative in one word: zweitgrößte."""
    if not language.growth.rank_tails or not word.endswith(language.growth.rank_tails):
        return ()
    rank = next((rank for head, rank in language.growth.ranks.items() if word.startswith(head)), None)
    return () if rank is None else (Atom(0, len(word), "ordinal", Decimal(rank), spelled=True),)


def _hour(word: str, language: Language) -> tuple[Atom, ...]:
    """A half of the day and an hour in one word: Finnish "at morning-seven"."""
    for head, half in language.growth.hours.items():
        if word.startswith(head) and (hour := _value(word[len(head) :], language)) is not None and 1 <= hour <= 12:
            return (Atom(0, len(word), "hour", hour % 12 + 12 * (half == "pm"), spelled=True),)
    return ()


def _value(word: str, language: Language) -> Decimal | None:
    """The whole number that a part of a word states."""
    parts = _parts(word, language, inside=True)
    total = Sum()
    if not parts or any(part.role in ("ordinal", "part") or not total.push(part) for part in parts):
        return None
    return total.value
