"""Running the checks: on a pair of segments, on a translation as a whole, on a text alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from .causes import one_a_cause
from .checks import Check, Document, PairContext, TextContext
from .checks._base import PairCheck, SegmentCheck
from .model import Article, Finding, Suppressed, Suppression
from .suppression import sort_out, suppressions, unused


def check_pairs_of(pairs: Iterable[PairContext], checks: Sequence[Check]) -> Iterator[Finding]:
    """What the checks of pairs, and of segments alone, find in each pair, in order."""
    for context in pairs:
        yield from check_one(context, checks)


def check_one(context: PairContext, checks: Sequence[Check]) -> Iterator[Finding]:
    """What the checks of pairs, and of segments alone, find in one pair."""
    pair = context.pair
    alone = context.alone(pair.target) if pair.target else None
    for of_pair, of_segment in _asked(tuple(checks), bool(pair.matches)):
        if of_pair:
            yield from of_pair(context)
        elif of_segment and alone:
            yield from of_segment(alone)


@lru_cache(maxsize=64)  # the same are asked about every pair
def _asked(checks: tuple[Check, ...], stated: bool) -> tuple[tuple[PairCheck | None, SegmentCheck | None], ...]:
    """What checks ask about a pair. stated: whether anything is stated in it, which some need."""
    asked = ((check.check_pair, check.check_segment) for check in checks if stated or not check.needs_matches)
    return tuple((of_pair, of_segment) for of_pair, of_segment in asked if of_pair or of_segment)


def check_translation(document: Document, checks: Sequence[Check]) -> tuple[Finding, ...]:
    """All that the checks find in a translation: pair by pair, then in the whole; sorted by place."""
    found = list(check_pairs_of(document.pairs, checks))
    for check in _last_last(checks):
        so_far = tuple(found)
        if check.check_document:
            found += check.check_document(replace(document, findings=so_far))
        elif check.check_text:
            target, source = document.target, document.source
            text = TextContext(target, document.claims, document.ledger, source, so_far, document.glossary)
            found += check.check_text(text)
    return tuple(sorted(one_a_cause(found), key=order))


def check_alone(text: TextContext, checks: Sequence[Check]) -> tuple[Finding, ...]:
    """All that the checks find in a text without a source, sorted by place."""
    segments = [text.segment(segment) for segment in text.article.segments]
    found = [f for s in segments for check in checks if check.check_segment for f in check.check_segment(s)]
    for check in _last_last(checks):
        if check.check_text:
            found += check.check_text(replace(text, findings=tuple(found)))
    return tuple(sorted(one_a_cause(found), key=order))


def leave_out(
    findings: Iterable[Finding],
    text: Article,
    checks: Sequence[Check],
    shared: Sequence[Suppression] = (),
    alone: bool = True,
) -> tuple[tuple[Finding, ...], tuple[Suppressed, ...]]:
    """What was found in a text -> what stands, with the suppressions of the text that were idle, and what is left out.

    shared: the suppressions of its source. alone: whether it was read without one; then a suppression is idle only if
    nothing that its check could find beside a source may be meant.
    """
    own = suppressions(text)
    kept, left_out = sort_out(findings, [*own, *shared])
    ran = [check.id for check in checks if not (alone and check.paired)]
    copied = {item.comment.text for item in shared}  # a translation often comes with the comments of its source
    idle = check_suppressions(unused([s for s in own if s.comment.text not in copied], left_out, ran), checks)
    return tuple(sorted((*kept, *idle), key=order)), left_out


def check_suppressions(idle: Iterable[Suppression], checks: Sequence[Check]) -> tuple[Finding, ...]:
    """What the checks say of suppressions that left nothing out."""
    idle = list(idle)
    return tuple(f for check in checks if check.check_suppressions for f in check.check_suppressions(idle))


def _last_last(checks: Sequence[Check]) -> list[Check]:
    """Those that look at what the others found come last."""
    return sorted(checks, key=lambda check: check.last)


def order(finding: Finding) -> tuple[object, ...]:
    """Sorted by place in the translation (where it has none: in the source), then by check."""
    at = finding.target or finding.source
    if at is None:
        return (1, 0, 0, 0, finding.check, finding.key)
    return (0, at.segment, *at.span, finding.check, finding.key)
