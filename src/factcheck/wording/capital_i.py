"""Latin words in which l, I, 0 and O may have changed places: by their form, and by how they stand elsewhere."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from ..model import Span

SHAPE = re.compile(
    r"[lI0](?:(?<=[A-Z]l)(?![^\W_A-Z])|(?<=[a-z]I)(?=[a-z])|(?<=[A-Za-z]0)(?=[A-Za-z])"
    r"|(?<=l)(?<![^\W_]l)(?=[bcdfghjkmnpqrstvwxz]))"
)
SMALL_L = re.compile(
    r"l(?:(?<=[A-Z]l)(?:[A-Z]{2}|(?<=[a-z]{2}Al)s?(?![^\W_]))|(?<![^\W_]l)(?:[A-Z]{2}|(?:n[cdfgstv]|mp|r[aeio])[a-z]))"
)
"""Quick tests: whether `likelier`, and `small_ls`, may find anything."""
_UNSURE = re.compile(r"[A-Z]l(?![^\W_A-Z])|[a-z]I(?=[a-z])|[A-Za-z]0[A-Za-z]|(?<![^\W_])[0l][A-Za-z]{2}")
_WORD = re.compile(  # begins where a run does, and takes all of it: else many signs in a row cost too much
    r"(?<![^\W_])(?<!\|)(?=[A-HJ-NP-Za-km-z1-9|]*+[Il0O])[A-Za-z0-9|]++(?![^\W_])"
)
_FOR_CAPITAL = re.compile(
    r"(?<![^\W_])(?:(?=[A-Zl]{4})[A-Z]+l[A-Z]{2,}|[A-Z][A-Za-z]*[a-z]{2}Als?"
    r"|l(?:[A-Z]{2,}|(?:n[cdfgstv]|mp|r[aeio])[a-z]+))(?![^\W_])"
)
_ALIKE = str.maketrans("I|1O", "lll0")


def small_ls(text: str) -> Iterator[tuple[Span, str, str]]:
    """Words with a small l where hardly any language has one (UNlCEF, OpenAl, lntel, lBM) -> their span, the word, and
    the word with a capital I."""
    for match in _FOR_CAPITAL.finditer(text):
        yield match.span(), match.group(), SMALL_L.sub(lambda part: "I" + part.group()[1:], match.group())


def count(text: str, forms: Mapping[str, Counter[str]], times: int = 1) -> None:
    """Adds the words of a text to how often each is written, under what all with the same look have in common."""
    for word in _WORD.findall(text):
        if sum(char.isalpha() and char not in "IlO" for char in word) >= 2:
            forms[_skeleton(word)][word] += times


def likelier(text: str, forms: Mapping[str, Counter[str]]) -> Iterator[tuple[Span, str, str]]:
    """Words that are written otherwise, and likelier, among these forms -> their span, the word, and the likelier."""
    for match in _WORD.finditer(text):
        word = match.group()
        words = forms.get(_skeleton(word))
        right = max(words, key=lambda other: (words[other], -_odd(other))) if words else word
        if right != word and _odd(word) > _odd(right):
            yield match.span(), word, right


def _skeleton(word: str) -> str:
    """A Latin word with all of l, I, 1 and | as l, and O as 0: alike for words that differ in nothing else."""
    return word.translate(_ALIKE)


def _odd(word: str) -> int:
    """How many places of a word have l, I, 0 or O where that letter hardly stands."""
    return len(_UNSURE.findall(word))
