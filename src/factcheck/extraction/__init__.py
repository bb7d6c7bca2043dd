"""Text -> claims, in one pass from left to right: atoms, numerals, then dates, times and quantities."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from ..languages import Language, load
from ..model import Claim, Kind
from ..wording.folding import fold
from .atoms import atoms
from .clock import time_at
from .dates import date_at
from .magnitudes import Magnitude as Magnitude
from .magnitudes import magnitudes_of
from .neighbours import Context, mark
from .numeral import Numeral
from .numerals import compose
from .quantities import only_counts, quantity_at
from .ranges import joins
from .roman import ROMAN_SIGNS, roman_numerals
from .weekdays import Weekday as Weekday
from .weekdays import weekdays_of

MOST = 2_000_000
"""Characters of one text that are read; what is longer is no article."""


def extract(text: str, lang: str) -> list[Claim]:
    """All claims that a text in a language states, in order; names are not among them (see extraction.names).

    Spans are offsets in `text`. Raises LanguageError for an unknown language.
    """
    return list(_read(text[:MOST], load(lang)).claims)


def magnitudes(text: str, lang: str) -> tuple[Magnitude, ...]:
    """The vague amounts of a text ("millions of people"), in order, which are no claims. Raises LanguageError."""
    return _read(text[:MOST], load(lang)).magnitudes


def weekdays(text: str, lang: str) -> tuple[Weekday, ...]:
    """The weekdays that a text names, in order, which are no claims either. Raises LanguageError."""
    return _read(text[:MOST], load(lang)).weekdays


class _Reading(NamedTuple):
    claims: tuple[Claim, ...] = ()
    magnitudes: tuple[Magnitude, ...] = ()
    weekdays: tuple[Weekday, ...] = ()


_NOTHING = _Reading()


@lru_cache(maxsize=4096)
def _read(text: str, language: Language) -> _Reading:
    folded = fold(text)
    found = atoms(folded, language)
    roman = ROMAN_SIGNS.search(folded.text)
    if not found and not roman:
        return _NOTHING
    context = Context(folded, language)
    numerals = compose(found, folded, language)
    vague = magnitudes_of(found, numerals, folded, language, text)
    if roman:
        numerals = _with_roman(numerals, context)
    return _Reading(tuple(_claims(numerals, context)), vague, weekdays_of(found, folded, text, language))


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
        if numeral.start < context.taken:
            i += 1
        elif not only_counts(numerals, i, context) and (
            found := (time_at(numerals, i, context) or date_at(numerals, i, context))
        ):
            _append(claims, found[0], context)
            i = found[1]
        elif numeral.role in ("number", "ordinal", "fraction", "multiple", "amount"):
            several, i = quantity_at(numerals, i, context)
            claims.extend(several)
        else:
            if numeral.role == "identifier":
                span = context.folded.span(numeral.start, numeral.end)
                claims.append(Claim(Kind.IDENTIFIER, context.folded.text[numeral.start : numeral.end], span))
            i += 1
    return claims


def _append(claims: list[Claim], date: Claim, context: Context) -> None:
    """Puts a date behind the claims; two bare years with "to" between them are one span of years: 2008年至2012年."""
    before = claims[-1] if claims else None
    years = before and before.kind is date.kind is Kind.DATE and before.value and date.value and before.upper is None
    if before and years and before.value and date.value and before.value < date.value:
        start, end = context.folded.place(before.span[1]), context.folded.place(date.span[0])
        if joins(context, start, end):
            text = context.folded.text[context.folded.place(before.span[0]) : context.folded.place(date.span[1])]
            claims[-1] = replace(before, upper=date.value, span=(before.span[0], date.span[1]), text=text)
            return
    claims.append(_same_half(before, date, context) if before else date)


def _same_half(before: Claim, time: Claim, context: Context) -> Claim:
    """午後1時から3時: the second hour is in the afternoon as well, where the first one is said to be."""
    if before.kind is not Kind.TIME or time.kind is not Kind.TIME or time.moment >= "T12" or before.moment < "T12":
        return time
    start, end = context.folded.place(before.span[1]), context.folded.place(time.span[0])
    half = context.language.before.at(context.low, context.folded.text, context.folded.place(before.span[0]))
    if not half or not mark(half[1], "pm") or not joins(context, start, end):
        return time
    later = f"T{int(time.moment[1:3]) + 12}{time.moment[3:]}"
    return replace(time, moment=later) if later > before.moment else time
