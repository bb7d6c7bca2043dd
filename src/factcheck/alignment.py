"""Which segments of two texts say the same: dynamic programming over lengths, kinds of block and shared anchors.

After Gale and Church, "A Program for Aligning Sentences in Bilingual Corpora" (1993). Lengths alone lose the
thread where a paragraph was dropped; what both texts share (anchors.py) holds it. Limits: two long texts
that share nothing at all are searched near the straight line only.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from statistics import median

from .anchors import Anchors, Weights
from .model import Claim, Segment

Bead = tuple[tuple[int, ...], tuple[int, ...]]
Shape = tuple[int, int, bool]
_SHAPES: dict[Shape, float] = {
    (1, 1, False): 0.0, (1, 0, False): 4.0, (0, 1, False): 4.0, (2, 1, False): 4.0, (1, 2, False): 4.0,
    (2, 2, False): 6.0, (3, 1, False): 6.5, (1, 3, False): 6.5, (2, 2, True): 4.0,
}  # fmt: skip
"""Segments of source and target in a bead, and whether two changed places -> minus the logarithm of how likely it
is."""
_SPREAD, _SHORT_SPREAD = 0.02, 2.5
"""Variance of the logarithm of length ratios: of long segments, and what is added for each character that one is
short of."""
_WORST = 4.0
"""No length difference alone costs more: a text that was cut short still has its place."""
_OTHER_KIND = 3.0
_STRANGERS = 2.5
"""What it costs when both have anchors of the other text, and none in common."""
_EVIDENCE, _REPEATED = 8.0, 0.3
"""Anchors are not independent: beyond so much evidence, more counts by this factor."""
_CROSSED = 2.0
"""So much more must two segments that changed places share with their counterparts than with their neighbours."""
_MOVED = 5.0
"""So much must a dropped and an added segment share to be one that was moved."""
_SURE = 2.0
"""So much must two segments share to tell the ratio of lengths."""
_MARGIN, _WIDE = 12, 60
"""How far from the thread of anchors, and from the straight line where there is none, is searched."""


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
    aligner = _Aligner(source, target, anchors)
    beads = aligner.beads(_ratio(source, target, anchors))
    ratios = [_length(target[j[0]]) / _length(source[i[0]]) for i, j in beads if len(i) == len(j) == 1]
    if len(ratios) > 2:
        beads = aligner.beads(median(ratios))
    return _moved(beads, anchors)


def _ratio(source: Sequence[Segment], target: Sequence[Segment], anchors: Anchors) -> float:
    """How long the target is for each character of the source, by the segments that name each other as the best.

    The totals, which a dropped paragraph distorts, are asked only where there are few such segments.
    """
    best: dict[int, tuple[float, int]] = {}
    back: dict[int, tuple[float, int]] = {}
    for (i, j), shared in anchors.pairs.items():
        best[i] = max(best.get(i, (_SURE, -1)), (shared, j))
        back[j] = max(back.get(j, (_SURE, -1)), (shared, i))
    ratios = [_length(target[j]) / _length(source[i]) for i, (_, j) in best.items() if j >= 0 and back[j][1] == i]
    if len(ratios) > 2:
        return median(ratios)
    return sum(map(_length, target)) / sum(map(_length, source))


def _moved(beads: Sequence[Bead], anchors: Anchors) -> list[Bead]:
    """Pairs a dropped and an added segment that share more with each other than with any: the paragraph was moved."""
    dropped = {i[0] for i, j in beads if not j}
    added = {j[0] for i, j in beads if not i}
    best = anchors.mutual()
    places = {i: j for i, j, shared in best if i in dropped and j in added and shared >= _MOVED}
    gone = set(places.values())
    kept = (bead for bead in beads if bead[0] or bead[1][0] not in gone)
    return [((i[0],), (places[i[0]],)) if not j and i[0] in places else (i, j) for i, j in kept]


def _length(segment: Segment) -> int:
    return len(segment.text) + 1


class _Aligner:
    def __init__(self, source: Sequence[Segment], target: Sequence[Segment], anchors: Anchors) -> None:
        self.sizes = len(source), len(target)
        self.source, self.target, self.anchors = source, target, anchors
        self.left = [0, *accumulate(map(_length, source))]
        self.right = [0, *accumulate(map(_length, target))]
        self.left_weight = [sum(found.values()) for found in anchors.left]
        self.right_weight = [sum(found.values()) for found in anchors.right]
        both = {s.kind for s in source} & {s.kind for s in target}
        self.kind_cost = _OTHER_KIND if len(both) > 1 else 0.5
        self.ratio = 1.0
        self.corridor = list(_corridor(anchors.pins(), *self.sizes))

    def beads(self, ratio: float) -> list[Bead]:
        """The cheapest way through the table of all beads, within the corridor. ratio: expected length of target
        to source."""
        self.ratio = ratio
        n, m = self.sizes
        cost: list[dict[int, tuple[float, Shape]]] = [{} for _ in range(n + 1)]
        cost[0][0] = (0.0, (0, 0, False))
        for i in range(n + 1):
            low, high = self.corridor[i]
            for j in range(low, high + 1):
                if i or j:
                    best = self._best(cost, i, j)
                    if best is not None:
                        cost[i][j] = best
        return list(_trace(cost, n, m))[::-1]

    def _best(self, cost: list[dict[int, tuple[float, Shape]]], i: int, j: int) -> tuple[float, Shape] | None:
        best: tuple[float, Shape] | None = None
        for shape, price in _SHAPES.items():
            a, b = i - shape[0], j - shape[1]
            if a < 0 or b < 0 or (before := cost[a].get(b)) is None:
                continue
            total = before[0] + price
            if shape[2]:
                total += self._swapped(a, b)
            elif shape[0] and shape[1]:
                total += self._differ(a, i, b, j)
            if best is None or total < best[0]:
                best = total, shape
        return best

    def _differ(self, a: int, i: int, b: int, j: int) -> float:
        """How unlike source[a:i] and target[b:j] are: in length and kind, less what they share."""
        expected = (self.left[i] - self.left[a]) * self.ratio
        delta = math.log((self.right[j] - self.right[b]) / expected)
        cost = min(delta * delta / 2 / (_SPREAD + _SHORT_SPREAD / expected), _WORST)
        kind = self.source[a].kind
        if any(s.kind != kind for s in (*self.source[a + 1 : i], *self.target[b:j])):
            cost += self.kind_cost
        shared = self._shared(a, i, b, j)
        if not shared and sum(self.left_weight[a:i]) > 2 and sum(self.right_weight[b:j]) > 2:
            return cost + _STRANGERS
        return cost - shared if shared < _EVIDENCE else cost - _EVIDENCE - (shared - _EVIDENCE) * _REPEATED

    def _swapped(self, a: int, b: int) -> float:
        """What two neighbours cost that changed places; only what they share can tell."""
        pairs = self.anchors.pairs
        crossed = pairs.get((a, b + 1), 0.0) + pairs.get((a + 1, b), 0.0)
        if crossed < pairs.get((a, b), 0.0) + pairs.get((a + 1, b + 1), 0.0) + _CROSSED:
            return math.inf
        return self._differ(a, a + 1, b + 1, b + 2) + self._differ(a + 1, a + 2, b, b + 1)

    def _shared(self, a: int, i: int, b: int, j: int) -> float:
        """The evidence of the anchors that source[a:i] and target[b:j] share, each counted once."""
        pairs = self.anchors.pairs
        if i - a == j - b == 1:
            return pairs.get((a, b), 0.0)
        found = [shared for k in range(a, i) for n in range(b, j) if (shared := pairs.get((k, n)))]
        if len(found) < 2:
            return sum(found)
        left, right = _union(self.anchors.left[a:i]), _union(self.anchors.right[b:j])
        return sum(min(weight, right[anchor]) for anchor, weight in left.items() if anchor in right)


def _union(segments: Sequence[Weights]) -> dict[str, float]:
    """The anchors of several segments, each with its greatest weight."""
    union: dict[str, float] = {}
    for found in segments:
        for anchor, weight in found.items():
            union[anchor] = max(union.get(anchor, 0.0), weight)
    return union


def _trace(cost: list[dict[int, tuple[float, Shape]]], i: int, j: int) -> Iterator[Bead]:
    """The beads from the end to the start."""
    while i or j:
        a, b, crossed = cost[i][j][1]
        if crossed:
            yield (i - 1,), (j - 2,)
            yield (i - 2,), (j - 1,)
        else:
            yield tuple(range(i - a, i)), tuple(range(j - b, j))
        i, j = i - a, j - b


def _corridor(pins: Sequence[tuple[int, int]], n: int, m: int) -> Iterator[tuple[int, int]]:
    """For each number of source segments the lowest and highest number of target segments that is looked at.

    Between two pins everything is, or where that is much, a band around the line that joins them.
    """
    low, high = [m] * (n + 1), [0] * (n + 1)
    for (i, j), (k, p) in pairwise([(0, 0), *pins, (n, m)]):
        wide = _MARGIN + (0 if p - j < 2 * _WIDE else _WIDE)
        for at in range(i, k + 1):
            middle = j + (at - i) * (p - j) // max(1, k - i)
            first, last = (j, p) if p - j < 2 * _WIDE and k - i < 2 * _WIDE else (middle - wide, middle + wide)
            low[at], high[at] = min(low[at], first - _MARGIN), max(high[at], last + _MARGIN)
    low[0], high[n] = 0, m
    yield from ((max(0, a), min(m, b)) for a, b in zip(low, high, strict=True))
