"""What may be written to the numerals of a word: particles and forms that stand behind numbers."""

from __future__ import annotations

from functools import lru_cache

from ..languages import Language
from ..languages.runs import Runs

LONGEST = 40
"""Letters of a word with numerals; longer ones are no words."""

_DEPTH = 3
"""Forms and particles behind the numerals."""

COUNTED = frozenset(
    [
        "unit",
        "percent",
        "currency",
        "counter",
        "ordinal",
        "multiple",
        "century",
        "decade",
        "year",
        "month",
        "day",
        "clock",
        "minute",
    ]
)


def only_particles(rest: str, runs: Runs, depth: int = _DEPTH) -> bool:
    """Whether letters are nothing but particles."""
    if not rest or depth == 0:
        return not rest
    return any(
        rest[:length] in runs.particles and only_particles(rest[length:], runs, depth - 1)
        for length in range(min(len(rest), 6), 0, -1)
    )


@lru_cache(maxsize=20_000)
def fits(rest: str, language: Language, depth: int = _DEPTH) -> bool:
    """Whether letters are nothing but particles and forms of two letters or more that stand behind numbers: 시 and 위
    may do so, but 시위 is another word."""
    runs = language.runs
    if not rest or runs is None or depth == 0 or len(rest) > LONGEST:
        return not rest
    return any(
        (rest[:length] in runs.particles or (length > 1 and rest[:length] in language.after.forms))
        and fits(rest[length:], language, depth - 1)
        for length in range(min(len(rest), 8), 0, -1)
    )
