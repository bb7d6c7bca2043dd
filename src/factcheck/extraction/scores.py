"""Scores, records and votes: 3-1, 2:1, 18-7, 2&1, 2/1. Which number stands first is part of what they state."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..model import Claim, Kind
from .neighbours import BLANKS, Context
from .numeral import Numeral
from .quantity import Quantity
from .ranges import joins

_JOINTS = frozenset({"-", "–", ":", "&", "/", " - ", " – ", " : ", " & "})
_RANGE_SIGNS = frozenset("-–")
_CHAINED = re.compile(r"[-–:&]\d")
_SAFE = frozenset({"counter", "minus"})
"""What may stand behind a score without being counted by it: 2:0胜."""
_LONGEST = 3
"""Digits of one side; what is longer is a year, a part number or a phone number."""


_NAME = re.compile(r"([^\W\d_]{2,20})[ \u00a0-]$")


def _model(start: int, context: Context) -> bool:
    """Whether a product's name stands before: Boeing 787-9."""
    match = _NAME.search(context.low, max(0, start - 21), start)
    return match is not None and match[1] in context.language.products


def score_of(left: Quantity, numeral: Numeral, context: Context) -> Claim | None:
    """Two bare whole numbers with a sign between. Joined by a dash and ascending, they may as well be a range."""
    first, second = left.numeral.value, numeral.value
    if first is None or second is None or left.end != left.numeral.end or left.unit or left.kind is not Kind.COUNT:
        return None
    joint = context.low[left.end : numeral.start] if numeral.start - left.end < 12 else ""
    word = joint.strip(BLANKS) in context.language.scores
    if word and (left.opened or first < second) and joins(context, left.end, numeral.start):
        return None  # "de 12 à 10" is a change, "3 à 5" a range
    if (joint not in _JOINTS and not word) or (joint.strip() in _RANGE_SIGNS and 0 < first < second):
        return None
    if _model(left.start, context):
        return None
    if not (_side(left.numeral, word, context) and _side(numeral, word, context)) or _chained(left, numeral, context):
        return None
    hit = context.after(numeral.end)
    if hit and context.low[numeral.end : hit[0]] != "." and not {m.role for m in hit[1]} <= _SAFE:
        return None  # "10-6 percent" is a range that goes down
    span = context.folded.span(left.start, numeral.end)
    return Claim(Kind.SCORE, context.folded.text[left.start : numeral.end], span, first, second)


def starts_score(numerals: Sequence[Numeral], i: int, context: Context) -> bool:
    """Whether the number at i is the first of a score and no day: "February's 4-1 triumph"."""
    if i + 1 >= len(numerals):
        return False
    left = Quantity(numerals[i], numerals[i].start, numerals[i].end)
    return score_of(left, numerals[i + 1], context) is not None


def _measured(end: int, context: Context) -> bool:
    """Whether a unit stands behind: "10-6 percent" is a range that goes down. "5-2 in Rome" is none of inches."""
    hit = context.after(end)
    if hit is None:
        return False
    form = context.gap(end, hit[0])
    return any(m.role in ("percent", "currency") or (m.role == "unit" and len(form) > 2) for m in hit[1])


def _side(numeral: Numeral, word: bool, context: Context) -> bool:
    """Whether a number is written as a side of a score is: one to three digits, or beside a word any small number."""
    raw = context.low[numeral.start : numeral.end]
    if word:
        return numeral.role == "number" and not numeral.scaled and numeral.value == int(numeral.value or 0)
    return numeral.role == "number" and raw.isdigit() and len(raw) <= _LONGEST


def _chained(left: Quantity, numeral: Numeral, context: Context) -> bool:
    """Whether more numbers hang on: a phone number, a date, an emergency number (9-1-1)."""
    before = context.low[max(0, left.start - 2) : left.start]
    return bool(_CHAINED.match(context.low, numeral.end)) or (
        before[-1:] in ("-", "–", ":", "&") and before[:1].isdigit()
    )
