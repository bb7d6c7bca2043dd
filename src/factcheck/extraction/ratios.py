"""Two numerals that are a part and its whole: 3 of 11, one in five, one over twenty."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from ..comparison.notation import quotient
from ..languages import Marks
from ..model import Claim, Kind
from .binding import bind, claim
from .following import NOUN, noun_after
from .neighbours import Context, Hit, mark
from .numeral import Numeral
from .parts import parts_of
from .quantity import Quantity
from .ranges import bind_right

_RECENT = range(1900, 2100)


def ratio_of(left: Quantity, numeral: Numeral, context: Context) -> list[Claim] | None:
    """3 of 11 (both amounts are stated); one in five, one over twenty."""
    first, second = left.numeral.value, numeral.value
    if first is None or second is None or left.unit or left.kind is Kind.ORDINAL or numeral.role != "number":
        return None
    place = left.end
    gap = 1 if context.low[place : place + 1] == " " else 0
    hit = context.language.between.at(context.low, context.folded.text, place + gap) or _past_noun(left, context)
    if hit is None:
        return None
    between = context.gap(hit[0], numeral.start)
    if mark(hit[1], "share") and not between and (share := _share(left, numeral, hit[1], context)):
        return [share]
    if (over := mark(hit[1], "over")) and not between and first > 0:
        return [parts_of(left, bind(numeral, context), over.name, context)]
    if (by := mark(hit[1], "divided")) and not between and numeral.value:
        context.taken, taken = hit[0], context.taken  # "over" is no hedge here
        right = bind(replace(numeral), context)
        context.taken = taken
        counts = right.unit or right.end > numeral.end or noun_after(right.end, context)
        sure = right.start == numeral.start and not (by.name == "alone" and counts)
        return [parts_of(right, left, "", context)] if sure else None
    words = between.split()
    if (
        (of := mark(hit[1], "of"))
        and len(words) < 3
        and all(w in context.language.determiners for w in words)
        and not _year(numeral)
        and second == int(second)
        and (second <= first if of.name == "whole" else first <= second or second >= 2)
    ):
        right = bind_right(left, numeral, context)
        if not right.unit:
            left.kind = right.kind = Kind.RATIO
            return [claim(left, context), claim(right, context)]
    return None


def _year(numeral: Numeral) -> bool:
    """Whether a number is written as a year is: 85 "in 2019" are no part of 2019."""
    return not numeral.spelled and numeral.value in _RECENT and numeral.end - numeral.start == 4


def _past_noun(left: Quantity, context: Context) -> Hit:
    """What makes a share behind what is counted: 1 personne "sur" 5."""
    noun = NOUN.match(context.low, left.end) if left.numeral.value == 1 and not left.unit else None
    if noun is None or context.low[noun.end() : noun.end() + 1] != " ":
        return None
    hit = context.language.between.at(context.low, context.folded.text, noun.end() + 1)
    return hit if hit and mark(hit[1], "counted") else None


def _share(left: Quantity, numeral: Numeral, marks: Marks, context: Context) -> Claim | None:
    """One in five, as a share; what it is counted in stays its other reading, for texts that just say "of five"."""
    of = mark(marks, "of")
    whole, part = (left.numeral, numeral) if of and of.name == "whole" else (numeral, left.numeral)
    bottom = whole.value
    if part.value != 1 or bottom is None or bottom < 2 or bottom % 1 or left.kind is not Kind.COUNT:
        return None
    if _year(whole):
        return None  # the one in 2019
    right = bind_right(left, numeral, context)
    if right.unit or right.start < numeral.start or right.kind is not Kind.COUNT:
        return None
    start, end = left.start, right.end
    return Claim(
        Kind.RATIO,
        context.folded.text[start:end],
        context.folded.span(start, end),
        quotient(Decimal(1), bottom),
        hedge=left.hedge or right.hedge,
        noun=noun_after(end, context),
        readings=(bottom,),
        spelled=numeral.spelled,
    )
