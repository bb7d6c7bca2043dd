"""Numerals that state a time of day: 5.30pm, 17 Uhr 30, 午後5時半, half past five, noon."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from ..languages import Marks
from ..model import Claim, Kind
from ..notation import quotient
from .date_parts import Found
from .neighbours import Context, mark
from .numerals import Numeral

_SHAPE = re.compile(r"(\d{1,2})[.,:h](\d{2})(?::\d{2})?")

_PARTS = {quotient(Decimal(minutes), Decimal(60)): minutes for minutes in (15, 20, 30, 45)}
"""Parts of an hour and their minutes."""

_MINUTES = re.compile(r"[ \u00a0]?[0-5]\d(?!\d|[.,]\d)")


@dataclass(slots=True)
class _Time:
    start: int
    end: int
    hour: int
    minute: int
    sure: bool


def time_at(numerals: Sequence[Numeral], i: int, context: Context) -> Found | None:
    """The time of day that starts at numeral i, if one does."""
    numeral = numerals[i]
    if numeral.role in ("noon", "midnight"):
        hour = 12 if numeral.role == "noon" else 0
        return _claim(context, _Time(numeral.start, numeral.end, hour, 0, True), i + 1, spelled=True)
    if numeral.role == "hour" and numeral.value is not None:  # with the half of the day in one word
        return _claim(context, _Time(numeral.start, numeral.end, int(numeral.value), 0, True), i + 1, spelled=True)
    if _half_of_next(numerals, i, context):
        return time_at(numerals, i + 1, context)
    time = _written(numeral, context) or _hour(numeral, context) or _hour_and_half(numeral, context)
    if time is None:
        return None
    following = i + 1
    if following < len(numerals) and (more := _minutes(numerals[following], time, context)):
        time.minute, time.end = more
        following += 1
    never = context.language.ordinal_hours and numeral.role != "ordinal"
    _half_of_day(time, numeral.spelled and (never or not context.language.spaced), context)
    if not time.sure or time.hour > 24 or time.minute > 59:
        return None
    return _claim(context, time, following)


def _claim(context: Context, time: _Time, following: int, spelled: bool = False) -> Found:
    span = context.folded.span(time.start, time.end)
    text = context.folded.text[time.start : time.end]
    return Claim(Kind.TIME, text, span, moment=f"T{time.hour % 24:02d}:{time.minute:02d}", spelled=spelled), following


def _written(numeral: Numeral, context: Context) -> _Time | None:
    """17:30 anywhere; 17.30 and 17h30 where something beside says that it is a time."""
    text = context.folded.text
    match = _SHAPE.match(text, numeral.start)
    if not match or text[match.end() : match.end() + 1].isdigit():
        return None
    if numeral.role not in ("clock", "number", "date") or numeral.spelled or numeral.scaled:
        return None
    sign = text[match.end(1)]
    time = _Time(numeral.start, match.end(), int(match[1]), int(match[2]), numeral.role == "clock")
    hit, lead = context.after(match.end()), context.before(numeral.start)
    if sign == "," and not (sign in context.language.time_separators and hit and _timed(hit[1])):
        return None  # Bulgarian "17,30 часа"; most commas are decimal
    if hit and mark(hit[1], "clock") and not mark(hit[1], "unit"):
        time.sure, time.end = True, hit[0]
    said = (lead and any(mark(lead[1], role) for role in ("at", "am", "pm"))) or (hit and mark(hit[1], "at"))
    if said and sign in context.language.time_separators:
        time.sure = not (hit and any(m.role in _COUNTS and m.name != "hour" for m in hit[1]))
    if sign == "h" and "h" in context.language.time_separators:
        time.sure = True
    return time


_COUNTS = frozenset({"percent", "currency", "scale", "unit"})
"""What stands behind amounts: Hebrew "in 1.98 metres" is no time."""


def _timed(marks: Marks) -> bool:
    return any(mark(marks, role) for role in ("clock", "am", "pm", "night"))


def _hour(numeral: Numeral, context: Context) -> _Time | None:
    """A whole hour with a clock word, half past it, or one of the halves of the day."""
    if (
        numeral.role not in ("number", "ordinal")
        or numeral.value is None
        or not 0 <= numeral.value <= 24
        or numeral.scaled
    ):
        return None
    hit, lead = context.after(numeral.end), context.before(numeral.start)
    minute = _PARTS.get(numeral.value % 1, 0)
    sure = (hit and _clock_only(hit[1])) or (lead and mark(lead[1], "clock"))
    if numeral.value % 1 and (not minute or not sure or "." in context.low[numeral.start : numeral.end]):
        return None  # 5.5 is no time; Hindi "half and five o'clock" is
    time = _Time(numeral.start, numeral.end, int(numeral.value), minute, False)
    at = bool(lead and (mark(lead[1], "at") or mark(lead[1], "clock")))
    hours = hit and (mark(hit[1], "clock") or any(m.role == "unit" and m.name == "hour" for m in hit[1]))
    if hit and hours and (at or not mark(hit[1], "unit") or (context.language.spaced and _two_digits(hit[0], context))):
        time.sure, time.end = True, hit[0]
    elif lead and mark(lead[1], "clock") and (not hit or _no_unit(hit[1], numeral.end, hit[0], context)):
        time.sure = True
    elif numeral.role == "ordinal":  # Arabic "at the fifth hour"; French "vers le second poteau" is a place
        time.sure = at and context.language.ordinal_hours
    counted = hit and any(mark(hit[1], role) for role in ("unit", "percent", "currency", "scale"))
    if lead and (part := mark(lead[1], "half-past")) and not (counted and part.value != 30):
        time.sure, time.start, time.minute = True, lead[0], int(part.value or 30)
    elif lead and (part := mark(lead[1], "half-to")) and not counted:
        time.sure, time.start, time.minute, time.hour = True, lead[0], int(part.value or 30), (time.hour - 1) % 12
    return time


def _clock_only(marks: Marks) -> bool:
    return mark(marks, "clock") is not None and not mark(marks, "unit")


def _no_unit(marks: Marks, start: int, end: int, context: Context) -> bool:
    """Whether what follows an hour is a full stop, a hedge, a case ending or a half of the day: saat 8 "civarında",
    saat 9'da, pukul 10 "malam" (which counts nights as well)."""
    return (
        context.low[start:end] == "."
        or any(m.role in ("am", "pm", "night") for m in marks)
        or all(m.role in ("hedge", "year", "at") for m in marks)
    )


