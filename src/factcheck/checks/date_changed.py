"""A date, year, decade, century or time of day is another one in the translation.

Dates are compared by what both state: "5/8/2022" agrees with "2022年8月5日". A year or day that the translation
leaves out and states nowhere near is a warning, and so are the same figures in the same order, "5/8/2022" and
"5.8.2022", of which the languages make two dates.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import takewhile

from ..comparison.moments import components, lost_part, numbers
from ..contexts import PairContext
from ..model import Claim, Finding, Relation, Severity
from ._base import Example, changed, finding, firm, quote, weighed

SEVERITY = Severity.ERROR
CATEGORY = "Accuracy/Mistranslation"
NEEDS_MATCHES = True
EXAMPLES = (
    Example("Founded in August 2022.", "Fondata nell'agosto 2021.", "it"),
    Example("He sued on 5 August 2024.", "Er klagte am 8. August 2024.", "de"),
    Example("The church is of the 17th century.", "Церковь построена в XVIII веке.", "ru"),
    Example("The 1920s were a golden age.", "Los años veinte fueron una edad de oro.", "es", finds=False),
    Example("He sued on 5 August 2024.", "他于2024年8月5日提起诉讼。", "zh", finds=False),
    Example("Section 5.4.7 explains it.", "Abschnitt 5.4.7 erklärt es.", "de", finds=False),
    Example("It comes with version 7.7.", "Es enthält Version 7.7.", "de", finds=False),
)


_NEAR = 40
"""Characters from a date in which its year or day may stand apart."""


def check_pair(pair: PairContext) -> Iterator[Finding]:
    """Findings for dates and times that changed, and for parts of dates that got lost."""
    yield from _changed(pair)
    for match in pair.pair.matches:
        if match.relation is Relation.SAME and match.source and match.target:
            part = lost_part(match.source, match.target)
            if part and not _states(_near(pair, match.target), str(components(match.source)[part])):
                yield _lost(pair, match.source, match.target, part)


def _near(pair: PairContext, claim: Claim) -> Iterator[Claim]:
    claims, start = pair.pair.target_claims, claim.span[0]
    first = bisect_left(claims, start - _NEAR, key=lambda c: c.span[0])
    return takewhile(lambda c: c.span[0] <= start + _NEAR, claims[first : first + 2 * _NEAR])


def _states(claims: Iterable[Claim], number: str) -> bool:
    return any(number in numbers(claim) for claim in claims if not claim.unit)


def _lost(pair: PairContext, source: Claim, target: Claim, part: str) -> Finding:
    message = f"The source states {quote(source)}, the translation {quote(target)}: the {part} is lost."
    return finding(pair, "date-changed", Severity.WARNING, 0.6, message, CATEGORY, source, target)


def _changed(pair: PairContext) -> Iterator[Finding]:
    for source, target in changed(pair, "date"):
        what = "time" if source.moment.startswith("T") else "date"
        turned = _read_otherwise(source, target)
        why = ", for day and month are read in another order" if turned else ""
        message = f"The source states {quote(source)}, the translation {quote(target)}: another {what}{why}."
        sure = firm(source, target) and not turned
        yield weighed(pair, "date-changed", 0.9, message, CATEGORY, source, target, sure)


def _read_otherwise(source: Claim, target: Claim) -> bool:
    """Whether two dates have the same figures in the same order: 5/8/2024 may be of British English."""
    figures, others = (re.findall(r"\d+", claim.text) for claim in (source, target))
    return len(figures) == 3 and [int(f) for f in figures] == [int(o) for o in others]
