"""A date, year, decade, century or time of day is another one in the translation.

Dates are compared by what both state: "August" agrees with "5 August 2022", "5/8/2022" with "2022年8月5日".
"""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Finding, Severity
from ._base import Example, PairContext, changed, finding, firm, quote

SEVERITY = Severity.ERROR
CATEGORY = "Accuracy/Mistranslation"
EXAMPLES = (
    Example("Founded in August 2022.", "Fondata nell'agosto 2021.", "it"),
    Example("He sued on 5 August 2024.", "Er klagte am 8. August 2024.", "de"),
    Example("He sued on 5 August 2024.", "他于2024年8月5日提起诉讼。", "zh", finds=False),
)


def check_pair(pair: PairContext) -> Iterator[Finding]:
    """Findings for dates and times that changed."""
    for source, target in changed(pair, "date"):
        sure = firm(source, target)
        what = "time" if source.moment.startswith("T") else "date"
        message = f"The source states {quote(source)}, the translation {quote(target)}: another {what}."
        severity = Severity.ERROR if sure else Severity.WARNING
        yield finding(pair, "date-changed", severity, 0.9 if sure else 0.5, message, CATEGORY, source, target)
