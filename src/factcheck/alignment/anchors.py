"""What two texts in different languages share as it stands: values of claims, digits, names and words spelled alike."""

from __future__ import annotations

import math
import re
import unicodedata
from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from decimal import Decimal

from ..comparison.notation import plain
from ..model import Claim, Segment

Weights = Mapping[str, float]
MAX_TEXT = 5000
"""Anchors are looked for in so many characters of a segment."""
_WORD = re.compile(r"[^\W\d_]{2,}|\d+")
_STEM = 5
"""Words count as alike by their first letters: endings differ (Altman, Altmanin; president, presidente)."""
_PIN = 2.0
"""The least weight that makes a pair a landmark."""
_CROWD = 400
"""An anchor with more pairs of places than this says nothing about where a segment belongs."""


class Anchors:
    """The shared anchors of two texts.

    left, right: for each segment its anchors that the other text has too, with weights in nats of evidence: rare ones
    weigh more. pairs: for (source, target) the weight of what the two share.
    """

    def __init__(
        self,
        source: Sequence[Segment],
        target: Sequence[Segment],
        source_claims: Sequence[Sequence[Claim]],
        target_claims: Sequence[Sequence[Claim]],
    ) -> None:
        one, two = _all(source, source_claims), _all(target, target_claims)
        weights = _weigh(one, two)
        self.left, self.right = _shared(one, weights), _shared(two, weights)
        self.pairs = _pairs(self.left, self.right)

    def mutual(self) -> list[tuple[int, int, float]]:
        """(source, target, weight) of the pairs that are each other's best, by source."""
        best_left: dict[int, tuple[float, int]] = {}
        best_right: dict[int, tuple[float, int]] = {}
        for (i, j), weight in self.pairs.items():
            best_left[i] = max(best_left.get(i, (0.0, 0)), (weight, -j))
            best_right[j] = max(best_right.get(j, (0.0, 0)), (weight, -i))
        pairs = ((i, -j, weight) for i, (weight, j) in best_left.items())
        return sorted((i, j, weight) for i, j, weight in pairs if best_right[j] == (weight, -i))

    def pins(self) -> list[tuple[int, int]]:
        """Such pairs in ascending order on both sides, with the most weight: the thread through both texts."""
        return _heaviest_chain([pair for pair in self.mutual() if pair[2] >= _PIN])


def _all(segments: Sequence[Segment], claims: Sequence[Sequence[Claim]]) -> list[dict[str, float]]:
    return [_anchors(segment.text, claims[n] if n < len(claims) else ()) for n, segment in enumerate(segments)]


def _anchors(text: str, claims: Sequence[Claim]) -> dict[str, float]:
    """Anchor -> how far it can be trusted, 0 to 1. Small numbers in words and words without capital are weak."""
    found: dict[str, float] = {}
    for claim in claims:
        for value in (claim.value, claim.upper):
            if value is not None:
                weak = claim.spelled and value <= 10
                _note(found, f"={plain(value)}", 0.4 if weak else 1.0)
        if claim.moment:
            _note(found, f"={claim.moment}", 1.0)
    for word in _WORD.findall(text[:MAX_TEXT]):
        if word[0].isdigit():
            _note(found, f"={_digits(word)}", 0.6)
        elif word[0].isupper() or len(word) >= _STEM:
            _note(found, _stem(word), 1.0 if word[0].isupper() else 0.5)
    return found


def _note(found: dict[str, float], anchor: str, trust: float) -> None:
    found[anchor] = max(found.get(anchor, 0.0), trust)


def _digits(word: str) -> str:
    """Digits of any script as a plain number."""
    return plain(Decimal("".join(str(unicodedata.digit(c, 0)) for c in word[:30])))


def _stem(word: str) -> str:
    letters = unicodedata.normalize("NFKD", word.casefold())
    return "".join(c for c in letters if not unicodedata.combining(c))[:_STEM]


def _weigh(one: Sequence[Weights], two: Sequence[Weights]) -> dict[str, float]:
    """Anchor -> the evidence that sharing it gives: the more segments have it, the less."""
    counts = [Counter(anchor for found in side for anchor in found) for side in (one, two)]
    size = min(max(len(one), len(two)), 200) + 1
    common = counts[0].keys() & counts[1].keys()
    return {a: max(0.0, math.log(size / max(counts[0][a], counts[1][a]))) for a in common}


def _shared(side: Sequence[Weights], weights: Weights) -> list[dict[str, float]]:
    return [{a: trust * weights[a] for a, trust in found.items() if weights.get(a)} for found in side]


def _pairs(left: Sequence[Weights], right: Sequence[Weights]) -> dict[tuple[int, int], float]:
    places: dict[str, list[int]] = {}
    for j, found in enumerate(right):
        for anchor in found:
            places.setdefault(anchor, []).append(j)
    counts = Counter(anchor for found in left for anchor in found)
    pairs: dict[tuple[int, int], float] = {}
    for i, found in enumerate(left):
        for anchor, weight in found.items():
            if counts[anchor] * len(places[anchor]) <= _CROWD:
                for j in places[anchor]:
                    pairs[i, j] = pairs.get((i, j), 0.0) + min(weight, right[j][anchor])
    return pairs


def _heaviest_chain(points: Sequence[tuple[int, int, float]]) -> list[tuple[int, int]]:
    """Of points sorted by source, the ascending chain with the greatest weight, in n log n."""
    ends: list[int] = []  # targets where a chain ends, ascending, each with more weight than the one before
    chains: list[tuple[float, int]] = []  # weight of that chain, number of its last point
    before: list[int] = []
    for number, (_, j, weight) in enumerate(points):
        at = bisect_left(ends, j)
        total, last = chains[at - 1] if at else (0.0, -1)
        before.append(last)
        stop = at
        while stop < len(ends) and chains[stop][0] <= total + weight:
            stop += 1
        if at == len(ends) or ends[at] != j or chains[at][0] <= total + weight:
            ends[at:stop] = [j]
            chains[at:stop] = [(total + weight, number)]
    chain, number = [], chains[-1][1] if chains else -1
    while number >= 0:
        chain.append(points[number][:2])
        number = before[number]
    return chain[::-1]
