"""The claims that start at a numeral: one quantity, or two that belong together."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..model import Claim, Kind
from .binding import bind, claim
from .changes import change_of
from .clock import time_at
from .date_parts import MONTHS
from .neighbours import Context
from .numeral import Numeral
from .parts import fraction_at
from .quantity import Quantity
from .ranges import adds_half, range_of
from .ratios import ratio_of
from .scores import score_of
from .tails import adds_tail
from .units_in_two import adds_part

_CAPITALISED = re.compile(r"(?<![A-Za-z])([A-Za-z]?[A-Z][A-Za-z]+|[a-z]{1,5}[A-Z]+)[ \u00a0-]$")
_IDEOGRAPH = re.compile(r"[\u3005\u3007\u3400-\u9fff]")


_COUNTING = frozenset({"currency", "percent", "counter", "hedge", "opener", "closer", "scale", "multiple"})
"""Roles of what stands beside numbers, but not beside dates and times alone."""
_FAR = 40
"""Characters from a number in which another may belong to its date, with all that may stand between."""


def only_counts(numerals: Sequence[Numeral], i: int, context: Context) -> bool:
    """Whether nothing beside a number can make it a date or a time of day: a quick test that many end at."""
    numeral = numerals[i]
    if numeral.role not in ("number", "ordinal") or context.low[numeral.start - 1 : numeral.start] == "'":
        return False
    if i + 1 < len(numerals) and numerals[i + 1].start - numeral.end < _FAR:
        return False
    hit, lead = context.after(numeral.end), context.before(numeral.start)
    return (hit is None or _COUNTING.issuperset([mark.role for mark in hit[1]])) and (
        lead is None or _COUNTING.issuperset([mark.role for mark in lead[1]])
    )


def quantity_at(numerals: Sequence[Numeral], i: int, context: Context) -> tuple[list[Claim], int]:
    """The claims that start at numeral i, and the index of the next numeral."""
    if fraction := fraction_at(numerals, i, context):
        return [fraction[0]], fraction[1]
    left = bind(numerals[i], context)
    if i + 1 < len(numerals) and (score := score_of(left, numerals[i + 1], context)):
        return [score], i + 2
    if _without_evidence(left, context):
        return [], i + 1
    i += adds_tail(left, numerals, i, context)
    if i + 1 < len(numerals) and (
        adds_half(left, numerals[i + 1], context) or adds_part(left, numerals[i + 1], context)
    ):
        i += 1
    if i + 1 < len(numerals) and numerals[i + 1].role in ("number", "fraction", "ordinal"):
        days = (
            i + 2 < len(numerals)
            and numerals[i + 2].role in MONTHS
            and _in_date(numerals[i + 1].end, numerals[i + 2].start, context)
        )
        if change := change_of(left, numerals[i + 1], context):
            return [change], i + 2
        apart = days or (left.unit == "hour" and _with_minutes(numerals, i + 1, context))
        joined = (not apart and range_of(left, numerals[i + 1], context)) or (
            not days and ratio_of(left, numerals[i + 1], context)
        )
        if joined:
            return joined, i + 2
    if _product(left, context):
        end = left.end
        if i + 1 < len(numerals) and numerals[i + 1].start == end + 1 and context.low[end] == "-":
            i, end = i + 1, numerals[i + 1].end  # Boeing 787-9
        span = context.folded.span(left.start, end)
        return [Claim(Kind.IDENTIFIER, context.folded.text[left.start : end], span)], i + 1
    return [claim(left, context)], i + 1


def _with_minutes(numerals: Sequence[Numeral], i: int, context: Context) -> bool:
    """Whether a time with minutes starts here: the 17 h 30 of "de 9 h à 17 h 30" ends no number of hours."""
    time = time_at(numerals, i, context)
    return time is not None and not time[0].moment.endswith(":00")


def _in_date(end: int, start: int, context: Context) -> bool:
    """Whether a day ends and its month starts at two places: the 15 of "entre el 10 y el 15 de mayo" is a day."""
    return not context.gap(end, start).strip(".") or context.low[end:start] in context.language.day_month


def _without_evidence(quantity: Quantity, context: Context) -> bool:
    """Without blanks, a numeral of one sign is most often part of a word (統一): something beside it must say that
    it counts, or no ideograph may touch it (三は奇数だ)."""
    numeral = quantity.numeral
    lone = not context.language.spaced and numeral.spelled and numeral.end - numeral.start == 1
    if not lone or context.language.runs or numeral.role != "number":
        return False
    if context.low[numeral.start] in context.language.formal:
        return "currency" not in quantity.roles
    if quantity.roles or context.low[numeral.start] in context.language.sounds:
        return False
    beside = context.low[max(0, numeral.start - 1) : numeral.start] + context.low[numeral.end : numeral.end + 1]
    return not _IDEOGRAPH.match(context.low[numeral.start]) or bool(_IDEOGRAPH.search(beside))


def _product(quantity: Quantity, context: Context) -> bool:
    """Whether the number belongs to a product's name: Boeing 737, Claude 3.5; or follows a Latin name in another
    script."""
    numeral, text = quantity.numeral, context.folded.text
    if quantity.unit or quantity.hedge or quantity.kind is not Kind.COUNT or numeral.spelled or numeral.scaled:
        return False
    if context.language.decimal == "," and "," in text[numeral.start : numeral.end]:
        return False  # versions and models are written with a point
    match = _CAPITALISED.search(text, max(0, quantity.start - 30), quantity.start)
    if not match or quantity.end != numeral.end or numeral.value is None or 1900 <= numeral.value <= 2099:
        return False
    return match[1].lower() in context.language.products or context.other_script
