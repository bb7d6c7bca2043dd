"""Decades and centuries: the 1980s, the 19th century; and the 80s that are degrees."""

from __future__ import annotations

import re
from decimal import Decimal

from ..model import Claim, Hedge, Kind
from .date_parts import Found, date_claim, whole_in
from .neighbours import Context, mark
from .numeral import Numeral

_WORDS = re.compile(r"[^\W\d_]{3,20}")


def period(numeral: Numeral, i: int, context: Context) -> Found | None:
    """The century or the decade that a numeral names with a word beside it."""
    whole = whole_in(numeral, range(1, 3000))
    if whole is None:
        return None
    found = _century(whole, numeral, context) or _decade(whole, numeral, context)
    return (found, i + 1) if found else None


def _century(whole: int, numeral: Numeral, context: Context) -> Claim | None:
    """The 19th century, XIXe siècle, 第19世紀."""
    if whole > 30:
        return None
    hit, lead = context.after(numeral.end), context.before(numeral.start)
    if hit and mark(hit[1], "ordinal"):
        further = context.after(hit[0])
        hit = further if further and mark(further[1], "century") else hit
    if hit and mark(hit[1], "century"):
        return date_claim(context, numeral.start, hit[0], f"C{whole}")
    if lead and mark(lead[1], "century"):
        return date_claim(context, lead[0], numeral.end, f"C{whole}")
    return None


def _decade(whole: int, numeral: Numeral, context: Context) -> Claim | None:
    """The 1980s, the '80s, les années 80; the 80s are degrees where the weather is the matter."""
    if whole % 10 or not (10 <= whole < 100 or whole >= 1000):
        return None
    start, hit = numeral.start, context.after(numeral.end)
    if hit and mark(hit[1], "decade") and not (mark(hit[1], "unit") and whole < 20):
        if whole < 100 and _limited(start, context):
            return None
        if whole < 100 and _of_weather(start, context):
            return _degrees(whole, start, hit[0], context)
        return date_claim(context, start, hit[0], _first_year(whole))
    lead = context.before(start) or context.before(start - (context.low[start - 1 : start] == "'"))
    if lead and mark(lead[1], "decade"):
        return date_claim(context, lead[0], numeral.end, _first_year(whole))
    return None


def _first_year(whole: int) -> str:
    """The decade of a year, or of the last two digits of one: those up to 20 are of this century."""
    century = 0 if whole >= 1000 else 1900 if whole > 20 else 2000
    return f"{century + whole}s"


def _limited(start: int, context: Context) -> bool:
    """Whether a limit is joined to the number with a hyphen: the under-20s are no decade."""
    if context.low[start - 1 : start] != "-":
        return False
    hit = context.language.before.ending(context.low, context.folded.text, start - 1)
    return hit is not None and mark(hit[1], "hedge") is not None


def _of_weather(start: int, context: Context) -> bool:
    """Whether the text is about the weather: highs "in the 80s" are degrees."""
    if not context.language.weather or context.low[start - 1 : start] == "'":
        return False
    near = context.low[max(0, start - 80) : start + 80]
    return any(word in context.language.weather for word in _WORDS.findall(near))


def _degrees(tens: int, start: int, end: int, context: Context) -> Claim:
    span, text = context.folded.span(start, end), context.folded.text[start:end]
    value = Decimal(tens)
    return Claim(Kind.MEASURE, text, span, value, unit="degree", hedge=Hedge.ABOUT, step=Decimal(10))