def _half_of_next(numerals: Sequence[Numeral], i: int, context: Context) -> bool:
    """Whether a word for a half belongs to the hour behind it: половина шестого is half past five."""
    if numerals[i].role != "fraction" or i + 1 >= len(numerals) or numerals[i + 1].role not in ("number", "ordinal"):
        return False
    lead = context.before(numerals[i + 1].start)
    return bool(lead and lead[0] == numerals[i].start and (mark(lead[1], "half-to") or mark(lead[1], "half-past")))


def _hour_and_half(numeral: Numeral, context: Context) -> _Time | None:
    """Greek "at five-and-a-half in the afternoon", Spanish "cinco y cuarto"; the half of the day has to be said."""
    value = numeral.value
    if numeral.role != "number" or value is None or not numeral.spelled or value > 13 or value % 1 not in _PARTS:
        return None
    time = _Time(numeral.start, numeral.end, int(value), _PARTS[value % 1], False)
    return time if _at(time, context) else None


def _two_digits(pos: int, context: Context) -> bool:
    """Whether minutes follow: 19 h 00."""
    match = _MINUTES.match(context.low, pos)
    hit = context.after(match.end()) if match else None  # "2 hours 58 minutes" is how long
    return bool(match) and not (hit and any(m.role == "unit" and m.name == "minute" for m in hit[1]))


def _minutes(numeral: Numeral, time: _Time, context: Context) -> tuple[int, int] | None:
    """-> (minute, end) of what follows the hour: 17 Uhr 30, 5時30分, 5時半."""
    gap, hit = context.gap(time.end, numeral.start), context.after(numeral.end)
    less = gap in context.language.less
    halved = hit is not None and any(mark(hit[1], role) for role in ("am", "pm", "night"))
    joined = halved and gap in context.language.joiners and _at(time, context)  # a las tres "y" diez de la tarde
    if time.minute or (gap and not less and not joined) or numeral.value is None:
        return None
    sure = time.sure or halved
    quarter = 15 if less and numeral.role == "ordinal" and numeral.value == 4 else 0  # las ocho menos cuarto
    if sure and (quarter or (numeral.role in ("fraction", "plus") and numeral.value in _PARTS)):
        minutes = quarter or _PARTS[numeral.value]
        return _less(time, minutes) if less else minutes, numeral.end
    if not time.sure and not (joined or (less and halved)):
        return None
    if numeral.role == "number" and numeral.value == int(numeral.value) and 0 <= numeral.value < 60:
        if hit and (mark(hit[1], "minute") or joined or (less and halved)):
            end = hit[0] if mark(hit[1], "minute") else numeral.end
            return _less(time, int(numeral.value)) if less else int(numeral.value), end
        bare = not numeral.spelled or (numeral.value >= 10 and not context.language.spaced)
        nothing = not hit or halved or any(m.role == "unit" and m.name == "hour" for m in hit[1])  # 19 h 00 heure d'été
        if nothing and bare and numeral.end - numeral.start == 2:
            return int(numeral.value), numeral.end
    return None


def _at(time: _Time, context: Context) -> bool:
    lead = context.before(time.start)
    return lead is not None and mark(lead[1], "at") is not None


def _less(time: _Time, minutes: int) -> int:
    """Arabic "five less a quarter" is 4:45."""
    time.hour = time.hour - 1 if time.hour else 23
    return 60 - minutes


_EVENING = 6
"""The first hour of a night that begins before midnight."""


def _half_of_day(time: _Time, spelled: bool, context: Context) -> None:
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
