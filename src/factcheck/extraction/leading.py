"""What stands before a number: currency signs, hedges, words that open a range, signs of rank."""

from __future__ import annotations

from collections.abc import Iterator

from ..languages import Mark, Marks
from ..model import Hedge, Kind
from .neighbours import BLANKS, Context, mark
from .numeral import Numeral
from .quantity import Quantity, like_year

_STATED = {"currency", "rate", "minus", "percent", "hedge", "ordinal", "none"}


def lead(quantity: Quantity, context: Context) -> None:
    """Currency signs, hedges and openers before the number, from the inside outwards.

    The quantity starts where the outermost mark stands that states something: "from" and "in" are no part of it.
    """
    start = quantity.start
    for roles in _marks_before(quantity, context):
        if roles & _STATED:
            start = quantity.start
    quantity.start = start


def _marks_before(quantity: Quantity, context: Context) -> Iterator[set[str]]:
    """The roles of each mark before the number, which the quantity has taken in."""
    skipped = False
    for _ in range(5):
        hit = context.before(quantity.start)
        if hit is None:
            if skipped or (place := _before_small_words(context, quantity.start)) is None:
                return
            hit, skipped = context.before(place), True
            if hit is None or not (mark(hit[1], "hedge") or mark(hit[1], "opener")):
                return
        if (sign := mark(hit[1], "currency")) and _no_currency(
            context.folded.text[hit[0] : quantity.start].strip(BLANKS), sign, context
        ):
            return
        if not _take_lead(quantity, hit):
            return
        yield {m.role for m in hit[1]}


def _before_small_words(context: Context, pos: int) -> int | None:
    """The place before what may stand between a hedge and its number: "at least the 3", 突破每桶80美元."""
    if word := small_word(context, pos):
        return pos - len(word) - 1
    for word in context.language.within_hedges:
        if context.low.endswith(word, 0, pos):
            return pos - len(word)
    return None


def _no_currency(form: str, sign: Mark, context: Context) -> bool:
    """Whether a word before a number is no currency: 元 of 地元3人 (one letter), "won" of "won 3 medals" (no
    capital), "Mall 3" (a code with a scale is written in capitals)."""
    if sign.value is not None:
        return not form.isupper()
    if not context.language.spaced:
        return len(form) == 1 and form.isalpha()
    return form.isascii() and form.isalpha() and form[0].islower()


def small_word(context: Context, pos: int) -> str:
    """An article or determiner right before pos: it may stand between a hedge and its number."""
    words = context.low[max(0, pos - 12) : pos].rstrip(BLANKS).rsplit(" ", 1)
    word = words[-1].rsplit("'", 1)[-1]
    small = (
        word in context.language.articles or word in context.language.determiners or word in context.language.linkers
    )
    return word if small and context.low[pos - 1 : pos] == " " else ""


def _rank(numeral: Numeral) -> bool:
    """Whether a number can be one of an order: whole, and without a scale word."""
    return not numeral.scaled and (numeral.value is None or numeral.value == int(numeral.value))


def _take_lead(quantity: Quantity, hit: tuple[int, Marks]) -> bool:
    start, marks = hit
    if (sign := mark(marks, "currency")) and not quantity.unit:
        quantity.unit, quantity.kind = sign.name, Kind.MONEY
        if sign.value is not None and quantity.numeral.value is not None:  # MEUR 60
            quantity.numeral.value *= sign.value
            quantity.numeral.step *= sign.value
            quantity.numeral.scaled = True
    elif sign := mark(marks, "rate"):
        quantity.rate = sign.name
    elif mark(marks, "minus") and quantity.numeral.value is not None:
        quantity.numeral.value = -abs(quantity.numeral.value)
    elif mark(marks, "hedge") and mark(marks, "year") and like_year(quantity.numeral):
        quantity.opened = False  # "hasta 2030" names a year, no limit
    elif (sign := mark(marks, "percent")) and not quantity.unit:
        quantity.unit, quantity.kind = sign.name, Kind.PERCENTAGE
    elif mark(marks, "hedge") and "year" in quantity.roles and like_year(quantity.numeral):
        return False  # "fewer than in 2019" compares
    elif (sign := mark(marks, "hedge")) and quantity.hedge is None:
        quantity.hedge = Hedge(sign.name)
        quantity.opened = mark(marks, "opener") is not None
    elif mark(marks, "ordinal") and quantity.kind is Kind.COUNT and _rank(quantity.numeral):
        quantity.kind = Kind.ORDINAL
    elif mark(marks, "opener"):
        quantity.opened = True
    elif not mark(marks, "year"):
        return False
    elif quantity.kind is Kind.ORDINAL and 1000 <= (quantity.numeral.value or 0) < 3000:
        quantity.kind = Kind.COUNT  # Latin names years in ordinals
    quantity.roles.update(m.role for m in marks)
    quantity.start = start
    return True
