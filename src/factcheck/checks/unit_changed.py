"""A measure is in another unit, and the conversion does not agree.

Miles that became kilometres with the same number, inches converted wrongly: the message says what would be right. A
conversion that agrees within its written precision is no finding. Units of different kinds (hours for people) are
a warning.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..comparison import units
from ..comparison.conversions import expectations
from ..comparison.notation import roughly
from ..contexts import PairContext
from ..model import Claim, Finding, Severity
from ._base import Example, changed, firm, quote, weighed

SEVERITY = Severity.ERROR
CATEGORY = "Accuracy/Mistranslation"
NEEDS_MATCHES = True
EXAMPLES = (
    Example("The road is 20 miles long.", "Die Straße ist 20 Kilometer lang.", "de"),
    Example("The boy is six months old.", "Der Junge ist sechs Jahre alt.", "de"),
    Example("The storm is 385 miles away.", "Der Sturm ist 680 Kilometer entfernt.", "de"),
    Example("The universe is 10^40 km wide.", "Das Universum ist 10^40 Meilen breit.", "de"),
    Example("The road is 20 miles long.", "Die Straße ist 32 Kilometer lang.", "de", finds=False),
    Example("The town is 200 miles away.", "Die Stadt ist 300 Kilometer entfernt.", "de", finds=False),
    Example("It was 80 degrees Fahrenheit.", "Es waren 27 Grad Celsius.", "de", finds=False),
)


def check_pair(pair: PairContext) -> Iterator[Finding]:
    """Findings for measures whose unit changed without the value following."""
    for source, target in changed(pair, "unit"):
        sure = firm(source, target) and units.dimension(source.unit) == units.dimension(target.unit) != "duration"
        message = (
            f"The source states {quote(source)}, the translation {quote(target)}: another unit{_right(source, target)}."
        )
        yield weighed(pair, "unit-changed", 0.85, message, CATEGORY, source, target, sure)


def _right(source: Claim, target: Claim) -> str:
    for value in expectations(source, target.unit):
        return f" ({quote(source)} is about {roughly(value)} {target.unit})"
    return ""
