"""An identifier of the source, such as A380 or GPT-4, has other digits in the translation.

An identifier of the source is gone, and one with the same letters and other digits, which the source does not have,
stands in the translation: A350, GPT-5. Where it has no letters of its own, the word before it must be the same: Boeing
747.
Identifiers that were left out, or of which only the letters differ, are no finding, nor are digits in another order of
date.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..contexts import PairContext
from ..model import Claim, Finding, Kind, Relation, Segment, Severity
from ..wording.folding import fold
from ._base import Example, finding, quote

SEVERITY = Severity.WARNING
CATEGORY = "Accuracy/Mistranslation"
NEEDS_MATCHES = True
EXAMPLES = (
    Example("The A380 is large.", "Der A350 ist groß.", "de"),
    Example("GPT-4o was released.", "GPT-5oが公開された。", "ja"),
    Example("COVID-19 spread.", "Le COVID-91 s'est propagé.", "fr"),
    Example("A Boeing 747 landed.", "Un Boeing 737 aterrizó.", "es"),
    Example("It was sold in Q3.", "Es wurde im Q2 verkauft.", "de"),
    Example("Windows 11 came with it.", "Il est livré avec Windows 10.", "fr"),
    Example("The iPhone 14 sold well.", "iPhone 13はよく売れた。", "ja"),
    Example("The iPhone 14 sold well.", "El iPhone 14 se vendió bien.", "es", finds=False),
    Example("The F-16 and the F-15 fly.", "F15 und F16 fliegen.", "de", finds=False),
    Example("COVID-19 spread.", "COVID breitete sich aus.", "de", finds=False),
    Example("A Boeing 747 landed.", "Un 747 aterrizó.", "es", finds=False),
    Example("The A380 of Boeing's rival.", "Airbus A380, le rival de la B747.", "fr", finds=False),
)
_DIGITS = re.compile(r"\d+")
_WORD_BEFORE = re.compile(r"([^\W\d_]{2,30})[ -]?\Z")
_NEAR = 40


def check_pair(pair: PairContext) -> Iterator[Finding]:
    """Findings for identifiers with other digits."""
    left, right = pair.pair.source, pair.pair.target
    gone = [m.source for m in pair.pair.matches if m.source and not m.target and m.source.kind is Kind.IDENTIFIER]
    new = [m.target for m in pair.pair.matches if m.relation is Relation.ADDED and m.target]
    if not gone or not new or left is None or right is None:
        return
    fresh = [claim for claim in new if claim.kind is Kind.IDENTIFIER and not _in(claim, pair.pair.source_claims)]
    for source in gone:
        if _in(source, pair.pair.target_claims):
            continue
        letters = _letters(source, left)
        alike = [target for target in fresh if letters and _letters(target, right) == letters]
        if len(alike) == 1 and _digits(source) != _digits(alike[0]):
            message = f"The source names {quote(source)}, the translation {quote(alike[0])}: another one."
            yield finding(pair, "identifier-changed", SEVERITY, 0.8, message, CATEGORY, source, alike[0], source.text)


def _digits(claim: Claim) -> list[str]:
    """The digits in any order of their groups: 9/11 is 11/9."""
    return sorted(group.lstrip("0") for group in _DIGITS.findall(fold(claim.text).low))


def _letters(claim: Claim, segment: Segment) -> str:
    """The letters of an identifier; where it has none, those of the word before it."""
    own = "".join(char for char in fold(claim.text).low if char.isalpha())
    if own:
        return own
    start = claim.span[0]
    before = _WORD_BEFORE.search(segment.text[max(0, start - _NEAR) : start])
    return f"{before[1].casefold()} " if before else ""


def _in(claim: Claim, others: Sequence[Claim]) -> bool:
    """Whether some claim has the same digits, with whatever letters and signs."""
    digits = _digits(claim)
    return any(_digits(other) == digits for other in others)
