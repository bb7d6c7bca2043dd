"""The minutes behind an hour: 17 Uhr 30, 5時30分, 5時半, "five less a quarter"."""

from __future__ import annotations

from .neighbours import Context, mark
from .numeral import Numeral
from .time_of_day import MINUTES_OF_PART, Time, said_at


def minutes_behind(numeral: Numeral, time: Time, context: Context) -> tuple[int, int] | None:
    """-> (minute, end) of what follows the hour: 17 Uhr 30, 5時30分, 5時半."""
    gap, hit = context.gap(time.end, numeral.start), context.after(numeral.end)
    less = gap in context.language.less
    halved = hit is not None and any(mark(hit[1], role) for role in ("am", "pm", "night"))
    joined = halved and gap in context.language.joiners and said_at(time, context)  # a las tres "y" diez de la tarde
    if time.minute or (gap and not less and not joined) or numeral.value is None:
        return None
    sure = time.sure or halved
    quarter = 15 if less and numeral.role == "ordinal" and numeral.value == 4 else 0  # las ocho menos cuarto
    if sure and (quarter or (numeral.role in ("fraction", "plus") and numeral.value in MINUTES_OF_PART)):
        minutes = quarter or MINUTES_OF_PART[numeral.value]
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


def _less(time: Time, minutes: int) -> int:
    """Arabic "five less a quarter" is 4:45."""
    time.hour = time.hour - 1 if time.hour else 23
    return 60 - minutes
