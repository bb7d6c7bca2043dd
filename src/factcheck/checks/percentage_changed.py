"""Percent became percentage points, or the other way round.

From 10% to 12% is a rise of two percentage points and of twenty percent: the number is kept, the fact is not.
Percentage points that became percent are a warning: many languages say so loosely ("won by 40 percent").
"""

from __future__ import annotations

from collections.abc import Iterator

from ..contexts import PairContext
from ..model import Finding, Severity
from ._base import Example, changed, finding, quote

SEVERITY = Severity.ERROR
CATEGORY = "Accuracy/Mistranslation"
NEEDS_MATCHES = True
EXAMPLES = (
    Example("It promised 20% of its computers.", "Es versprach 20 Prozentpunkte seiner Rechner.", "de"),
    Example("Support fell by 4 percentage points.", "Le soutien a baissé de 4 %.", "fr"),
    Example("It promised 20% of its computers.", "Es versprach 20 Prozent seiner Rechner.", "de", finds=False),
)
_WORDS = {"percent": "percent", "percentage-point": "percentage points", "basis-point": "basis points"}


def check_pair(pair: PairContext) -> Iterator[Finding]:
    """Findings for percentages that are percentage points on the other side."""
    for source, target in changed(pair, "percentage"):
        message = (
            f"The source states {quote(source)} ({_WORDS[source.unit]}), "
            f"the translation {quote(target)} ({_WORDS[target.unit]}): not the same thing."
        )
        loose = target.unit == "percent"
        severity, confidence = (Severity.WARNING, 0.6) if loose else (Severity.ERROR, 0.9)
        yield finding(pair, "percentage-changed", severity, confidence, message, CATEGORY, source, target)
