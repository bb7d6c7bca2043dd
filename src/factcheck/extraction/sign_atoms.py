"""Number words in languages without blanks: every longest form, wherever it stands."""

from __future__ import annotations

import re
from functools import lru_cache

from ..languages import Language, Marks
from ..wording.folding import Folded
from .atom import Atom, marked
from .runs import with_runs
from .sounded import sounded
from .unit_wins import unit_wins


def sign_atoms(folded: Folded, language: Language) -> list[Atom]:
    """In a language without blanks: every longest form, wherever it stands."""
    found: list[Atom] = []
    pos, low = 0, folded.low
    starts = _heads(language)
    while match := starts.search(low, pos):
        hit = language.anchors.at(low, folded.text, match.start())
        if hit is None:
            pos = match.end()
            continue
        if hit[1][0].role == "skip" and _counts(folded, language, match.start(), hit[0], found):
            hit = _shorter(folded, language, match.start(), hit[0]) or hit
        elif hit[1][0].role == "skip" and _goes_on(low, hit[0], language):
            pos = max(hit[0] - 1, match.start() + 1)
            continue
        pos, marks = hit
        here = marked(match.start(), pos, marks)
        if here and not unit_wins(here[0], folded, language):
            found.extend(here)
    if language.sounds and (said := sounded(folded, language)):
        taken = {place for atom in said for place in range(atom.start, atom.end)}
        return sorted([*said, *(atom for atom in found if atom.start not in taken)], key=lambda atom: atom.start)
    return with_runs(found, folded, language)


def _goes_on(low: str, end: int, language: Language) -> bool:
    """Whether a phrase ends in the first sign of a longer numeral: 有一 of 有一万人."""
    forms = language.anchors.forms
    if low[end - 1] in language.formal:
        return False
    return any(m.role == "card" for m in forms.get(low[end - 1], ())) and any(
        m.role == "scale" for m in forms.get(low[end : end + 1], ())
    )


def _counts(folded: Folded, language: Language, start: int, end: int, found: list[Atom]) -> bool:
    """Whether a phrase that states no number is part of one here: 千人 in 3千人 and 30多万人, 一点 in 一点五."""
    low, forms = folded.low, language.anchors.forms
    if low[end - 1] in language.decimal_words and any(m.role == "card" for m in forms.get(low[end : end + 1], ())):
        return True
    if any(m.role == "subunit" for m in language.after.forms.get(low[start + 1 : end], ())):
        money = language.after.ending(low, folded.text, start)
        return money is not None and any(m.role == "currency" for m in money[1])  # 五元三角 is no triangle
    rank = language.before.ending(low, folded.text, start) if low[start] in forms else None
    if rank and any(m.role == "ordinal" for m in rank[1]):
        return True  # 第一名
    if rank and any(m.role == "hedge" for m in rank[1]) and any(m.role == "scale" for m in forms.get(low[start], ())):
        return True  # 逾千人
    if not start or not any(m.role == "scale" for m in forms.get(low[start], ())):
        return False
    if low[max(0, start - 2) : start].rstrip(" ")[-1:].isdigit() or (
        found and found[-1].end == start and found[-1].role in ("card", "scale", "both")
    ):
        return True
    hit = language.after.ending(low, folded.text, start)
    return hit is not None and any(m.role == "hedge" for m in hit[1])


def _shorter(folded: Folded, language: Language, start: int, end: int) -> tuple[int, Marks] | None:
    """The longest number word at a place that is shorter than a phrase."""
    for place in range(end - 1, start, -1):
        marks = language.anchors.forms.get(folded.low[start:place])
        if marks and marks[0].role != "skip":
            return place, marks
    return None


@lru_cache(maxsize=64)
def _heads(language: Language) -> re.Pattern[str]:
    heads = sorted(c for c in language.anchors.heads() if not c.isdigit())
    return re.compile("[" + re.escape("".join(heads)) + "]") if heads else re.compile("(?!)")
