"""A ledger to begin with, from what an article states: for a person to cut, and to put right."""

from __future__ import annotations

import re
from bisect import bisect
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from anyascii import anyascii

from .comparison.notation import statement
from .languages import Language, load
from .model import Article, Claim, Fact, Kind, Ledger, LedgerName, Segment
from .names.spelling import is_place

_LEAST = 100
"""Smaller counts are seldom what an article is about."""
_LARGE = 1_000_000
_YEARS = range(1000, 2101)
_HEADLINES = 5
_LONGEST_ID = 60
_LONGEST_NAME = 4
"""Words."""
_LONGEST_SENTENCE = 300
_END = re.compile(r"[.!?][”\"’»)]*\s+(?=[“„«‘\"'(]{0,2}[^\W\d_a-z])|[。！？।]")
_ENDS, _CLOSING = frozenset(".!?:。！？।"), '”"’»)』」'
_APART = re.compile(r"[^a-z0-9]+")


def draft_ledger(article: Article, claims: Sequence[Claim], names: Sequence[Claim]) -> Ledger:
    """The facts that a reader would remember, each once, and the names that stand there in full or more than once.

    claims, names: all that the article states. The first amounts of money and large counts are headlines, the
    first facts where there are none. Raises LanguageError."""
    facts: dict[str, Fact] = {}
    sentences = {segment.index for segment in article.segments if segment.text.rstrip(_CLOSING)[-1:] in _ENDS}
    for claim in claims:
        if _memorable(claim) and (claim.kind is not Kind.DATE or claim.segment in sentences):  # no date line
            facts.setdefault(f"{claim.kind} {statement(replace(claim, hedge=None))}", _fact(article, claim, names))
    large = [fact for fact in facts.values() if _large(fact)] or list(facts.values())
    shown = {id(fact) for fact in large[:_HEADLINES]}
    numbered = Counter[str]()
    made = []
    for fact in facts.values():
        numbered[fact.id] += 1
        number = f"-{numbered[fact.id]}" if numbered[fact.id] > 1 else ""
        made.append(replace(fact, id=fact.id + number, headline=id(fact) in shown))
    return Ledger(tuple(made), tuple(_people(names, load(article.lang))))


def _memorable(claim: Claim) -> bool:
    if claim.kind is Kind.DATE:
        return len(claim.moment) > len("2024") and claim.moment[0] != "-"  # more than a year, and no bare month
    if claim.kind is Kind.COUNT:
        assert claim.value is not None
        year = claim.value in _YEARS and len(claim.text) == len("2024")
        return claim.value >= _LEAST and not year
    return claim.kind in (Kind.MONEY, Kind.PERCENTAGE)


def _large(fact: Fact) -> bool:
    return fact.kind is Kind.MONEY or (fact.kind is Kind.COUNT and fact.value is not None and fact.value >= _LARGE)


def _fact(article: Article, claim: Claim, names: Sequence[Claim]) -> Fact:
    segment = next(s for s in article.segments if s.index == claim.segment)
    start, end = _sentence(segment, claim)
    inside = [n for n in names if n.segment == claim.segment and start <= n.span[0] < end]
    subject = (inside[0].name or inside[0].text) if inside else _counted(claim, load(article.lang))
    return Fact(
        _slug(f"{subject} {claim.text}") or f"fact-{claim.segment}-{claim.span[0]}",
        claim.kind,
        segment.text[start:end].strip()[:_LONGEST_SENTENCE],
        subject,
        claim.value,
        claim.upper,
        claim.unit,
        claim.hedge,
        claim.moment,
        f"{article.file or 'the article'}, line {segment.line_at(claim.span[0])}",
    )


def _counted(claim: Claim, language: Language) -> str:
    """What a count counts: behind 12 percent or €5 stands no noun, and "of" or "in" is none."""
    return "" if claim.kind is not Kind.COUNT or claim.noun in language.frequent else claim.noun


def _sentence(segment: Segment, claim: Claim) -> tuple[int, int]:
    ends = [0, *(match.end() for match in _END.finditer(segment.text))]
    start = ends[bisect(ends, claim.span[0]) - 1]
    return start, next((end for end in ends if end >= claim.span[1]), len(segment.text))


def _slug(text: str) -> str:
    return _APART.sub("-", anyascii(text).lower()).strip("-")[:_LONGEST_ID].rstrip("-")


def _people(names: Sequence[Claim], language: Language) -> Iterator[LedgerName]:
    """Who is named in full once, and by the last name again: Sam Altman, then Altman. Other names a translation may
    rightly translate, as the Supreme Court; a person lists them with their renderings."""
    texts = [claim.name or claim.text for claim in names]
    alone = {text for text in texts if " " not in text}
    for name in dict.fromkeys(texts):
        words = name.split()
        if 1 < len(words) <= _LONGEST_NAME and words[-1] in alone and not any(_no_person(w, language) for w in words):
            yield LedgerName(name, "person")


def _no_person(word: str, language: Language) -> bool:
    return word.isupper() or is_place(word, language)
