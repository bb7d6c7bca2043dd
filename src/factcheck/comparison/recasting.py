"""The same statement in the form that the other text has: a range as two numbers, one in five as a fifth."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from ..model import Claim, Kind, Relation
from . import units
from .claims import compare, reversed_ends
from .notation import quotient
from .plausibility import fraction

_LAST_NUMBER = re.compile(r"\d+(?:[.,]\d+)*\D*$")


_JOINT = 6
"""Characters between two lengths of time that are one: "12 years and 6 months"."""
WINDOW = 60
"""How many claims around its relative place in the other text a claim is held against: a table of numbers takes
linear time."""


def recast(source: Sequence[Claim], target: Sequence[Claim]) -> tuple[Sequence[Claim], Sequence[Claim]]:
    """The claims of both texts, each in the form that it has in the other text where that differs."""
    left, right = _shares(source, target), _shares(target, source)
    left, right = _sums(left, right), _sums(right, left)
    return _split(left, right), _split(right, left)


def _shares(claims: Sequence[Claim], others: Sequence[Claim]) -> Sequence[Claim]:
    """ "One in five" and "7 in 10" as the share that they are, where the other text states one without the whole."""
    if not any(c.kind is Kind.RATIO for c in claims) or not any(fraction(o) or o.unit == "percent" for o in others):
        return claims
    stated = {other.value for other in others}
    out: list[Claim] = []
    for claim in claims:
        before = out[-1] if out else None
        if before and before.kind is claim.kind is Kind.RATIO and claim.value not in stated and _part_of(before, claim):
            out[-1] = _joined(before, claim, quotient(before.value or Decimal(0), claim.value or Decimal(1)))
        else:
            out.append(claim)
    return out


def _part_of(part: Claim, whole: Claim) -> bool:
    """Whether two whole numbers side by side are a part and its whole."""
    if part.value is None or whole.value is None or part.unit or whole.unit:
        return False
    return 0 < part.value < whole.value and part.value % 1 == whole.value % 1 == 0


def _sums(claims: Sequence[Claim], others: Sequence[Claim]) -> Sequence[Claim]:
    """ "12 years and 6 months" as the 12.5 years, or the 150 months, that the other text states."""
    lengths = [other for other in others if other.kind is Kind.DURATION]
    if not lengths or sum(claim.kind is Kind.DURATION for claim in claims) < 2:
        return claims
    out: list[Claim] = []
    for claim in claims:
        whole = _sum(out[-1], claim) if out else None
        if whole and any(_lasts(length, whole) for length in lengths):
            out[-1] = whole
        else:
            out.append(claim)
    return out


def _lasts(length: Claim, whole: Claim) -> bool:
    """Whether a length of time is this sum, whichever unit it is told in."""
    told = units.convert(whole.value or Decimal(0), whole.unit, length.unit)
    if told is None or length.unit == whole.unit:
        return compare(length, whole) is Relation.SAME
    return length.upper is None and length.value is not None and abs(told - length.value) * 100 < length.value


def _sum(one: Claim, other: Claim) -> Claim | None:
    """Two lengths of time side by side, the longer unit first, as one; None where they are not."""
    if one.kind is not Kind.DURATION or other.kind is not Kind.DURATION or other.span[0] - one.span[1] > _JOINT:
        return None
    rest = units.convert(other.value or Decimal(0), other.unit, one.unit)
    if one.value is None or rest is None or not rest < 1 or one.upper is not None:
        return None
    return _joined(one, other, (one.value + rest).quantize(Decimal("0.0001")).normalize())


def _joined(one: Claim, other: Claim, value: Decimal) -> Claim:
    return replace(one, value=value, span=(one.span[0], other.span[1]), text=f"{one.text} … {other.text}", spelled=True)


def _split(claims: Sequence[Claim], others: Sequence[Claim]) -> list[Claim]:
    if not any(claim.upper is not None for claim in claims):
        return list(claims)
    whole = [other for other in others if other.upper is not None]
    single = {value for other in others if other.upper is None for value in (other.value, *other.readings)}
    out: list[Claim] = []
    for i, claim in enumerate(claims):
        ends = {claim.value, claim.upper}
        middle = i * len(whole) // len(claims)
        near = whole[max(0, middle - WINDOW) : middle + WINDOW]
        kept = any(compare(claim, other) is not Relation.CHANGED or reversed_ends(claim, other) for other in near)
        if claim.upper is None or kept or (whole and not ends <= single):
            out.append(claim)
        else:
            out += _ends(claim)
    return out


def _ends(claim: Claim) -> tuple[Claim, Claim]:
    """Both numbers of a range or score, each with its own part of the text."""
    last = _LAST_NUMBER.search(claim.text)
    cut = last.start() if last and last.start() else claim.text.find(" ", len(claim.text) // 3) + 1
    start, end = claim.span
    low = replace(claim, text=claim.text[:cut].rstrip(), span=(start, start + cut), upper=None)
    return low, replace(low, text=claim.text[cut:], span=(start + cut, end), value=claim.upper, readings=(), hedge=None)
