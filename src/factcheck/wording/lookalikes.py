"""Letters of other scripts that look like Latin ones, and words that are written with them.

The pairs are those of Unicode's confusables.txt (UTS 39) that fonts draw alike, for the scripts that share letters.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from functools import cache

_LATIN_OF = {
    "CYRILLIC": dict(
        zip("аеорсухіјѕһԁԛԝкАВЕКМНОРСТУХІЈЅԌԚԜ", "aeopcyxijshdqwkABEKMHOPCTYXIJSGQW", strict=True),
    ),
    "GREEK": dict(zip("οαικνρυχΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "oaikvpuxABEZHIKMNOPTYX", strict=True)),
    "ARMENIAN": dict(zip("օոսհՏՕ", "onuhSO", strict=True)),
}
_SYMBOLS = frozenset("αικνρυχ")
"""Greek letters that stand inside Latin words by right: NFκB, TNFα. Only in a Greek word are they letters."""
SCRIPTS = ("LATIN", *_LATIN_OF)


@cache
def script(char: str) -> str:
    """One of SCRIPTS, as Unicode's names of characters begin; "" for characters of others and of none."""
    name = unicodedata.name(char, "").partition(" ")[0]
    return name if name in SCRIPTS and char != "µ" else ""


def counted(text: str) -> Counter[str]:
    """How many letters of each of the scripts a text has."""
    counts = Counter(map(script, text))
    del counts[""]
    return counts


def repaired(word: str, home: str = "") -> str:
    """A word of several scripts in the one that most of its letters have; "" where that cannot be, as some letter has
    no look-alike there. home: the script that decides where none has most."""
    counts = counted(word)
    target = max(counts, key=lambda name: (counts[name], name == home), default="")
    letters = [_in_script(char, target) for char in unicodedata.normalize("NFC", word)]
    return "".join(letters) if all(letters) else ""


@cache
def _in_script(char: str, target: str) -> str:
    """A character as it is written in a script; "" where it has no look-alike there."""
    own = script(char)
    if not own or own == target:
        return char
    letter, marks = (decomposed := unicodedata.normalize("NFD", char))[0], decomposed[1:]
    if own == "GREEK" and letter in _SYMBOLS:
        return ""
    latin = letter if own == "LATIN" else _LATIN_OF[own].get(letter, "")
    found = latin if target == "LATIN" else _of_latin(target).get(latin, "")
    return unicodedata.normalize("NFC", found + marks) if found else ""


@cache
def _of_latin(target: str) -> dict[str, str]:
    return {latin: letter for letter, latin in _LATIN_OF[target].items()}
