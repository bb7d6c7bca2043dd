"""What every kind of date is made of: whole numbers in a range, years, what may stand between, the claim."""

from __future__ import annotations

from collections.abc import Sequence

from ..model import Claim, Kind
from .neighbours import BLANKS, Context
from .numeral import Numeral
from .years import common_year

Found = tuple[Claim, int]
"""A claim and the index of the numeral after it."""

YEARS = range(1000, 3000)

MONTHS = ("month", "month-short")


def moment(year: int | None = None, month: int | None = None, day: int | None = None) -> str:
    """ISO 8601, with "-" for what is not stated: 2022-08, --08-05, --08."""
    text = f"{year:04d}" if year is not None else "-"
    if month is not None:
        text += f"-{month:02d}"
    if day is not None:
        text += f"-{day:02d}" if month is not None else f"--{day:02d}"
    return text


def date_claim(context: Context, start: int, end: int, stated: str, spelled: bool = False) -> Claim:
    span = context.folded.span(start, end)
    return Claim(Kind.DATE, context.folded.text[start:end], span, moment=stated, spelled=spelled)


def whole_in(numeral: Numeral, allowed: range) -> int | None:
    if numeral.value is None or numeral.role not in ("number", "ordinal"):
        return None
    whole = int(numeral.value)
    return whole if whole in allowed and whole == numeral.value else None


def whole_year(numeral: Numeral, context: Context) -> int | None:
    year = whole_in(numeral, YEARS)
    return None if year is None else common_year(year, context.language)


def links(context: Context, left: int, right: int) -> bool:
    """Whether only what may stand inside a date stands between two places."""
    gap = context.low[left:right]
    word = gap.strip(BLANKS)
    if len(gap) > 12:
        return False
    return (
        word in ("", ",", ".", "/", "-")
        or gap in context.language.day_month
        or any(word == link.strip(BLANKS) for link in context.language.day_month)
        or word in context.language.linkers
        or word in context.language.determiners
    )


def year_at(numerals: Sequence[Numeral], i: int, end: int, context: Context) -> int | None:
    if i < len(numerals) and links(context, end, numerals[i].start):
        year = numerals[i]
        raw = context.low[year.start : year.end]
        grouped = raw[0].isdigit() and not raw.isdigit()  # 1 925 is an amount
        return whole_year(year, context) if year.upper is None and not year.scaled and not grouped else None
    return None
