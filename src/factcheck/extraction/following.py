"""What stands after a number: percent, currency, unit, rank, counters, hedges, the noun it counts."""

from __future__ import annotations

import re

from ..languages import Marks
from ..model import Hedge, Kind
from .neighbours import BLANKS, Context, mark
from .quantity import Quantity
from .sign_behind import take_follow

NOUN = re.compile(r"[ \u00a0-]?([^\W\d_]{1,40})")


def follow(quantity: Quantity, context: Context) -> None:
    """Signs, units and hedges after the number, from the inside outwards."""
    for _ in range(3):
        hit = context.after(quantity.end) or _past_article(quantity, context)
        if hit is None:
            break
        end, marks = hit
        if _joins_on(quantity.end, end, context) or not take_follow(quantity, marks, end, context):
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


def noun_after(end: int, context: Context) -> str:
    """What the number counts: the next word, or the next two signs of a script without blanks."""
    match = NOUN.match(context.low, end)
    if not match:
        return ""
    return match[1] if context.language.spaced else match[1][:2]
