"""Which segments of two texts say the same: dynamic programming over lengths, kinds of block and shared anchors.

After Gale and Church, "A Program for Aligning Sentences in Bilingual Corpora" (1993). Lengths alone lose the
thread where a paragraph was dropped; what both texts share (anchors.py) holds it. Limits: two long texts
that share nothing at all are searched near the straight line only; a paragraph that was moved is found again
only by what it shares with its counterpart.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

from ..model import Claim, Segment
from .anchors import Anchors
from .beads import GAP, SHAPES, Costs, Shape, length

Bead = tuple[tuple[int, ...], tuple[int, ...]]
Row = dict[int, tuple[float, Shape]]
Pin = tuple[int, int]
_MOVED = 5.0
"""So much must a dropped and an added segment share to be one that was moved."""
_SURE = 2.0
"""So much must two segments share to tell the ratio of lengths."""
_STEADY = 0.03
"""A ratio that changes by less than this changes nothing else."""
_MARGIN, _WIDE = 12, 60
"""How far from the thread of anchors, and from the straight line where there is none, is searched."""
_BEAM = 40.0
"""Ways that cost so much more than the best one up to the same source segment are given up."""


def align_segments(
    source: Sequence[Segment],
    target: Sequence[Segment],
    source_claims: Sequence[Sequence[Claim]] = (),
    target_claims: Sequence[Sequence[Claim]] = (),
) -> list[Bead]:
    """Segments, each with its claims -> beads of indices that hold every segment once.

    ((0,), (0,)) says the same; ((1, 2), (1,)) was merged, ((3,), (2, 3)) split, ((4,), ()) dropped, ((), (4,)) added.
    Beads are in the order of both texts, but for a paragraph that was moved: it stands where it stands in the source.
    """
    if not source or not target:
        return [((i,), ()) for i in range(len(source))] + [((), (j,)) for j in range(len(target))]
    anchors = Anchors(source, target, source_claims, target_claims)
    costs, pins = Costs(source, target, anchors), anchors.pins()
    sizes = len(source), len(target)
    costs.ratio = _ratio(source, target, [(i, j) for i, j, shared in anchors.mutual() if shared > _SURE])
    beads = _cheapest(costs, pins, *sizes)
    ratio = _ratio(source, target, [(i[0], j[0]) for i, j in beads if len(i) == len(j) == 1])
    if abs(ratio / costs.ratio - 1) > _STEADY:
        costs.ratio = ratio
        beads = _cheapest(costs, pins, *sizes)
    return _moved(beads, anchors)


def _ratio(source: Sequence[Segment], target: Sequence[Segment], pairs: Sequence[Pin]) -> float:
    """How long the target is for each character of the source, by pairs that belong together.

    The totals, which a dropped paragraph distorts, are asked only where there are few such pairs.
    """
    ratios = [length(target[j]) / length(source[i]) for i, j in pairs]
    return median(ratios) if len(ratios) > 2 else sum(map(length, target)) / sum(map(length, source))


def _cheapest(costs: Costs, pins: Sequence[Pin], n: int, m: int) -> list[Bead]:
    """The cheapest way through the table of all beads, within the corridor around the pins."""
    rows: list[Row] = [{} for _ in range(n + 1)]
    rows[0][0] = (0.0, (0, 0, False))
    for i, (low, high, (k, p)) in enumerate(_corridor(pins, n, m)):
        row = rows[i]
        for j in range(low, high + 1):
            best = _best(rows, costs, i, j)
            if best is not None:
                row[j] = best
        bound = min((cell[0] + GAP * abs(p - j - k + i) for j, cell in row.items()), default=0.0) + _BEAM
        rows[i] = {j: cell for j, cell in row.items() if cell[0] + GAP * abs(p - j - k + i) <= bound}
    return list(_trace(rows, n, m))[::-1]


def _best(rows: Sequence[Row], costs: Costs, i: int, j: int) -> tuple[float, Shape] | None:
    """The cheapest bead that ends at source segment i and target segment j, with the cost of the way there."""
    best = rows[i].get(j)
    for shape, price in SHAPES.items():
        a, b = i - shape[0], j - shape[1]
        if a < 0 or b < 0 or (before := rows[a].get(b)) is None:
            continue
        total = before[0] + price
        if shape[0] and shape[1]:
            if best is not None and total + costs.least(a, i, b, j) * (1 + shape[2]) >= best[0]:
                continue
            total += costs.swapped(a, b) if shape[2] else costs.differ(a, i, b, j)
        if best is None or total < best[0]:
            best = total, shape
    return best


def _trace(rows: Sequence[Row], i: int, j: int) -> Iterator[Bead]:
    """The beads from the end to the start."""
    while i or j:
        a, b, crossed = rows[i][j][1]
        if crossed:
            yield (i - 1,), (j - 2,)
            yield (i - 2,), (j - 1,)
        else:
            yield tuple(range(i - a, i)), tuple(range(j - b, j))
        i, j = i - a, j - b


def _corridor(pins: Sequence[Pin], n: int, m: int) -> Iterator[tuple[int, int, Pin]]:
    """For each number of source segments the lowest and highest number of target segments looked at, and the next pin.

    Between two pins everything is looked at, or where that is much, a band around the line that joins them.
    """
    low, high, goal = [m] * (n + 1), [0] * (n + 1), [(n, m)] * (n + 1)
    for (i, j), (k, p) in pairwise([(0, 0), *pins, (n, m)]):
        small = p - j < 2 * _WIDE and k - i < 2 * _WIDE
        line = [j + at * (p - j) // max(1, k - i) for at in range(k - i + 1)]
        for at in range(i, k + 1):
            # from the row before to the row after, so that steep lines leave no gap between rows
            first, last = line[max(0, at - i - 1)] - _WIDE, line[min(k - i, at - i + 1)] + _WIDE
            low[at] = min(low[at], (j if small else first) - _MARGIN)
            high[at] = max(high[at], (p if small else last) + _MARGIN)
            goal[at] = (k, p)
    low[0], high[n] = 0, m
    yield from ((max(0, a), min(m, b), pin) for a, b, pin in zip(low, high, goal, strict=True))


def _moved(beads: Sequence[Bead], anchors: Anchors) -> list[Bead]:
    """Pairs a dropped and an added segment that share more with each other than with any: the paragraph was moved."""
    dropped = {i[0] for i, j in beads if not j}
    added = {j[0] for i, j in beads if not i}
    places = {i: j for i, j, shared in anchors.mutual() if i in dropped and j in added and shared >= _MOVED}
    gone = set(places.values())
    kept = (bead for bead in beads if bead[0] or bead[1][0] not in gone)
    return [((i[0],), (places[i[0]],)) if not j and i[0] in places else (i, j) for i, j in kept]
