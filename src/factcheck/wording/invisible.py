"""Characters that cannot be seen, and where writing needs them."""

from __future__ import annotations

import re
import unicodedata

HIDDEN = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0"
    "\U000e0000-\U000e007f]"
)
_JOINERS = "\u200c\u200d"
_BREAKS = "\u200b\u2060"
EMBEDDINGS = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
DIRECTIONS = EMBEDDINGS + "\u200e\u200f\u061c"
"""What right-to-left writing needs."""
_FLAG = "\U0001f3f4"
"""The black flag that the tags of regional flags stand behind."""


def around(text: str, at: int) -> str:
    """The word that a character stands in, or what is near it, without the character."""
    return text[_back(text, at) : at] + text[at + 1 : _onward(text, at + 1)]


def needed(text: str, at: int) -> bool:
    """Whether writing needs a character: joiners beside scripts that join, a hyphen that shows only at a line's end."""
    char, before, after = text[at], text[at - 1 : at] if at else "", text[at + 1 : at + 2]
    if char == "\u00ad":
        return before.isalpha() and after.isalpha()
    if char in _JOINERS:
        return _joins(before) or _joins(after)
    if char in _BREAKS:
        return _unspaced(before) or _unspaced(after)
    return char >= "\U000e0000" and _FLAG in text[max(0, at - 8) : at]


def _joins(char: str) -> bool:
    """Whether a character is of a script whose letters join, or no letter: part of an emoji."""
    if not char:
        return False
    return unicodedata.category(char) in ("So", "Sk", "Mn", "Mc") or "\u0600" <= char < "\u1e00"


def _unspaced(char: str) -> bool:
    """Whether a character is of a script that is written without blanks, where a line may be marked to break."""
    return "\u0e00" <= char < "\u1100" or "\u1780" <= char < "\u1800" or "\u3000" <= char < "\uac00"


def _back(text: str, at: int) -> int:
    return max(text.rfind(" ", max(0, at - 30), at) + 1, at - 30, 0)


def _onward(text: str, at: int) -> int:
    end = text.find(" ", at, at + 30)
    return end if end >= 0 else at + 30
