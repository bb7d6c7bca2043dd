"""A number, amount or date of the source is not in the translation.

A warning where the claim is firm (digits, money, a large number) and stands nowhere in the translated segment.
Small number words, which translators may turn, are no finding.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..comparison import strong
from ..model import Finding, Relation, Severity
from ._base import Example, PairContext, finding, quote

SEVERITY = Severity.WARNING
CATEGORY = "Accuracy/Omission"
EXAMPLES = (
    Example("It answered 250 million queries.", "Es beantwortete viele Anfragen.", "de"),
    Example("One of them left.", "Einer ging.", "de", finds=False),
)


def check_pair(pair: PairContext) -> Iterator[Finding]:
    """Findings for claims of the source without a counterpart."""
    if pair.pair.target is None:
        return
    for match in pair.pair.matches:
        claim = match.source
        if match.relation is not Relation.MISSING or claim is None or not strong(claim):
            continue
        message = f"The source states {quote(claim)}; the translation does not."
        yield finding(pair, "claim-missing", Severity.WARNING, 0.7, message, CATEGORY, source=claim)
