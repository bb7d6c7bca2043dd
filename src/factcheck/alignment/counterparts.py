"""The segments of two texts as pairs that say the same, with the claims of both matched."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..comparison.matching import match_claims, settle_moved
from ..model import Article, Claim, Pair, Segment
from .segments import align_segments


def pair_up(
    source: Article,
    target: Article,
    source_claims: Sequence[Sequence[Claim]],
    target_claims: Sequence[Sequence[Claim]],
) -> list[Pair]:
    """The aligned pairs of an article and its translation, in order. The claims come by segment."""
    beads = align_segments(source.segments, target.segments, source_claims, target_claims)
    pairs = [_bead(bead, source, target, source_claims, target_claims) for bead in beads]
    settled = settle_moved([pair.matches for pair in pairs])
    return [replace(pair, matches=matches) for pair, matches in zip(pairs, settled, strict=True)]


def _bead(
    bead: tuple[tuple[int, ...], tuple[int, ...]],
    source: Article,
    target: Article,
    source_claims: Sequence[Sequence[Claim]],
    target_claims: Sequence[Sequence[Claim]],
) -> Pair:
    left, right = bead
    one, one_claims = _join([source.segments[i] for i in left], [source_claims[i] for i in left])
    two, two_claims = _join([target.segments[i] for i in right], [target_claims[i] for i in right])
    return matched(one, two, one_claims, two_claims)


def _join(segments: Sequence[Segment], claims: Sequence[Sequence[Claim]]) -> tuple[Segment | None, list[Claim]]:
    """Several segments -> one, with a blank between; their claims move along."""
    if not segments:
        return None, []
    text, moved, breaks = "", [], []
    for segment, own in zip(segments, claims, strict=True):
        shift = len(text) + 1 if text else 0
        text = f"{text} {segment.text}" if text else segment.text
        breaks += [(shift, segment.line), *((shift + start, line) for start, line in segment.breaks)]
        moved += [
            replace(c, span=(c.span[0] + shift, c.span[1] + shift), segment=segments[0].index) if shift else c
            for c in own
        ]
    joined = segments[0] if len(segments) == 1 else replace(segments[0], text=text, breaks=tuple(breaks))
    return joined, moved


def matched(
    source: Segment | None,
    target: Segment | None,
    source_claims: Sequence[Claim],
    target_claims: Sequence[Claim],
) -> Pair:
    """Two segments as a pair, their claims matched; None where one side has no counterpart."""
    matches = (
        match_claims(source_claims, target_claims) if source and target and (source_claims or target_claims) else ()
    )
    return Pair(source, target, tuple(source_claims), tuple(target_claims), matches)
