"""The counterpart of each claim: first those that agree, then those that most plausibly are one claim gone wrong."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence, Set
from dataclasses import replace

from ..model import Claim, Kind, Match, Relation
from .claims import compare
from .evidence import strong
from .notation import plain
from .plausibility import difference, kin
from .recasting import WINDOW, recast
from .repetition import part_of_date, repeats, restated, spared

_MANY = 2_500
"""Pairs of claims from which on a segment is a table."""


_KINDS = 300
"""Claims that differ in more than their place, up to which scores are remembered."""
_RELATIONS = tuple(Relation)
_PLACES = {relation: place for place, relation in enumerate(_RELATIONS)}
"""Numbers for relations: candidates are many in a table, and of numbers alone they cost no collection of garbage."""
_Score = Callable[[Claim, Claim, bool], tuple[int, Relation]]

NEAR = 5
"""How many claims around it may say a claim again."""


def match_claims(source: Sequence[Claim], target: Sequence[Claim]) -> tuple[Match, ...]:
    """The claims of a pair of segments -> those with a counterpart in the order of the source, then those that are
    missing, then those that were added."""
    left, right = recast(source, target)
    if _alike(left, right):
        return tuple(Match(one, other, Relation.SAME) for one, other in zip(left, right, strict=True))
    twice = restated(left)
    found = _identical(left, right) if len(left) * len(right) > _MANY else {}
    for score in (_agreement, difference):
        free_left = [i for i in range(len(left)) if i not in found]
        taken = {j for j, _ in found.values()}
        free_right = [j for j in range(len(right)) if j not in taken]
        if not free_left or not free_right:
            continue
        found |= _assign(left, right, free_left, free_right, score, twice)
    taken = {j for j, _ in found.values()}
    dates = [claim for claim in left if claim.kind is Kind.DATE and claim.moment][:WINDOW]
    matches = [Match(left[i], right[j], relation) for i, (j, relation) in sorted(found.items())]
    kept = {id(match.source) for match in matches if match.target and not match.target.aside}
    missing = [
        Match(s, None, Relation.MISSING)
        for i, s in enumerate(left)
        if i not in found and not spared(s, left[max(0, i - NEAR) : i + NEAR], kept)
    ]
    added = [
        Match(None, t, Relation.ADDED)
        for j, t in enumerate(right)
        if j not in taken and not (repeats(t, right[max(0, j - NEAR) : j + NEAR]) or part_of_date(t, dates))
    ]
    return (*matches, *missing, *added)


def _alike(left: Sequence[Claim], right: Sequence[Claim]) -> bool:
    """Whether both texts state the very same in the same order, as most do: no assignment could be better."""
    if len(left) != len(right) or len(left) > WINDOW // 2:
        return False
    return all(_agreement(one, other, False)[0] == _FULL for one, other in zip(left, right, strict=True))


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


def _assign(
    left: Sequence[Claim],
    right: Sequence[Claim],
    free_left: Sequence[int],
    free_right: Sequence[int],
    score: _Score,
    twice: Set[tuple[int, str]],
) -> dict[int, tuple[int, Relation]]:
    """The best pairs first; the nearer one where two are equally good."""
    lone = len(free_left) == 1 and len(free_right) == 1
    if len(free_left) * len(free_right) > _MANY:
        score = _remembered(score, left, right)
    candidates = []
    for rank_left, i in enumerate(free_left):
        middle = rank_left * len(free_right) // len(free_left)
        first = max(0, middle - WINDOW)
        for rank_right, j in enumerate(free_right[first : middle + WINDOW], first):
            points, relation = score(left[i], right[j], lone)
            if relation is Relation.CONVERTED and (i, right[j].unit) in twice:
                continue
            if points > 0:
                apart = abs(rank_left / len(free_left) - rank_right / len(free_right))
                candidates.append((-points, apart, i, j, _PLACES[relation]))
    found: dict[int, tuple[int, Relation]] = {}
    taken: set[int] = set()
    candidates.sort()
    for _, _, i, j, place in candidates:
        if i not in found and j not in taken:
            found[i] = (j, _RELATIONS[place])
            taken.add(j)
    return found


def _remembered(score: _Score, left: Sequence[Claim], right: Sequence[Claim]) -> _Score:
    """A score that is found once for claims that are alike in all but their place, as the cells of tables often are."""
    alike: dict[Claim, int] = {}
    kinds = {id(c): alike.setdefault(replace(c, span=(0, 0), segment=0), len(alike)) for c in (*left, *right)}
    if len(alike) > _KINDS:
        return score
    found: dict[tuple[int, int], tuple[int, Relation]] = {}

    def remembered(source: Claim, target: Claim, lone: bool) -> tuple[int, Relation]:
        key = kinds[id(source)], kinds[id(target)]
        if key not in found:
            found[key] = score(source, target, lone)
        return found[key]

    return remembered


_POINTS = {Relation.SAME: 30, Relation.ROUNDED: 20, Relation.CONVERTED: 20}
_FULL = 37
"""Points for two claims that agree in all respects."""


def _agreement(source: Claim, target: Claim, _: bool) -> tuple[int, Relation]:
    relation = compare(source, target)
    if relation is Relation.CHANGED:
        return 0, relation
    points = _POINTS[relation] + 4 * (source.unit == target.unit) + 2 * kin(source, target)
    return points + (source.hedge == target.hedge), relation


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
