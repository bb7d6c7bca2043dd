"""Two numbers of the source changed places in the translation.

400 tigers and 30,000 deer that became 30,000 tigers and 400 deer state the same set of numbers. Told by what
stands at the
numbers (the unit or kind went over from one to the other), or, for numbers of one unit and kind, by their order. A
translation
may change the order of a sentence, so it is a warning; amounts told apart only by their nouns are not seen.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from ..model import Claim, Finding, Kind, Match, Relation, Severity
from ._base import Example, PairContext, changed, finding, quote

SEVERITY = Severity.WARNING
CATEGORY = "Accuracy/Mistranslation"
EXAMPLES = (
    Example(
        "The volcano is 45 miles away, the quake had 7.1.",
        "Der Vulkan ist 7,1 Meilen entfernt, das Beben hatte 45.",
        "de",
    ),
    Example("CBS had 3.1 million, NBC 2.94 million.", "CBS hatte 2,94 Millionen, NBC 3,1 Millionen.", "de"),
    Example("The visitors won 4-1.", "Die Gäste gewannen 1:4.", "de"),
    Example("Between 70 and 90 percent agree.", "Entre 90 et 70 % sont d'accord.", "fr"),
    Example(
        "CBS had 3.1 million, NBC 2.94 million.", "CBS hatte 3,1 Millionen, NBC 2,94 Millionen.", "de", finds=False
    ),
    Example("She has 18-7 wins.", "Elle compte 18 victoires et 7 défaites.", "fr", finds=False),
)
_MOST = 12
"""Segments with more numbers are tables, whose order says little."""


def check_pair(pair: PairContext) -> Iterator[Finding]:
    """Findings for ranges and scores that were turned round, and one for the first two numbers that changed places."""
    for source, target in changed(pair, "order"):
        message = (
            f"The source states {quote(source)}, the translation {quote(target)}: the two numbers are turned round."
        )
        yield finding(pair, "number-swapped", Severity.WARNING, 0.8, message, CATEGORY, source, target)
    if len(pair.pair.matches) < 2:
        return
    same = [m for m in pair.pair.matches if m.relation is Relation.SAME and _numeric(m)]
    if len(same) > _MOST:
        return
    for one, other in combinations(sorted(same, key=_place), 2):
        if one.source and one.target and other.source and other.target and _swapped(one, other):
            message = (
                f"The source states {quote(one.source)} and then {quote(other.source)}; "
                f"in the translation {quote(other.target)} and {quote(one.target)} stand in each other's place."
            )
            yield finding(pair, "number-swapped", Severity.WARNING, 0.6, message, CATEGORY, one.source, other.target)
            return


def _numeric(match: Match) -> bool:
    claims = (match.source, match.target)
    return all(c and c.value is not None and c.upper is None and not c.spelled for c in claims)


def _place(match: Match) -> int:
    return match.source.span[0] if match.source else 0


def _swapped(one: Match, other: Match) -> bool:
    s1, t1, s2, t2 = one.source, one.target, other.source, other.target
    if not (s1 and t1 and s2 and t2) or s1.value == s2.value:
        return False
    if _sign(s1) != _sign(s2) and _sign(s1) != _sign(t1) and _sign(s1) == _sign(t2) and _sign(s2) == _sign(t1):
        return True
    return _sign(s1) == _sign(s2) == _sign(t1) == _sign(t2) and t1.span[0] > t2.span[0] and s1.kind is not Kind.RATIO


def _sign(claim: Claim) -> tuple[str, str]:
    """What says what a number counts: its unit, or its kind; a bare number like 2018 is most likely a year."""
    year = not claim.unit and claim.value is not None and 1900 <= claim.value <= 2099
    return claim.unit, "year" if year else str(claim.kind)
