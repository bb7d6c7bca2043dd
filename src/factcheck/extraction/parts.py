"""Fractions that name their denominator first: 三分之二, 3分の2, 五又四分之一, 百分之二十."""

from __future__ import annotations

from collections.abc import Sequence

from ..model import Claim, Kind
from ..notation import quotient
from .binding import bind, negate
from .leading import lead
from .neighbours import BLANKS, Context, mark
from .numerals import Numeral
from .quantity import Quantity


def fraction_at(numerals: Sequence[Numeral], i: int, context: Context) -> tuple[Claim, int] | None:
    """The fraction that starts at numeral i, alone or behind a whole number, and the index of the next numeral."""
    if over := denominator_first(numerals, i, context):
        return over, i + 2
    if not context.language.mixed or i + 2 >= len(numerals) or not _whole(numerals[i], numerals[i + 1], context):
        return None
    over = denominator_first(numerals, i + 1, context)
    if over is None or over.value is None or not 0 < over.value < 1 or over.unit:
        return None
    left = Quantity(numerals[i], numerals[i].start, numerals[i].end)
    _lead(left, context)
    assert left.numeral.value is not None
    value = left.numeral.value + (over.value if left.numeral.value >= 0 else -over.value)
    span = context.folded.span(left.start, context.folded.place(over.span[1]))
    text = context.folded.text[left.start : context.folded.place(over.span[1])]
    return Claim(Kind.COUNT, text, span, value, hedge=left.hedge, spelled=over.spelled), i + 3


def _whole(numeral: Numeral, following: Numeral, context: Context) -> bool:
    """Whether a whole number with the word for "and" before its fraction stands here."""
    value = numeral.value
    return (
        numeral.role == "number"
        and value is not None
        and value == int(value)
        and context.gap(numeral.end, following.start) in context.language.mixed
    )


def denominator_first(numerals: Sequence[Numeral], i: int, context: Context) -> Claim | None:
    """The sign for "parts of" stands right at the number, before a unit is looked for."""
    place = numerals[i].end
    place += context.low[place : place + 1] in (*BLANKS,)
    hit = context.language.between.at(context.low, context.folded.text, place)
    over = mark(hit[1], "over") if hit else None
    if hit is None or over is None or i + 1 >= len(numerals) or not numerals[i].value:
        return None
    if numerals[i + 1].value is None or context.gap(hit[0], numerals[i + 1].start):
        return None
    left = Quantity(numerals[i], numerals[i].start, numerals[i].end)
    _lead(left, context)
    return parts_of(left, bind(numerals[i + 1], context), over.name, context)


def _lead(left: Quantity, context: Context) -> None:
    negate(left, context)
    lead(left, context)


def parts_of(left: Quantity, right: Quantity, name: str, context: Context) -> Claim:
    """name: "percent" where parts of a hundred are percent."""
    bottom, top = left.numeral.value, right.numeral.value
    assert bottom
    assert top is not None
    if bottom < 0:
        bottom, top = -bottom, -top
    percent = name == "percent" and bottom == 100
    span = context.folded.span(left.start, right.end)
    return Claim(
        Kind.PERCENTAGE if percent else Kind.RATIO,
        context.folded.text[left.start : right.end],
        span,
        top if percent else quotient(top, bottom),
        unit="percent" if percent else "",
        hedge=left.hedge or right.hedge,
        spelled=right.numeral.spelled,
    )
