"""The numerals that a word starts with, as long as they make one number: 이십오만."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from ..languages.runs import Runs


class Part(NamedTuple):
    start: int
    end: int
    value: Decimal
    scale: bool


def parts_of_word(word: str, runs: Runs, digits: bool) -> list[Part]:
    """The numerals from the start of a word on, as long as they make one number."""
    found: list[Part] = []
    pos, floor, big, pending = 0, Decimal(10_000), Decimal(0), False
    while pos < len(word):
        form = next((f for n in range(runs.longest, 0, -1) if (f := word[pos : pos + n]) in runs.numerals), "")
        if not form or (not pos and form in runs.inner and not digits):
            break
        value, scale = runs.numerals[form], form in runs.multiply
        if digits:
            if value >= 10:
                break
        elif not scale:
            mixed = form not in runs.native and _is_native(found, word, runs)  # 열이 is fever, no twelve
            if value >= floor or pending or (not value and pos) or mixed:
                break
            floor, pending = Decimal(1) if value < 10 else Decimal(10), value < 10
        elif value < 10_000:
            if (value >= floor and not (pending and _above(found, value))) or _is_native(found, word, runs):
                break
            floor, pending = value, False
        else:
            if (big and value >= big) or _is_native(found, word, runs):
                break
            floor, big, pending = Decimal(10_000), value, False
        found.append(Part(pos, pos + len(form), value, scale))
        pos += len(form)
    return found


def _above(found: list[Part], scale: Decimal) -> bool:
    """Whether a digit before a small scale stands behind a larger one."""
    before = found[-2] if len(found) > 1 else None
    return before is None or (before.scale and before.value > scale)


def _is_native(found: list[Part], word: str, runs: Runs) -> bool:
    """Whether the last numeral is one that nothing multiplies."""
    return bool(found) and word[found[-1].start : found[-1].end] in runs.native
