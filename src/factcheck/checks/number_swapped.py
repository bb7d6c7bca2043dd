"""Two numbers of the source changed places in the translation.

400 tigers and 30,000 deer that became 30,000 tigers and 400 deer state the same set of numbers. Told by what stands at
the numbers (unit, kind, hedge, noun, words that both texts share) and by their order; likewise ranges (70-90 as 90-70),
scores (3-1 as 1-3) and dates (30 May 2005 as 2005 May 30) that were turned round. A translation may change the order of
a sentence, so it is a warning; ages or shares of two people are told apart by order alone where no name stands by.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from .. import languages
from ..comparison.exchanges import THRESHOLD, exchanged, sides
from ..contexts import PairContext
from ..model import Claim, Finding, Relation, Severity
from ._base import Example, changed, finding, quote

SEVERITY = Severity.WARNING
CATEGORY = "Accuracy/Mistranslation"
NEEDS_MATCHES = True
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
    Example("India scored 352 runs in 50 overs.", "भारत ने 50 ओवर में 352 रन बनाए।", "hi", finds=False),
    Example("Three men, aged 33, 34 and 39, were held.", "34、33、39歳の男3人が拘束された。", "ja"),
    Example("It had 7,500 workers in 2019.", "Die Firma hatte 2019 7.500 Mitarbeiter.", "de", finds=False),
    Example("It had 7,500 workers in 2019.", "Im Jahr 7.500 hatte die Firma 2019 Mitarbeiter.", "de"),
    Example("She has 18-7 wins.", "Elle compte 18 victoires et 7 défaites.", "fr", finds=False),
)
_YEAR_FIRST = re.compile(r"\d{4}\D*[^\W\d_]\D*\d{1,2}\D*$")
_MOST = 12
"""Segments with more numbers are tables, whose order says little."""


def check_pair(pair: PairContext) -> Iterator[Finding]:
    """Findings for ranges, scores and dates that were turned round, and one for two numbers that changed places."""
    for source, target in changed(pair, "order"):
        message = (
            f"The source states {quote(source)}, the translation {quote(target)}: the two numbers are turned round."
        )
        yield finding(pair, "number-swapped", Severity.WARNING, 0.8, message, CATEGORY, source, target)
    yield from _turned_dates(pair)
    yield from _exchanged(pair)


def _exchanged(pair: PairContext) -> Iterator[Finding]:
    """A finding for the two numbers that fit best into each other's place."""
    source, target = pair.pair.source, pair.pair.target
    if len(pair.pair.matches) < 2:
        return
    same = [(m.source, m.target) for m in pair.pair.matches if m.relation is Relation.SAME and m.source and m.target]
    bare = sorted(((s, t) for s, t in same if _bare(s) and _bare(t)), key=lambda c: c[0].span)
    if source is None or target is None or not 2 <= len(bare) <= _MOST:
        return
    texts = sides(source.text, target.text, pair.source_lang, pair.target_lang)
    couples = [(one, other) for one, other in combinations(bare, 2) if one[0].value != other[0].value]
    scored = [(exchanged(one, other, *texts), i) for i, (one, other) in enumerate(couples)]
    best, at = max(scored, default=(0.0, 0))
    if best >= THRESHOLD:
        (s1, t1), (s2, t2) = couples[at]
        message = (
            f"The source states {quote(s1)} and then {quote(s2)}; "
            f"in the translation {quote(t2)} and {quote(t1)} stand in each other's place."
        )
        yield finding(pair, "number-swapped", Severity.WARNING, 0.6, message, CATEGORY, s1, t2)


def _turned_dates(pair: PairContext) -> Iterator[Finding]:
    """Findings for "2005 May 30" where the language writes the day first and the source did as well."""
    if languages.load(pair.target_lang).order == "ymd":
        return
    for match in pair.pair.matches:
        source, target = match.source, match.target
        if match.relation is Relation.SAME and source and target and _year_first(target) and not _year_first(source):
            message = (
                f"The translation writes the date {quote(source)} as {quote(target)}: day and year changed places."
            )
            yield finding(pair, "number-swapped", Severity.WARNING, 0.8, message, CATEGORY, source, target)


def _year_first(claim: Claim) -> bool:
    """Whether a date that names its month starts with the year and ends in the day."""
    return len(claim.moment) == 10 and _YEAR_FIRST.match(claim.text) is not None


def _bare(claim: Claim) -> bool:
    return claim.value is not None and claim.upper is None and not claim.spelled
