"""Whether two numbers changed places in a translation, by what stands around each of them.

Values say nothing here, since it is they that moved. A number is known by its unit, its kind, its hedge, the word that
names a year, the noun it counts, the words common to both texts beside it, and by its place in the order.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from rapidfuzz import fuzz

from ..languages import Language, load
from ..model import Claim, Kind
from ..wording.folding import NBSP, Folded, fold
from . import units

THRESHOLD = 2.0
"""How much better the exchanged reading must fit."""
_CLOSE = 25
"""Characters between two numbers of one phrase, whose order a translation seldom changes."""
_REACH = 40
"""Characters around a number in which a common word is its neighbour."""
_WORD = re.compile(r"[^\W\d_]{3,40}")
_YEAR = re.compile("1[89]\\d\\d|20\\d\\d")
_ALIKE = 80
_BLANKS = (" ", NBSP)


@dataclass(frozen=True, slots=True)
class Side:
    """A text with what its numbers are known by."""

    folded: Folded
    language: Language
    words: tuple[tuple[int, str], ...]
    """The words that stand in both texts: (place, word)."""

    @property
    def whole_first(self) -> bool:
        """Whether the language says "of 29, 19"."""
        return any(mark.name == "whole" for marks in self.language.between.forms.values() for mark in marks)

    def names_year(self, claim: Claim) -> bool:
        """Whether the number is a year by what stands beside it, whatever its value."""
        if claim.kind is Kind.DATE:
            return True
        if claim.unit:
            return False
        place = self.folded.place(claim.span[0])
        if self.folded.low[place - 1 : place] in _BLANKS:
            place -= 1
        hit = self.language.before.ending(self.folded.low, self.folded.text, place)
        return bool(hit and any(mark.role == "year" for mark in hit[1]))

    def neighbour(self, claim: Claim) -> str:
        """The nearest word that stands in both texts."""
        start, end = self.folded.place(claim.span[0]), self.folded.place(claim.span[1])
        near = [(min(abs(start - at - len(word)), abs(at - end)), word) for at, word in self.words]
        distance, word = min(near, default=(_REACH, ""))
        return word if distance < _REACH else ""


def sides(source: str, target: str, source_lang: str, target_lang: str) -> tuple[Side, Side]:
    """Both texts of a pair, ready for exchanged()."""
    one, other = fold(source), fold(target)
    words = [[(m.start(), m.group()) for m in _WORD.finditer(text.low)] for text in (one, other)]
    common = {w for _, w in words[0]} & {w for _, w in words[1]}
    kept = [tuple((at, word) for at, word in found if word in common) for found in words]
    return Side(one, load(source_lang), kept[0]), Side(other, load(target_lang), kept[1])


def exchanged(one: tuple[Claim, Claim], other: tuple[Claim, Claim], source: Side, target: Side) -> float:
    """How much better two pairs of claims (source, target) of equal value fit when the targets are exchanged."""
    (s1, t1), (s2, t2) = one, other

    if s1.kind is s2.kind is Kind.RATIO and (target.whole_first or not t1.kind is t2.kind is Kind.RATIO):
        return 0.0  # "19 of his 29" is said the other way round in many languages

    def fit(s: Claim, t: Claim) -> float:
        return _fit(s, t, source, target)

    straight, crossed = fit(s1, t1) + fit(s2, t2), fit(s1, t2) + fit(s2, t1)
    order = 2.5 if max(_gap(s1, s2), _gap(t1, t2)) <= _CLOSE else 2.0
    if source.language.modifiers_first != target.language.modifiers_first and not _listed(s1, s2, source):
        order = 1.5  # "352 runs in 50 overs" is "in 50 overs 352 runs"
    if source.names_year(s1) != source.names_year(s2):
        order = min(order, 1.0)  # "7,500 in 2019" is "2019 7.500": when it was may be said anywhere
    turned = (s1.span < s2.span) != (t1.span < t2.span)
    return crossed - straight + (order if turned else -order)


def _listed(one: Claim, other: Claim, side: Side) -> bool:
    """Whether two numbers of a text are items of a list: such an order is kept in every language."""
    first, second = sorted((one.span, other.span))
    between = side.folded.low[side.folded.place(first[1]) : side.folded.place(second[0])]
    words = set(between.split())
    return bool(words & side.language.joiners) or ("," in between and len(between) <= _CLOSE)


def _gap(one: Claim, other: Claim) -> int:
    first, second = sorted((one.span, other.span))
    return second[0] - first[1]


def _fit(s: Claim, t: Claim, source: Side, target: Side) -> float:
    points = _unit(s, t)
    years = source.names_year(s), target.names_year(t)
    if years[0] or years[1]:
        points += 1.5 if years[0] and years[1] else -1.0
    points += 1.0 * (s.kind is t.kind is Kind.ORDINAL) - 1.0 * ((s.kind is Kind.ORDINAL) != (t.kind is Kind.ORDINAL))
    if s.hedge or t.hedge:
        points += 1.0 if s.hedge is t.hedge else -0.5
    if _YEAR.fullmatch(s.text) and not s.unit:  # nobody hedges a year, or counts miles in it
        points -= 4.0 * bool(t.hedge and not s.hedge) + 2.0 * (t.unit not in ("", "year"))
    if s.noun and t.noun and fuzz.ratio(s.noun, t.noun) >= _ALIKE:
        points += 1.0
    here, there = source.neighbour(s), target.neighbour(t)
    if here and there:
        points += 1.0 if here == there else -0.5
    return points


def _unit(s: Claim, t: Claim) -> float:
    if s.unit and t.unit:
        same = units.alike(s.unit, t.unit) or units.dimension(s.unit) == units.dimension(t.unit) != ""
        return 2.0 if same else -2.0
    return -1.0 if s.unit or t.unit else 0.0
