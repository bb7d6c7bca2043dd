"""A segment is empty in the translation, or stands there as it stands in the source: nobody translated it.

Compared by rapidfuzz on whole segments with several words; names, codes and short headings may rightly stay as
they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapidfuzz import fuzz

from ..model import Finding, Severity
from ._base import Example, finding, quote
from ._contexts import PairContext

SEVERITY = Severity.ERROR
CATEGORY = "Accuracy/Untranslated"
EXAMPLES = (
    Example(
        "He does not believe that money drove the founders away.",
        "He does not believe that money drove the founders away.",
        "la",
    ),
    Example("The bank closed all its branches.", "", "de"),
    Example("OpenAI, Google and Anthropic", "OpenAI, Google et Anthropic", "fr", finds=False),
)
_ALIKE = 90
_LOWER_WORD = re.compile(r"\b[^\W\d_A-Z][^\W\d_]+\b")


def check_pair(pair: PairContext) -> Iterator[Finding]:
    """A finding where both segments are nearly the same running text, or nothing stands in the translation."""
    source, target = pair.pair.source, pair.pair.target
    if source and target and source.text.strip() and not target.text.strip():
        message = f"The translation of {quote(source.text)} is empty."
        yield finding(pair, "untranslated", Severity.ERROR, 0.95, message, CATEGORY)
        return
    if source is None or target is None or pair.source_lang == pair.target_lang or source.kind == "code":
        return
    if abs(len(source.text) - len(target.text)) * 5 > len(source.text) or len(_LOWER_WORD.findall(source.text)) < 5:
        return
    if fuzz.ratio(source.text, target.text, score_cutoff=_ALIKE) >= _ALIKE:
        message = f"The translation leaves {quote(source.text)} in the language of the source."
        yield finding(pair, "untranslated", Severity.ERROR, 0.95, message, CATEGORY)
