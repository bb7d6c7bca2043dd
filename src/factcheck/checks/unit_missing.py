"""An amount of the source keeps its number in the translation, and lost its percent sign or currency.

12 percent became 12, or $5 million became 5 million, and no other amount of the segment says the unit for it, as in
"from 10 to 12 percent". Other units are no finding: a language has more words for them than are known here. Nor is
anything in a language without a supplement, of which that holds for currencies and percent, too.
"""

from __future__ import annotations

from collections.abc import Iterator

from .. import languages
from ..comparison import units
from ..comparison.conversions import values
from ..contexts import PairContext
from ..model import Claim, Finding, Kind, Severity
from ._base import Example, finding, quote
from ._percents import names_percent

SEVERITY = Severity.WARNING
CATEGORY = "Accuracy/Omission"
NEEDS_MATCHES = True
EXAMPLES = (
    Example("Turnout rose by 12 percent.", "Die Beteiligung stieg um 12.", "de"),
    Example("It raised $5 million.", "Il a levé 5 millions.", "fr"),
    Example("It sold for £11 million.", "1100万で売れた。", "ja"),
    Example("Thieves took $26,750.", "Diebe stahlen 26.750 aus dem Automaten.", "de"),
    Example("The fine was 300 million yen.", "Pokuta bola 300 miliónov jenov.", "sk", finds=False),
    Example("The bag weighs 20 pounds.", "Die Tasche wiegt 20.", "de", finds=False),
    Example("The tunnel is 4.7 kilometres long.", "Длина туннеля 4,7.", "ru", finds=False),
    Example("It rose from 10 percent to 12 percent.", "Es stieg von 10 auf 12 Prozent.", "de", finds=False),
    Example("It costs $5 or $6.", "Cuesta 5 o 6 dólares.", "es", finds=False),
    Example("She is 45 years old.", "Sie ist 45.", "de", finds=False),
)
_KINDS = (Kind.PERCENTAGE, Kind.MONEY)


def check_pair(pair: PairContext) -> Iterator[Finding]:
    """Findings for amounts without their unit."""
    for match in pair.pair.matches:
        source, target = match.source, match.target
        if (
            source is None
            or target is None
            or target.unit
            or source.kind not in _KINDS
            or target.kind is not Kind.COUNT
        ):
            continue
        if set(values(source)) & set(values(target)) and _sure(source, pair) and not _said(source, pair):
            lost = "currency" if source.kind is Kind.MONEY else "percent sign"
            message = f"The source states {quote(source)}, the translation {quote(target)}: the {lost} is missing."
            yield finding(pair, "unit-missing", SEVERITY, 0.7, message, CATEGORY, source, target)


def _sure(source: Claim, pair: PairContext) -> bool:
    """Whether the words for the unit are known in the language, and it can be no other: a "pound" may be a weight."""
    known = languages.base(pair.target_lang) in languages.first_class()
    return known and (source.unit != "GBP" or "£" in source.text)


def _said(source: Claim, pair: PairContext) -> bool:
    """Whether some other amount of the translation says a unit of the kind."""
    if source.kind is Kind.PERCENTAGE:
        return names_percent(pair)
    return any(units.is_currency(claim.unit) for claim in pair.pair.target_claims)
