"""Phrases that are part of a larger number: three hundred and "one is", "cinco mil e um"."""

from __future__ import annotations

from ..languages import Language
from ..wording.folding import Folded
from .atom import Atom
from .joints import BLANKS


def starts_inside(before: Atom, start: int, word: str, folded: Folded, language: Language) -> bool:
    """Whether a phrase that is no number starts inside one: three hundred and "one is"."""
    gap = folded.low[before.end : start] if start - before.end < 8 else ""
    return before.role in ("scale", "both") and gap.strip(BLANKS) in language.joiners and word in language.anchors.forms


def ends_number(phrase: str, start: int, found: list[Atom], language: Language) -> bool:
    """Whether a phrase, or the words for 1001, are the end of a larger number: "cinco mil e um" is no fairy tale."""
    before = found[-1] if found else None
    if " " not in phrase or before is None or before.role not in ("card", "both", "scale") or start - before.end != 1:
        return False
    first, *_, last = phrase.split()
    forms = language.anchors.forms
    roles = {mark.role for mark in forms.get(last, ())}
    number = last in language.articles or ("card" in roles and "scale" not in roles)
    return number and any(mark.role == "scale" for mark in forms.get(first, ()))
