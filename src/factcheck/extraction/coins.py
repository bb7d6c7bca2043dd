"""Words for hundreds and hundredths that are coins: French "cents", Italian "centesimi"."""

from __future__ import annotations

from ..languages import Language
from ..wording.folding import Folded
from .atom import Atom
from .joints import BLANKS


def is_coin(atom: Atom, found: list[Atom], folded: Folded, language: Language) -> bool:
    """Whether French "cents" is no hundreds but cents: behind digits, and behind twenty or more in words. Italian
    "centesimi" are cents behind any number, but hundredths before what they are a part of."""
    if not language.coins or folded.low[atom.start : atom.end] not in language.coins:
        return False
    hundredth = atom.role in ("ordinal", "part")
    if not (atom.role == "both" or hundredth) or (hundredth and _linked(atom.end, folded, language)):
        return False
    if folded.low[max(0, atom.start - 2) : atom.start].strip(BLANKS)[-1:].isdigit():
        return True
    before = found[-1] if found else None
    if not before or not before.value or atom.start - before.end != 1:
        return False
    return hundredth or 20 <= before.value < 100


def _linked(end: int, folded: Folded, language: Language) -> bool:
    """Whether a linker stands behind a word: "of" of "two hundredths of a second"."""
    word = folded.low[end + 1 : end + 12].split(" ")[0]
    return word in language.wholes or any(word.startswith(li) for li in language.wholes if li[-1] == "'")
