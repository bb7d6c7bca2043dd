"""A number, amount or date of the translation is not in the source.

A warning where the claim is firm. Small number words and bare small numbers, which translators put for "a", "both"
or "again",
are no finding.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..comparison.evidence import strong
from ..contexts import PairContext
from ..model import Claim, Finding, Kind, Relation, Severity
from ._base import Example, finding, quote, wholly

SEVERITY = Severity.WARNING
CATEGORY = "Accuracy/Addition"
NEEDS_MATCHES = True
EXAMPLES = (
    Example("It answered many queries.", "Es beantwortete 250 Millionen Anfragen.", "de"),
    Example("A founder left.", "Ein Gründer ging.", "de", finds=False),
    Example("The default is 1024x768 pixels.", "Standard sind 1024 × 768 Pixel.", "de", finds=False),
    Example("Her FY24 budget is tight.", "Ihr Haushalt für 2024 ist knapp.", "de", finds=False),
)


def check_pair(pair: PairContext) -> Iterator[Finding]:
    """Findings for claims of the translation without a counterpart."""
    if pair.pair.source is None:
        return
    for match in pair.pair.matches:
        claim = match.target
        if match.relation is not Relation.ADDED or claim is None or not strong(claim) or wholly(claim) or _small(claim):
            continue
        if _abbreviated(claim, pair.pair.source.text):
            continue
        message = f"The translation states {quote(claim)}; the source does not."
        yield finding(pair, "claim-added", Severity.WARNING, 0.6, message, CATEGORY, target=claim)


def _abbreviated(claim: Claim, source: str) -> bool:
    """Whether it is a year that the source has in two digits behind letters or an apostrophe: SS19, FY24, '08."""
    if claim.unit or claim.value is None or not 1950 <= claim.value <= 2099 or claim.value % 1:
        return False
    return re.search(rf"(?:[A-Z]{{1,4}}|['’]){int(claim.value) % 100:02d}(?!\d)", source) is not None


def _small(claim: Claim) -> bool:
    """Whether it is a bare number up to ten, an ordinal, a short duration or a century."""
    if claim.moment.startswith("C"):
        return True  # "the 30s of the 20th century" is "the 1930s"
    if claim.value == 1 and claim.kind not in (Kind.MONEY, Kind.PERCENTAGE):
        return True
    bare = claim.kind in (Kind.COUNT, Kind.ORDINAL, Kind.DURATION, Kind.RATIO)
    return bare and claim.value is not None and abs(claim.value) <= 10
