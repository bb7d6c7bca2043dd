"""Year, month and day named by the signs behind them: 2022年8月5日, 2022년 8월, 令和6年."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from ..model import Claim, Kind
from .date_parts import MONTHS, YEARS, Found, date_claim, moment, whole_in, whole_year
from .neighbours import Context, Hit, mark
from .numeral import Numeral
from .quantity import like_year
from .ranges import joins


def date_by_signs(numerals: Sequence[Numeral], i: int, context: Context) -> Found | None:
    """2022年8月5日, 2022년 8월: year, month and day named by what follows them."""
    stated: dict[str, int] = {}
    at, start, end = i, numerals[i].start, numerals[i].end
    for role, allowed in (("year", YEARS), ("month", range(1, 13)), ("day", range(1, 32))):
        if at >= len(numerals) or (stated and context.gap(end, numerals[at].start)):
            break
        hit = context.after(numerals[at].end) if role != "day" or "month" not in stated else _day(numerals[at], context)
        era = _era(numerals[at], context) if role == "year" else None
        value = era or (whole_year(numerals[at], context) if role == "year" else whole_in(numerals[at], allowed))
        doubtful = hit and (mark(hit[1], "hedge") or context.low[numerals[at].end] == "'")
        limit = doubtful and not like_year(numerals[at])  # "until 2030", but "up to 1500"; 2015'te, but 1000'de 1'i
        if value is not None and hit and mark(hit[1], role) and not _counted(numerals[at]) and not limit:
            stated[role], end, at = value, hit[0], at + 1
        elif value is not None and (stated or role == "month") and _shares(numerals, at, role, context):
            stated[role], end, at = value, numerals[at].end, at + 1
            break
    if not stated or (set(stated) == {"day"} and (context.language.spaced or _no_date(start, context))):
        return None
    if set(stated) == {"year"}:
        if at < len(numerals) and numerals[at].role in MONTHS and not context.gap(end, numerals[at].start):
            return _year_first(stated["year"], numerals, i, at, context)
        return _bare_year(stated["year"], numerals[i], i, end, context)
    weak = stated == {"day": 1}  # 1日 is a day as well as the first of the month
    return date_claim(context, start, end, moment(stated.get("year"), stated.get("month"), stated.get("day")), weak), at


def _day(numeral: Numeral, context: Context) -> Hit:
    """The sign behind a day that follows a month, where a longer form hides it: 8월 31일 전 is before the 31st."""
    hit = context.after(numeral.end)
    if hit and not mark(hit[1], "day"):
        sign = context.language.after.of_lengths((1,), context.low, context.folded.text, numeral.end)
        return sign if sign and mark(sign[1], "day") else hit
    return hit


def _counted(numeral: Numeral) -> bool:
    """Whether it has a scale and so is no date; 二千十八年 is a year, 二千年 are two thousand of them."""
    return numeral.scaled and not (numeral.spelled and numeral.value is not None and numeral.value % 100)


def _no_date(start: int, context: Context) -> bool:
    """Whether a word before days says that they are counted: 生後8日."""
    lead = context.before(start)
    return lead is not None and mark(lead[1], "none") is not None


def _shares(numerals: Sequence[Numeral], at: int, role: str, context: Context) -> bool:
    """Whether the sign for month or day stands only at the second of two numbers: 8月3〜5日, 1〜3月."""
    if role == "year" or at + 1 >= len(numerals) or not joins(context, numerals[at].end, numerals[at + 1].start):
        return False
    hit = context.after(numerals[at + 1].end)
    return bool(hit and mark(hit[1], role)) and whole_in(numerals[at + 1], range(1, 32)) is not None


def _year_first(year: int, numerals: Sequence[Numeral], i: int, at: int, context: Context) -> Found:
    """A year, then the name of a month, then perhaps a day."""
    month = numerals[at]
    assert month.value is not None
    following = numerals[at + 1] if at + 1 < len(numerals) else None
    day = whole_in(following, range(1, 32)) if following and not context.gap(month.end, following.start) else None
    last = following if following and day else month
    stated = moment(year, int(month.value), day)
    return date_claim(context, numerals[i].start, last.end, stated), at + (2 if day else 1)


def _era(numeral: Numeral, context: Context) -> int | None:
    """The year of a year counted in an era: 令和6年 is 2024."""
    lead = context.before(numeral.start)
    era = mark(lead[1], "era") if lead else None
    return int(era.value + numeral.value) if era and era.value and numeral.value and numeral.value < 100 else None


def _bare_year(year: int, numeral: Numeral, i: int, end: int, context: Context) -> Found:
    span = context.folded.span(numeral.start, end)
    text = context.folded.text[numeral.start : end]
    return Claim(Kind.DATE, text, span, value=Decimal(year), spelled=numeral.spelled), i + 1
