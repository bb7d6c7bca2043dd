"""Roman numerals that can only be numbers: XIXe siècle, anno MMXXIV."""

from __future__ import annotations

import re
from decimal import Decimal

from .neighbours import Context, mark
from .numeral import Numeral

_ROMAN = re.compile(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})(?=e\b|er\b|ème\b|ᵉ|\b)")

_START = re.compile(r"[IVXLCDM](?<!\w.)")

ROMAN_SIGNS = re.compile(r"[IVXLCDM](?<!\w.)[IVXLCDM]*(?:e|er|ème|ᵉ)?\b")
"""Where it finds nothing, a text holds no Roman numeral. It begins with a letter, which is quick to find."""

_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}


def roman(text: str) -> int:
    """A well-formed Roman numeral in capitals -> its value."""
    total = 0
    for char, following in zip(text, [*text[1:], ""], strict=True):
        value = _ROMAN_VALUES[char]
        total += -value if following and _ROMAN_VALUES[following] > value else value
    return total


def _beside_century(start: int, end: int, context: Context) -> bool:
    hit, lead = context.after(end), context.before(start)
    if hit and mark(hit[1], "ordinal"):
        hit = context.after(hit[0])
    return any(h and mark(h[1], "century") for h in (hit, lead))


def _behind_year(start: int, context: Context) -> bool:
    lead = context.before(start)
    return lead is not None and mark(lead[1], "year") is not None


def roman_numerals(context: Context) -> list[Numeral]:
    """Roman numerals that can only be numbers: beside a word for century, years behind a word for one (anno MMXXIV), or
    of two letters and more where the language writes its numbers so."""
    found = []
    for letter in _START.finditer(context.folded.text):
        match = _ROMAN.match(context.folded.text, letter.start())
        if (match and match.end() > match.start()) and (
            _beside_century(match.start(), match.end(), context)
            or (context.language.roman and len(match.group()) > 1)
            or (len(match.group()) > 3 and match.group()[0] == "M" and _behind_year(match.start(), context))
        ):
            found.append(Numeral(match.start(), match.end(), "number", Decimal(roman(match.group()))))
    return found
