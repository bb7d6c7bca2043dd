"""What stands after a number: percent, currency, unit, rank, counters, hedges, the noun it counts."""

from __future__ import annotations

import re
from decimal import Decimal

from ..languages import Mark, Marks
from ..model import Hedge, Kind
from .neighbours import BLANKS, Context, mark
from .quantity import DURATIONS, Quantity

_SUFFIXES = ("percent", "currency", "unit", "multiple", "ordinal", "counter", "closer")


NOUN = re.compile(r"[ \u00a0-]?([^\W\d_]{1,40})")


def follow(quantity: Quantity, context: Context) -> None:
    """Signs, units and hedges after the number, from the inside outwards."""
    for _ in range(3):
        hit = context.after(quantity.end) or _past_article(quantity, context)
        if hit is None:
            break
        end, marks = hit
        if _joins_on(quantity.end, end, context) or not _take_follow(quantity, marks, end, context):
            break
        if mark(marks, "minus") and quantity.numeral.value is not None:
            quantity.numeral.value = -abs(quantity.numeral.value)
        quantity.end = end
        quantity.roles.update(m.role for m in marks)
    if quantity.hedge is None and quantity.kind is Kind.COUNT and context.language.spaced:
        quantity.hedge = _behind_noun(quantity.end, context)


def _past_article(quantity: Quantity, context: Context) -> tuple[int, Marks] | None:
    """The unit behind the article of "half an hour", "two thirds of a mile"."""
    if quantity.numeral.role != "fraction" or context.low[quantity.end : quantity.end + 1] != " ":
        return None
    words = context.low[quantity.end + 1 : quantity.end + 16].split(" ")
    linked = words[0] in context.language.wholes and len(words) > 2
    if words[linked] not in context.language.articles:
        return None
    hit = context.after(quantity.end + sum(len(word) + 1 for word in words[: 1 + linked]))
    return hit if hit and any(m.role in ("unit", "percent") for m in hit[1]) else None


def _joins_on(start: int, end: int, context: Context) -> bool:
    """Whether what looks like a unit is the word of a range: Hindi "10 से 15", where "से" also abbreviates seconds."""
    word = context.gap(start, end)
    hit = context.language.between.at(word, word, 0)
    return hit is not None and hit[0] == len(word) and context.leads_on(end)


def _behind_noun(end: int, context: Context) -> Hedge | None:
    """The hedge behind the noun that is counted: "50 persone circa", "3 people or more"."""
    match = NOUN.match(context.low, end)
    hit = context.after(match.end()) if match and context.low[match.end() : match.end() + 1] in BLANKS else None
    sign = mark(hit[1], "hedge") if hit else None
    return Hedge(sign.name) if sign and hit and not context.leads_on(hit[0]) else None


def _take_follow(quantity: Quantity, marks: Marks, end: int, context: Context) -> bool:
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
        return _name(quantity, sign)
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


def _name(quantity: Quantity, sign: Mark) -> bool:
    if sign.role in ("counter", "closer"):
        return sign.role not in quantity.roles
    if sign.role == "ordinal":
        quantity.kind = Kind.ORDINAL
        return True
    if quantity.kind is Kind.ORDINAL:
        return False
    if sign.role == "multiple":
        quantity.kind = Kind.RATIO
        return True
    if sign.role == "percent" and sign.name == "tenth":
        quantity.numeral.value = quantity.numeral.value * 10 if quantity.numeral.value is not None else None
        quantity.unit, quantity.kind, quantity.tenths = "percent", Kind.PERCENTAGE, True
    elif sign.role == "percent" and sign.name == "left":
        _discount(quantity)
    elif sign.role == "percent":
        quantity.unit, quantity.kind = sign.name, Kind.PERCENTAGE
    elif sign.role == "currency":
        quantity.unit, quantity.kind = sign.name, Kind.MONEY
        if sign.value is not None and quantity.numeral.value is not None:  # 30 MUSD
            quantity.numeral.value *= sign.value
            quantity.numeral.step *= sign.value
            quantity.numeral.scaled = True
    else:
        quantity.unit = _at_rate(sign.name, quantity.rate)
        quantity.kind = Kind.DURATION if sign.name in DURATIONS else Kind.MEASURE
    return True


def _discount(quantity: Quantity) -> None:
    """八折 is 80 percent of the price, and 20 percent off: both readings are kept."""
    value = quantity.numeral.value
    if value is not None:
        value = value * 10 if value < 10 else value
        quantity.numeral.value, quantity.numeral.others = value, (100 - value,)
    quantity.unit, quantity.kind = "percent", Kind.PERCENTAGE


_LENGTHS = frozenset({"meter", "kilometer", "mile", "foot"})


def _at_rate(unit: str, rate: str) -> str:
    """A length behind a word for speed, or degrees behind the name of their scale; winds are told in metres a second
    and in miles an hour."""
    if unit == "degree" and rate in ("celsius", "fahrenheit"):
        return rate
    if unit not in _LENGTHS or not (rate == "wind" or rate.startswith("per-")):
        return unit
    if rate == "wind":
        rate = "per-second" if unit == "meter" else "per-hour"
    return f"{unit}-{rate}"


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


def noun_after(end: int, context: Context) -> str:
    """What the number counts: the next word, or the next two signs of a script without blanks."""
    match = NOUN.match(context.low, end)
    if not match:
        return ""
    return match[1] if context.language.spaced else match[1][:2]
