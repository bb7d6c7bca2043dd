"""Made-up words: what an engine must not change goes to it as one of these, and is put in again."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import chain, count, product

GLUE = "\0"
"""Stands where nothing may stand between a made-up word and another; no text holds it."""

_LETTERS = "BCDFGHJKLMNPQRSTVWZ"
WORD = re.compile(f"(?<![A-Za-z])(X[{_LETTERS}]+Z)(?![A-Za-z])")


def made_up_words(used: str) -> Iterator[str]:
    """Words that do not stand in a text. Measured: Firefox's models copy such words; signs and braces they change."""
    letters = chain.from_iterable(product(_LETTERS, repeat=length) for length in count(1))
    words = (f"X{''.join(some)}Z" for some in letters)
    return (word for word in words if word not in used)


def with_literals(text: str, literals: Mapping[str, str]) -> str:
    """The text with what each word stands for."""
    parts = (literals.get(part, part) for part in WORD.split(text))
    return re.sub(f" ?{GLUE} ?", "", "".join(parts))
