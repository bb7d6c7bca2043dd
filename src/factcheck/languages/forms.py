"""Forms and their marks while a language is compiled, and what its tables say of how they are written."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from functools import lru_cache
from typing import Any

from ..comparison.notation import quotient
from ..wording.folding import fold
from .language import Mark, Marks
from .matcher import Matcher, as_written

Table = dict[str, Any]


@lru_cache(maxsize=50_000)  # languages have many forms in common, and most are looked for on both sides of a number
def fold_form(form: str) -> str:
    """A form as folded text has it."""
    return form if as_written(form) else fold(form).low


class Forms:
    """Collects the marks of each form."""

    def __init__(self) -> None:
        self.marks: dict[str, list[Mark]] = {}

    def add(self, forms: Iterable[str], role: str, value: Decimal | None = None, name: str = "") -> None:
        mark = Mark(role, value, name)
        for form in forms:
            marks = self.marks.setdefault(fold_form(form), [])
            if mark not in marks:
                marks.append(mark)

    def add_spellings(self, alike: dict[str, str] | None) -> None:
        """Each form once more with what many write for a letter, one letter after the other (Swiss German writes ss,
        but umlauts); forms that mean something else stay."""
        for letter, other in (alike or {}).items():
            for form in [form for form in self.marks if letter in form]:
                self.marks.setdefault(form.replace(letter, other), self.marks[form])

    def matcher(self, spaced: bool) -> Matcher[Marks]:
        return Matcher({form: tuple(marks) for form, marks in self.marks.items()}, spaced)


def number(text: object) -> Decimal:
    """ "1e6", "1/3", "+1/2" or a number -> Decimal."""
    top, _, bottom = str(text).lstrip("+").partition("/")
    return quotient(Decimal(top), Decimal(bottom)) if bottom else Decimal(top)


def spaced_words(data: Table) -> bool:
    return bool(data.get("numbers", {}).get("spaced", data.get("meta", {}).get("spaced", True)))


def rank_prefixes(data: Table) -> list[str]:
    """What makes the number behind it a rank; CLDR lists Thai "at" among them."""
    ordinal = data.get("ordinal", {})
    none = ordinal.get("not-prefixes", [])
    return [form for form in ordinal.get("prefixes", []) if form not in none]


def lower(words: Iterable[str]) -> frozenset[str]:
    return frozenset(word.lower() for word in words)
