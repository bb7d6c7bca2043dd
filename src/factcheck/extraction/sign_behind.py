"""What a sign behind a number means there: a currency, a unit, a rank, a hedge, or nothing."""

from __future__ import annotations

from decimal import Decimal

from ..languages import Mark, Marks
from ..model import Hedge, Kind
from .naming import name_quantity
from .neighbours import BLANKS, Context, mark
from .quantity import Quantity

_SUFFIXES = ("percent", "currency", "unit", "multiple", "ordinal", "counter", "closer")


def take_follow(quantity: Quantity, marks: Marks, end: int, context: Context) -> bool:
    if mark(marks, "minute") and context.taken and not context.gap(context.taken, quantity.start):
        quantity.unit, quantity.kind = "minute", Kind.DURATION  # 4小时18分: minutes behind hours
        return True
    sign = next((m for role in _SUFFIXES if (m := mark(marks, role))), None)
    if sign is not None and sign.name == "tenth" and quantity.end != quantity.numeral.end:
        sign = None  # 二八分成
    if sign is not None and sign.name == "tenth" and context.low[quantity.end] in BLANKS:
        sign = None if context.low[end : end + 1].isalpha() else sign
    apart = not context.language.spaced and context.low[quantity.end : quantity.end + 1] in BLANKS
    if apart and "counter" in quantity.roles and sign is not None and sign.role in ("unit", "currency"):
        return False  # 2급 살인: what is counted can't be years of age as well
    if sign is not None and sign.role == "currency" and end in context.starts and quantity.end != quantity.numeral.end:
        return False  # "1個¥100": the sign is of the number behind it
    if sign is not None and sign.role == "currency" and mark(marks, "counter") and _counts_on(end, context):
        sign = mark(marks, "counter")  # 10块金牌 are ten pieces, 10块 is money
    if sign is not None and sign.role == "unit" and "counter" in quantity.roles and "hedge" not in quantity.roles:
        return False  # 一处度假村 are no degrees
    if sign is not None and sign.role == "closer" and mark(marks, "hedge") and not quantity.opened:
        sign = None
    if sign is not None and sign.role == "ordinal" and not _ordinal_here(quantity, end, context):
        sign = mark(marks, "unit") or mark(marks, "counter")
    if _no_code(sign, context.folded.text[quantity.end : end]):
        return False
    if sign is not None and not (quantity.unit and sign.role in ("percent", "currency", "unit")):
        return name_quantity(quantity, sign)
    if (
        context.language.spaced
        and end + 1 in context.starts
        and mark(marks, "hedge")
        and not _leads(marks, end, context)
    ):
        return False  # "50 percent plus one vote"
    if (sign := mark(marks, "hedge")) and quantity.hedge is None:
        if context.leads_on(end) and _leads(marks, end, context):
            return False  # "vuodesta 2021 vähintään 7 miljardia": the hedge is of the number behind it
        quantity.hedge = Hedge(sign.name)
        return True
    if (sign := mark(marks, "scale")) and sign.value and sign.value >= 1000 and end - quantity.end > 3:
        return _scale_behind(quantity, sign.value)
    if (sign := mark(marks, "minus")) and quantity.unit:
        return not sign.name or context.low.endswith(f"{sign.name} ", 0, quantity.start)
    return bool(
        mark(marks, "currency")
        and quantity.kind is Kind.MONEY
        and quantity.end == quantity.numeral.end
        and end not in context.starts  # $5-$10
        and _same_currency(quantity, marks, end - quantity.end < 2)
    )


def _no_code(sign: Mark | None, written: str) -> bool:
    """Whether what looks like a code with a scale is a word: MALL would be millions of lek."""
    return sign is not None and sign.role == "currency" and sign.value is not None and not written.strip().isupper()


def _scale_behind(quantity: Quantity, scale: Decimal) -> bool:
    """The scale behind the currency: 75 USD million."""
    numeral = quantity.numeral
    if quantity.kind is not Kind.MONEY or numeral.scaled or numeral.value is None or quantity.end == numeral.end:
        return False
    numeral.value, numeral.step, numeral.others = numeral.value * scale, numeral.step * scale, ()
    numeral.scaled, numeral.factor = True, scale
    return True


def _counts_on(end: int, context: Context) -> bool:
    """Whether a noun follows, in a language without blanks."""
    return context.low[end : end + 1].isalpha() and end not in context.starts


def _leads(marks: Marks, end: int, context: Context) -> bool:
    """Whether a form that may stand after a number may stand before one as well."""
    lead = context.language.before.ending(context.low, context.folded.text, end)
    return lead is not None and bool({m.role for m in lead[1]} & {m.role for m in marks})


def _same_currency(quantity: Quantity, marks: Marks, one_letter: bool) -> bool:
    """ "$7 billion dollars" says its currency twice; "$7 Australian dollars" says which."""
    sign = mark(marks, "currency")
    if sign is not None and not one_letter:
        quantity.unit = sign.name
    return True


def _ordinal_here(quantity: Quantity, end: int, context: Context) -> bool:
    """A bare point makes an ordinal only between a short number and a word: "der 21. Mai", not the end of a
    sentence."""
    numeral = quantity.numeral
    if numeral.spelled and context.language.spaced:
        return False
    if numeral.value is None or numeral.value != int(numeral.value) or numeral.scaled:
        return False
    shortest = 3 if context.language.spaced else 2
    if context.low[quantity.end : quantity.end + 1] in BLANKS and end - quantity.end <= shortest:
        return False  # a short suffix stands directly at its digits; after a blank it is another word
    if context.folded.text[end - 1] != ".":
        return True
    following = context.folded.text[end : end + 2]
    return (
        quantity.end == numeral.end
        and numeral.value < 100
        and len(following) == 2
        and following[0] in BLANKS
        and following[1].isalpha()
    )
