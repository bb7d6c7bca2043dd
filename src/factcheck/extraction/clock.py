"""Numerals that state a time of day: 5.30pm, 17 Uhr 30, 午後5時半, half past five, noon."""

from __future__ import annotations

from collections.abc import Sequence

from ..model import Claim, Kind
from .date_parts import Found
from .hours import hour_and_part, whole_hour, written
from .minutes import minutes_behind
from .neighbours import Context, mark
from .numeral import Numeral
from .time_of_day import Time

_ROLES = frozenset({"noon", "midnight", "hour", "fraction", "clock", "number", "date", "ordinal"})


def time_at(numerals: Sequence[Numeral], i: int, context: Context) -> Found | None:
    """The time of day that starts at numeral i, if one does."""
    numeral = numerals[i]
    if numeral.role not in _ROLES:
        return None
    if numeral.role in ("noon", "midnight"):
        hour = 12 if numeral.role == "noon" else 0
        return _claim(context, Time(numeral.start, numeral.end, hour, 0, True), i + 1, spelled=True)
    if numeral.role == "hour" and numeral.value is not None:  # with the half of the day in one word
        return _claim(context, Time(numeral.start, numeral.end, int(numeral.value), 0, True), i + 1, spelled=True)
    if _half_of_next(numerals, i, context):
        return time_at(numerals, i + 1, context)
    time = written(numeral, context) or whole_hour(numeral, context) or hour_and_part(numeral, context)
    if time is None:
        return None
    following = i + 1
    if following < len(numerals) and (more := minutes_behind(numerals[following], time, context)):
        time.minute, time.end = more
        following += 1
    never = context.language.ordinal_hours and numeral.role != "ordinal"
    _half_of_day(time, numeral.spelled and (never or not context.language.spaced), context)
    if not time.sure or time.hour > 24 or time.minute > 59:
        return None
    return _claim(context, time, following)


def _claim(context: Context, time: Time, following: int, spelled: bool = False) -> Found:
    span = context.folded.span(time.start, time.end)
    text = context.folded.text[time.start : time.end]
    return Claim(Kind.TIME, text, span, moment=f"T{time.hour % 24:02d}:{time.minute:02d}", spelled=spelled), following


def _half_of_next(numerals: Sequence[Numeral], i: int, context: Context) -> bool:
    """Whether a word for a half belongs to the hour behind it: половина шестого is half past five."""
    if numerals[i].role != "fraction" or i + 1 >= len(numerals) or numerals[i + 1].role not in ("number", "ordinal"):
        return False
    lead = context.before(numerals[i + 1].start)
    return bool(lead and lead[0] == numerals[i].start and (mark(lead[1], "half-to") or mark(lead[1], "half-past")))


_EVENING = 6
"""The first hour of a night that begins before midnight."""


def _half_of_day(time: Time, spelled: bool, context: Context) -> None:
    """Morning or afternoon, before or after the time."""
    hit, lead = context.after(time.end), context.before(time.start)
    for half in ("night", "am", "pm"):
        behind, ahead = hit and mark(hit[1], half), lead and mark(lead[1], half)
        if behind and hit and mark(hit[1], "unit") and not time.sure:
            continue  # Russian "дня" is "days" as well as "in the afternoon"
        if not (behind or (ahead and time.sure)) or (spelled and not time.sure):
            continue
        time.sure = True
        if behind and hit:
            time.end = hit[0]
        elif lead:
            time.start = lead[0]
        if half == "night":  # one at night is past midnight, ten at night before it
            half = "pm" if _EVENING <= time.hour < 12 else "am"
        if half == "pm" and time.hour < 12:
            time.hour += 12
        elif half == "am" and time.hour == 12:
            time.hour = 0
        return
