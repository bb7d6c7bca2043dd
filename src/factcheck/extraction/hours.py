"""The hour of a time of day: 17:30, 5.30pm, 17 Uhr, half past five, "at five and a quarter"."""

from __future__ import annotations

import re

from ..languages import Marks
from .neighbours import Context, mark
from .numeral import Numeral
from .time_of_day import COUNTS, MINUTES_OF_PART, Time, said_at

_SHAPE = re.compile(r"(\d{1,2})[.,:h](\d{2})(?::\d{2})?")

_MINUTES = re.compile(r"[ \u00a0]?[0-5]\d(?!\d|[.,]\d)")


def written(numeral: Numeral, context: Context) -> Time | None:
    """17:30 anywhere; 17.30 and 17h30 where something beside says that it is a time."""
    text = context.folded.text
    match = _SHAPE.match(text, numeral.start)
    if not match or text[match.end() : match.end() + 1].isdigit():
        return None
    if numeral.role not in ("clock", "number", "date") or numeral.spelled or numeral.scaled:
        return None
    sign = text[match.end(1)]
    time = Time(numeral.start, match.end(), int(match[1]), int(match[2]), numeral.role == "clock")
    hit, lead = context.after(match.end()), context.before(numeral.start)
    if sign == "," and not (sign in context.language.time_separators and hit and _timed(hit[1])):
        return None  # Bulgarian "17,30 часа"; most commas are decimal
    if hit and mark(hit[1], "clock") and not mark(hit[1], "unit"):
        time.sure, time.end = True, hit[0]
    said = (lead and any(mark(lead[1], role) for role in ("at", "am", "pm"))) or (hit and mark(hit[1], "at"))
    if said and sign in context.language.time_separators:
        time.sure = not (hit and any(m.role in COUNTS and m.name != "hour" for m in hit[1]))
    if sign == "h" and "h" in context.language.time_separators:
        time.sure = True
    return time


def _timed(marks: Marks) -> bool:
    return any(mark(marks, role) for role in ("clock", "am", "pm", "night"))


def whole_hour(numeral: Numeral, context: Context) -> Time | None:
    """A whole hour with a clock word, half past it, or one of the halves of the day."""
    if (
        numeral.role not in ("number", "ordinal")
        or numeral.value is None
        or not 0 <= numeral.value <= 24
        or numeral.scaled
    ):
        return None
    hit, lead = context.after(numeral.end), context.before(numeral.start)
    minute = MINUTES_OF_PART.get(numeral.value % 1, 0)
    sure = (hit and _clock_only(hit[1])) or (lead and mark(lead[1], "clock"))
    if numeral.value % 1 and (not minute or not sure or "." in context.low[numeral.start : numeral.end]):
        return None  # 5.5 is no time; Hindi "half and five o'clock" is
    time = Time(numeral.start, numeral.end, int(numeral.value), minute, False)
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


def hour_and_part(numeral: Numeral, context: Context) -> Time | None:
    """Greek "at five-and-a-half in the afternoon", Spanish "cinco y cuarto"; the half of the day has to be said."""
    value = numeral.value
    if (
        numeral.role != "number"
        or value is None
        or not numeral.spelled
        or value > 13
        or value % 1 not in MINUTES_OF_PART
    ):
        return None
    time = Time(numeral.start, numeral.end, int(value), MINUTES_OF_PART[value % 1], False)
    return time if said_at(time, context) else None


def _two_digits(pos: int, context: Context) -> bool:
    """Whether minutes follow: 19 h 00."""
    match = _MINUTES.match(context.low, pos)
    hit = context.after(match.end()) if match else None  # "2 hours 58 minutes" is how long
    return bool(match) and not (hit and any(m.role == "unit" and m.name == "minute" for m in hit[1]))
