"""The shape that generated forms have: what the extraction compares its folded text with."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from decimal import Decimal

_INVISIBLE = re.compile("[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")
_LIKE = str.maketrans(
    {"’": "'", "‘": "'", "ʼ": "'", "´": "'", "‑": "-", "−": "-", "‐": "-", "٫": ".", "٬": ",", "İ": "i"}
)
_ALPHABETS = frozenset({"LATIN", "CYRILLIC", "GREEK", "ARABIC", "HEBREW", "ARMENIAN", "GEORGIAN"})
_UNSPACED = frozenset({"CJK", "HIRAGANA", "KATAKANA", "THAI", "LAO", "KHMER", "MYANMAR", "TIBETAN", "YI"})


def clean(text: str) -> str:
    """NFC, straight apostrophes and hyphens, single plain blanks, nothing invisible; capitals stay."""
    text = _INVISIBLE.sub("", unicodedata.normalize("NFC", text)).translate(_LIKE)
    return " ".join(text.split())


def lower(text: str) -> str:
    """A clean form in lower case."""
    return clean(clean(text).lower())


def symbol(text: str) -> str:
    """A clean form in lower case, except that one or two ASCII letters keep their capitals: "Mo", "kB"."""
    text = clean(text)
    return text if len(text) <= 2 and text.isascii() and text.isalpha() else lower(text)


def usable(form: str) -> bool:
    """Whether a form says anything by itself: it holds no digits and is more than one letter of an alphabet."""
    if any(char.isdigit() for char in form):
        return False
    letters = form.rstrip(".")
    return len(letters) > 1 or (len(letters) == 1 and script(letters) not in _ALPHABETS)


def script(char: str) -> str:
    """The script of a letter, as the first word of its Unicode name: "LATIN", "CJK"."""
    return unicodedata.name(char, "").split(" ")[0]


def spaced(forms: Iterable[str]) -> bool:
    """Whether a language with these forms puts blanks between words, told by the script of most of its letters."""
    letters = [char for form in forms for char in form if char.isalpha()]
    return 2 * sum(script(char) in _UNSPACED for char in letters) <= len(letters)


def unambiguous(votes: Iterable[tuple[str, int]]) -> dict[str, int]:
    """(form, value) pairs -> one value a form; forms with two values mean nothing and go."""
    values: dict[str, set[int]] = {}
    for form, value in votes:
        values.setdefault(form, set()).add(value)
    return {form: found.pop() for form, found in values.items() if len(found) == 1 and usable(form)}


def power(value: int) -> str:
    """1000000 -> "1e6"; values that are no power of ten as digits."""
    exponent = Decimal(value).normalize().as_tuple()
    return f"1e{exponent.exponent}" if exponent.digits == (1,) and exponent.exponent else str(value)


def add_missing(into: dict[str, object], more: Mapping[str, object]) -> None:
    """Adds the forms that are not there yet: a variant of a language never overrides its base."""
    for form, value in more.items():
        into.setdefault(form, value)
