"""What a text says twice: 45 miles (72 km), twenty (20), a year and a date of that year."""

from __future__ import annotations

from collections.abc import Sequence, Set
from itertools import pairwise

from ..model import Claim, Relation
from .claims import compare
from .moments import numbers

_BESIDE = 8
"""Characters between an amount and the same amount in another unit: "45 miles (72 km)", "45 miles, or 72 km"."""


def restated(claims: Sequence[Claim]) -> Set[tuple[int, str]]:
    """Which claims are said twice side by side, and in which other unit: the 45 miles of "45 miles (72 km)" are not to
    be held against the kilometres of the translation, nor the kilometres against miles."""
    found: set[tuple[int, str]] = set()
    for i, (claim, after) in enumerate(pairwise(claims)):
        if (
            claim.unit
            and after.unit
            and claim.unit != after.unit
            and compare(claim, after) is Relation.CONVERTED
            and after.span[0] - claim.span[1] <= _BESIDE
        ):
            found |= {(i, after.unit), (i + 1, claim.unit)}
    return found


def repeats(claim: Claim, claims: Sequence[Claim]) -> bool:
    """Whether a text says the same amount again: in another unit, 300 km (190 miles), or in brackets, twenty (20)."""
    for other in claims:
        relation = Relation.CHANGED if other is claim else compare(claim, other)
        beside = 0 <= claim.span[0] - other.span[1] <= 3
        if relation is Relation.CONVERTED or (relation is Relation.SAME and beside):
            return True
    return False


def spared(claim: Claim, claims: Sequence[Claim], kept: Set[int]) -> bool:
    """Whether the translation may leave this amount out: it keeps the same one in another unit.

    Where it is the amount in brackets that was kept, and in brackets, the one before it was lost. kept: ids of the
    claims that have a counterpart outside brackets.
    """
    if claim.aside or not any(c.aside for c in claims):
        return repeats(claim, claims)
    return any(c.aside and id(c) in kept and compare(claim, c) is Relation.CONVERTED for c in claims)


def part_of_date(claim: Claim, dates: Sequence[Claim]) -> bool:
    """Whether a number is the year or day of a date of the other text, written apart from it."""
    own = numbers(claim)
    return not claim.unit and any(own <= numbers(date) for date in dates)
