"""A date, year, decade, century or time of day is another one in the translation.

Dates are compared by what both state: "5/8/2022" agrees with "2022年8月5日". A year or day that the translation
leaves out
and states nowhere else is a warning.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..comparison import components, lost_part, numbers
from ..model import Claim, Finding, Relation, Severity
from ._base import Example, PairContext, changed, finding, firm, quote

SEVERITY = Severity.ERROR
CATEGORY = "Accuracy/Mistranslation"
EXAMPLES = (
    Example("Founded in August 2022.", "Fondata nell'agosto 2021.", "it"),
    Example("He sued on 5 August 2024.", "Er klagte am 8. August 2024.", "de"),
    Example("The church is of the 17th century.", "Церковь построена в XVIII веке.", "ru"),
    Example("The 1920s were a golden age.", "Los años veinte fueron una edad de oro.", "es", finds=False),
    Example("He sued on 5 August 2024.", "他于2024年8月5日提起诉讼。", "zh", finds=False),
)


def check_pair(pair: PairContext) -> Iterator[Finding]:
    """Findings for dates and times that changed, and for parts of dates that got lost."""
    yield from _changed(pair)
    stated = {n for claim in pair.pair.target_claims for n in numbers(claim)}
    for match in pair.pair.matches:
        if match.relation is Relation.SAME and match.source and match.target:
            part = lost_part(match.source, match.target)
            if part and str(components(match.source)[part]) not in stated:
                yield _lost(pair, match.source, match.target, part)


def _lost(pair: PairContext, source: Claim, target: Claim, part: str) -> Finding:
    message = f"The source states {quote(source)}, the translation {quote(target)}: the {part} is lost."
    return finding(pair, "date-changed", Severity.WARNING, 0.6, message, CATEGORY, source, target)


def _changed(pair: PairContext) -> Iterator[Finding]:
    for source, target in changed(pair, "date"):
        sure = firm(source, target)
        what = "time" if source.moment.startswith("T") else "date"
        message = f"The source states {quote(source)}, the translation {quote(target)}: another {what}."
        severity = Severity.ERROR if sure else Severity.WARNING
        yield finding(pair, "date-changed", severity, 0.9 if sure else 0.5, message, CATEGORY, source, target)
