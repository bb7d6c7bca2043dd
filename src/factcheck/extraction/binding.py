"""A numeral with what stands beside it: currency, unit, percent, hedge, and what it counts."""

from __future__ import annotations

from decimal import Decimal

from ..model import Claim, Hedge, Kind
from ..notation import quotient
from .following import follow, noun_after
from .leading import lead, small_word
from .neighbours import Context
from .numerals import Numeral
from .quantity import DURATIONS, Quantity


def bind(numeral: Numeral, context: Context) -> Quantity:
    """A numeral -> the quantity with signs and words of both sides."""
    quantity = Quantity(numeral, numeral.start, numeral.end)
    if numeral.unit:
        quantity.unit = numeral.unit
        quantity.kind = Kind.DURATION if numeral.unit in DURATIONS else Kind.MEASURE
    if numeral.hedge:
        quantity.hedge = Hedge(numeral.hedge)
    if numeral.role in ("ordinal", "fraction", "multiple"):
        quantity.kind = Kind.ORDINAL if numeral.role == "ordinal" else Kind.RATIO
    _negative(quantity, context)
    lead(quantity, context)
    _part(quantity, context)
    follow(quantity, context)
    return quantity


def _part(quantity: Quantity, context: Context) -> None:
    """ "nearly a third" is a part: no rank has a limit and an article. "about a third term" is left alone."""
    numeral = quantity.numeral
    if quantity.kind is not Kind.ORDINAL or not numeral.spelled or not numeral.value or numeral.value < 3:
        return
    if quantity.hedge in (None, Hedge.ABOUT) or small_word(context, numeral.start) not in context.language.articles:
        return
    quantity.kind = Kind.RATIO
    numeral.role, numeral.value = "fraction", quotient(Decimal(1), numeral.value)


def _negative(quantity: Quantity, context: Context) -> None:
    text, start = context.folded.text, quantity.start
    if (
        start
        and text[start - 1] in "-–"
        and not quantity.numeral.spelled
        and (start == 1 or text[start - 2] in " (\u00a0")
    ):
        quantity.numeral.value = -quantity.numeral.value if quantity.numeral.value is not None else None
        quantity.start -= 1


def claim(quantity: Quantity, context: Context) -> Claim:
    """A quantity -> its claim, with offsets of the original text."""
    numeral = quantity.numeral
    span = context.folded.span(quantity.start, quantity.end)
    return Claim(
        quantity.kind,
        context.folded.text[quantity.start : quantity.end],
        span,
        numeral.value,
        numeral.upper,
        quantity.unit,
        quantity.hedge,
        noun=noun_after(quantity.end, context),
        step=numeral.step,
        readings=numeral.others,
        spelled=numeral.spelled,
        aside=context.low[max(0, quantity.start - 1) : quantity.start] in ("(", "["),
    )
