"""What it costs to say that some segments of two texts say the same: lengths, kinds of block, shared anchors."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import accumulate

from ..model import Segment
from .anchors import Anchors, Weights

Shape = tuple[int, int, bool]
GAP = 4.0
SHAPES: dict[Shape, float] = {
    (1, 1, False): 0.0, (1, 0, False): GAP, (0, 1, False): GAP, (2, 1, False): 4.0, (1, 2, False): 4.0,
    (2, 2, False): 6.0, (3, 1, False): 6.5, (1, 3, False): 6.5, (2, 2, True): 4.0,
}  # fmt: skip
"""Segments of source and target in a bead, and whether two changed places -> minus the logarithm of how likely."""
_SPREAD, _SHORT_SPREAD = 0.02, 2.5
"""Variance of the logarithm of length ratios: of long segments, and, divided by the length, what short ones add."""
_WORST = 4.0
"""No length difference alone costs more: a text that was cut short still has its place."""
_OTHER_KIND = 3.0
_STRANGERS = 2.5
"""What it costs when both have anchors of the other text, and none in common."""
_EVIDENCE, _REPEATED = 8.0, 0.3
"""Anchors are not independent: beyond so much evidence, more counts by this factor."""
_CROSSED = 2.0
"""So much more must two segments that changed places share with their counterparts than with their neighbours."""


def length(segment: Segment) -> int:
    """The length of a segment in characters, never 0."""
    return len(segment.text) + 1


class Costs:
    """The costs of beads. ratio: how many characters of the target are expected for one of the source."""

    def __init__(self, source: Sequence[Segment], target: Sequence[Segment], anchors: Anchors) -> None:
        self.ratio = 1.0
        self._left = [0, *accumulate(map(length, source))]
        self._right = [0, *accumulate(map(length, target))]
        self._left_weight = [0.0, *accumulate(sum(found.values()) for found in anchors.left)]
        self._right_weight = [0.0, *accumulate(sum(found.values()) for found in anchors.right)]
        self._kinds = [s.kind for s in source], [s.kind for s in target]
        self._kind_cost = _OTHER_KIND if len({*self._kinds[0]} & {*self._kinds[1]}) > 1 else 0.5
        self._anchors = anchors

    def least(self, a: int, i: int, b: int, j: int) -> float:
        """A cost that a bead of source[a:i] and target[b:j] can't fall below, told in no time."""
        left, right = self._left_weight[i] - self._left_weight[a], self._right_weight[j] - self._right_weight[b]
        return -_evidence(min(left, right))

    def differ(self, a: int, i: int, b: int, j: int) -> float:
        """How unlike source[a:i] and target[b:j] are: in length and kind, less what they share."""
        expected = (self._left[i] - self._left[a]) * self.ratio
        delta = math.log((self._right[j] - self._right[b]) / expected)
        cost = min(delta * delta / 2 / (_SPREAD + _SHORT_SPREAD / expected), _WORST)
        if not self._same_kind(a, i, b, j):
            cost += self._kind_cost
        shared = self._shared(a, i, b, j)
        if not shared and self._left_weight[i] - self._left_weight[a] > 2:
            return cost + (_STRANGERS if self._right_weight[j] - self._right_weight[b] > 2 else 0.0)
        return cost - _evidence(shared)

    def swapped(self, a: int, b: int) -> float:
        """What two neighbours cost that changed places; only what they share can tell."""
        pairs = self._anchors.pairs
        crossed = pairs.get((a, b + 1), 0.0) + pairs.get((a + 1, b), 0.0)
        if crossed < pairs.get((a, b), 0.0) + pairs.get((a + 1, b + 1), 0.0) + _CROSSED:
            return math.inf
        return self.differ(a, a + 1, b + 1, b + 2) + self.differ(a + 1, a + 2, b, b + 1)

    def _same_kind(self, a: int, i: int, b: int, j: int) -> bool:
        source, target = self._kinds
        kind = source[a]
        if i - a == j - b == 1:
            return kind == target[b]
        return all(other == kind for other in (*source[a:i], *target[b:j]))

    def _shared(self, a: int, i: int, b: int, j: int) -> float:
        """The evidence of the anchors that source[a:i] and target[b:j] share, each counted once."""
        pairs = self._anchors.pairs
        if i - a == j - b == 1:
            return pairs.get((a, b), 0.0)
        found = [shared for k in range(a, i) for n in range(b, j) if (shared := pairs.get((k, n)))]
        if len(found) < 2:
            return sum(found)
        left, right = _union(self._anchors.left[a:i]), _union(self._anchors.right[b:j])
        return sum(min(weight, right[anchor]) for anchor, weight in left.items() if anchor in right)


def _evidence(shared: float) -> float:
    return shared if shared < _EVIDENCE else _EVIDENCE + (shared - _EVIDENCE) * _REPEATED


def _union(segments: Sequence[Weights]) -> dict[str, float]:
    """The anchors of several segments, each with its greatest weight."""
    union: dict[str, float] = {}
    for found in segments:
        for anchor, weight in found.items():
            union[anchor] = max(union.get(anchor, 0.0), weight)
    return union
