"""Fractions that name their denominator first: 三分之二, 3分の2, 五又四分之一, 百分之二十, Turkish "in five two"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from ..comparison.notation import quotient
from ..model import Claim, Kind
from .binding import bind, negate
from .leading import lead
from .neighbours import BLANKS, Context, mark
from .numeral import Numeral
from .quantity import Quantity

_WORD = re.compile(r"[^\W\d_]+")


def fraction_at(numerals: Sequence[Numeral], i: int, context: Context) -> tuple[Claim, int] | None:
    """The fraction that starts at numeral i, alone or behind a whole number, and the index of the next numeral."""
    if fraction := _fraction(numerals, i, context):
        return fraction
    if not context.language.mixed or i + 1 >= len(numerals) or not _whole(numerals[i], numerals[i + 1], context):
        return None
    fraction = _fraction(numerals, i + 1, context) or _in_digits(numerals, i + 1, context)
    over = fraction[0] if fraction else None
    if fraction is None or over is None or over.value is None or not 0 < over.value < 1 or over.unit:
        return None
    left = Quantity(numerals[i], numerals[i].start, numerals[i].end)
    _lead(left, context)
    assert left.numeral.value is not None
    value = quotient(left.numeral.value + (over.value if left.numeral.value >= 0 else -over.value), Decimal(1))
    span = context.folded.span(left.start, context.folded.place(over.span[1]))
    text = context.folded.text[left.start : context.folded.place(over.span[1])]
    return Claim(Kind.COUNT, text, span, value, hedge=left.hedge, spelled=over.spelled), fraction[1]


def _fraction(numerals: Sequence[Numeral], i: int, context: Context) -> tuple[Claim, int] | None:
    if over := denominator_first(numerals, i, context):
        return over, i + 2
    return _in_case(numerals, i, context) if context.language.denominator_endings else None


def _in_digits(numerals: Sequence[Numeral], i: int, context: Context) -> tuple[Claim, int] | None:
    """1/2 behind a whole number: 1と1/2."""
    numeral = numerals[i]
    if numeral.role != "fraction" or numeral.spelled:
        return None
    span, text = context.folded.span(numeral.start, numeral.end), context.folded.text[numeral.start : numeral.end]
    return Claim(Kind.RATIO, text, span, numeral.value), i + 1


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
    if numerals[i + 1].value is None or not _at_once(context.gap(hit[0], numerals[i + 1].start), context):
        return None
    left = Quantity(numerals[i], numerals[i].start, numerals[i].end)
    _lead(left, context)
    return parts_of(left, bind(numerals[i + 1], context), over.name, context)


def _at_once(gap: str, context: Context) -> bool:
    """Whether nothing stands between, or just a minus in words."""
    return not gap or mark(context.language.before.forms.get(gap, ()), "minus") is not None


def _in_case(numerals: Sequence[Numeral], i: int, context: Context) -> tuple[Claim, int] | None:
    """A denominator with a case ending, right before its numerator: beşte iki, sekizde biri, 10'da 1'i."""
    bottom = numerals[i]
    value = bottom.value
    if bottom.role != "number" or value is None or value != int(value) or value < 2:
        return None
    end = bottom.end if bottom.spelled else context.case_ending(bottom.end)
    if not context.low.endswith(context.language.denominator_endings, bottom.start, end) or end >= len(context.low):
        return None
    if context.low[end] not in BLANKS:
        return None
    left = Quantity(bottom, bottom.start, bottom.end)
    if bottom.spelled and (one := _one(end + 1, context)):
        top, following = Numeral(end + 1, one, "number", Decimal(1), spelled=True), i + 1
    elif i + 1 < len(numerals) and numerals[i + 1].start == end + 1 and _top(numerals[i + 1], bottom, context):
        top, following = numerals[i + 1], i + 2
    else:
        return None
    _lead(left, context)
    return parts_of(left, bind(top, context), "", context), following


def _one(start: int, context: Context) -> int:
    """The end of a word for one that counts only behind a denominator, or 0."""
    match = _WORD.match(context.low, start)
    if match and (match.group() in context.language.ones or match.group() in context.language.articles):
        return match.end()
    return 0


def _top(numeral: Numeral, bottom: Numeral, context: Context) -> bool:
    """Whether a number is a numerator: smaller, and in digits with an ending of its own (2015'te 3 is a year)."""
    assert bottom.value is not None
    if numeral.role != "number" or numeral.value is None or not 0 < numeral.value < bottom.value:
        return False
    return bottom.spelled or (bottom.value <= 1000 and context.case_ending(numeral.end) > numeral.end)


def _lead(left: Quantity, context: Context) -> None:
    negate(left, context)
    lead(left, context)


def parts_of(left: Quantity, right: Quantity, name: str, context: Context) -> Claim:
    """left: the whole, which stands first or last. name: "percent" where parts of a hundred are percent."""
    bottom, top = left.numeral.value, right.numeral.value
    assert bottom
    assert top is not None
    if bottom < 0:
        bottom, top = -bottom, -top
    percent = name == "percent" and bottom == 100
    start, end = min(left.start, right.start), max(left.end, right.end)
    return Claim(
        Kind.PERCENTAGE if percent else Kind.RATIO,
        context.folded.text[start:end],
        context.folded.span(start, end),
        top if percent else quotient(top, bottom),
        unit="percent" if percent else "",
        hedge=left.hedge or right.hedge,
        spelled=right.numeral.spelled,
    )
