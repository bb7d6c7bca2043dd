"""Vague amounts: "millions of people", 数百億円. They state no number, but an order of magnitude."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from math import prod
from sys import maxsize

from ..languages import Language
from ..model import Span
from ..wording.folding import Folded
from .atom import Atom
from .numeral import Numeral

LEAST = Decimal(1000)
"""From here on scale words alone are told: tens and hundreds say little where not every word is known."""
_LITTLE = 3
"""Letters of an article or a preposition."""
_SCALES = ("scale", "both")
_WORD = re.compile(r"(?:[^\W\d_]|[\u0900-\u0963\u0970-\u0dff]){1,60}")


@dataclass(frozen=True, slots=True)
class Magnitude:
    """A vague amount: the product of its scale words. "Hundreds of millions" is a million where "hundreds" is not known
    to be a hundred; so values within a thousand may mean the same, unless every word was known."""

    value: Decimal
    text: str
    span: Span
    known: bool = False


def magnitudes_of(
    found: Sequence[Atom], numerals: Sequence[Numeral], folded: Folded, language: Language, text: str
) -> tuple[Magnitude, ...]:
    """The vague amounts among the atoms of a text that are part of no number, in order: those from a thousand up, and
    smaller ones of which every word is known."""
    vague = [atom for atom in found if atom.role == "skip" or atom.role in _SCALES]
    if not vague:
        return ()
    spans = [(n.start, n.end) for n in numerals if n.role != "skip"]
    free = [atom for atom in vague if not _inside_any(atom.start, spans)]
    ends = {atom.end for atom in free}
    left = [a for a in free if a.role == "skip" or (a.role in _SCALES and (a.end - a.start > 2 or a.start in ends))]
    out = []
    for group in _groups(left, folded, language):
        value = prod(_inside(folded, a, language) if a.role == "skip" else a.value or Decimal(1) for a in group)
        start, end = group[0].start, group[-1].end
        value = language.vague.get(folded.low[start:end], value)
        known = _known(folded, start, end, language)
        if value >= LEAST or known:
            span = folded.span(start, end)
            out.append(Magnitude(Decimal(value), text[slice(*span)], span, known))
    return tuple(out)


def _known(folded: Folded, start: int, end: int, language: Language) -> bool:
    """Whether an amount is one of the language's list, or made of these, scale words and little words: "tens of
    millions". Scale words alone may have another before them that is not known: "zweistellige Millionen"."""
    if folded.low[start:end] in language.vague:
        return True
    words = list(_WORD.finditer(folded.low, start, end))
    return any(word.group() in language.vague for word in words) and all(
        len(word.group()) <= _LITTLE or _scale_at(folded, word.start(), language) for word in words
    )


def _inside_any(place: int, spans: Sequence[Span]) -> bool:
    """Whether a place lies in one of some spans, which are sorted and apart."""
    i = bisect_right(spans, (place, maxsize)) - 1
    return i >= 0 and place < spans[i][1]


def _groups(found: Sequence[Atom], folded: Folded, language: Language) -> list[list[Atom]]:
    """The atoms that are one amount each: scale words side by side, or with "of" between."""
    groups: list[list[Atom]] = []
    for atom in found:
        gap = folded.low[groups[-1][-1].end : atom.start] if groups else "?"
        if not gap or (language.spaced and (not gap.strip() or gap.strip() in language.linkers)):
            groups[-1].append(atom)
        else:
            groups.append([atom])
    return groups


def _inside(folded: Folded, atom: Atom, language: Language) -> Decimal:
    """The product of the scale words in a phrase such as "tens of millions" or 数百万."""
    value, place = Decimal(1), atom.start
    while place < atom.end:
        hit = _scale_at(folded, place, language)
        if hit is None:
            place += 1 if not language.spaced else _word_length(folded, place)
            continue
        value *= hit[1]
        place = max(hit[0], place + 1)
    return value


def _word_length(folded: Folded, place: int) -> int:
    match = _WORD.match(folded.low, place)
    return len(match.group()) if match else 1


def _scale_at(folded: Folded, place: int, language: Language) -> tuple[int, Decimal] | None:
    """The scale word at a place, or the one that a word begins with (लाखों, "millionenfach")."""
    end = place + _word_length(folded, place)
    scales = scales_of(language)
    for length in range(min(end - place, 20), 0, -1):
        value = scales.get(folded.low[place : place + length])
        rest = end - place - length if language.spaced else 0
        if value is not None and (length > 2 or not folded.low[place].isascii()) and (rest < 3 or length > 4):
            return (end if language.spaced else place + length), value
    return None


@lru_cache(maxsize=64)
def scales_of(language: Language) -> dict[str, Decimal]:
    """The scale words of a language, and the words for vague amounts, lower case -> value."""
    scales = {
        form: mark.value
        for form, marks in language.anchors.forms.items()
        for mark in marks
        if mark.role == "scale" and mark.value is not None and mark.value >= 10
    }
    return scales | dict(language.vague)
