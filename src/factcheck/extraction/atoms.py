"""The first pass over a text: where numbers in digits, number words, months and their like stand."""

from __future__ import annotations

import re
from decimal import Decimal

from ..folding import Folded
from ..languages import Language
from .atom import Atom
from .digit_atoms import HAS_DIGIT, digit_atoms
from .sums import last_place
from .word_atoms import word_atoms


def atoms(folded: Folded, language: Language) -> list[Atom]:
    """All atoms of a text, in order; none overlaps another."""
    found = _of_words_and_digits(folded, language)
    if language.articles and any(word in folded.low for word in language.decimal_words):
        found = _with_ones(found, folded, language)
    return _augmented(found) if language.augments and any(atom.role == "augment" for atom in found) else found


def _with_ones(found: list[Atom], folded: Folded, language: Language) -> list[Atom]:
    """The article of "un virgule cinq" is a number."""
    out: list[Atom] = []
    for atom in found:
        before = _TWO_WORDS.search(folded.low, max(0, atom.start - 24), atom.start)
        if atom.role == "card" and before and before[1] in language.articles and before[2] in language.decimal_words:
            out.append(Atom(before.start(1), before.end(1), "card", Decimal(1), spelled=True))
        out.append(atom)
    return out


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
