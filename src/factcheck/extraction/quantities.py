"""Numerals with what belongs to them: currency, unit, percent, hedge, what they count; ranges and ratios of two."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from ..languages import Mark, Marks
from ..model import Claim, Hedge, Kind
from .dates import MONTHS
from .neighbours import BLANKS, Context, mark
from .numerals import Numeral

DURATIONS = frozenset(
    [
        "millisecond",
        "second",
        "minute",
        "hour",
        "day",
        "night",
        "week",
        "fortnight",
        "month",
        "quarter",
        "year",
        "decade",
        "century",
    ]
)
_SUFFIXES = ("percent", "currency", "unit", "multiple", "ordinal", "counter", "closer")
_DASH = re.compile(r"[ \u00a0]?[–~][ \u00a0]?|-(?=\d)|[ \u00a0]-[ \u00a0](?=\d)")
_CAPITALISED = re.compile(r"([A-Z][A-Za-z]+)[ \u00a0-]$")
_NOUN = re.compile(r"[ \u00a0-]?([^\W\d_]{1,40})")


@dataclass(slots=True)
class Quantity:
    """A numeral with its neighbours, before it becomes a claim."""

    numeral: Numeral
    start: int
    end: int
    unit: str = ""
    kind: Kind = Kind.COUNT
    hedge: Hedge | None = None
    opened: bool = False
    rate: str = ""
    roles: set[str] = field(default_factory=set)


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
    _lead(quantity, context)
    _follow(quantity, context)
    return quantity


def _negative(quantity: Quantity, context: Context) -> None:
    text, start = context.folded.text, quantity.start
    if (
        start
        and text[start - 1] == "-"
        and not quantity.numeral.spelled
        and (start == 1 or text[start - 2] in " (\u00a0")
    ):
        quantity.numeral.value = -quantity.numeral.value if quantity.numeral.value is not None else None
        quantity.start -= 1


def _lead(quantity: Quantity, context: Context) -> None:
    """Currency signs, hedges and openers before the number, from the inside outwards."""
    skipped = False
    for _ in range(5):
        hit = context.before(quantity.start)
        if hit is None:
            if skipped or not (word := _small_word(context, quantity.start)):
                return
            quantity_start = quantity.start - len(word) - 1
            hit, skipped = context.before(quantity_start), True
            if hit is None or not (mark(hit[1], "hedge") or mark(hit[1], "opener")):
                return
        if mark(hit[1], "currency") and _no_currency(
            context.folded.text[hit[0] : quantity.start].strip(BLANKS), context
        ):
            return
        if not _take_lead(quantity, hit):
            return


def _no_currency(form: str, context: Context) -> bool:
    """Whether a word before a number is no currency: 元 of 地元3人 (one letter), "won" of "won 3 medals" (no
    capital)."""
    if not context.language.spaced:
        return len(form) == 1 and form.isalpha()
    return form.isascii() and form.isalpha() and form[0].islower()


def _like_year(numeral: Numeral) -> bool:
    value = numeral.value
    return (
        value is not None
        and 1900 <= value <= 2099
        and value == int(value)
        and not numeral.spelled
        and not numeral.scaled
    )


def _small_word(context: Context, pos: int) -> str:
    """An article or determiner right before pos: it may stand between a hedge and its number."""
    words = context.low[max(0, pos - 12) : pos].rstrip(BLANKS).rsplit(" ", 1)
    word = words[-1]
    small = (
        word in context.language.articles or word in context.language.determiners or word in context.language.linkers
    )
    return word if small and context.low[pos - 1 : pos] == " " else ""


def _take_lead(quantity: Quantity, hit: tuple[int, Marks]) -> bool:
    start, marks = hit
    if (sign := mark(marks, "currency")) and not quantity.unit:
        quantity.unit, quantity.kind = sign.name, Kind.MONEY
    elif sign := mark(marks, "rate"):
        quantity.rate = sign.name
    elif mark(marks, "minus") and quantity.numeral.value is not None:
        quantity.numeral.value = -abs(quantity.numeral.value)
    elif mark(marks, "hedge") and mark(marks, "year") and _like_year(quantity.numeral):
        quantity.opened = False  # "hasta 2030" names a year, no limit
    elif (sign := mark(marks, "percent")) and not quantity.unit:
        quantity.unit, quantity.kind = sign.name, Kind.PERCENTAGE
    elif (sign := mark(marks, "hedge")) and quantity.hedge is None:
        quantity.hedge = Hedge(sign.name)
        quantity.opened = mark(marks, "opener") is not None
    elif mark(marks, "ordinal") and quantity.kind is Kind.COUNT and not quantity.numeral.scaled:
        quantity.kind = Kind.ORDINAL
    elif mark(marks, "opener"):
        quantity.opened = True
    elif not mark(marks, "year"):
        return False
    quantity.roles.update(m.role for m in marks)
    quantity.start = start
    return True


def _follow(quantity: Quantity, context: Context) -> None:
    """Signs, units and hedges after the number, from the inside outwards."""
    for _ in range(3):
        hit = context.after(quantity.end) or _past_article(quantity, context)
        if hit is None:
            break
        end, marks = hit
        if _joins_on(quantity.end, end, context) or not _take_follow(quantity, marks, end, context):
            break
        quantity.end = end
        quantity.roles.update(m.role for m in marks)
    if quantity.hedge is None and quantity.kind is Kind.COUNT and context.language.spaced:
        quantity.hedge = _behind_noun(quantity.end, context)


def _past_article(quantity: Quantity, context: Context) -> tuple[int, Marks] | None:
    """The unit behind the article of "half an hour"."""
    if quantity.numeral.role != "fraction" or context.low[quantity.end : quantity.end + 1] != " ":
        return None
    word = context.low[quantity.end + 1 : quantity.end + 8].split(" ")[0]
    return context.after(quantity.end + 1 + len(word)) if word in context.language.articles else None


def _joins_on(start: int, end: int, context: Context) -> bool:
    """Whether what looks like a unit is the word of a range: Hindi "10 से 15", where "से" also abbreviates seconds."""
    word = context.gap(start, end)
    hit = context.language.between.at(word, word, 0)
    return bool(hit) and hit[0] == len(word) and context.leads_on(end)


def _behind_noun(end: int, context: Context) -> Hedge | None:
    """The hedge behind the noun that is counted: "50 persone circa", "3 people or more"."""
    match = _NOUN.match(context.low, end)
    hit = context.after(match.end()) if match and context.low[match.end() : match.end() + 1] in BLANKS else None
    sign = mark(hit[1], "hedge") if hit else None
    return Hedge(sign.name) if sign and hit and not context.leads_on(hit[0]) else None


def _take_follow(quantity: Quantity, marks: Marks, end: int, context: Context) -> bool:
    sign = next((m for role in _SUFFIXES if (m := mark(marks, role))), None)
    if sign is not None and sign.name == "tenth" and context.low[quantity.end] in BLANKS:
        sign = None
    if sign is not None and sign.role == "closer" and mark(marks, "hedge") and not quantity.opened:
        sign = None
    if sign is not None and sign.role == "ordinal" and not _ordinal_here(quantity, end, context):
        sign = mark(marks, "unit") or mark(marks, "counter")
    if sign is not None and not (quantity.unit and sign.role in ("percent", "currency", "unit")):
        return _name(quantity, sign)
    if (sign := mark(marks, "hedge")) and quantity.hedge is None:
        if context.leads_on(end) and _leads(marks, end, context):
            return False  # "vuodesta 2021 vähintään 7 miljardia": the hedge is of the number behind it
        quantity.hedge = Hedge(sign.name)
        return True
    return bool(
        mark(marks, "currency")
        and quantity.kind is Kind.MONEY
        and quantity.end == quantity.numeral.end
        and _same_currency(quantity, marks, end - quantity.end < 2)
    )


def _leads(marks: Marks, end: int, context: Context) -> bool:
    """Whether a form that may stand after a number may stand before one as well."""
    lead = context.language.before.ending(context.low, context.folded.text, end)
    return bool(lead) and bool({m.role for m in lead[1]} & {m.role for m in marks})


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
        quantity.unit, quantity.kind = "percent", Kind.PERCENTAGE
    elif sign.role == "percent":
        quantity.unit, quantity.kind = sign.name, Kind.PERCENTAGE
    elif sign.role == "currency":
        quantity.unit, quantity.kind = sign.name, Kind.MONEY
    else:
        quantity.unit = f"{sign.name}-{quantity.rate}" if quantity.rate and "-per-" not in sign.name else sign.name
        quantity.kind = Kind.DURATION if sign.name in DURATIONS else Kind.MEASURE
    return True


def _ordinal_here(quantity: Quantity, end: int, context: Context) -> bool:
    """A bare point makes an ordinal only between a short number and a word: "der 21. Mai", not the end of a
    sentence."""
    numeral = quantity.numeral
    if numeral.spelled or numeral.value is None or numeral.value != int(numeral.value) or numeral.scaled:
        return False
    if context.low[quantity.end : quantity.end + 1] in BLANKS and end - quantity.end < 4:
        return False  # a short suffix stands directly at its digits; after a blank it is another word
    if context.folded.text[end - 1] != ".":
        return True
    following = context.folded.text[end : end + 2]
    return numeral.value < 100 and len(following) == 2 and following[0] in BLANKS and following[1].isalpha()


def quantity_at(numerals: Sequence[Numeral], i: int, context: Context) -> tuple[list[Claim], int]:
    """The claims that start at numeral i, and the index of the next numeral."""
    if over := _denominator_first(numerals, i, context):
        return [over], i + 2
    left = bind(numerals[i], context)
    if _without_evidence(left, context):
        return [], i + 1
    if i + 1 < len(numerals) and (
        _adds_half(left, numerals[i + 1], context) or _adds_part(left, numerals[i + 1], context)
    ):
        i += 1
    if i + 1 < len(numerals) and numerals[i + 1].role in ("number", "fraction", "ordinal"):
        days = (
            i + 2 < len(numerals)
            and numerals[i + 2].role in MONTHS
            and not context.gap(numerals[i + 1].end, numerals[i + 2].start).strip(".")
        )
        joined = (not days and _range(left, numerals[i + 1], context)) or _ratio(left, numerals[i + 1], context)
        if joined:
            return joined, i + 2
    if _product(left, context):
        span = context.folded.span(left.start, left.end)
        return [Claim(Kind.IDENTIFIER, context.folded.text[left.start : left.end], span)], i + 1
    return [claim(left, context)], i + 1


def _denominator_first(numerals: Sequence[Numeral], i: int, context: Context) -> Claim | None:
    """三分之二, 3分の2: the sign for "parts of" stands right at the number, before a unit is looked for."""
    hit = context.language.between.at(context.low, context.folded.text, numerals[i].end)
    if hit is None or not mark(hit[1], "over") or i + 1 >= len(numerals) or not numerals[i].value:
        return None
    if numerals[i + 1].value is None or context.gap(hit[0], numerals[i + 1].start):
        return None
    left = Quantity(numerals[i], numerals[i].start, numerals[i].end)
    _lead(left, context)
    return _over(left, bind(numerals[i + 1], context), context)


def _without_evidence(quantity: Quantity, context: Context) -> bool:
    """Without blanks, a numeral of one sign is most often part of a word (統一): something beside it must say that
    it counts."""
    numeral = quantity.numeral
    lone = not context.language.spaced and numeral.spelled and numeral.end - numeral.start == 1
    return lone and numeral.role == "number" and not quantity.roles


def _adds_half(left: Quantity, numeral: Numeral, context: Context) -> bool:
    """ "three years and a half", 3年半: the half is of the unit before it."""
    half = numeral.role == "plus" or (numeral.role == "fraction" and not context.language.spaced)
    if not half or not left.unit or numeral.value is None or left.numeral.value is None:
        return False
    if context.gap(left.end, numeral.start) or numeral.value >= 1:
        return False
    left.numeral.value += numeral.value
    left.end = numeral.end
    _follow(left, context)
    return True


_PARTS = {"foot": ("inch", 12), "pound": ("ounce", 16), "stone": ("pound", 14)}
"""Units that are said together with their part: six feet two inches, 6-foot-2."""


def _adds_part(left: Quantity, numeral: Numeral, context: Context) -> bool:
    if left.unit not in _PARTS or numeral.role != "number" or numeral.value is None or left.numeral.value is None:
        return False
    part, whole = _PARTS[left.unit]
    gap = context.gap(left.end, numeral.start)
    right = _bind_right(left, numeral, context)
    bare = left.unit == "foot" and not right.unit and gap == "-"
    if not (right.unit == part and (gap in ("", "-") or gap in context.language.joiners)) and not bare:
        return False
    if right.start != numeral.start or not 0 <= numeral.value < whole or left.numeral.value != int(left.numeral.value):
        return False
    left.numeral.value += numeral.value / whole
    left.numeral.step = Decimal(1) / whole
    left.end = right.end
    return True


def _product(quantity: Quantity, context: Context) -> bool:
    """Whether the number belongs to a product's name: Boeing 737, Claude 3.5; or follows a Latin name in another
    script."""
    numeral, text = quantity.numeral, context.folded.text
    if quantity.unit or quantity.hedge or quantity.kind is not Kind.COUNT or numeral.spelled or numeral.scaled:
        return False
    match = _CAPITALISED.search(text, max(0, quantity.start - 30), quantity.start)
    if not match or quantity.end != numeral.end or numeral.value is None or 1900 <= numeral.value <= 2099:
        return False
    return match[1].lower() in context.language.products or context.other_script


def _range(left: Quantity, numeral: Numeral, context: Context) -> list[Claim] | None:
    if left.numeral.value is None or left.numeral.role not in ("number", "ordinal"):
        return None
    end = _connector(left, context)
    if end is None or numeral.start < end:
        return None
    right = _bind_right(left, numeral, context)
    if right.start > end + 1 or context.gap(end, max(end, right.start)):
        return None
    low, high = left.numeral.value, numeral.value
    assert high is not None
    if left.unit and (right.unit != left.unit if right.unit else left.end > left.numeral.end):
        return None
    low, high = _spread(left, right, low, high)
    if not low < high or (left.kind is Kind.ORDINAL) != (right.kind is Kind.ORDINAL):
        return None
    unit, kind = (right.unit, right.kind) if right.unit else (left.unit, left.kind)
    hedge = left.hedge or (right.hedge if right.start >= end else None)
    span = context.folded.span(left.start, right.end)
    return [
        Claim(
            kind,
            context.folded.text[left.start : right.end],
            span,
            low,
            high,
            unit,
            hedge,
            noun=_noun(right.end, context),
            step=numeral.step,
            spelled=numeral.spelled,
        )
    ]


def _bind_right(left: Quantity, numeral: Numeral, context: Context) -> Quantity:
    """The second number of two: what belongs to the first can't belong to it as well."""
    taken, context.taken = context.taken, left.end
    right = bind(numeral, context)
    context.taken = taken
    return right


