"""The ledger's facts against the claims of a text: where a fact is stated, and what each translation makes of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from .comparison.claims import compare
from .model import Article, Claim, Fact, FactCell, Ledger, Pair, Relation, TranslationReport


def as_claim(fact: Fact) -> Claim:
    """A fact in the form of a claim, so that the two can be compared."""
    return Claim(fact.kind, fact.sentence, (0, 0), fact.value, fact.upper, fact.unit, fact.hedge, fact.moment)


def candidates(fact: Fact, claims: Iterable[Claim]) -> Iterator[Claim]:
    """The claims that state the fact's value, in order."""
    wanted = as_claim(fact)
    for claim in claims:
        fits = claim.unit == fact.unit or not fact.unit or claim.unit
        if fits and any(compare(wanted, said) is not Relation.CHANGED for said in _readings(claim, fact)):
            yield claim


def _readings(claim: Claim, fact: Fact) -> Iterator[Claim]:
    """A claim, and each end of a range where the fact is one number: "2.53 and 300" may be two counts."""
    yield claim
    if claim.upper is not None and fact.upper is None:
        yield replace(claim, upper=None)
        yield replace(claim, value=claim.upper, upper=None)


def stated(fact: Fact, claims: Iterable[Claim]) -> bool:
    """Whether any of the claims states the fact."""
    return next(candidates(fact, claims), None) is not None


def locate(fact: Fact, claims: Iterable[Claim]) -> Claim | None:
    """The claim that states a fact best: same unit, hedge and kind before the first in order."""
    found = list(candidates(fact, claims))
    return max(found, key=lambda c: (c.unit == fact.unit, c.hedge == fact.hedge, c.kind == fact.kind), default=None)


def headline(
    ledger: Ledger, source: Article | None, claims: Sequence[Claim], translations: Sequence[TranslationReport]
) -> tuple[FactCell, ...]:
    """For each headline fact what the source, if there is one, and every other text states, as cells of a table."""
    cells: list[FactCell] = []
    for fact in (f for f in ledger.facts if f.headline):
        home = locate(fact, claims)
        cells += [_cell(fact, source.lang, home, home)] if source else []
        cells += [_translated(fact, home, t) for t in translations]
    return tuple(cells)


def _cell(fact: Fact, lang: str, claim: Claim | None, right: Claim | None) -> FactCell:
    if claim is None:
        return FactCell(fact.id, lang, "missing")
    good = right is not None and compare(as_claim(fact), claim) is not Relation.CHANGED and claim.hedge == fact.hedge
    return FactCell(fact.id, lang, "right" if good else "changed", claim.text, claim)


def _translated(fact: Fact, home: Claim | None, translation: TranslationReport) -> FactCell:
    counterpart = _counterpart(home, translation.pairs) if home else None
    if counterpart is None:
        counterpart = locate(fact, translation.claims)
    return _cell(fact, translation.article.lang, counterpart, counterpart)


def _counterpart(home: Claim, pairs: Iterable[Pair]) -> Claim | None:
    for pair in pairs:
        for match in pair.matches:
            if match.source is not None and (match.source.segment, match.source.span) == (
                home.segment,
                home.span,
            ):
                return match.target
    return None
