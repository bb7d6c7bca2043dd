"""A number, amount or date of the source is not in the translation.

A warning where the claim is firm (digits, money, a large number) and stands nowhere in the translated segment.
Small number words, which translators may turn, are no finding, nor is 100 percent, which is most often said for
"fully", nor an amount that the translation keeps in another unit; unless a bare unit shows where the number was.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..comparison.evidence import strong
from ..contexts import PairContext
from ..languages import load
from ..model import Claim, Finding, Kind, Relation, Severity
from ..wording.folding import fold
from ._base import Example, finding, quote, wholly
from ._percents import names_percent

SEVERITY = Severity.WARNING
CATEGORY = "Accuracy/Omission"
NEEDS_MATCHES = True
EXAMPLES = (
    Example("It answered 250 million queries.", "Es beantwortete viele Anfragen.", "de"),
    Example("She is 100 percent certain.", "Sie ist sich zu Prozent sicher.", "de"),
    Example("The wave was 6 metres (20 feet) high.", "La vague mesurait 6 mètres ( pieds).", "fr"),
    Example("He, aged 44, was found at 7.55am.", "Der 7,55-Jährige wurde um 44 Uhr gefunden.", "de"),
    Example("It left at half past six.", "Salió a las seis y media.", "es", finds=False),
    Example("One of them left.", "Einer ging.", "de", finds=False),
    Example("遺体は1時間後に見つかった。", "The body was found an hour later.", "en", finds=False, source_lang="ja"),
    Example("She is 100 percent certain.", "Sie ist sich völlig sicher.", "de", finds=False),
    Example("The wave was 6 metres (20 feet) high.", "La vague mesurait 6 mètres.", "fr", finds=False),
    Example("The recipe takes 75 minutes.", "La recette prend 1 h 15.", "fr", finds=False),
    Example("A 27-inch 4K display.", "27英寸4K显示屏。", "zh", finds=False),
    Example("Open from 9 a.m. to 5:30 p.m.", "Geöffnet von 9 bis 17.30 Uhr.", "de", finds=False),
)
_BRACKETS = re.compile(r"\(\s*([^\d()]{1,40}?)\s*\)")


def check_pair(pair: PairContext) -> Iterator[Finding]:
    """Findings for claims of the source without a counterpart."""
    if pair.pair.target is None:
        return
    for match in pair.pair.matches:
        claim = match.source
        if match.relation is not Relation.MISSING or claim is None or not strong(claim):
            continue
        if _turned(claim):
            continue
        if not wholly(claim) or names_percent(pair):
            yield _finding(pair, claim)
    yield from _emptied(pair)


def _turned(claim: Claim) -> bool:
    """Whether it is a one or two of things, which other languages say with an article, "both" or "again", even where
    it stands in figures: 1つ, 2人, 1年."""
    if claim.kind is Kind.RATIO and claim.value == 1:
        return True  # one of ten
    kinds = (Kind.COUNT, Kind.ORDINAL, Kind.DURATION)
    return claim.value in (1, 2) and claim.kind in kinds and claim.upper is None and claim.text[-1:] not in "0123456789"


def _finding(pair: PairContext, claim: Claim) -> Finding:
    message = f"The source states {quote(claim)}; the translation does not."
    return finding(pair, "claim-missing", Severity.WARNING, 0.7, message, CATEGORY, source=claim)


def _emptied(pair: PairContext) -> Iterator[Finding]:
    """Findings for amounts in brackets of which the translation has the unit alone: "6 metres ( feet)"."""
    asides = [claim for claim in pair.pair.source_claims if claim.aside and claim.unit]
    if not asides or pair.pair.target is None:
        return
    forms = load(pair.target_lang).after.forms
    for match in _BRACKETS.finditer(fold(pair.pair.target.text).low):
        named = {mark.name for mark in forms.get(match[1], ()) if mark.role in ("unit", "currency", "percent")}
        if claim := next((c for c in asides if c.unit in named or (named and len(asides) == 1)), None):
            yield _finding(pair, claim)
            return
