"""The counterpart of each claim: first those that agree, then those that most plausibly are one claim gone wrong."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable, Sequence, Set
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from rapidfuzz.distance import DamerauLevenshtein

from .comparison import (
    code,
    compare,
    components,
    convertible,
    numbers,
    period,
    reversed_ends,
    same_value,
    strong,
    times,
)
from .model import Claim, Kind, Match, Relation
from .notation import plain, quotient

_LAST_NUMBER = re.compile(r"\d+(?:[.,]\d+)*\D*$")
_MANY = 2_500
"""Pairs of claims from which on a segment is a table."""
WINDOW = 60
"""How many claims around its relative place in the other text a claim is held against: a table of numbers takes
linear time."""
_BESIDE = 8
"""Characters between an amount and the same amount in another unit: "45 miles (72 km)", "45 miles, or 72 km"."""
NEAR = 5
"""How many claims around it may say a claim again."""


def match_claims(source: Sequence[Claim], target: Sequence[Claim]) -> tuple[Match, ...]:
    """The claims of a pair of segments -> those with a counterpart in the order of the source, then those that are
    missing, then those that were added."""
    left, right = _split_ranges(_one_in(source, target), _one_in(target, source))
    restated = _restated(left)
    found = _identical(left, right) if len(left) * len(right) > _MANY else {}
    for score in (_agreement, _difference):
        free_left = [i for i in range(len(left)) if i not in found]
        taken = {j for j, _ in found.values()}
        free_right = [j for j in range(len(right)) if j not in taken]
        if not free_left or not free_right:
            continue
        found |= _assign(left, right, free_left, free_right, score, restated)
    taken = {j for j, _ in found.values()}
    dates = [claim for claim in left if claim.kind is Kind.DATE and claim.moment][:WINDOW]
    matches = [Match(left[i], right[j], relation) for i, (j, relation) in sorted(found.items())]
    kept = {id(match.source) for match in matches if match.target and not match.target.aside}
    missing = [
        Match(s, None, Relation.MISSING)
        for i, s in enumerate(left)
        if i not in found and not _spared(s, left[max(0, i - NEAR) : i + NEAR], kept)
    ]
    added = [
        Match(None, t, Relation.ADDED)
        for j, t in enumerate(right)
        if j not in taken and not (_repeats(t, right[max(0, j - NEAR) : j + NEAR]) or _part_of_date(t, dates))
    ]
    return (*matches, *missing, *added)


def _identical(left: Sequence[Claim], right: Sequence[Claim]) -> dict[int, tuple[int, Relation]]:
    """In long tables, the claims that state the very same at about the same place, in order."""
    places: dict[tuple[object, ...], deque[int]] = {}
    for j, claim in enumerate(right):
        places.setdefault(_stated(claim), deque()).append(j)
    found: dict[int, tuple[int, Relation]] = {}
    for i, claim in enumerate(left):
        homes = places.get(_stated(claim))
        middle = i * len(right) // len(left)
        while homes and homes[0] < middle - WINDOW:
            homes.popleft()
        if homes and homes[0] <= middle + WINDOW:
            found[i] = (homes.popleft(), Relation.SAME)
    return found


def _stated(claim: Claim) -> tuple[object, ...]:
    named = claim.text if claim.value is None and not claim.moment else ""
    return claim.value, claim.upper, claim.unit, claim.moment, claim.kind, claim.hedge, named


def _restated(claims: Sequence[Claim]) -> Set[tuple[int, str]]:
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


def _repeats(claim: Claim, claims: Sequence[Claim]) -> bool:
    """Whether a text says the same amount again: in another unit, 300 km (190 miles), or in brackets, twenty (20)."""
    for other in claims:
        relation = Relation.CHANGED if other is claim else compare(claim, other)
        beside = 0 <= claim.span[0] - other.span[1] <= 3
        if relation is Relation.CONVERTED or (relation is Relation.SAME and beside):
            return True
    return False


def _spared(claim: Claim, claims: Sequence[Claim], kept: Set[int]) -> bool:
    """Whether the translation may leave this amount out: it keeps the same one in another unit.

    Where it is the amount in brackets that was kept, and in brackets, the one before it was lost. kept: ids of the
    claims that have a counterpart outside brackets.
    """
    if claim.aside or not any(c.aside for c in claims):
        return _repeats(claim, claims)
    return any(c.aside and id(c) in kept and compare(claim, c) is Relation.CONVERTED for c in claims)


def _part_of_date(claim: Claim, dates: Sequence[Claim]) -> bool:
    """Whether a number is the year or day of a date of the other text, written apart from it."""
    own = numbers(claim)
    return not claim.unit and any(own <= numbers(date) for date in dates)


def _one_in(claims: Sequence[Claim], others: Sequence[Claim]) -> Sequence[Claim]:
    """ "One in five" as the fifth that it is, where the other text states a part and no five."""
    if not any(c.kind is Kind.RATIO and c.value == 1 for c in claims) or not any(map(_fraction, others)):
        return claims
    values = {other.value for other in others}
    out: list[Claim] = []
    for claim in claims:
        before = out[-1] if out else None
        whole = claim.value if claim.kind is Kind.RATIO else None
        if before and before.kind is Kind.RATIO and before.value == 1 and whole and whole > 1 and whole not in values:
            span = before.span[0], claim.span[1]
            text = f"{before.text} … {claim.text}"
            out[-1] = replace(before, value=quotient(Decimal(1), whole), span=span, text=text, spelled=True)
        else:
            out.append(claim)
    return out


def _fraction(claim: Claim) -> bool:
    return claim.kind is Kind.RATIO and claim.value is not None and 0 < claim.value < 1


def _split_ranges(source: Sequence[Claim], target: Sequence[Claim]) -> tuple[list[Claim], list[Claim]]:
    """A range or score on one side may be two numbers on the other: both ends are then compared alone."""
    return _split(source, target), _split(target, source)


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


def _assign(
    left: Sequence[Claim],
    right: Sequence[Claim],
    free_left: Sequence[int],
    free_right: Sequence[int],
    score: Callable[[Claim, Claim, bool], tuple[int, Relation]],
    restated: Set[tuple[int, str]],
) -> dict[int, tuple[int, Relation]]:
    """The best pairs first; the nearer one where two are equally good."""
    lone = len(free_left) == 1 and len(free_right) == 1
    candidates = []
    for rank_left, i in enumerate(free_left):
        middle = rank_left * len(free_right) // len(free_left)
        first = max(0, middle - WINDOW)
        for rank_right, j in enumerate(free_right[first : middle + WINDOW], first):
            points, relation = score(left[i], right[j], lone)
            if relation is Relation.CONVERTED and (i, right[j].unit) in restated:
                continue
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
    points += 4 * (source.unit == target.unit) + 2 * _kin(source, target) + (source.hedge == target.hedge)
    return points, relation


def _difference(source: Claim, target: Claim, lone: bool) -> tuple[int, Relation]:
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
    same_unit = bool(source.unit) and source.unit == target.unit
    low, high = sorted((abs(source.value), abs(target.value)))
    if low <= 3 and high > 12 and not same_unit:
        return 0  # "one of" is most often no number
    points = 4 * same_unit + 2 * _kin(source, target)
    points += 5 * same_value(source, target) + 4 * (times(source, target) is not None)
    points += 2 * _similar_digits(source.value, target.value) + 2 * lone
    points += 2 * (bool(source.unit) and convertible(source, target) and not same_unit)
    if Kind.ORDINAL in (source.kind, target.kind) and source.kind is not target.kind:
        points -= 3
    return points if points >= 4 else 0


def _kin(source: Claim, target: Claim) -> bool:
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
    return bool(source.unit)


def _part(claim: Claim) -> bool:
    """Whether a claim is a part of a whole other than the half."""
    return _fraction(claim) and claim.value != Decimal("0.5")


def _similar_digits(one: Decimal, other: Decimal) -> bool:
    return _similar(plain(one).strip("0"), plain(other).strip("0"))


def _similar(one: str, other: str) -> bool:
    """Whether two rows of digits differ by one digit."""
    a, b = ("".join(filter(str.isdigit, text)) for text in (one, other))
    return len(a) > 1 and DamerauLevenshtein.distance(a, b) <= 1


def settle_moved(found: Sequence[Sequence[Match]]) -> list[tuple[Match, ...]]:
    """The matches of all pairs of a document, without the claims that one pair lacks and another has too many:
    they moved.

    A claim that seems changed in its own pair but stands unchanged in another was moved as well.
    """
    rows = [list(matches) for matches in found]
    spare = {_key(m.target) for row in rows for m in row if m.relation is Relation.ADDED and m.target}
    for row in rows:
        for match in [m for m in row if m.relation is Relation.CHANGED and m.source and m.target]:
            if match.source and strong(match.source) and _key(match.source) in spare:
                row.remove(match)
                row += [Match(match.source, None, Relation.MISSING), Match(None, match.target, Relation.ADDED)]
    added: dict[tuple[str, str], list[tuple[list[Match], Match]]] = {}
    for row in rows:
        for match in row:
            if match.relation is Relation.ADDED and match.target:
                added.setdefault(_key(match.target), []).append((row, match))
    for row in rows:
        for match in [m for m in row if m.relation is Relation.MISSING and m.source]:
            homes = added.get(_key(match.source)) if match.source and strong(match.source) else None
            if homes:
                home, extra = homes.pop(0)
                home.remove(extra)
                row.remove(match)
    return [tuple(row) for row in rows]


def _key(claim: Claim) -> tuple[str, str]:
    """What a claim states, apart from its hedge and words."""
    value = claim.moment or (plain(claim.value) if claim.value is not None else claim.text)
    return value, claim.unit
