"""Scripts: which one a letter is of, and which a language is written in."""

from __future__ import annotations

import unicodedata
from collections import Counter
from functools import cache, lru_cache

from .. import languages


def foreign_script(text: str, lang: str, least: float = 0.8) -> str:
    """The script that at least so many of the letters are of, where the language is not written in it, or "".

    Never Latin: names stand in it everywhere.
    """
    letters = Counter(script(char) for char in text if char.isalpha())
    if not letters:
        return ""
    most, count = letters.most_common(1)[0]
    return most if most not in scripts(lang) | {"LATIN"} and count >= least * letters.total() else ""


@cache
def scripts(lang: str) -> frozenset[str]:
    """The scripts that a language is written in, as Unicode names them: LATIN, CJK, HIRAGANA."""
    return frozenset(script(word[0]) for word in languages.frequent().get(languages.base(lang), ()))


@lru_cache(maxsize=10_000)
def script(letter: str) -> str:
    """The script of a letter, as its name in Unicode begins."""
    return unicodedata.name(letter, "").partition(" ")[0]
