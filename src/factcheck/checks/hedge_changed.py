"""An amount lost its hedge, or got the opposite one.

"At least" and "more than" say in which direction the truth may lie: lost beside money, a percentage, a measure or a
count from ten up they are a warning, and so is every hedge that was turned round. Lengths of time ("over 24 hours"
may mean within them) and other lost hedges, which translators often leave to the context, are info; a hedge that the
translation adds is no finding. Languages whose hedges nobody listed are not asked for them.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..comparison.evidence import strong
from ..contexts import PairContext
from ..languages import load
from ..model import Claim, Finding, Hedge, Kind, Relation, Severity
from ._base import Example, finding, quote

SEVERITY = Severity.WARNING
CATEGORY = "Accuracy/Mistranslation"
NEEDS_MATCHES = True
EXAMPLES = (
    Example("It raised at least US$7 billion.", "Es sammelte 7 Milliarden US-Dollar ein.", "de"),
    Example("It raised at least US$7 billion.", "Es sammelte höchstens 7 Milliarden US-Dollar ein.", "de"),
    Example("At least 27 people died.", "27명이 숨졌다.", "ko"),
    Example("Gas rose 183 times over 24 hours.", "Gas stieg in 24 Stunden 183 Mal auf.", "de", finds=False),
    Example(
        "It raised at least US$7 billion.",
        "Es sammelte mindestens 7 Milliarden US-Dollar ein.",
        "de",
        finds=False,
    ),
    Example(
        "It is valued at over US$3 billion.",
        "Sie ist mindestens 3 Milliarden Dollar wert.",
        "de",
        finds=False,
    ),
)
_SEVERAL = 10
"""Smaller counts are often told without their limit."""
_DIRECTION = {Hedge.AT_LEAST: 1, Hedge.MORE_THAN: 1, Hedge.NEARLY: -1, Hedge.LESS_THAN: -1, Hedge.AT_MOST: -1}


def check_pair(pair: PairContext) -> Iterator[Finding]:
    """Findings for amounts that agree but are hedged differently."""
    if not load(pair.target_lang).hedges:
        return
    for match in pair.pair.matches:
        source, target = match.source, match.target
        if source and target and match.relation is not Relation.CHANGED and source.hedge is not target.hedge:
            yield from _compare(pair, source, target)


def _compare(pair: PairContext, source: Claim, target: Claim) -> Iterator[Finding]:
    one, other = (_DIRECTION.get(claim.hedge, 0) if claim.hedge else 0 for claim in (source, target))
    if (one == other and source.hedge and target.hedge) or not source.hedge:
        return
    turned = one * other < 0
    lost = other == 0
    if not turned and not lost:
        return
    large = source.value is not None and source.value >= _SEVERAL and source.kind is not Kind.DURATION
    weighty = large or source.kind in (Kind.MONEY, Kind.PERCENTAGE)
    serious = turned or (strong(source) and one == 1 and weighty)
    stated = f"“{target.hedge}”" if target.hedge else "no such limit"
    message = f"The source states {quote(source)} (“{source.hedge}”), the translation {quote(target)} with {stated}."
    severity = Severity.WARNING if serious else Severity.INFO
    yield finding(pair, "hedge-changed", severity, 0.8 if turned else 0.6, message, CATEGORY, source, target)
