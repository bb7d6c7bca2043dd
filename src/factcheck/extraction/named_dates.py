"""Dates with the name of a month: 5 August 2022, August 5, 2005 May 30, the first of October."""

from __future__ import annotations

from collections.abc import Sequence

from .date_parts import MONTHS, Found, date_claim, links, moment, whole_in, whole_year, year_at
from .months import first_of, plain_month
from .neighbours import Context, mark
from .numeral import Numeral
from .scores import starts_score


def day_first(numerals: Sequence[Numeral], i: int, context: Context) -> Found | None:
    """5 August 2022, the 5th of August."""
    day = whole_in(numerals[i], range(1, 32))
    if day is None or i + 1 >= len(numerals) or numerals[i + 1].role not in MONTHS:
        return None
    month = numerals[i + 1]
    end_of_day = numerals[i].end
    hit = context.language.after.at(context.low, context.folded.text, end_of_day)
    if hit and (mark(hit[1], "ordinal") or mark(hit[1], "day")):
        end_of_day = hit[0]
    if not links(context, end_of_day, month.start):
        return None
    year = year_at(numerals, i + 2, month.end, context)
    last = numerals[i + 2] if year else month
    assert month.value is not None
    return date_claim(context, numerals[i].start, last.end, moment(year, int(month.value), day)), i + (3 if year else 2)


def year_month_day(numerals: Sequence[Numeral], i: int, context: Context) -> Found | None:
    """2005 May 30: the order of a few languages, and of a date that was turned round. 2005 May: only the former."""
    year = whole_year(numerals[i], context) if not numerals[i].spelled and not numerals[i].scaled else None
    if year is None or i + 1 >= len(numerals) or numerals[i + 1].role not in MONTHS:
        return None
    month, last = numerals[i + 1], numerals[i + 2] if i + 2 < len(numerals) else None
    assert month.value is not None
    day = whole_in(last, range(1, 32)) if last and not last.spelled and not last.scaled else None
    if last is None or day is None or not links(context, month.end, last.start):
        if context.language.order != "ymd" or context.gap(numerals[i].end, month.start) not in ("", "."):
            return None
        return date_claim(context, numerals[i].start, month.end, moment(year, int(month.value))), i + 2
    if not links(context, numerals[i].end, month.start):
        return None
    if year_at(numerals, i + 3, last.end, context) or starts_score(numerals, i + 2, context):
        return None  # the day and the year behind it are one date
    return date_claim(context, numerals[i].start, last.end, moment(year, int(month.value), day)), i + 3


def named_day(numerals: Sequence[Numeral], i: int, context: Context) -> Found:
    """A day of the year that has a name, as in the Roman calendar, and perhaps its year."""
    day = numerals[i]
    month, number = divmod(int(day.value or 0), 100)
    year = year_at(numerals, i + 1, day.end, context)
    end = numerals[i + 1].end if year else day.end
    return date_claim(context, day.start, end, moment(year, month, number)), i + (2 if year else 1)


def month_first(numerals: Sequence[Numeral], i: int, context: Context) -> Found | None:
    """August 5, 2022, August 2022, or August alone."""
    month = numerals[i]
    assert month.value is not None
    year = year_at(numerals, i + 1, month.end, context)
    if (start := first_of(month, context)) is not None:
        end = numerals[i + 1].end if year else month.end
        return date_claim(context, start, end, moment(year, int(month.value), 1)), i + (2 if year else 1)
    if year:
        return date_claim(context, month.start, numerals[i + 1].end, moment(year, int(month.value))), i + 2
    if found := _day_behind(numerals, i, context):
        return found
    if plain_month(month, context):
        return date_claim(context, month.start, month.end, moment(None, int(month.value)), True), i + 1
    return None


def _day_behind(numerals: Sequence[Numeral], i: int, context: Context) -> Found | None:
    """August 5, with its year where one follows."""
    month, following = numerals[i], numerals[i + 1] if i + 1 < len(numerals) else None
    if following is None or following.spelled or following.scaled or not links(context, month.end, following.start):
        return None
    day, beside = whole_in(following, range(1, 32)), context.after(following.end)
    if not day or (beside and any(m.role in _NO_DAY for m in beside[1])):
        return None
    if starts_score(numerals, i + 1, context) or _day_of_next(numerals, i, context):
        return None
    end = beside[0] if beside and mark(beside[1], "ordinal") else following.end
    year = year_at(numerals, i + 2, end, context)
    end = numerals[i + 2].end if year else end
    return date_claim(context, month.start, end, moment(year, int(month.value or 0), day)), i + (3 if year else 2)


_NO_DAY = frozenset({"percent", "currency", "unit", "am", "pm", "night"})
"""What says of the number behind a month that it is no day."""


def _day_of_next(numerals: Sequence[Numeral], i: int, context: Context) -> bool:
    """ "Theresa May, 29 September": the day belongs to what follows."""
    end = numerals[i].end
    return i + 2 < len(numerals) and numerals[i + 2].role in MONTHS and context.low[end : end + 1] == ","
