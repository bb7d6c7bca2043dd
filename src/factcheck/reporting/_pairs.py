"""Source and translation side by side: aligned paragraphs with their places marked."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from factcheck.comparison.notation import statement
from factcheck.model import Finding, Match, Pair, Place, Relation, Segment, Span
from factcheck.reporting._passages import Part, grouped, passage
from factcheck.reporting._wording import SEVERITIES

AROUND, LIMIT = 400, 4_000
"""Characters shown beside a place in a paragraph too long to be shown whole, and how long that is."""
MARKS = 200
"""The most places that are marked in one paragraph."""
Anchored = tuple[str, Finding]
"""A finding with the anchor that leads to it."""


@dataclass(frozen=True, slots=True)
class Mark:
    """How a place is marked: style is a severity, or "agrees". link: the finding's anchor, or ""."""

    style: str
    title: str
    link: str = ""


@dataclass(frozen=True, slots=True)
class PairView:
    """Two aligned paragraphs, each in parts with its marks; None where there is no counterpart."""

    source: tuple[Part, ...] | None
    target: tuple[Part, ...] | None
    source_marks: tuple[Mark, ...]
    target_marks: tuple[Mark, ...]
    kind: str
    line: int
    style: str
    anchors: tuple[str, ...] = ()
    """Of the findings in it."""


def pair_views(pairs: Sequence[Pair], findings: Sequence[Anchored]) -> tuple[PairView, ...]:
    """The pairs in order; each place of a finding leads to it."""
    by_pair = _by_pair(pairs, findings)
    return tuple(_pair(pair, by_pair.get(number, [])) for number, pair in enumerate(pairs))


def _by_pair(pairs: Sequence[Pair], findings: Sequence[Anchored]) -> Mapping[int, list[Anchored]]:
    """The findings of each pair. A joined pair has the number of its first segment, so the last that begins at or
    before a place's segment holds it."""
    starts = [
        sorted((segment.index, number) for number, segment in enumerate(side) if segment)
        for side in ([pair.source for pair in pairs], [pair.target for pair in pairs])
    ]
    found: dict[int, list[Anchored]] = {}
    for anchor, finding in findings:
        numbers = {_holder(starts[i], place) for i, place in enumerate((finding.source, finding.target))}
        for number in sorted(numbers - {-1}):
            found.setdefault(number, []).append((anchor, finding))
    return found


def _holder(starts: Sequence[tuple[int, int]], place: Place | None) -> int:
    if place is None:
        return -1
    at = bisect_right(starts, (place.segment, len(starts))) - 1
    return starts[at][1] if at >= 0 else -1


def _pair(pair: Pair, findings: Sequence[Anchored]) -> PairView:
    source, source_marks, whole = _marked(pair.source, pair.matches, findings, 0)
    target, target_marks, also_whole = _marked(pair.target, pair.matches, findings, 1)
    first = pair.source or pair.target
    styles = [*whole, *also_whole]
    return PairView(
        source,
        target,
        source_marks,
        target_marks,
        kind=first.kind if first else "paragraph",
        line=first.line if first else 0,
        style=next((str(severity) for severity in SEVERITIES if severity in styles), ""),
        anchors=tuple(anchor for anchor, _ in findings),
    )


def _marked(
    segment: Segment | None, matches: Sequence[Match], findings: Sequence[Anchored], side: int
) -> tuple[tuple[Part, ...] | None, tuple[Mark, ...], list[str]]:
    """A paragraph in parts with its marks, and the severities of the findings on all of it."""
    if segment is None:
        return None, (), []
    marks: list[tuple[Span, Mark]] = []
    whole: list[str] = []
    for anchor, finding in findings:
        span = _span(segment, (finding.source, finding.target)[side])
        if span == (0, len(segment.text)):
            whole.append(finding.severity)
        elif span:
            marks.append((span, Mark(str(finding.severity), finding.message, anchor)))
    marks = (marks + _agreeing(matches, side))[:MARKS]
    parts = passage(segment.text, [span for span, _ in marks], AROUND, LIMIT)
    return parts, tuple(mark for _, mark in marks), whole


def _span(segment: Segment, place: Place | None) -> Span | None:
    """Where a place stands in a segment that may have been joined of several."""
    if place is None:
        return None
    shift = segment.text.find(place.context)
    return (place.span[0] + shift, place.span[1] + shift) if shift >= 0 else None


def _agreeing(matches: Sequence[Match], side: int) -> list[tuple[Span, Mark]]:
    """The claims that both texts state alike, so that a reader sees what was compared."""
    alike = (Relation.SAME, Relation.ROUNDED, Relation.CONVERTED)
    claims = [(match.source, match.target)[side] for match in matches if match.relation in alike]
    return [(claim.span, Mark("agrees", f"both texts: {grouped(statement(claim))}")) for claim in claims if claim]
