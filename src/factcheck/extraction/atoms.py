"""The first pass over a text: where numbers in digits, number words, months and their like stand."""

from __future__ import annotations

from ..folding import Folded
from ..languages import Language
from .atom import Atom
from .digit_atoms import HAS_DIGIT, digit_atoms
from .word_atoms import word_atoms


def atoms(folded: Folded, language: Language) -> list[Atom]:
    """All atoms of a text, in order; none overlaps another."""
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
