"""What two numbers with a slash between them are: a fraction, a day and its month, a decimal, or a score."""

from __future__ import annotations

from decimal import Decimal

from ..comparison.notation import quotient
from ..languages import Language
from ..wording.folding import NBSP, Folded
from .atom import Atom
from .digit_patterns import FRACTION_SIGNS


def slashed(raw: str, start: int, end: int, folded: Folded, language: Language) -> Atom | None:
    """What a slash makes that is no fraction: a day and its month, or a decimal where that is how they are written."""
    if _day_before(folded, language, start):
        return Atom(start, end, "date")
    if not language.slash_decimal:
        return None
    top, _, bottom = raw.partition("/")
    part = (quotient(Decimal(top), Decimal(bottom)),) if 0 < int(top) < int(bottom) else ()
    return Atom(start, end, "digits", Decimal(f"{top}.{bottom}"), Decimal(1).scaleb(-len(bottom)), part)


def fraction(raw: str, start: int, end: int) -> Atom:
    top, _, bottom = FRACTION_SIGNS.get(raw, raw).partition("/")
    if Decimal(bottom) == 0:
        return Atom(start, end, "identifier")
    return Atom(start, end, "fraction", quotient(Decimal(top), Decimal(bottom)))


def improper(raw: str) -> bool:
    """Whether what looks like a fraction is a score: nobody writes 5/4 for one and a quarter."""
    top, slash, bottom = raw.partition("/")
    return bool(slash) and int(top) > int(bottom) > 0


def _day_before(folded: Folded, language: Language, start: int) -> bool:
    """Whether a word for "day" makes 30/4 a day and a month."""
    place = start - (folded.low[start - 1 : start] in (" ", NBSP))
    hit = language.before.ending(folded.low, folded.text, place) if place > 0 else None
    return hit is not None and any(mark.role == "day" for mark in hit[1])
