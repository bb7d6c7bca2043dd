"""Scale words that stand alone and count one: "a million", 万分之五, свыше тысячи."""

from __future__ import annotations

from ..languages import Language
from ..wording.folding import Folded
from .atom import Atom
from .joints import BLANKS


def counts_one(folded: Folded, language: Language, atom: Atom) -> bool:
    """Whether a scale that stands alone counts one: "a million", 万分之五, 万余人."""
    before = folded.low[max(0, atom.start - 12) : atom.start].rstrip(BLANKS)
    if any(before.endswith(a) and not before[: -len(a)][-1:].isalpha() for a in language.articles):
        return True
    if language.spaced:
        return _hedged(folded, language, atom)
    hit = language.between.at(folded.low, folded.text, atom.end)
    if hit and any(mark.role == "over" for mark in hit[1]):
        return True
    hit = language.after.at(folded.low, folded.text, atom.end)
    if hit is not None and hit[0] - atom.end == 1 and any(mark.role == "hedge" for mark in hit[1]):
        return True
    place = atom.start - (folded.low[atom.start - 1 : atom.start] == " ")
    if not folded.low[place - 1 : place].isalpha():
        return False  # a sign hedges digits: <경로> is a path in angle brackets
    lead = language.before.ending(folded.low, folded.text, place)
    return lead is not None and any(mark.role == "hedge" for mark in lead[1])  # 突破万亿美元


def _hedged(folded: Folded, language: Language, atom: Atom) -> bool:
    """Whether a hedge shows that a form is one and not many: свыше тысячи, about "of thousand" or thousands."""
    if folded.low[atom.start : atom.end] not in language.hedged_ones:
        return False
    behind = language.after.at(folded.low, folded.text, atom.end + 1)
    if behind and any(mark.role == "hedge" for mark in behind[1]):
        return True
    if folded.low[atom.start - 1 : atom.start] != " ":
        return False
    hit = language.before.ending(folded.low, folded.text, atom.start - 1)
    return hit is not None and folded.low[atom.start - 2] != "," and any(mark.role == "hedge" for mark in hit[1])
