"""How plausible it is that one claim is another one gone wrong."""

from __future__ import annotations

from decimal import Decimal

from rapidfuzz.distance import DamerauLevenshtein

from ..model import Claim, Kind, Relation
from .claims import same_value, times
from .conversions import convertible
from .evidence import code, strong
from .moments import components, period
from .notation import plain


def difference(source: Claim, target: Claim, lone: bool) -> tuple[int, Relation]:
    """How plausible it is that the target states the source's claim wrongly; 0 where it is not."""
    if code(source) or code(target):
        return (6 if _similar(source.text, target.text) else 0), Relation.CHANGED
    if Kind.IDENTIFIER in (source.kind, target.kind) or (
        Kind.TIME in (source.kind, target.kind) and source.kind != target.kind
    ):
        return 0, Relation.CHANGED
    if source.moment or target.moment:
        dates = (bool(components(source)) and bool(components(target))) or (source.kind is target.kind is Kind.TIME)
        dates = dates or period(source) == period(target) != ""
        return (5 if dates else 0), Relation.CHANGED
    if source.value is None or target.value is None:
        return 0, Relation.CHANGED
    return _another_value(source, target, lone), Relation.CHANGED


def _another_value(source: Claim, target: Claim, lone: bool) -> int:
    """Points for two amounts: what they have in common beside the value; 0 where they are likely two claims."""
    assert source.value is not None
    assert target.value is not None
    if not (strong(source) or strong(target) or _one_part(source, target, lone)):
        return 0
    if (fraction(source) and target.unit == "percent") or (fraction(target) and source.unit == "percent"):
        return 6
    same_unit = bool(source.unit) and source.unit == target.unit
    low, high = sorted((abs(source.value), abs(target.value)))
    if low <= 3 and high > 12 and not same_unit:
        return 0  # "one of" is most often no number
    points = 4 * same_unit + 2 * kin(source, target)
    points += 5 * same_value(source, target) + 4 * (times(source, target) is not None)
    points += 2 * _similar_digits(source.value, target.value) + 2 * lone
    points += 2 * (bool(source.unit) and convertible(source, target) and not same_unit)
    if Kind.ORDINAL in (source.kind, target.kind) and source.kind is not target.kind:
        points -= 3
    return points if points >= 4 else 0


def kin(source: Claim, target: Claim) -> bool:
    """Whether two claims are of one kind; a side of a score may be a plain number elsewhere."""
    return source.kind is target.kind or {source.kind, target.kind} == {Kind.SCORE, Kind.COUNT}


def _one_part(source: Claim, target: Claim, lone: bool) -> bool:
    """Whether two weak amounts are one gone wrong: parts and multiples, or small amounts of one unit, where both
    texts have just these left. Half is put for many things: it counts only where nothing else is left."""
    if source.kind is target.kind is Kind.RATIO:
        return lone or (_part(source) and _part(target))
    if not lone:
        return False
    if source.kind is target.kind is Kind.ORDINAL or source.unit != target.unit:
        apart = 1 not in (source.value, target.value)  # "first" and "a week" are said of much
        return apart and (source.kind is target.kind is Kind.ORDINAL or convertible(source, target))
    counts = source.kind is target.kind is Kind.COUNT and 1 not in (source.value, target.value)
    return bool(source.unit) or counts


def _part(claim: Claim) -> bool:
    """Whether a claim is a part of a whole other than the half."""
    return fraction(claim) and claim.value != Decimal("0.5")


def fraction(claim: Claim) -> bool:
    return claim.kind is Kind.RATIO and claim.value is not None and 0 < claim.value < 1


def _similar_digits(one: Decimal, other: Decimal) -> bool:
    return _similar(plain(one).strip("0"), plain(other).strip("0"))


def _similar(one: str, other: str) -> bool:
    """Whether two rows of digits differ by one digit."""
    a, b = ("".join(filter(str.isdigit, text)) for text in (one, other))
    return len(a) > 1 and DamerauLevenshtein.distance(a, b) <= 1
