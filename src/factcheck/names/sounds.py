"""How alike two names sound, across scripts: Sutskever, Суцкевер, サツケヴァー, 수츠케버.

A name is romanized letter by letter (anyascii), then reduced to classes of sounds that the scripts keep apart in
different ways: Japanese has one sound for l and r, Korean one for f and p, Arabic and Hebrew write no short vowels.
Chinese characters are romanized too, but say little. Rules of spelling are those that most languages share.
"""

from __future__ import annotations

import re
from functools import lru_cache

from anyascii import anyascii
from rapidfuzz import fuzz

_CONSONANTS = 0.7
"""How much the consonants count: vowels are heard, written and left out differently everywhere."""
_EPENTHETIC = re.compile(r"(?<=[bcdfghjklmnprstvz])(?:u|(?<=[td])o)")
"""What Japanese puts behind a consonant that no vowel follows: su for s, to for t."""
_KANA = re.compile(r"[\u3041-\u30ff]")
_HANGUL = re.compile(r"[\uac00-\ud7a3]")
_ABJAD = re.compile(r"[\u0590-\u06ff]")
_LISPED = re.compile(r"t+h")
_SOFT = re.compile(r"g(?=[eiy])")
_NOT_LETTERS = re.compile(r"[^a-z]+")
_DOUBLED = re.compile(r"(.)\1+")
_SPELLINGS = (
    (r"^mp", "b"), (r"^nt", "d"), (r"^gk", "g"), (r"gou(?=[aei])", "w"),  # Greek has no letters for b, d, g, w
    (r"m(?=[kgtdscj])", "n"),  # Indic scripts have one sign for both before a consonant
    (r"^x", "s"), (r"ph|pf", "f"), (r"sch|tch|tsch|dzh|dz|tz|ts|zh|sh|ch|sz|cz", "s"), (r"ck|q|kh", "k"),
    (r"x", "ks"), (r"c(?=[eiy])", "s"), (r"c", "k"), (r"t+h", "t"), (r"gh", "g"), (r"h", ""),
)  # fmt: skip
_RULES = tuple((re.compile(pattern), to) for pattern, to in _SPELLINGS)
_CLASSES = str.maketrans("bfvwdgzjryu", "pppptkssliu")
_SAME = str.maketrans("wyz", "vis")
_INITIALS = str.maketrans("eioucqzxwy'", "aaaakkssvja")
_VOWELS, _LONG_VOWELS = str.maketrans("", "", "aeiou"), str.maketrans("", "", "aeiouwy")


def sounds_alike(one: str, other: str) -> float:
    """Two names, each in any script -> 0 to 100: how alike they sound."""
    return max(_alike(a, b) for a in _skeletons(one) for b in _skeletons(other))


@lru_cache(maxsize=4_000)
def initial(letter: str) -> str:
    """The class of the sound that a letter begins a name with; all vowels are one. "" for what is no letter."""
    return anyascii(letter).casefold()[:1].translate(_INITIALS)


@lru_cache(maxsize=20_000)
def consonants(name: str) -> frozenset[str]:
    """The consonants that a name may have, by their sounds: equal ones in Suzkwer and Sutskever, Lake and Leike.

    Finer than what `sounds_alike` compares: within a script, l and r or p and b are two sounds.
    """
    return frozenset(_fine(reading) for reading in _readings(name))


def _fine(letters: str) -> str:
    return _once(_spelt(letters).translate(_SAME)).translate(_VOWELS)


def vowels_differ(one: str, other: str) -> bool:
    """Whether two spellings differ in nothing but vowels, as careful writers of scripts that do not have those of the
    name differ too."""
    vowels = _LONG_VOWELS if _ABJAD.search(one) else _VOWELS
    letters, others = romanized(one), romanized(other)
    return letters != others and letters.translate(vowels) == others.translate(vowels)


def _alike(one: str, other: str) -> float:
    bones, others = one.translate(_VOWELS), other.translate(_VOWELS)
    if not bones or not others:
        return fuzz.ratio(one, other)
    return _CONSONANTS * fuzz.ratio(bones, others) + (1 - _CONSONANTS) * fuzz.ratio(one, other)


@lru_cache(maxsize=20_000)
def _skeletons(name: str) -> frozenset[str]:
    return frozenset(_once(_spelt(reading).translate(_CLASSES)) for reading in _readings(name))


def _readings(name: str) -> set[str]:
    """The letters that a name may stand for: g is soft in Gemini and hard in Gerd, j a vowel in Jan; Arabic and Hebrew
    write long vowels as w and y."""
    letters = romanized(name)
    readings = {letters, letters.replace("ch", "k")}
    if _ABJAD.search(name):
        readings.add(letters.replace("w", "").replace("y", ""))
    elif name.isascii():
        soft = _SOFT.sub("j", letters)
        readings |= {soft, letters.replace("j", "y"), _LISPED.sub("s", letters), letters.replace("w", "u")}
    return readings


def romanized(name: str) -> str:
    """Small Latin letters for a name in any script, without the vowels that Kana and Hangul put in between."""
    letters = anyascii(name[:80]).casefold()
    if _HANGUL.search(name):
        letters = letters.replace("eu", "")
    elif _KANA.search(name):
        letters = _EPENTHETIC.sub("", letters)
    return _NOT_LETTERS.sub("", letters)


def _spelt(letters: str) -> str:
    for pattern, to in _RULES:
        letters = pattern.sub(to, letters)
    return letters


def _once(letters: str) -> str:
    return _DOUBLED.sub(r"\1", letters)
