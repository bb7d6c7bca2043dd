"""What goes on counting behind a unit: 50元6角3分, 3割8分7厘, 七成半, 一米八."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from ..model import Kind
from .following import follow
from .neighbours import Context, mark
from .numeral import Numeral
from .quantity import Quantity

_TENTHS = (("hundredth", Decimal(1)), ("thousandth", Decimal("0.1")))


def adds_tail(left: Quantity, numerals: Sequence[Numeral], i: int, context: Context) -> int:
    """Adds the numerals behind i to the quantity, and says how many they were."""
    if (
        context.language.spaced
        or left.numeral.value is None
        or left.numeral.upper is not None
        or i + 1 >= len(numerals)
    ):
        return 0
    if left.tenths:
        taken = _tenths(left, numerals, i, context)
    elif left.unit == "second":
        return _hundredths(left, numerals[i + 1], context)
    elif left.kind is Kind.MONEY or left.unit == "meter":
        taken = _parts(left, numerals, i, context)
    else:
        return 0
    if taken:
        follow(left, context)
    return taken


def _tenths(left: Quantity, numerals: Sequence[Numeral], i: int, context: Context) -> int:
    """Hundredths and thousandths behind tenths, or half a tenth."""
    taken = 0
    for role, size in _TENTHS:
        if i + 1 + taken >= len(numerals) or context.gap(left.end, numerals[i + 1 + taken].start):
            break
        numeral = numerals[i + 1 + taken]
        hit = context.after(numeral.end)
        if numeral.role == "fraction" and numeral.value and size == 1:
            return _add(left, numeral.value * 10, size, numeral.end)
        if hit and mark(hit[1], role) and _digits(numeral, context):
            taken += _add(left, (numeral.value or Decimal(0)) * size, size, hit[0])
    return taken or _short(left, numerals[i + 1], Decimal(10), context)


def _parts(left: Quantity, numerals: Sequence[Numeral], i: int, context: Context) -> int:
    """Cents behind dollars, 角 and 分 behind 元: each part smaller than the one before."""
    taken, smallest = 0, Decimal(1)
    while left.kind is Kind.MONEY and i + 1 + taken < len(numerals):
        numeral = numerals[i + 1 + taken]
        gap = context.gap(left.end, numeral.start)
        if gap and gap not in context.language.joiners and gap not in context.language.mixed:
            break
        hit = context.after(numeral.end) if numeral.role == "number" else None
        part = mark(hit[1], "subunit") if hit else None
        if hit is None or part is None or not part.value or numeral.value is None or numeral.upper is not None:
            break
        size = 1 / part.value
        if not numeral.value * size < smallest > size:
            break
        taken += _add(left, numeral.value * size, size, hit[0])
        smallest = size
    if i + 1 + taken < len(numerals):
        taken += _short(left, numerals[i + 1 + taken], smallest, context)
    return taken


def _short(left: Quantity, numeral: Numeral, whole: Decimal, context: Context) -> int:
    """A sign right behind a unit counts its tenths, where the language has it so: 一米七五, 五块三."""
    if not context.language.short_tail or left.end != numeral.start or context.after(numeral.end):
        return 0
    digits = _digits(numeral, context)
    if not digits:
        return 0
    size = whole.scaleb(-len(digits))
    return _add(left, int(digits) * size, size, numeral.end)


def _hundredths(left: Quantity, numeral: Numeral, context: Context) -> int:
    """Times of sport: 9秒58."""
    if left.end != numeral.start or numeral.end - numeral.start != 2 or context.after(numeral.end):
        return 0
    digits = _digits(numeral, context)
    return _add(left, int(digits) * Decimal("0.01"), Decimal("0.01"), numeral.end) if digits else 0


def _digits(numeral: Numeral, context: Context) -> str:
    """One or two signs that are a digit each, else nothing."""
    signs = context.low[numeral.start : numeral.end]
    if numeral.role != "number" or len(signs) > 2:
        return ""
    values = [s if s.isdigit() else _digit(s, context) for s in signs]
    return "".join(values) if all(values) else ""


def _digit(sign: str, context: Context) -> str:
    marks = context.language.anchors.forms.get(sign, ())
    value = next((m.value for m in marks if m.role == "card"), None)
    return str(int(value)) if value is not None and 0 <= value < 10 else ""


def _add(left: Quantity, value: Decimal, step: Decimal, end: int) -> int:
    assert left.numeral.value is not None
    left.numeral.value += value if left.numeral.value >= 0 else -value
    left.numeral.step, left.end = step, end
    return 1
