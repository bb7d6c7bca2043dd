"""Which segments of two texts say the same: Gale and Church's dynamic programming, with anchors beside lengths.

Lengths alone lose the thread where a paragraph was dropped. What both texts share (values of claims, names and other
words in Latin letters) ties them together; rare anchors weigh more than frequent ones.
Source of the length model: Gale and Church, "A Program for Aligning Sentences in Bilingual Corpora" (1993).
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence

from .model import Claim, Segment
from .notation import plain

Bead = tuple[tuple[int, ...], tuple[int, ...]]
_SHAPES = ((1, 1), (1, 0), (0, 1), (2, 1), (1, 2), (2, 2))
_SHAPE_COST = {(1, 1): 0.0, (1, 0): 4.5, (0, 1): 4.5, (2, 1): 3.0, (1, 2): 3.0, (2, 2): 5.0}
_VARIANCE = 6.8
"""Gale and Church's variance of the length of a translation, per character."""
_WORST = 6.0
"""No length difference alone costs more: a text that was cut short still has its place."""
_BAND = 60
"""How far from the diagonal is looked, beside the difference of the two lengths."""
_WORD = re.compile(r"[A-Za-z][A-Za-z0-9.-]+|\d+")


def align_segments(
    source: Sequence[Segment],
    target: Sequence[Segment],
    source_claims: Sequence[Sequence[Claim]] = (),
    target_claims: Sequence[Sequence[Claim]] = (),
) -> list[Bead]:
    """Segments with their claims -> beads of indices in order; ((3,), ()) is a source segment without counterpart."""
    if not source or not target:
        return [((i,), ()) for i in range(len(source))] + [((), (j,)) for j in range(len(target))]
    return _Aligner(source, target, source_claims, target_claims).beads()


class _Aligner:
    def __init__(
        self,
        source: Sequence[Segment],
        target: Sequence[Segment],
        source_claims: Sequence[Sequence[Claim]],
        target_claims: Sequence[Sequence[Claim]],
    ) -> None:
        self.source, self.target = source, target
        self.left, self.right = _anchors(source, source_claims), _anchors(target, target_claims)
        self.ratio = max(1, sum(len(s.text) for s in target)) / max(1, sum(len(s.text) for s in source))
        counts = Counter(a for anchors in (*self.left, *self.right) for a in anchors)
        self.weight = {anchor: 4 / (1 + math.log2(max(1, n / 2))) for anchor, n in counts.items()}

    def beads(self) -> list[Bead]:
        """The cheapest way through the table of all beads, within a band around the diagonal."""
        n, m = len(self.source), len(self.target)
        band = abs(n - m) + _BAND
        cost: list[dict[int, tuple[float, tuple[int, int]]]] = [{} for _ in range(n + 1)]
        cost[0][0] = (0.0, (0, 0))
        for i in range(n + 1):
            middle = i * m // n
            for j in range(max(0, middle - band), min(m, middle + band) + 1):
                best = min(self._ways(cost, i, j), default=None)
                if best is not None and (i or j):
                    cost[i][j] = best
        return self._trace(cost, n, m)

    def _ways(
        self, cost: list[dict[int, tuple[float, tuple[int, int]]]], i: int, j: int
    ) -> list[tuple[float, tuple[int, int]]]:
        found = []
        for a, b in _SHAPES:
            if i >= a and j >= b and (before := cost[i - a].get(j - b)):
                found.append((before[0] + self._cost(i - a, i, j - b, j), (a, b)))
        return found

    @staticmethod
    def _trace(cost: list[dict[int, tuple[float, tuple[int, int]]]], i: int, j: int) -> list[Bead]:
        beads: list[Bead] = []
        while i or j:
            a, b = cost[i][j][1]
            beads.append((tuple(range(i - a, i)), tuple(range(j - b, j))))
            i, j = i - a, j - b
        return beads[::-1]

    def _cost(self, i: int, k: int, j: int, n: int) -> float:
        """The cost of one bead of source[i:k] and target[j:n]: shape, length, kind, less what both share."""
        shape = _SHAPE_COST[k - i, n - j]
        if i == k or j == n:
            return shape
        kinds = {s.kind for s in (*self.source[i:k], *self.target[j:n])}
        return shape + self._length(i, k, j, n) + 4 * (len(kinds) - 1) - self._shared(i, k, j, n)

    def _length(self, i: int, k: int, j: int, n: int) -> float:
        expected = self.ratio * sum(len(s.text) for s in self.source[i:k])
        found = sum(len(s.text) for s in self.target[j:n])
        delta = (found - expected) / math.sqrt(_VARIANCE * (expected + found + 2) / 2)
        return min(delta * delta / 2, _WORST)

    def _shared(self, i: int, k: int, j: int, n: int) -> float:
        """What shared anchors save; segments that share none of many cost more."""
        one = set().union(*self.left[i:k])
        other = set().union(*self.right[j:n])
        shared = sum(self.weight[a] for a in one & other)
        if not shared and one and other:
            return -min(2.0, 0.5 * min(len(one), len(other)))
        return min(shared, 10.0)


def _anchors(segments: Sequence[Segment], claims: Sequence[Sequence[Claim]]) -> list[frozenset[str]]:
    """For each segment the values of its claims and its words in Latin letters with a capital or a digit."""
    found = []
    for number, segment in enumerate(segments):
        words = {w for w in _WORD.findall(segment.text[:5000]) if w[0].isupper() or w[-1].isdigit()}
        own = claims[number] if number < len(claims) else ()
        values = {f"={claim.moment or plain(claim.value)}" for claim in own if claim.moment or claim.value is not None}
        found.append(frozenset(words | values))
    return found
