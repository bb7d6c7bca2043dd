"""Dates in digits: 12.05.2024, 2024-05-12, 12.6. without a year."""

from __future__ import annotations

import re

from ..languages import Language
from ..model import Claim, Kind
from .date_parts import YEARS, Found, date_claim, moment
from .neighbours import Context
from .numeral import Numeral
from .years import common_year


def numeric_date(numeral: Numeral, i: int, context: Context) -> Found:
    """The date that digits state, or the code that they are where they can't be one."""
    start, end = numeral.start, numeral.end
    text = context.folded.text[start:end]
    year, month, day = _in_order([part for part in re.split(r"[./-]", text) if part], context.language)
    if 1 <= month <= 12 and 1 <= day <= 31 and (year is None or year in YEARS):
        return date_claim(context, start, end, moment(year, month, day)), i + 1
    return Claim(Kind.IDENTIFIER, text, context.folded.span(start, end)), i + 1


_NONE = (None, 0, 0)


def _in_order(raw: list[str], language: Language) -> tuple[int | None, int, int]:
    """-> (year, month, day); month and day 0 for 5.4.7, which is a version or a section."""
    parts = [int(part) for part in raw]
    if len(parts) == 2:
        return None, parts[1], parts[0]
    if len(raw[0]) == 4:
        return common_year(_four_digits(parts[0]), language), parts[1], parts[2]
    if len(raw[2]) not in (2, 4):
        return _NONE
    first, second, year = parts
    month_first = first <= 12 if language.order == "mdy" else second > 12 >= first
    month, day = (first, second) if month_first else (second, first)
    return common_year(_four_digits(year), language), month, day


def _four_digits(year: int) -> int:
    """24 is 2024, 70 is 1970."""
    return year if year >= 100 else year + (2000 if year < 70 else 1900)
