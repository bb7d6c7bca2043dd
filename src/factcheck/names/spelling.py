"""Whether a word is a name misspelt: near to it in letters or in sound, and no form of the name itself."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from rapidfuzz.distance import OSA, Indel

from ..languages import Language
from .sounds import consonants, initial, sounds_alike

_MOST_ADDED = 6
"""Letters of the longest ending: Finnish -issakin, Turkish -lardan."""
_MEDIUM, _LONG, _VERY_LONG = 6, 7, 9
"""Letters of a name from which on one wrong letter is a slip if the sound is kept, one is in any case, two are. In
shorter names it makes another word."""
_ALIKE = 0.55
"""Similarity of letters that two spellings of one sound have at least: Suzkwer and Sutskever have 0.62."""
_MOST_LOST = 4
_VOWEL = "a"
"""What `initial` gives for a vowel."""
_PARTICLE = 4
"""What a syllable must take from the likeness to be cut off as a particle."""
_SHORTEST, _MOSTLY = 4, 0.65
"""Letters of a word, and their similarity, for weak evidence: Lake and Leike have 0.67."""
_WORTH = 0.45
"""Similarity of letters below which two words are not compared: particles behind a name take some away."""
_KANA = frozenset(map(chr, range(0x3041, 0x3100)))
_SYLLABIC = 0x3000
"""Scripts from here on write syllables."""
_SYLLABLE = range(0xAC00, 0xD7A4)


@lru_cache(maxsize=20_000)
def letters(word: str) -> str:
    """Small letters without accents; Hangul syllables as their letters, so that one wrong sound is one wrong letter."""
    if word.isascii():
        return word.casefold()
    return "".join(c for c in unicodedata.normalize("NFD", word.casefold()) if not unicodedata.combining(c))


def is_form(word: str, name: str, inflection: str) -> bool:
    """Whether a word is a name or a form of it, as a language inflects names ("none", "suffix", "ending")."""
    one, other = letters(word), letters(name)
    if not other:
        return False
    if one.startswith(other):  # something is added; a last consonant written twice is a misspelling, though
        return one[len(other) :] != other[-1] or initial(other[-1]) == _VOWEL
    stem = other[: max(3, len(other) - 2)]
    return inflection == "ending" and one.startswith(stem) and len(one) <= len(stem) + _MOST_ADDED


def letter_similarity(one: str, other: str) -> float:
    """How alike (0 to 1) the letters of two words are."""
    return Indel.normalized_similarity(letters(one), letters(other))


def worth_comparing(one: str, other: str) -> bool:
    """Whether the letters of a word and of a name (as `letters` gives them) are so alike that the word may be a slip:
    a cheap test for what comes first."""
    return Indel.normalized_similarity(one, other, score_cutoff=_WORTH) > 0


def misspells(word: str, name: str) -> float:
    """How alike (0 to 1) a word and a name are where the word is surely a slip for it: a letter wrong, or the same
    sound in other letters; else 0. Takes a word that is no form of the name."""
    return max(_misspells(stem, name) for stem in stems(word))


def sounds_like(word: str, name: str) -> bool:
    """Whether a word has the first letter and the consonants of a name, two at least, or all its letters but one: Lake
    for Leike, Altmen for Altman. Weak evidence."""
    same = consonants(word) & consonants(name)
    if min(len(word), len(name)) < _SHORTEST or letter_similarity(word, name) < _MOSTLY:
        return False
    one_wrong = len(name) > _SHORTEST and OSA.distance(letters(word), letters(name), score_cutoff=1) <= 1
    return (one_wrong or any(len(bones) > 1 for bones in same)) and initial(word[0]) == initial(name[0])


def _misspells(word: str, name: str) -> float:
    one, other, length = letters(word), letters(name), _length(name)
    if length < _MEDIUM or abs(len(one) - len(other)) > _MOST_LOST or initial(word[0]) != initial(name[0]):
        return 0.0
    alike = Indel.normalized_similarity(one, other, score_cutoff=_ALIKE)
    if not alike or (len(one) + 1 < len(other) and other.startswith(one)):
        return 0.0
    slips = OSA.distance(one, other, score_cutoff=2) * (2 if name[0] in _KANA else 1)
    same_letters = sorted(one) == sorted(other)
    if slips <= (2 if length >= _VERY_LONG or same_letters else 1) and (length >= _LONG or same_letters):
        return alike
    if length < _LONG and slips > 1:
        return 0.0
    return alike if any(len(bones) > (2 if slips <= 2 else 3) for bones in consonants(word) & consonants(name)) else 0.0


def _length(name: str) -> int:
    """Letters of a name; each further syllable of Hangul or sign of Kana counts two."""
    return len(name) if ord(name[-1]) < _SYLLABIC else 2 * len(name) - 1


def stems(word: str) -> tuple[str, ...]:
    """A word of Hangul as it stands and without the particles that it may end in; any other word as it stands."""
    if ord(word[-1]) not in _SYLLABLE:
        return (word,)
    return tuple(word[:end] for end in range(len(word), max(1, len(word) - 3), -1))


def head(word: str, name: str) -> str:
    """The part of a word that stands for a name in Latin letters: of Hangul what sounds most like it, without
    particles."""
    return max(stems(word), key=lambda stem: sounds_alike(stem, name) + _PARTICLE * len(stem))


def is_place(word: str, language: Language) -> bool:
    """Whether a word is, or begins with, one of the language's own words for countries and cities."""
    low = letters(word)
    return low in language.places or any(low[:end] in language.places for end in range(4, len(low)))
