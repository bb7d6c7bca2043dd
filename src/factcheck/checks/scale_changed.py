"""A number keeps its digits but is ten, a thousand, a million times too large or too small.

Millions that became billions, 億 that became 万, a shifted decimal point. Says how many times the amount is off.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..comparison import times
from ..model import Finding, Severity
from ._base import Example, PairContext, changed, factor, firm, quote, weighed

SEVERITY = Severity.ERROR
CATEGORY = "Accuracy/Mistranslation"
EXAMPLES = (
    Example("It raised US$7 billion.", "Es sammelte 7 Millionen US-Dollar ein.", "de"),
    Example("The firm got 250 million queries.", "同社は2.5万件の質問を受けた。", "ja"),
    Example("The firm got 250 million queries.", "同社は2億5000万件の質問を受けた。", "ja", finds=False),
    Example("A pace of 300,000 a day.", "每天30万。", "zh", finds=False),
)


def check_pair(pair: PairContext) -> Iterator[Finding]:
    """Findings for amounts that changed by a power of ten."""
    for source, target in changed(pair, "scale"):
        ratio = times(source, target)
        assert ratio is not None
        message = f"The source states {quote(source)}, the translation {quote(target)}: {factor(ratio)}."
        yield weighed(pair, "scale-changed", 0.95, message, CATEGORY, source, target, firm(source, target))
