"""Parts of one that are added to the number before them: "cinq milliards et trois quarts", six and two thirds."""

from __future__ import annotations

from collections.abc import Sequence

from ..comparison.notation import denominator, quotient
from ..languages import Language
from ..wording.folding import Folded
from .atom import Atom
from .joints import BLANKS


def is_part(left: Atom, right: Atom, folded: Folded, language: Language) -> bool:
    """Whether a fraction is added to the number before it: "cinq milliards et trois quarts"."""
    if right.role != "fraction" or not (left.spelled and right.spelled) or not language.mixed or not right.value:
        return False
    return right.value < 1 and folded.low[left.end : right.start].strip(BLANKS) in language.mixed


def part_of_two(found: Sequence[Atom], at: int, joiner: str, folded: Folded, language: Language) -> Atom | None:
    """The parts of one that are added behind a joiner: six and "two thirds"."""
    if joiner not in language.mixed or at + 1 >= len(found):
        return None
    top, part = found[at : at + 2]
    if top.role != "card" or part.role != "fraction" or not (top.spelled and part.spelled and top.value and part.value):
        return None
    if folded.low[top.end : part.start] != " " or not 0 < top.value * part.value < 1:
        return None
    bottom = denominator(part.value)
    return Atom(top.start, part.end, "plus", quotient(top.value, bottom), spelled=True) if bottom is not None else None
