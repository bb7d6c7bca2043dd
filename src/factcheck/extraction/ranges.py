"""Two numerals that are one range, and halves behind a unit."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from ..model import Claim, Kind
from .binding import bind
from .following import follow, noun_after
from .neighbours import BLANKS, Context, mark
from .numeral import Numeral
from .quantity import Quantity

_DASH = re.compile(r"[ \u00a0]?[–~][ \u00a0]?|-(?=[\d$€£¥])|[ \u00a0]-[ \u00a0](?=\d)")


_YEARS = range(1000, 3000)


def range_of(left: Quantity, numeral: Numeral, context: Context) -> list[Claim] | None:
    if left.numeral.value is None or left.numeral.role not in ("number", "ordinal"):
        return None
    end = _connector(left, numeral, context)
    if end is None and left.opened and _glued(left, numeral, context):
        end = numeral.start
    if end is None or numeral.start < end:
        return None
    right = bind_right(left, numeral, context)
    if right.start > end + 1 or context.gap(end, max(end, right.start)):
        return None
    if right.unit and "counter" in left.roles:
        return None  # "2,000 people - 15 percent of them"
    if _counts_other(left, right, context):
        return None
    low, high = left.numeral.value, right.numeral.value
    assert high is not None
    if left.unit and (right.unit != left.unit if right.unit else left.end > left.numeral.end):
        return None
    low, high = _spread(left, right, low, high)
    if left.kind is Kind.RATIO and right.kind is not Kind.RATIO:
        return None  # "three times to 30 million"
    if low == high or (left.kind is Kind.ORDINAL) != (right.kind is Kind.ORDINAL):
        return None
    unit, kind = (right.unit, right.kind) if right.unit else (left.unit, left.kind)
    if low > high and not right.unit:
        return None  # going down without a unit at the second, they are two: "$15 million to 40 countries"
    if unit == "year" and low in _YEARS and high in _YEARS:
        unit, kind = "", Kind.DATE  # 2019至2020年
    hedge = left.hedge or (right.hedge if right.start >= end else None)
    span = context.folded.span(left.start, right.end)
    return [
        Claim(
            kind,
            context.folded.text[left.start : right.end],
            span,
            low,
            high,
            unit,
            hedge,
            noun=noun_after(right.end, context),
            step=right.numeral.step,
            spelled=numeral.spelled,
        )
    ]


def _counts_other(left: Quantity, right: Quantity, context: Context) -> bool:
    """Whether two counted numbers count different things: 15곳에서 3명 is three people at 15 places."""
    if "counter" not in left.roles or "counter" not in right.roles or left.unit or context.language.spaced:
        return False
    counter = context.low[left.numeral.end : left.end].strip(BLANKS)[:1]
    return counter not in context.low[right.numeral.end : right.end]


def bind_right(left: Quantity, numeral: Numeral, context: Context) -> Quantity:
    """The second number of two: what belongs to the first can't belong to it as well. It may turn out to be no second
    number, so the numeral stays as it is."""
    taken, context.taken = context.taken, left.end
    right = bind(replace(numeral), context)
    context.taken = taken
    return right


def joins(context: Context, start: int, end: int) -> bool:
    """Whether just a dash or a word for a range stands between two places."""
    gap = context.gap(start, end)
    if gap in ("-", "–", "~"):
        return True
    hit = context.language.between.at(gap, gap, 0)
    return hit is not None and hit[0] == len(gap) and mark(hit[1], "range") is not None


def _glued(left: Quantity, numeral: Numeral, context: Context) -> bool:
    """Whether "and" is written together with the second number, as in Arabic."""
    joined = any(
        context.low.startswith(c, numeral.start) for c in context.language.clitics if c in context.language.joiners
    )
    return joined and not context.gap(left.end, numeral.start)


def _next_year(left: Numeral, right: Numeral) -> bool:
    """Season 2023/24."""
    if left.value is None or not 1900 <= left.value <= 2099 or left.spelled or right.spelled:
        return False
    return right.value in (left.value + 1, (left.value + 1) % 100)


def _connector(left: Quantity, numeral: Numeral, context: Context) -> int | None:
    """The end of what joins a range: a dash, a word such as "to", or "and" where the range is opened or closed."""
    for place in {left.end: 0, left.numeral.end: 0}:
        place = context.case_ending(place)
        if dash := _DASH.match(context.low, place):
            return dash.end()
        if context.low[place : place + 1] == "/" and _next_year(left.numeral, numeral):
            return place + 1
        gap = 1 if context.low[place : place + 1] in BLANKS and place < len(context.low) else 0
        hit = context.language.between.at(context.low, context.folded.text, place + gap)
        if hit and (
            mark(hit[1], "range") or (mark(hit[1], "and") and (left.opened or _closed(left, numeral, context)))
        ):
            return hit[0]
    return None


def _closed(left: Quantity, numeral: Numeral, context: Context) -> bool:
    """Whether what follows the second number says that it ends a range: Finnish 10 ja 15 prosentin "välillä"."""
    return "closer" in bind_right(left, numeral, context).roles


def _spread(left: Quantity, right: Quantity, low: Decimal, high: Decimal) -> tuple[Decimal, Decimal]:
    """ "2 to 4 million" is two million to four million; 1950-53 ends in 1953."""
    if (
        right.numeral.scaled
        and not left.numeral.scaled
        and right.numeral.factor > 1
        and low < high / right.numeral.factor
    ):
        low *= right.numeral.factor
    digits = right.numeral.end - right.numeral.start
    if 1000 <= low <= 2999 and 10 <= high < 100 and digits == 2 and low % 100 < high:
        high += low // 100 * 100
    return low, high


def adds_half(left: Quantity, numeral: Numeral, context: Context) -> bool:
    """ "three years and a half", 3年半: the half is of the unit before it."""
    half = numeral.role == "plus" or (numeral.role == "fraction" and not context.language.spaced)
    if not half or not left.unit or numeral.value is None or left.numeral.value is None:
        return False
    if context.gap(left.end, numeral.start) or numeral.value >= 1:
        return False
    left.numeral.value += numeral.value
    left.end = numeral.end
    follow(left, context)
    return True