def joins(context: Context, start: int, end: int) -> bool:
    """Whether just a dash or a word for a range stands between two places."""
    gap = context.gap(start, end)
    if gap in ("-", "–", "~"):
        return True
    hit = context.language.between.at(gap, gap, 0)
    return bool(hit) and hit[0] == len(gap) and mark(hit[1], "range") is not None


def _connector(left: Quantity, context: Context) -> int | None:
    """The end of what joins a range: a dash, or a word such as "to"."""
    for place in {left.end: 0, left.numeral.end: 0}:
        place = context.case_ending(place)
        if dash := _DASH.match(context.low, place):
            return dash.end()
        gap = 1 if context.low[place : place + 1] in BLANKS and place < len(context.low) else 0
        hit = context.language.between.at(context.low, context.folded.text, place + gap)
        if hit and (mark(hit[1], "range") or (mark(hit[1], "and") and left.opened)):
            return hit[0]
    return None


def _spread(left: Quantity, right: Quantity, low: Decimal, high: Decimal) -> tuple[Decimal, Decimal]:
    """ "2 to 4 million" is two million to four million; 1950-53 ends in 1953."""
    if (
        right.numeral.scaled
        and not left.numeral.scaled
        and right.numeral.factor > 1
        and low < high / right.numeral.factor
    ):
        low *= right.numeral.factor
    digits = right.numeral.end - right.numeral.start
    if 1000 <= low <= 2999 and 10 <= high < 100 and digits == 2 and low % 100 < high:
        high += low // 100 * 100
    return low, high


