"""An amount of money keeps its number but is in another currency.

A bare "dollar" is the US dollar; against A$ or HK$ it differs. An amount whose currency the translation leaves out
is found by unit-missing.
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
    Example("Valued at US$3 billion.", "Valorisée à 3 milliards d'euros.", "fr"),
    Example("It costs £20.", "Es kostet 20 Dollar.", "de"),
    Example("Valued at US$3 billion.", "Valorisée à 3 milliards de dollars.", "fr", finds=False),
    Example("$3 million, up from $2 million.", "3 millions de dollars, contre 2 millions.", "fr", finds=False),
)


def check_pair(pair: PairContext) -> Iterator[Finding]:
    """Findings for amounts whose currency changed."""
    for source, target in changed(pair, "currency"):
        stated = f"The source states {quote(source)} ({source.unit}), the translation {quote(target)} ({target.unit})"
        message = f"{stated}: another currency."
        yield finding(pair, "currency-changed", Severity.ERROR, 0.95, message, CATEGORY, source, target)
