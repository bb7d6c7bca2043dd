"""Names that hold digits: GPT-4o, COVID-19, A380, 802.11n."""

from __future__ import annotations

import re
from decimal import Decimal

from ..languages import Language
from ..wording.folding import Folded
from .atom import Atom
from .digit_patterns import LONGEST

_PART = re.compile(r"[A-Za-z]\d|\d[A-Za-z]")

_GENERATION = re.compile(r"\dG(?![^\W_])", re.ASCII)
"""5G is a kind of network, 10G are ten thousand millions."""

_SIDE = re.compile(r"([1-9]\d*[xX])+")
_BY = re.compile(r"(?<=[1-9\d])[xX][1-9]\d+(?![a-zA-Z\d])")
"""Sides of a surface: 1024x768, 30x40. A car has 4x4 wheels, and 0x80 is a code."""


def _part_number(text: str, start: int) -> bool:
    """Whether a slash and a code of letters and digits stand before: RTL8111/8168B."""
    return text[start - 1 : start] == "/" and _PART.search(text, max(0, start - 12), start - 1) is not None


def name_with_digits(folded: Folded, language: Language, start: int, end: int) -> Atom | None:
    """The whole of a name that holds digits: GPT-4o, COVID-19, A380, 802.11n; None where the digits stand for
    themselves."""
    text = folded.text
    left = _start(text, start)
    head = text[left:start]
    if _BY.match(text, end) or (end - start > 1 and _SIDE.fullmatch(head)):
        return None
    if head and not language.spaced and not head[0].isascii():
        head = ""
    letters = any(c.isalpha() for c in head)
    if not (
        ((letters or _part_number(text, left)) and _is_head(head, folded, language, start))
        or _is_tail(folded, language, end)
        or _GENERATION.match(text, start)
    ):
        return None
    if end - start == 2 and head and head.isupper() and head in language.year_heads:
        return Atom(left, end, "digits", 2000 + Decimal(text[start:end]))
    return Atom(left if letters else start, _end(text, end), "identifier")


def _start(text: str, pos: int) -> int:
    """Where the letters, digits and hyphens before a place begin; no name is longer than the longest number."""
    first = max(0, pos - LONGEST)
    while pos > first and (
        (text[pos - 1].isascii() and text[pos - 1].isalnum())
        or (text[pos - 1] == "-" and pos > 1 and text[pos - 2].isalnum() and not text[pos - 2].isdigit())
    ):
        pos -= 1
    return pos


def _end(text: str, pos: int) -> int:
    """Where the letters, digits, hyphens and points behind a place end."""
    while pos < len(text) and (
        (text[pos].isascii() and text[pos].isalnum())
        or (text[pos] in ".-" and text[pos + 1 : pos + 2].isalnum() and text[pos + 1].isascii())
    ):
        pos += 1
    return pos


def _is_head(head: str, folded: Folded, language: Language, start: int) -> bool:
    """Whether what stands before digits belongs to them: no currency (US$), and no word with a hyphen ("mid-")."""
    if language.before.ending(folded.low, folded.text, start):
        return False
    return not head.endswith("-") or any(c.isupper() for c in head)


def _is_tail(folded: Folded, language: Language, end: int) -> bool:
    """Whether a letter stands right behind digits that begins no unit."""
    letter = folded.text[end : end + 1]
    return letter.isascii() and letter.isalpha() and not language.after.at(folded.low, folded.text, end)
