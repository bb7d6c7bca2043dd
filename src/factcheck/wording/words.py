"""What stands between the blanks of a text. Several checks look at it, so that it is split once."""

from __future__ import annotations

from functools import lru_cache


@lru_cache(maxsize=2)
def low_words(text: str) -> tuple[str, ...]:
    """In lower case, in order."""
    return tuple(text.lower().split())


@lru_cache(maxsize=2)
def different_words(text: str) -> frozenset[str]:
    """In lower case, each once."""
    return frozenset(low_words(text))
