"""The longest of many forms at a place in a text, without a pattern that could backtrack."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Generic, TypeVar

V = TypeVar("V")


def as_written(form: str) -> bool:
    """Forms of one or two letters (m, M, km, kB) mean different things in capitals: they are compared as written."""
    return len(form) <= 2 and form.isalpha() and form.isascii()


class Matcher(Generic[V]):
    """Finds the longest form that starts or ends at a place.

    forms: form -> value, lower case except where as_written(form). spaced: whether the language puts blanks
    between words; then
    a form that ends in a letter must end where the word ends.
    """

    def __init__(self, forms: Mapping[str, V], spaced: bool) -> None:
        self.forms = {form: value for form, value in forms.items() if form}
        self.spaced = spaced
        self._heads = self._lengths(slice(0, 2))
        self._tails = self._lengths(slice(-2, None))

    def _lengths(self, edge: slice) -> dict[str, tuple[int, ...]]:
        """The two characters at an edge (one, for forms of one) -> the lengths of the forms that have them there."""
        found: dict[str, set[int]] = {}
        for form in self.forms:
            found.setdefault(form[edge].lower(), set()).add(len(form))
        return {chars: tuple(sorted(lengths, reverse=True)) for chars, lengths in found.items()}

    def heads(self) -> set[str]:
        """The characters that a form can start with."""
        return {chars[0] for chars in self._heads}

    def starts(self, low: str) -> bool:
        """Whether a form can start as this text does."""
        return low[:2] in self._heads

    def at(self, low: str, text: str, pos: int) -> tuple[int, V] | None:
        """-> (end, value) of the longest form that starts at pos; low is text in lower case, of the same length."""
        lengths = self._heads.get(low[pos : pos + 2])
        hit = self.of_lengths(lengths, low, text, pos) if lengths else None
        return hit or (self.of_lengths((1,), low, text, pos) if low[pos : pos + 1] in self._heads else None)

    def of_lengths(self, lengths: Iterable[int], low: str, text: str, pos: int) -> tuple[int, V] | None:
        """The same, where the caller knows which lengths are possible."""
        for length in lengths:
            end = pos + length
            if end > len(low):
                continue
            value = self._get(low, text, pos, end)
            if value is not None and not self._splits(low, end) and not (length == 1 and low[end : end + 1] == "'"):
                return end, value
        return None

    def ending(self, low: str, text: str, pos: int) -> tuple[int, V] | None:
        """-> (start, value) of the longest form that ends at pos (exclusive)."""
        for length in (*self._tails.get(low[max(0, pos - 2) : pos], ()), 1):
            start = pos - length
            if start < 0:
                continue
            value = self._get(low, text, start, pos)
            if value is not None and not self._splits(low, start):
                return start, value
        return None

    def _get(self, low: str, text: str, start: int, end: int) -> V | None:
        value = self.forms.get(low[start:end])
        if value is not None and not as_written(low[start:end]):
            return value
        return self.forms.get(text[start:end]) if end - start <= 2 else None

    def _splits(self, low: str, pos: int) -> bool:
        """Whether a cut at pos goes through a word."""
        if not 0 < pos < len(low):
            return False
        before, after = low[pos - 1], low[pos]
        if self.spaced:
            return _in_word(before) and _in_word(after)
        return before.isascii() and after.isascii() and before.isalpha() and after.isalpha()


def _in_word(char: str) -> bool:
    """Letters and the vowel signs of Indic scripts, which are marks and no letters."""
    return char.isalpha() or ("\u0900" <= char <= "\u0dff" and not char.isdigit() and char not in "।॥")
