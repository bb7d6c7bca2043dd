"""How a language says no: the words that do, those whose loss is evidence, and all that may say it another way."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

_LONGEST_PREFIX = 4
"""Letters that a part of words may have that is no word, with its hyphen."""
_LETTER = r"\w\u0300-\u036f\u064b-\u0652\u0900-\u0903\u093a-\u094f"
"""Letters and the signs that stand on them, which are no word characters for Python."""

_WORD = 4
"""Letters of a stem that may be a word."""


@dataclass(frozen=True, eq=False)
class Negation:
    """All expressions are for lower case. pieces: one of them is in every text that has a plain word. plain: words that
    deny a clause, and whose loss is evidence. words: all that say no. any: these, and what may say it another way.
    idle: phrases in which they deny nothing. spaced: whether blanks stand between words."""

    pieces: tuple[str, ...]
    plain: re.Pattern[str] | None
    words: re.Pattern[str]
    any: re.Pattern[str]
    idle: re.Pattern[str] | None
    spaced: bool


def negation(data: Mapping[str, Any], spaced: bool) -> Negation | None:
    """The merged tables of a language -> how it says no, or None where that is not known well enough to miss it."""
    table: Mapping[str, Any] = data.get("negation", {})
    words, hints = table.get("words", []), table.get("hints", [])
    plain, idle = table.get("plain", []), table.get("idle", [])
    if not (words and hints):
        return None
    return Negation(
        pieces=tuple(dict.fromkeys(p for form in plain for p in (form.strip("-"), form.strip("-").replace("'", "’")))),
        plain=_pattern(plain, spaced) if plain else None,
        words=_pattern([*words, *plain], spaced),
        any=_pattern([*words, *plain, *hints, *_stems(hints)], spaced),
        idle=_pattern(idle, spaced) if idle else None,
        spaced=spaced,
    )


def _stems(hints: Iterable[str]) -> list[str]:
    """The beginnings of words that are words as well: "lack" of "lack-", but not "un"."""
    return [stem for hint in hints if len(stem := hint.strip("-")) >= _WORD and hint == f"{stem}-"]


def _pattern(forms: Iterable[str], spaced: bool) -> re.Pattern[str]:
    """One expression for all forms in lower case: "un-" and "-less" are parts of words, the others whole words, or just
    signs where no blanks stand between words."""
    rest: dict[tuple[str, str], set[str]] = {}
    for form in forms:
        rest.setdefault(_place(form, spaced), set()).add(form.strip("-").lower())
    branches = [before + _any(bare) + after for (before, after), bare in sorted(rest.items())]
    return re.compile("|".join(branches))


def _any(forms: Iterable[str]) -> str:
    """One of the forms, the longest first, sorted by their first letters: a search tries few of them at each place."""
    heads: dict[str, list[str]] = {}
    for form in sorted(forms, key=lambda form: (-len(form), form)):
        heads.setdefault(form[0], []).append(re.escape(form[1:]).replace("'", "['’]"))
    return "(?:" + "|".join(f"{re.escape(head)}(?:{'|'.join(tails)})" for head, tails in heads.items()) + ")"


def _place(form: str, spaced: bool) -> tuple[str, str]:
    """What must stand before and behind a form. The first is checked before all forms that share it."""
    letter, none = f"(?<=[{_LETTER}])", f"(?<![{_LETTER}])"
    inside = form.startswith("-") and form.endswith("-")
    before = letter if form.startswith("-") else none if spaced or form.endswith("-") else ""
    part = form.endswith("-")
    whole = part and len(form) > _LONGEST_PREFIX  # "invalid-" is a word as well, "un-" is none
    after = "" if inside or whole else f"(?=[{_LETTER}])" if part else f"(?![{_LETTER}])" if spaced else ""
    return before, after
