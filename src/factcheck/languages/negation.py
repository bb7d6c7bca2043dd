"""How a language says no: the words that do, those whose loss is evidence, and all that may say it another way."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

_LETTER = r"\w\u0300-\u036f\u064b-\u0652\u0900-\u0903\u093a-\u094f"
"""Letters and the signs that stand on them, which are no word characters for Python."""


@dataclass(frozen=True, eq=False)
class Negation:
    """pieces: in lower case, one of which is in every text that has a plain word. plain: words that deny a clause, and
    whose loss is evidence. words: all that say no. any: these, and what may say it another way. idle: phrases in which
    they deny nothing. spaced: whether blanks stand between its words."""

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
        pieces=tuple(dict.fromkeys(form.strip("-").lower() for form in plain)),
        plain=_pattern(plain, spaced) if plain else None,
        words=_pattern([*words, *plain], spaced),
        any=_pattern([*words, *plain, *hints], spaced),
        idle=_pattern(idle, spaced) if idle else None,
        spaced=spaced,
    )


def _pattern(forms: Iterable[str], spaced: bool) -> re.Pattern[str]:
    """One expression for all forms, the longest first: "un-" and "-less" are parts of words, the others whole words, or
    just signs where no blanks stand between words."""
    ordered = sorted(dict.fromkeys(forms), key=lambda form: (-len(form), form))
    return re.compile("|".join(_form(form, spaced) for form in ordered), re.IGNORECASE)


def _form(form: str, spaced: bool) -> str:
    bare = re.escape(form.strip("-")).replace("'", "['’]")
    before = f"(?<=[{_LETTER}])" if form.startswith("-") else f"(?<![{_LETTER}])" if spaced else ""
    after = f"(?=[{_LETTER}])" if form.endswith("-") else f"(?![{_LETTER}])" if spaced else ""
    if form.startswith("-") and form.endswith("-"):
        after = ""
    return before + bare + after
