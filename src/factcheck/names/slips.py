"""Slips of the pen: whether a spelling is a misspelling of a name, or what another language makes of it.

Languages respell names in their own ways: they add endings, accents and silent letters, double or single letters, turn
vowels into others, and c into k. A hand that slips swaps two letters, drops a consonant, or hits another key.
"""

from __future__ import annotations

from enum import IntEnum
from itertools import combinations
from string import ascii_lowercase

from rapidfuzz.distance import OSA

from ..wording.latin import plain

Edit = tuple[int, int, str, str]
"""Letters before and behind that both spellings share, and what stands between them in each."""

_VOWELS = frozenset("aeiouy")


def _pairs(*groups: str) -> frozenset[frozenset[str]]:
    return frozenset(frozenset(pair) for group in groups for pair in combinations(group, 2))


_RESPELLED = _pairs("ckq", "cstz", "sx", "ijy", "gj", "vw")
"""Letters that stand for each other between languages: they prove no slip."""
_NEAR = _pairs("dt", "uvw", "bv", "fv", "jz", "gh", "hj", "hk", "hx")
"""Likewise, but seldom in names."""
_TURNED = _pairs("er", "ir", "le", "se")
"""Letters that change places at the end of words, and before the plural's."""
_LAST = 2
"""The last letters of a word, which endings change."""
_SUFFIX = 3
"""The letters of most suffixes that languages have in common."""
_HUSHED = {"h": frozenset(ascii_lowercase), "c": frozenset("hkt"), "k": frozenset("hc")}
"""Letters, and those beside which they are not heard."""
ENDING = 4
"""The longest case ending behind a name that is compared without it."""
_STEM = 6
"""Letters of a name from which on it may have one."""


class Slip(IntEnum):
    """How surely one spelling is a misspelling of the other."""

    NONE = 0
    DOUBTFUL = 1
    """One letter differs, as translators may also write it: Thomas and Tomas."""
    LIKELY = 2
    """One differs as words of related languages do too: Example and Exemple, Project and Projet."""
    CLEAR = 3


def slip(name: str, word: str) -> Slip:
    """A name and a word that stands for it, as written -> whether the word is the name with one slip."""
    one, other = plain(name), plain(word)
    if OSA.distance(one, other, score_cutoff=1) == 1:
        return _judge(name, word, _edit(one, other))
    if len(one) >= _STEM and one[0] == other[0] and len(other) - len(one) in range(1, ENDING + 2):
        return _inflected(name, word, one, other)
    return Slip.NONE


def _inflected(name: str, word: str, one: str, other: str) -> Slip:
    """The same for a word with a case ending: only a consonant, away from the ending, proves anything."""
    for length in (len(one), len(one) - 1):
        stem = other[:length]
        if len(other) - length <= ENDING and OSA.distance(one, stem, score_cutoff=1) == 1:
            _, behind, gone, new = edit = _edit(one, stem)
            inside = behind > 1 or (behind and len(gone) == 2)
            clear = inside and not _VOWELS.issuperset(gone + new) and _judge(name, word, edit) >= Slip.LIKELY
            return Slip.CLEAR if clear else Slip.NONE
    return Slip.NONE


def _edit(name: str, word: str) -> Edit:
    """What differs between two different spellings."""
    start = next((i for i, (a, b) in enumerate(zip(name, word, strict=False)) if a != b), min(len(name), len(word)))
    behind, most = 0, min(len(name), len(word)) - start
    while behind < most and name[-1 - behind] == word[-1 - behind]:
        behind += 1
    return start, behind, name[start : len(name) - behind], word[start : len(word) - behind]


def _judge(name: str, word: str, edit: Edit) -> Slip:
    start, behind, gone, new = edit
    near = slice(max(0, start - 1), start + max(len(gone), len(new)) + 1)
    if not (name[near] + word[near]).isascii():
        return Slip.NONE  # who writes or leaves out accents there adapts the name
    if len(gone) == 2:
        return _swapped(gone, name[len(name) - behind :])
    name, word = plain(name), plain(word)
    if behind == 0:
        return Slip.DOUBTFUL if gone == name[start - 1] and not new else Slip.NONE
    if gone and new:
        return _replaced(gone, new, start, behind)
    return _dropped(name, start, behind, gone) if gone else _added(word, start, behind, new)


def _swapped(gone: str, rest: str) -> Slip:
    """Center is Centre in French, Members are Membres, Territories are Territoires."""
    return Slip.DOUBTFUL if frozenset(gone) in _TURNED and not rest.strip("se") else Slip.CLEAR


def _replaced(gone: str, new: str, start: int, behind: int) -> Slip:
    """Vowels near the end are often endings: Bolivians are Boliviens in French."""
    both = frozenset((gone, new))
    if both in _RESPELLED:
        return Slip.NONE
    if start == 0 or both in _NEAR or (both <= _VOWELS and behind < _SUFFIX):
        return Slip.DOUBTFUL
    return Slip.LIKELY if behind < _LAST or both <= _VOWELS else Slip.CLEAR


def _dropped(name: str, start: int, behind: int, gone: str) -> Slip:
    """Doubled letters, silent ones and one of two vowels go in other languages too."""
    around = name[max(0, start - 1) : start] + name[start + 1 : start + 2]
    if start == 0 or gone in around or not _HUSHED.get(gone, frozenset()).isdisjoint(around):
        return Slip.DOUBTFUL
    if gone in _VOWELS and not _VOWELS.isdisjoint(around):
        return Slip.DOUBTFUL
    return Slip.LIKELY if behind < _LAST else Slip.CLEAR


def _added(word: str, start: int, behind: int, new: str) -> Slip:
    """Vowels are written twice for a long one, and put before the last letter: System, Systeem."""
    around = word[max(0, start - 1) : start] + word[start + 1 : start + 2]
    vowel = new in _VOWELS and (new in around or behind == 1)
    return Slip.NONE if vowel or start == 0 or new in "hs" else Slip.DOUBTFUL
