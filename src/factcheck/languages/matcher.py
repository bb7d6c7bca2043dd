"""The longest of many forms at a place in a text, without a pattern that could backtrack."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Generic, TypeVar

V = TypeVar("V")


def as_written(form: str) -> bool:
    """Forms of one or two letters (m, M, km, kB) mean different things in capitals, and codes of three capitals (ALL,
    TRY) are words in small letters: they are compared as written."""
    return form.isascii() and form.isalpha() and (len(form) <= 2 or (len(form) == 3 and form.isupper()))


_EDGE = 4
"""Characters by which long forms are found."""


_AT_START = slice(1), slice(2), slice(_EDGE)
_AT_END = slice(-1, None), slice(-2, None), slice(-_EDGE, None)


def _lengths(forms: Collection[str], one: slice, two: slice, four: slice) -> dict[str, tuple[int, ...]]:
    """The characters at an edge of a text -> the lengths of the forms that may stand there, longest first.

    By two characters (by one where no longer form has it) the short forms are known, by four the long ones as well.
    one, two, four: the characters of a form that are its edge.
    """
    found: dict[str, set[int]] = {form[two].lower(): set() for form in forms}
    for form in forms:
        if len(form) < _EDGE:
            found[form[two].lower()].add(len(form))
    for chars, lengths in found.items():
        lengths |= found.get(chars[one], set()) & {1}
    for form in forms:
        if len(form) >= _EDGE:
            chars = form[four].lower()
            if chars not in found:
                found[chars] = set(found[form[two].lower()])
            found[chars].add(len(form))
    return {chars: tuple(sorted(lengths, reverse=True)) for chars, lengths in found.items()}


class Matcher(Generic[V]):
    """Finds the longest form that starts or ends at a place.

    forms: form -> value, lower case except where as_written(form). spaced: whether the language puts blanks
    between words; then a form that ends in a letter must end where the word ends.
    """

    def __init__(self, forms: Mapping[str, V], spaced: bool) -> None:
        self.forms = {form: value for form, value in forms.items() if form}
        self.spaced = spaced
        self._heads = _lengths(self.forms, *_AT_START)
        self._tails = _lengths(self.forms, *_AT_END)

    def heads(self) -> set[str]:
        """The characters that a form can start with."""
        return {form[:2].lower()[0] for form in self.forms}

    def at(self, low: str, text: str, pos: int) -> tuple[int, V] | None:
        """-> (end, value) of the longest form that starts at pos; low is text in lower case, of the same length."""
        heads = self._heads
        lengths = heads.get(low[pos : pos + 2])
        if lengths is None and (lengths := heads.get(low[pos : pos + 1])) is None:
            return None
        return self.of_lengths(heads.get(low[pos : pos + _EDGE], lengths), low, text, pos)

    def of_lengths(self, lengths: Iterable[int], low: str, text: str, pos: int) -> tuple[int, V] | None:
        """The same, where the caller knows which lengths are possible."""
        size = len(low)
        for length in lengths:
            end = pos + length
            if end > size:
                continue
            value = self._get(low, text, pos, end)
            if value is not None and not self._splits(low, end) and not (length == 1 and low[end : end + 1] == "'"):
                return end, value
        return None

    def ending(self, low: str, text: str, pos: int) -> tuple[int, V] | None:
        """-> (start, value) of the longest form that ends at pos (exclusive)."""
        tails = self._tails
        lengths = tails.get(low[max(0, pos - 2) : pos])
        if lengths is None and (lengths := tails.get(low[max(0, pos - 1) : pos])) is None:
            return None
        for length in tails.get(low[max(0, pos - _EDGE) : pos], lengths):
            start = pos - length
            if start < 0:
                continue
            value = self._get(low, text, start, pos)
            if value is not None and not self._splits(low, start):
                return start, value
        return None

    def _get(self, low: str, text: str, start: int, end: int) -> V | None:
        form = low[start:end]
        value = self.forms.get(form)
        if end - start > 3 or (value is not None and not as_written(form)):
            return value
        return self.forms.get(text[start:end])

    def _splits(self, low: str, pos: int) -> bool:
        """Whether a cut at pos goes through a word or a number."""
        if not 0 < pos < len(low):
            return False
        before, after = low[pos - 1], low[pos]
        if before.isdigit():
            return after.isdigit()
        if self.spaced:
            return _in_word(before) and _in_word(after)
        return before.isascii() and after.isascii() and before.isalpha() and after.isalpha()


class Inflected(Matcher[V]):
    """Finds forms that go on with a case ending: "Japon yeni" in "Japon yenine". Short forms are left out, which are
    part of too many words."""

    def __init__(self, forms: Mapping[str, V], endings: frozenset[str]) -> None:
        super().__init__({form: value for form, value in forms.items() if len(form) >= _EDGE}, True)
        self.endings = endings

    def of_lengths(self, lengths: Iterable[int], low: str, text: str, pos: int) -> tuple[int, V] | None:
        for length in lengths:
            end = word = pos + length
            value = self._get(low, text, pos, end)
            if value is None:
                continue
            while word < len(low) and word - end < _EDGE + 4 and _in_word(low[word]):
                word += 1
            if low[end:word] in self.endings:
                return word, value
        return None


def _in_word(char: str) -> bool:
    """Letters and the vowel signs of Indic scripts, which are marks and no letters."""
    return char.isalpha() or ("\u0900" <= char <= "\u0dff" and not char.isdigit() and char not in "।॥")
