"""Numerals that state a date: one of the kinds, or none."""

from __future__ import annotations

from collections.abc import Sequence

from .date_parts import MONTHS, Found, date_claim
from .named_dates import day_first, month_first, named_day, year_month_day
from .neighbours import Context
from .numeral import Numeral
from .numeric_dates import numeric_date
from .periods import period
from .sign_dates import date_by_signs


def date_at(numerals: Sequence[Numeral], i: int, context: Context) -> Found | None:
    """The date that starts at numeral i, if one does."""
    numeral = numerals[i]
    if numeral.role == "date":
        return numeric_date(numeral, i, context)
    if numeral.role == "decade" and numeral.value is not None:
        return date_claim(context, numeral.start, numeral.end, f"{numeral.value}s", True), i + 1
    if numeral.role == "day" and numeral.value is not None:
        return named_day(numerals, i, context)
    if numeral.role in MONTHS:
        return month_first(numerals, i, context)
    if numeral.role not in ("number", "ordinal") or numeral.value is None:
        return None
    return (
        period(numeral, i, context)
        or day_first(numerals, i, context)
        or year_month_day(numerals, i, context)
        or date_by_signs(numerals, i, context)
    )
