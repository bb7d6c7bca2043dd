"""A numeral with what stands beside it: currency, unit, percent, hedge, and what it counts."""

from __future__ import annotations

from decimal import Decimal

from ..comparison.notation import quotient
from ..model import Claim, Hedge, Kind
from .following import follow, noun_after
from .leading import lead, small_word
from .neighbours import BLANKS, Context
from .numeral import Numeral
from .quantity import DURATIONS, Quantity


def bind(numeral: Numeral, context: Context) -> Quantity:
    """A numeral -> the quantity with signs and words of both sides."""
    quantity = Quantity(numeral, numeral.start, numeral.end)
    if numeral.unit:
        quantity.unit = numeral.unit
        quantity.kind = _kind(numeral.unit)
    if numeral.hedge:
        quantity.hedge = Hedge(numeral.hedge)
    if numeral.role in ("ordinal", "fraction", "multiple"):
        quantity.kind = Kind.ORDINAL if numeral.role == "ordinal" else Kind.RATIO
    negate(quantity, context)
    lead(quantity, context)
    _part(quantity, context)
    follow(quantity, context)
    return quantity


def _kind(unit: str) -> Kind:
    """The kind of an amount whose unit is part of its word: two dollars, fortnight."""
    if unit.isupper():
        return Kind.MONEY
    if unit in ("percent", "percentage-point"):
        return Kind.PERCENTAGE
    return Kind.DURATION if unit in DURATIONS else Kind.MEASURE


def _part(quantity: Quantity, context: Context) -> None:
    """ "nearly a third" is a part: no rank has a limit and an article. "about a third term" is left alone; "un
    cinquième des voix" is a part, "un cinquième mandat" is none."""
    numeral = quantity.numeral
    if quantity.kind is not Kind.ORDINAL or not numeral.spelled or not numeral.value or numeral.value < 3:
        return
    if small_word(context, numeral.start) not in context.language.articles:
        return
    if numeral.scaled:  # the article of "a hundred millionth" is one of the hundred
        return
    if quantity.hedge in (None, Hedge.ABOUT) and not _whole_follows(numeral.end, context):
        if context.language.denominators:  # "a third said no" may be either
            numeral.others = (quotient(Decimal(1), numeral.value),)
        return
    quantity.kind = Kind.RATIO
    numeral.others = (numeral.value,)
    numeral.role, numeral.value = "fraction", quotient(Decimal(1), numeral.value)


def _whole_follows(end: int, context: Context) -> bool:
    """Whether "of" stands behind an ordinal that may be a part, or no word."""
    language = context.language
    if not (language.parts or language.denominators):
        return False
    rest = context.low[end : end + 12].lstrip(BLANKS)
    return (rest[:1] != "-" and not rest[:1].isalnum()) or any(
        rest.startswith(linker) and (linker[-1] == "'" or not rest[len(linker) :][:1].isalpha())
        for linker in language.wholes
    )


_SIGNED = frozenset(" (\u00a0…")
_SIGNED_UNSPACED = frozenset(" (\u00a0:,=\u3001\u3002\u300c")


def negate(quantity: Quantity, context: Context) -> None:
    """Takes the minus sign before digits in."""
    text, start = context.folded.text, quantity.start
    if 1 < start < 5 and not quantity.numeral.spelled and text[start - 1] in BLANKS and text[:start].strip() == "-":
        _doubt_minus(quantity)
    if not start or text[start - 1] not in "-–" or quantity.numeral.spelled:
        return
    if start > 1 and not _opens(text[start - 2], quantity, context):
        return
    quantity.numeral.value = -quantity.numeral.value if quantity.numeral.value is not None else None
    quantity.start -= 1


def _doubt_minus(quantity: Quantity) -> None:
    """A hyphen and a blank at the start of the text: a minus, or the sign of a list."""
    numeral = quantity.numeral
    if numeral.value is not None:
        numeral.others = (*numeral.others, numeral.value)
        numeral.value = -numeral.value


def _opens(char: str, quantity: Quantity, context: Context) -> bool:
    """Whether a dash behind this character is a minus. Without blanks, behind hiragana, or behind an ideograph where a
    share or degrees follow (增长率为-5%); 神舟-15 is a name."""
    if context.language.spaced:
        return char in _SIGNED
    if char in _SIGNED_UNSPACED or "\u3040" <= char <= "\u309f":
        return True
    hit = context.after(quantity.numeral.end) if "\u3400" <= char <= "\u9fff" else None
    return bool(hit and any(m.role == "percent" or m.name in _DEGREES for m in hit[1]))


_DEGREES = ("celsius", "fahrenheit", "degree")


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
        readings=() if quantity.kind is Kind.MONEY and numeral.scaled else numeral.others,
        spelled=numeral.spelled,
        aside=context.low[max(0, quantity.start - 1) : quantity.start] in ("(", "["),
    )