def _ratio(left: Quantity, numeral: Numeral, context: Context) -> list[Claim] | None:
    """3 of 11, one in five (both amounts are stated); 三分之二, 百分之二十."""
    first, second = left.numeral.value, numeral.value
    if first is None or second is None or left.unit or left.kind is Kind.ORDINAL or numeral.role != "number":
        return None
    place = left.end
    gap = 1 if context.low[place : place + 1] == " " else 0
    hit = context.language.between.at(context.low, context.folded.text, place + gap)
    if hit is None:
        return None
    between = context.gap(hit[0], numeral.start)
    if mark(hit[1], "over") and not between and first > 0:
        return [_over(left, bind(numeral, context), context)]
    words = between.split()
    if (
        mark(hit[1], "of")
        and len(words) < 3
        and all(w in context.language.determiners for w in words)
        and first <= second == int(second)
    ):
        right = _bind_right(left, numeral, context)
        if not right.unit:
            left.kind = right.kind = Kind.RATIO
            return [claim(left, context), claim(right, context)]
    return None


def _over(left: Quantity, right: Quantity, context: Context) -> Claim:
    bottom, top = left.numeral.value, right.numeral.value
    assert bottom
    assert top is not None
    percent = bottom == 100
    span = context.folded.span(left.start, right.end)
    return Claim(
        Kind.PERCENTAGE if percent else Kind.RATIO,
        context.folded.text[left.start : right.end],
        span,
        top if percent else top / bottom,
        unit="percent" if percent else "",
        hedge=left.hedge or right.hedge,
        spelled=right.numeral.spelled,
    )


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
        noun=_noun(quantity.end, context),
        step=numeral.step,
        readings=numeral.others,
        spelled=numeral.spelled,
        aside=context.low[max(0, quantity.start - 1) : quantity.start] in ("(", "["),
    )


def _noun(end: int, context: Context) -> str:
    """What the number counts: the next word, or the next two signs of a script without blanks."""
    match = _NOUN.match(context.low, end)
    if not match:
        return ""
    return match[1] if context.language.spaced else match[1][:2]
