"""Words in Latin letters, in a text of any script."""

from __future__ import annotations

import re
import unicodedata

from ..model import Span

LETTER = "A-Za-zÀ-ÖØ-öø-ɏḀ-ỿ"
_LATIN = re.compile(f"[{LETTER}]+")
_BEFORE = re.compile(rf"[{LETTER}\d]")
_CAPITAL = "A-ZÀ-ÖØ-Þ" + "".join(chr(c) for c in (*range(0x100, 0x250), *range(0x1E00, 0x1F00)) if chr(c).isupper())
CAPITALISED = re.compile(rf"[{_CAPITAL}][{LETTER}]{{3,}}")
"""A capital and three letters or more: a word, or the end of one like iPhone. To look for its start would cost most."""

_WITHOUT_PARTS = {
    "ø": "o",
    "Ø": "O",
    "ł": "l",
    "Ł": "L",
    "đ": "d",
    "Đ": "D",
    "ı": "i",
    "ß": "s",
    "æ": "a",
    "Æ": "A",
    "œ": "o",
}
"""Letters that Unicode takes for one piece, and the plain ones that are written for them."""


def _table() -> dict[int, str]:
    codes = (*range(0xC0, 0x250), *range(0x1E00, 0x1F00))
    bases = {c: unicodedata.normalize("NFD", chr(c))[0] for c in codes}
    return {c: base for c, base in bases.items() if base != chr(c)} | {
        ord(c): base for c, base in _WITHOUT_PARTS.items()
    }


_TABLE = _table()


def plain(text: str) -> str:
    """In lower case without accents, of the same length."""
    return text.lower() if text.isascii() else text.translate(_TABLE).lower()


def word_span(word: str, text: str) -> Span | None:
    """Where a text first has a word of Latin letters by itself; None where it only is a part of others."""
    start = text.find(word)
    while start >= 0:
        end = start + len(word)
        if not _LATIN.match(text, end) and not (start and _BEFORE.match(text, start - 1)):
            return start, end
        start = text.find(word, start + 1)
    return None


def foreign(text: str) -> bool:
    """Whether a fourth of the letters are of another script: then Latin words were to be kept as they are."""
    return 4 * sum(map(len, _LATIN.findall(text))) <= 3 * sum(map(str.isalpha, text))
