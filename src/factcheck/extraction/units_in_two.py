"""Amounts said in two units: six feet two inches, 6-foot-2, three dollars fifty cents."""

from __future__ import annotations

import re
from decimal import Decimal

from ..comparison.notation import quotient
from ..model import Kind
from .neighbours import BLANKS, Context, mark
from .numeral import Numeral
from .quantity import Quantity
from .ranges import bind_right

_PARTS = {"foot": ("inch", 12), "meter": ("centimeter", 100), "pound": ("ounce", 16), "stone": ("pound", 14)}
_ENDS = re.compile(r"[ \u00a0]?(?:$|[.,;:!?)](?!\d))")
_SMALL = re.compile(r" \w{1,3}\b")
"""What 50 can't count: the end of a clause; directly behind the currency, a small word (1 euro 90 "le" litre)."""


def adds_part(left: Quantity, numeral: Numeral, context: Context) -> bool:
    """Adds the smaller unit that is said behind the larger one."""
    if numeral.value is None or left.numeral.value is None or left.numeral.value != int(left.numeral.value):
        return False
    if left.kind is Kind.MONEY:
        return _adds_cents(left, numeral, context)
    if left.unit not in _PARTS or numeral.role not in ("number", "amount"):
        return False
    part, whole = _PARTS[left.unit]
    gap = context.gap(left.end, numeral.start)
    right = bind_right(left, numeral, context)
    if not right.unit and (small := context.after(right.end)) and (sign := mark(small[1], "small-unit")):
        right.unit, right.end = sign.name, small[0]
    if right.unit != part and (beside := context.after(numeral.end)) and beside[0] == right.end:
        weight = any(m.role == "unit" and m.name == part for m in beside[1])  # 14 stone 6 "pounds"
        right.unit = part if weight else right.unit
    bare = not right.unit and (gap == "-" if left.unit == "foot" else _height(left, numeral, gap))
    if not (right.unit == part and (gap == "-" or _joined(gap, context))) and not bare:
        return False
    if right.start != numeral.start or not 0 <= numeral.value < whole:
        return False
    _add(left, numeral.value, whole, right.end)
    return True


def _height(left: Quantity, numeral: Numeral, gap: str) -> bool:
    """1 m 85, 2 Meter 3"""
    few = left.numeral.value is not None and left.numeral.value < 10
    return left.unit == "meter" and few and not gap and not numeral.spelled and numeral.end - numeral.start == 2


def _adds_cents(left: Quantity, numeral: Numeral, context: Context) -> bool:
    """Three dollars and fifty cents; 15 dollars 50, where nothing else follows that the 50 could count."""
    if numeral.role != "number" or left.numeral.scaled or numeral.value != int(numeral.value or 0):
        return False
    gap = context.gap(left.end, numeral.start)
    hit = context.after(numeral.end)
    part = mark(hit[1], "subunit") if hit else None
    if hit and part and part.value and 0 < (numeral.value or 0) < part.value and _joined(gap, context):
        _add(left, numeral.value or Decimal(0), int(part.value), hit[0])
        return True
    two = numeral.end - numeral.start == 2 or (numeral.spelled and 10 <= (numeral.value or 0) < 100)
    if hit and context.low[numeral.end : hit[0]].strip(BLANKS) == ".":
        hit = None  # the point that makes German ordinals
    bare = (
        (not gap or (gap in context.language.part_joiners and not left.opened)) and two and left.end > left.numeral.end
    )
    if (
        not bare
        or hit
        or not (_ENDS.match(context.low, numeral.end) or (not gap and _SMALL.match(context.low, numeral.end)))
    ):
        return False
    _add(left, numeral.value or Decimal(0), 100, numeral.end)
    return True


def _joined(gap: str, context: Context) -> bool:
    """Whether nothing or "and" stands between."""
    hit = context.language.between.at(gap, gap, 0) if gap else None
    words = context.language
    return not gap or gap in words.joiners or gap in words.part_joiners or (hit is not None and hit[0] == len(gap))


def _add(left: Quantity, value: Decimal, whole: int, end: int) -> None:
    assert left.numeral.value is not None
    small = value if left.numeral.value >= 0 else -value
    left.numeral.value = quotient(left.numeral.value * whole + small, Decimal(whole))
    left.numeral.step, left.numeral.others = Decimal(1) / whole, ()
    left.end = end
