"""One finding for one cause: what several checks, or one check twice, say of one place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from .model import Finding


def one_a_cause(found: Iterable[Finding]) -> list[Finding]:
    """Findings -> the same without those for whose cause another stands that is as severe or more.

    A check finds a thing twice in the pair and in the whole, where two findings begin, or end, together in both texts;
    several checks find it where one fix at one place mends both: a kept name with a letter wrong.
    """
    kept: list[Finding] = []
    seen: set[object] = set()
    for finding in sorted(found, key=lambda finding: -finding.severity.rank):
        causes = set(_causes(finding))
        if seen.isdisjoint(causes):
            kept.append(finding)
        seen |= causes
    return kept


def _causes(finding: Finding) -> Iterator[object]:
    source, target = finding.source, finding.target
    if target is None:
        return
    if finding.suggestion:
        yield target.segment, target.span, finding.suggestion
    if source is not None:
        for side in (0, 1):
            yield finding.check, side, source.segment, source.span[side], target.segment, target.span[side]
