"""Variables and plural rules in the texts of programs: their digits and keywords state nothing."""

from __future__ import annotations

import re

_PRINTF = re.compile(
    r"(?<![\d%])%(?:\d{1,3}\$)?[-+#0']{0,5}(?:\d{1,4}|\*)?(?:\.(?:\d{1,4}|\*))?(hh?|ll?|[Lzjtq])?([diouxXeEfFgGaAcspn@])"
)
"""As of C, without its flag for a blank: 50 % de, 5% discount."""
_PER_CENT = re.compile(r"(\d[ \xa0]?)?(?<!%)%%(?!%)([ \xa0]?\d)?")
"""A per cent sign as printf writes it; without a number beside it, it is a variable's: %d%% of 10 MB."""
_NUMBERED = re.compile(r"(\{|\$\{|\{\{|(?<!%)%)\s?\d{1,3}(?=[}:,]|\b)")
_ICU = re.compile(r"\{\s*[\w.]+\s*,\s*(?:plural|select|selectordinal)\s*,(?:\s*offset:\d+)?")
_BRANCH = re.compile(r"(?:\b(?:zero|one|two|few|many|other)|=\d{1,9})\s*\{")


def without_digits(text: str) -> str:
    """The text with its variables in their simplest form: %2$.255s -> %s, {0} -> {x}; of ICU's plural and select only
    what they may say stays.

    Sources: printf of POSIX and its numbered form; MessageFormat of ICU."""
    if "%" not in text and "{" not in text:
        return text
    if _ICU.search(text):
        text = _BRANCH.sub("{", _ICU.sub("{", text))
    text = _NUMBERED.sub(lambda match: match[1] + "x", _PRINTF.sub(_plain, text))
    return _PER_CENT.sub(_per_cent, text)


def _per_cent(match: re.Match[str]) -> str:
    before, after = match[1] or "", match[2] or ""
    return f"{before}%{after}" if before or after else ""


def _plain(match: re.Match[str]) -> str:
    """Apart from a word that begins right behind it."""
    glued = match.string[match.end() : match.end() + 1].isalpha()
    return f"%{match[1] or ''}{match[2]}" + (" " if glued else "")
