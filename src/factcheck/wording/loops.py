"""Loops: the same words, or characters, again and again in a row. Linear in the length of a text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice, pairwise
from operator import eq
from typing import NamedTuple

from .doubled import stands_twice
from .words import different_words, low_words

MOST = 30
"""The longest period of a loop that is looked for, in words or characters."""
_SHORT = 400
"""Characters of a text that is searched again and again: time grows with the square of that."""


def words_again(text: str) -> bool:
    """Whether three words in a row come twice, or one twice in a row: then as many stood there before, in any case."""
    before = len(low_words(text)) - len(different_words(text))
    twice = before > 0 and stands_twice(text)
    if twice or before < 3:
        return twice
    words = text.split()
    return len(set(zip(words, words[1:], words[2:], strict=False))) < len(words) - 2


def signs_again(text: str) -> bool:
    """Whether five characters in a row come twice. Of a short text every third place is tried, since one of them starts
    three of the five."""
    if len(text) > _SHORT:
        fives = [text[at : at + 5] for at in range(len(text) - 4)]
        return len(set(fives)) < len(fives)
    for at in range(0, len(text) - 3, 3):
        if text.find(text[at : at + 3], at + 1) > 0:
            first = range(max(0, at - 2), min(at + 1, len(text) - 4))
            if any(text.find(text[start : start + 5], start + 1) > 0 for start in first):
                return True
    return False


class Loop(NamedTuple):
    """A run of items that repeats itself: where it starts, how many items come again, how often they stand there."""

    start: int
    period: int
    times: int

    @property
    def end(self) -> int:
        """Where the last full repetition ends."""
        return self.start + self.period * self.times


def loops(items: Sequence[str]) -> Iterator[Loop]:
    """Runs of at least twice the same 2 to MOST items, or three times the same one; none inside another."""
    found = [
        Loop(start, period, (end - start) // period)
        for period in _periods(items)
        if _comes_again(items, period)
        for start, end in _runs(items, period)
    ]
    covered = 0
    for loop in sorted(found, key=lambda loop: (loop.start, loop.period)):
        if loop.end > covered:
            covered = loop.end
            yield loop


def _periods(items: Sequence[str]) -> list[int]:
    """The distances at which a pair of items comes again."""
    last: dict[tuple[str, str], int] = {}
    found = set()
    for at, pair in enumerate(pairwise(items)):
        if pair in last:
            found.add(at - last[pair])
        last[pair] = at
    return sorted(period for period in found if period <= MOST)


def _comes_again(items: Sequence[str], period: int) -> bool:
    """Whether enough items in a row are the same as the one a period before: a quick test, which few texts pass."""
    return b"\1" * max(3 - period, period) in bytes(map(eq, items, islice(items, period, None)))


def _runs(items: Sequence[str], period: int) -> Iterator[tuple[int, int]]:
    """The longest stretches in which each item is the same as the one a period before."""
    start = 0
    for at in range(period, len(items)):
        if items[at] != items[at - period]:
            if at - start >= max(3, 2 * period):
                yield start, at
            start = at - period + 1
    if len(items) - start >= max(3, 2 * period):
        yield start, len(items)
