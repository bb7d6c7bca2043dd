"""Text -> claims, in one pass from left to right: atoms, numerals, then dates, times and quantities."""

from __future__ import annotations

from functools import lru_cache

from ..languages import Language, load
from ..model import Claim, Kind
from .atoms import atoms
from .clock import time_at
from .dates import ROMAN_SIGNS, date_at, roman_numerals
from .folding import fold
from .neighbours import Context
from .numerals import Numeral, compose
from .quantities import quantity_at

MOST = 2_000_000
"""Characters of one text that are read; what is longer is no article."""


def extract(text: str, lang: str) -> list[Claim]:
    """All claims that a text in a language states, in order; names are not among them (see extraction.names).

    Spans are offsets in `text`. Raises LanguageError for an unknown language.
    """
    return list(_extract(text[:MOST], load(lang)))


@lru_cache(maxsize=4096)
def _extract(text: str, language: Language) -> tuple[Claim, ...]:
    folded = fold(text)
    found = atoms(folded, language)
    context = Context(folded, language)
    numerals = compose(found, folded, language) if found else []
    if ROMAN_SIGNS.search(folded.text):
        numerals = _with_roman(numerals, context)
    return tuple(_claims(numerals, context))


def _with_roman(numerals: list[Numeral], context: Context) -> list[Numeral]:
    found = roman_numerals(context)
    if not found:
        return numerals
    busy = {place for n in numerals for place in range(n.start, n.end)}
    return sorted([*numerals, *(n for n in found if n.start not in busy)], key=lambda n: n.start)


def _claims(numerals: list[Numeral], context: Context) -> list[Claim]:
    claims: list[Claim] = []
    context.starts = frozenset(numeral.start for numeral in numerals)
    i = 0
    while i < len(numerals):
        numeral = numerals[i]
        context.taken = context.folded.place(claims[-1].span[1]) if claims else 0
        if found := (time_at(numerals, i, context) or date_at(numerals, i, context)):
            claims.append(found[0])
            i = found[1]
        elif numeral.role in ("number", "ordinal", "fraction", "multiple"):
            several, i = quantity_at(numerals, i, context)
            claims.extend(several)
        else:
            if numeral.role == "identifier":
                span = context.folded.span(numeral.start, numeral.end)
                claims.append(Claim(Kind.IDENTIFIER, context.folded.text[numeral.start : numeral.end], span))
            i += 1
    return claims
