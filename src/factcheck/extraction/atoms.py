"""The first pass over a text: where numbers in digits, number words, months and their like stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from ..languages import Language
from ..wording.folding import Folded
from .atom import Atom
from .digit_atoms import digit_atoms
from .digit_patterns import HAS_DIGIT
from .sums import last_place
from .word_atoms import word_atoms


def atoms(folded: Folded, language: Language) -> list[Atom]:
    """All atoms of a text, in order; none overlaps another."""
    found = _of_words_and_digits(folded, language)
    if language.articles and any(map(folded.low.__contains__, language.decimal_words)):
        found = _with_ones(found, folded, language)
    if language.inner_ones:
        ones = {atom.start: atom for atom in _inner_ones(found, folded, language)}
        found = sorted([*(atom for atom in found if atom.start not in ones), *ones.values()], key=lambda a: a.start)
    return _augmented(found) if language.augments and any(atom.role == "augment" for atom in found) else found


def _with_ones(found: list[Atom], folded: Folded, language: Language) -> list[Atom]:
    """The articles of "un virgule cinq" and "cinq virgule un" are numbers."""
    out: list[Atom] = []
    found = sorted([*found, *_behind_point(found, folded, language)], key=lambda atom: atom.start)
    for atom in found:
        before = _TWO_WORDS.search(folded.low, max(0, atom.start - 24), atom.start)
        if atom.role == "card" and before and before[1] in language.articles and before[2] in language.decimal_words:
            out.append(Atom(before.start(1), before.end(1), "card", Decimal(1), spelled=True))
        out.append(atom)
    return out


def _inner_ones(found: list[Atom], folded: Folded, language: Language) -> Iterator[Atom]:
    """The words for one right behind a larger number, also with "and" between: Hindi "two hundred one"."""
    starts = {atom.start for atom in found if atom.role != "amount"}
    for atom in found:
        if atom.spelled and (atom.role in ("scale", "both") or (atom.role == "card" and (atom.value or 0) >= 100)):
            place = atom.end + 1
            joiner = next((j for j in language.joiners if folded.low.startswith(f"{j} ", place)), "")
            place += len(joiner) + 1 if joiner else 0
            here = (w for w in language.inner_ones if folded.low.startswith(w, place))
            word = max(here, key=len, default="")
            if word and place not in starts and _ends_word(folded.low, place + len(word)):
                yield Atom(place, place + len(word), "card", Decimal(1), spelled=True)


def _behind_point(found: list[Atom], folded: Folded, language: Language) -> Iterator[Atom]:
    """The articles among the digits that are said behind a decimal word."""
    low, ends = folded.low, {atom.start: atom.end for atom in found if atom.role == "card"}
    for word in language.decimal_words:
        at = low.find(f" {word} ")
        while at >= 0:
            place = at + len(word) + 2
            for _ in range(_DIGITS):
                article = next((a for a in language.articles if low.startswith(a, place)), "")
                if article and place + len(article) not in ends and _ends_word(low, place + len(article)):
                    yield Atom(place, place + len(article), "card", Decimal(1), spelled=True)
                    place += len(article) + 1
                elif place in ends:
                    place = ends[place] + 1
                else:
                    break
            at = low.find(f" {word} ", at + 1)


_DIGITS = 12
"""Digits that are said one by one, at most."""


def _ends_word(low: str, pos: int) -> bool:
    return pos >= len(low) or low[pos] in " .,;:!?)।"


_TWO_WORDS = re.compile(r"(?<!\w)(\w{1,8}) (\w{1,12}) $")


def _augmented(found: list[Atom]) -> list[Atom]:
    """Hindi "and a half, three": what is added to the number behind it, or to one before a scale."""
    out: list[Atom] = []
    pending: Atom | None = None
    for atom in found:
        if pending and pending.value is not None:
            if atom.start - pending.end > 1 or atom.role not in ("digits", "card", "scale", "both"):
                out += [pending._replace(role="card", value=alone, others=()) for alone in pending.others]
            elif atom.role in ("digits", "card") and atom.value is not None:
                part = pending.value * (last_place(atom.value) if atom.spelled and atom.value >= 100 else 1)
                atom = atom._replace(start=pending.start, value=atom.value + part, step=abs(part), others=())
            else:
                out.append(pending._replace(role="card", value=Decimal(1) + pending.value, others=()))
        pending = atom if atom.role == "augment" else None
        if pending is None:
            out.append(atom)
    return out + ([pending._replace(role="card", value=a, others=()) for a in pending.others] if pending else [])


def _of_words_and_digits(folded: Folded, language: Language) -> list[Atom]:
    words = word_atoms(folded, language)
    if not HAS_DIGIT.search(folded.text):
        return words
    found = digit_atoms(folded, language)
    if not words:
        return found
    taken = {place for atom in words for place in range(atom.start, atom.end)}
    busy = {place for atom in found for place in range(atom.start, atom.end)}
    kept = [atom for atom in words if atom.start not in busy or atom.role == "skip"]
    return sorted([*kept, *(atom for atom in found if atom.start not in taken)], key=lambda atom: atom.start)
