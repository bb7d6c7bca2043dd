"""Decimals in words: three point one four, 三点一四, 四・八."""

from __future__ import annotations

from collections.abc import Sequence

from ..languages import Language
from ..wording.folding import Folded
from .atom import Atom
from .joints import BLANKS

_MOST = 20
"""Words that are read behind one point."""
_HALVES = frozenset({"am", "pm", "night"})


def decimals(found: Sequence[Atom], at: int, folded: Folded, language: Language) -> tuple[str, int]:
    """The digits that the number words from `at` on say behind a decimal word, and how many words these are."""
    left, right = found[at - 1], found[at]
    if not (left.spelled and right.spelled) or right.start - left.end > 10:
        return "", 0
    word = folded.low[left.end : right.start].strip(BLANKS)
    if word not in language.decimal_words:
        return "", 0
    hour = _is_hour(left, word, folded, language)
    if hour is None:
        return "", 0
    digits, count = _said(found, at, hour, folded)
    if hour and digits and _minutes_follow(found, at + count, folded, language):
        return "", 0
    return digits, count


def _said(found: Sequence[Atom], at: int, hour: bool, folded: Folded) -> tuple[str, int]:
    """Digits one by one (nought five), or a number below a hundred (seventy-one)."""
    digits, count, tens = "", 0, False
    for atom in found[at : at + _MOST]:
        if atom.role != "card" or atom.value is None or not 0 <= atom.value < 100 or atom.value != int(atom.value):
            break
        gap = folded.low[found[at + count - 1].end : atom.start].strip(BLANKS) if count else ""
        if gap and not (gap == "-" and tens):
            break
        if tens and 0 < atom.value < 10:
            return digits[:-1] + str(int(atom.value)), count + 1
        if tens or (atom.value >= 10 and (digits or hour)):
            break
        digits, count, tens = digits + str(int(atom.value)), count + 1, atom.value >= 20 and atom.value % 10 == 0
        if atom.value >= 10 and not tens:
            break
    return digits, count


def _is_hour(left: Atom, word: str, folded: Folded, language: Language) -> bool | None:
    """Whether the word may name an hour as well (三点); None where it does: 下午三点."""
    mark = language.after.at(word, word, 0)
    if not mark or mark[0] != len(word) or not any(m.role == "clock" for m in mark[1]):
        return False
    before = language.before.ending(folded.low, folded.text, left.start)
    return None if before and any(m.role in _HALVES for m in before[1]) else True


def _minutes_follow(found: Sequence[Atom], after: int, folded: Folded, language: Language) -> bool:
    """Whether what looked like decimals are minutes: 三点五十, 三点五分."""
    end = found[after - 1].end
    if after < len(found) and found[after].start == end and found[after].value == 10:
        return True
    hit = language.after.at(folded.low, folded.text, end)
    return bool(hit and any(m.role == "minute" for m in hit[1])) and not language.between.at(
        folded.low, folded.text, end
    )
