"""Text as the extraction reads it: digits of all scripts as ASCII, one kind of blank, quote and dash.

Folding keeps the length wherever it can, so that offsets stay those of the text. Where it can't (soft hyphens,
zero-width
characters, decomposed letters) it keeps a map of offsets.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

NBSP = "\u00a0"
"""Narrow and no-break blanks become this one: they group digits, and never end a phrase."""

_INVISIBLE = re.compile(
    "[\u00ad\u0640\u064b-\u0652\u0654\u0670\u093c\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]"
)
"""Soft hyphens, zero-width and bidirectional controls, the short vowels and stretching of Arabic script, and the dot
below of Devanagari, which many leave out."""


_PLANES = 0x20000
"""The planes behind these have no digits."""


def _decimals() -> Iterator[int]:
    """The digits of all scripts. They stand ten by ten, so that every tenth character shows them all: to ask each would
    take most of the time that a short run takes."""
    for code in range(0, _PLANES, 10):
        value = unicodedata.decimal(chr(code), None)
        if value is not None:
            yield from range(code - value, code - value + 10)


def _table() -> dict[int, str]:
    table = {code: str(unicodedata.decimal(chr(code))) for code in _decimals() if code > 127}
    table |= {c: chr(c - 0xFEE0) for c in range(0xFF01, 0xFF5F)}
    for chars, to in (
        ("’‘ʼ´`\u05f3", "'"),
        ("\u202f\u2009\u2007\u2008", NBSP),
        ("\u3000\u2002\u2003\u2004\u2005\u2006\t\n\r", " "),
        ("−‐‑\u05be", "-"),
        ("‒—―", "–"),
        ("〜～", "~"),
        ("٫", "."),
        ("٬،", ","),
        ("İ", "i"),
        ("“”„«»\u05f4", '"'),
        ("\u0901", "\u0902"),  # the two signs for a nasal in Devanagari
    ):
        table |= dict.fromkeys(map(ord, chars), to)
    table |= dict(zip(range(0x958, 0x960), "कखगजडढफय", strict=True))  # the same letters with a dot below
    return table


_TABLE = _table()
_SPECIAL = re.compile("[" + re.escape("".join(chr(c) for c in _TABLE if c < 0x10000)) + "\U00010000-\U0010ffff]")
"""Where it finds nothing, the table changes nothing; all rare planes in one range keep the search fast."""


def _plain(match: re.Match[str]) -> str:
    char = match.group()
    return _TABLE.get(ord(char), char)


@dataclass(slots=True)  # nobody changes it: but freezing costs more than all else, once for every text
class Folded:
    """text: folded; low: the same in lower case, of the same length; offsets: place in text -> place in the
    original, or None."""

    text: str
    low: str
    offsets: tuple[int, ...] | None

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The span in the original text."""
        if self.offsets is None:
            return start, end
        return self.offsets[start], self.offsets[end - 1] + 1 if end > start else self.offsets[start]

    def place(self, offset: int) -> int:
        """The place in the folded text of an offset in the original."""
        return offset if self.offsets is None else bisect_left(self.offsets, offset)


def fold(text: str) -> Folded:
    """Any text -> Folded; never fails."""
    offsets = None
    if not text.isascii():
        text = _SPECIAL.sub(_plain, text)
        if _INVISIBLE.search(text) or not unicodedata.is_normalized("NFC", text):
            text, offsets = _without_invisible(text) or _compose(text)
            text = _SPECIAL.sub(_plain, text)
    elif "`" in text or "\n" in text or "\t" in text or "\r" in text:
        text = text.translate(_TABLE)
    low = text.lower()
    if len(low) != len(text):
        low = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    return Folded(text, low, offsets)


_PIECE = re.compile(r"\S+|\s+")


def _without_invisible(text: str) -> tuple[str, tuple[int, ...]] | None:
    """Text that is in NFC but for invisible characters, and where each character came from; None for any other."""
    kept = _INVISIBLE.sub("", text)
    if not unicodedata.is_normalized("NFC", kept):
        return None
    places: list[int] = []
    start = 0
    for match in _INVISIBLE.finditer(text):
        places.extend(range(start, match.start()))
        start = match.end()
    return kept, (*places, *range(start, len(text) + 1))


def _compose(text: str) -> tuple[str, tuple[int, ...]]:
    """NFC without invisible characters, and where each character came from; most words are that already."""
    pieces: list[str] = []
    places: list[int] = []
    for match in _PIECE.finditer(text):
        piece = match.group()
        if unicodedata.is_normalized("NFC", piece) and not _INVISIBLE.search(piece):
            pieces.append(piece)
            places.extend(range(match.start(), match.end()))
        else:
            pieces += _compose_word(piece, match.start(), places)
    return "".join(pieces), (*places, len(text))


def _compose_word(word: str, start: int, places: list[int]) -> list[str]:
    """The characters of a word in NFC; puts the place of each behind the others."""
    chars: list[str] = []
    for place, char in enumerate(word, start):
        if _INVISIBLE.match(char):
            continue
        if chars and unicodedata.combining(char):
            joined = unicodedata.normalize("NFC", chars[-1] + char)
            if len(joined) == 1:
                chars[-1] = joined
                continue
        for part in unicodedata.normalize("NFC", char):
            chars.append(part)
            places.append(place)
    return chars
