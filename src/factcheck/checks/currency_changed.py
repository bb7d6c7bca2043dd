"""An amount of money keeps its number but is in another currency.

A bare "dollar" is the US dollar; against A$ or HK$ it differs. An amount whose currency the translation leaves out
is a warning.
"""

from __future__ import annotations

from collections.abc import Iterator

from .. import languages
from ..comparison import units
from ..contexts import PairContext
from ..model import Claim, Finding, Kind, Relation, Severity
from ._base import Example, changed, finding, quote

SEVERITY = Severity.ERROR
CATEGORY = "Accuracy/Mistranslation"
NEEDS_MATCHES = True
EXAMPLES = (
    Example("Valued at US$3 billion.", "Valorisée à 3 milliards d'euros.", "fr"),
    Example("It costs £20.", "Es kostet 20 Dollar.", "de"),
    Example("Thieves took $26,750.", "Diebe stahlen 26.750 aus dem Automaten.", "de"),
    Example("Valued at US$3 billion.", "Valorisée à 3 milliards de dollars.", "fr", finds=False),
    Example("$3 million, up from $2 million.", "3 millions de dollars, contre 2 millions.", "fr", finds=False),
)


def check_pair(pair: PairContext) -> Iterator[Finding]:
    """Findings for amounts whose currency changed."""
    for source, target in changed(pair, "currency"):
        stated = f"The source states {quote(source)} ({source.unit}), the translation {quote(target)} ({target.unit})"
        message = f"{stated}: another currency."
        yield finding(pair, "currency-changed", Severity.ERROR, 0.95, message, CATEGORY, source, target)
    yield from _lost(pair)


def _lost(pair: PairContext) -> Iterator[Finding]:
    """Amounts of money that are bare numbers in a translation that names their currency nowhere else.

    CLDR lacks everyday nouns (гривень), so only languages with a supplement are asked.
    """
    if languages.base(pair.target_lang) not in languages.first_class():
        return
    named = {claim.unit for claim in pair.pair.target_claims}
    for match in pair.pair.matches:
        source, target = match.source, match.target
        if source and target and match.relation is Relation.SAME and _is_money(source) and _is_bare(target):
            if source.unit in named:
                continue  # "3 millions de dollars, contre 2 millions"
            message = f"The source states {quote(source)}, the translation {quote(target)}: the currency is lost."
            yield finding(pair, "currency-changed", Severity.WARNING, 0.6, message, CATEGORY, source, target)


def _is_money(claim: Claim) -> bool:
    """Whether it can only be money: a "pound" may be a weight."""
    return units.is_currency(claim.unit) and (claim.unit != "GBP" or "£" in claim.text)


def _is_bare(claim: Claim) -> bool:
    return not claim.unit and claim.kind is Kind.COUNT and not claim.spelled
