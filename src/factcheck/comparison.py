"""Do two claims state the same? Compared by meaning: value, unit, moment, never by spelling.

compare() says how two claims relate; match_claims() finds each claim's counterpart; aspect() names what changed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from rapidfuzz.distance import DamerauLevenshtein

from . import units
from .model import Claim, Kind, Match, Relation
from .notation import plain

CONVERSION_TOLERANCE = Decimal("0.06")
"""Converted measures may differ by this share: news rounds "ten miles" to "16 km"."""
HEDGED_TOLERANCE = Decimal("0.02")
"""How far two amounts may differ when one of them is hedged as approximate."""
_PARTS = re.compile(r"(?P<year>\d{4})?-?(?:-(?P<month>\d\d))?(?:-(?P<day>\d\d))?$")


def strong(claim: Claim) -> bool:
    """Whether a claim is firm evidence: in digits, with a unit, or a large number; "one", "both halves", "May" are
    not."""
    if claim.kind is Kind.IDENTIFIER or (claim.kind is Kind.DATE and claim.spelled):
        return False
    if not claim.spelled:
        return (
            claim.kind is not Kind.RATIO or bool(claim.unit) or claim.value is None or claim.value == int(claim.value)
        )
    return claim.kind in (Kind.MONEY, Kind.PERCENTAGE) or (
        claim.value is not None and claim.value > 12 and claim.kind is not Kind.ORDINAL
    )


def compare(source: Claim, target: Claim) -> Relation:
    """SAME, ROUNDED, CONVERTED or CHANGED."""
    if source.moment or target.moment:
        return Relation.SAME if _same_moment(source, target) else Relation.CHANGED
    if source.value is None or target.value is None:
        return Relation.SAME if _same_token(source, target) else Relation.CHANGED
    if units.alike(source.unit, target.unit):
        if _same_value(source, target):
            return Relation.SAME
        return Relation.ROUNDED if _rounds(source, target) else Relation.CHANGED
    if _converts(source, target):
        return Relation.CONVERTED
    return Relation.CHANGED


def _values(claim: Claim) -> tuple[Decimal, ...]:
    return (claim.value, *claim.readings) if claim.value is not None else ()


def _same_value(source: Claim, target: Claim) -> bool:
    if source.upper is not None and target.upper is not None and source.upper != target.upper:
        return False
    return any(s == t for s in _values(source) for t in _values(target))


def _rounds(source: Claim, target: Claim) -> bool:
    """Whether one is the other, rounded as far as it is written; "about" allows a little more."""
    s, t = source.value, target.value
    assert s is not None
    assert t is not None
    coarse, fine = max(source.step, target.step), min(source.step, target.step)
    if fine < coarse and abs(s - t) * 2 <= coarse and coarse * 20 <= max(abs(s), abs(t)):
        return True
    hedged = source.hedge is not None or target.hedge is not None
    return hedged and abs(s - t) <= HEDGED_TOLERANCE * max(abs(s), abs(t))


def _converts(source: Claim, target: Claim) -> bool:
    return any(
        expected is not None and _near(expected, value, target)
        for expected in expectations(source, target.unit)
        for value in _values(target)
    )


def expectations(source: Claim, unit: str) -> Iterator[Decimal]:
    """What a claim would be in another unit: one value, or two for temperatures, which may be differences."""
    if source.value is None:
        return
    for difference in (False, True):
        value = units.convert(source.value, source.unit, unit, difference)
        if value is None or (difference and units.dimension(unit) != "temperature"):
            return
        yield value


def _near(expected: Decimal, value: Decimal, target: Claim) -> bool:
    slack = max(abs(expected) * CONVERSION_TOLERANCE, target.step / 2)
    if units.dimension(target.unit) == "temperature":
        slack = max(slack, Decimal("1.5"))
    return abs(expected - value) <= slack


def _components(claim: Claim) -> dict[str, int]:
    """Year, month and day of a date, as far as they are stated."""
    if claim.kind is Kind.DATE and claim.value is not None:
        return {"year": int(claim.value)}
    match = _PARTS.match(claim.moment)
    return {key: int(value) for key, value in match.groupdict().items() if value} if match and claim.moment else {}


def _same_moment(source: Claim, target: Claim) -> bool:
    if source.moment == target.moment:
        return True
    one, other = _components(source), _components(target)
    if one and other:
        shared = one.keys() & other.keys()
        return bool(shared) and all(one[key] == other[key] for key in shared)
    if source.kind is Kind.TIME and target.kind is Kind.TIME:
        return False
    number = next((c.value for c in (source, target) if not c.moment and c.value is not None), None)
    return number is not None and plain(number) in _numbers(source if source.moment else target)


def _numbers(claim: Claim) -> set[str]:
    """The numbers that a date, time, decade, century or name states, without leading zeros."""
    found = {number.lstrip("0") or "0" for number in re.findall(r"\d+", claim.moment or claim.text)}
    if claim.moment.endswith("s"):
        found.add(claim.moment[2:4])
    return found


def _same_token(source: Claim, target: Claim) -> bool:
    """Identifiers: the same text, or a number on the other side with the same digits."""
    if source.value is None and target.value is None:
        return _bare(source.text) == _bare(target.text)
    number, token = (source, target) if source.value is not None else (target, source)
    assert number.value is not None
    return plain(number.value) in re.findall(r"\d+(?:\.\d+)?", token.text)


def _bare(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())


def aspect(match: Match) -> str:
    """What changed in a CHANGED match: "date", "currency", "percentage", "unit", "scale" or "number"; "" for other
    relations."""
    source, target = match.source, match.target
    if match.relation is not Relation.CHANGED or source is None or target is None:
        return ""
    if source.moment or target.moment or (source.kind is target.kind is Kind.DATE):
        return "date"
    if source.value is None or target.value is None:
        return ""
    if not units.alike(source.unit, target.unit):
        if units.is_currency(source.unit) and units.is_currency(target.unit) and _same_value(source, target):
            return "currency"
        shares = {"percent", "percentage-point", "basis-point"}
        if source.unit in shares and target.unit in shares and _same_value(source, target):
            return "percentage"
        if _same_value(source, target) or units.dimension(source.unit) == units.dimension(target.unit) != "":
            return "unit"
    return "scale" if times(source, target) else "number"


def times(source: Claim, target: Claim) -> Decimal | None:
    """How many times too large (10) or too small (0.1) the target is when only the power of ten differs; else None."""
    if not source.value or not target.value or (source.value < 0) != (target.value < 0):
        return None
    ratio = target.value / source.value
    return ratio if ratio != 1 and ratio == Decimal(10) ** ratio.adjusted() else None


def match_claims(source: Sequence[Claim], target: Sequence[Claim]) -> tuple[Match, ...]:
    """Each claim of a pair of segments with its counterpart, in the order of the source; what is only in the
    target last."""
    left, right = _split_ranges(source, target)
    found: dict[int, tuple[int, Relation]] = {}
    for score in (_agreement, _difference):
        free_left = [i for i in range(len(left)) if i not in found]
        taken = {j for j, _ in found.values()}
        free_right = [j for j in range(len(right)) if j not in taken]
        if not free_left or not free_right:
            continue
        found |= _assign(left, right, free_left, free_right, score)
    matches = [
        Match(s, right[found[i][0]], found[i][1]) if i in found else Match(s, None, Relation.MISSING)
        for i, s in enumerate(left)
    ]
    taken = {j for j, _ in found.values()}
    return (*matches, *(Match(None, t, Relation.ADDED) for j, t in enumerate(right) if j not in taken))


def _split_ranges(source: Sequence[Claim], target: Sequence[Claim]) -> tuple[list[Claim], list[Claim]]:
    """A range on one side only may be two numbers on the other: both ends are then compared alone."""

    def split(claims: Sequence[Claim], others: Sequence[Claim]) -> list[Claim]:
        ranges = any(other.upper is not None for other in others)
        out: list[Claim] = []
        for claim in claims:
            if claim.upper is None or ranges:
                out.append(claim)
            else:
                out += [replace(claim, upper=None), replace(claim, value=claim.upper, upper=None)]
        return out

    return split(source, target), split(target, source)


def _assign(
    left: Sequence[Claim],
    right: Sequence[Claim],
    free_left: Sequence[int],
    free_right: Sequence[int],
    score: Callable[[Claim, Claim, bool], tuple[int, Relation]],
) -> dict[int, tuple[int, Relation]]:
    """The best pairs first; the nearer one where two are equally good."""
    lone = len(free_left) == 1 and len(free_right) == 1
    candidates = []
    for rank_left, i in enumerate(free_left):
        for rank_right, j in enumerate(free_right):
            points, relation = score(left[i], right[j], lone)
            if points > 0:
                apart = abs(rank_left / len(free_left) - rank_right / len(free_right))
                candidates.append((-points, apart, i, j, relation))
    found: dict[int, tuple[int, Relation]] = {}
    taken: set[int] = set()
    for _, _, i, j, relation in sorted(candidates, key=lambda c: c[:4]):
        if i not in found and j not in taken:
            found[i] = (j, relation)
            taken.add(j)
    return found


def _agreement(source: Claim, target: Claim, _: bool) -> tuple[int, Relation]:
    relation = compare(source, target)
    if relation is Relation.CHANGED:
        return 0, relation
    points = {Relation.SAME: 30, Relation.ROUNDED: 20, Relation.CONVERTED: 20}[relation]
    points += 4 * (source.unit == target.unit) + 2 * (source.kind == target.kind) + (source.hedge == target.hedge)
    return points, relation


def _difference(source: Claim, target: Claim, lone: bool) -> tuple[int, Relation]:
    """How plausible it is that the target states the source's claim wrongly; 0 where it is not."""
    if Kind.IDENTIFIER in (source.kind, target.kind) or (
        Kind.TIME in (source.kind, target.kind) and source.kind != target.kind
    ):
        return 0, Relation.CHANGED
    if source.moment or target.moment:
        dates = (bool(_components(source)) and bool(_components(target))) or (source.kind is target.kind is Kind.TIME)
        return (5 if dates else 0), Relation.CHANGED
    if source.value is None or target.value is None:
        return 0, Relation.CHANGED
    same_unit = source.unit == target.unit
    points = 4 * (same_unit and bool(source.unit)) + 2 * (source.kind is target.kind)
    points += 5 * _same_value(source, target) + 4 * (times(source, target) is not None)
    points += 2 * _similar_digits(source.value, target.value) + 2 * lone
    points += 2 * (
        bool(source.unit) and units.dimension(source.unit) == units.dimension(target.unit) != "" and not same_unit
    )
    if not strong(source) and not strong(target):
        return 0, Relation.CHANGED
    if Kind.ORDINAL in (source.kind, target.kind) and source.kind is not target.kind:
        points -= 3
    return (points if points >= 4 else 0), Relation.CHANGED


def _similar_digits(one: Decimal, other: Decimal) -> bool:
    a, b = plain(one).replace(".", "").strip("0"), plain(other).replace(".", "").strip("0")
    return len(a) > 1 and DamerauLevenshtein.distance(a, b) <= 1
