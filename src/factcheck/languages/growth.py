"""What a language puts into one word with a number: fünfundzwanzig, viisivuotias, aamuseitsemältä."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

COUNTED = "1"
"""In place of a unit: the word says what is counted, as "этажный" does."""


SHORTEST = 4
"""Letters of a word that holds a number and something else have to be more: δίωρο."""


@dataclass(frozen=True)
class Growth:
    """The parts of words that hold a number.

    heads: numbers that are only the first part of a word ("kolmi" of kolmivuotias). tails: last part -> the unit of
    the number before it; "" where it says how many times, COUNTED where it only counts. hours: first part of a word
    that ends in an hour -> "am" or
    "pm". ranks: first part of a word that ends as superlatives do -> its rank (zweitgrößte). starts: the first two
    or three letters of words that may have grown from several; empty where words don't grow. adders: what stands
    between a number and a larger one to which it is added -> how the first number ends without it.
    """

    heads: Mapping[str, Decimal]
    tails: Mapping[str, str]
    tail_lengths: tuple[int, ...]
    hours: Mapping[str, str]
    ranks: Mapping[str, int]
    rank_tails: tuple[str, ...]
    starts: frozenset[str]
    adders: Mapping[str, str]

    def possible(self, word: str) -> bool:
        """Whether a word may have grown from several: a quick test that most words end at."""
        return len(word) > SHORTEST and (word[:3] in self.starts or word[:2] in self.starts)


def growth(data: Mapping[str, Any], numbers: Iterable[str]) -> Growth:
    """The merged tables of a language and the forms of its numbers -> how its words grow."""
    heads = {str(part).lower(): Decimal(str(value)) for part, value in data.get("heads", {}).items()}
    times = data.get("times", {})
    hours = {part.lower(): half for half in ("am", "pm") for part in times.get(f"{half}-heads", [])}
    if not (heads or hours or data.get("numbers", {}).get("compounds", False)):
        return Growth({}, {}, (), {}, {}, (), frozenset(), {})
    ranks = {str(part).lower(): int(str(rank)) for part, rank in data.get("ranks", {}).items()}
    tails = dict.fromkeys(_tails(data.get("multiple", {}).get("suffixes", [])), "")
    tails |= dict.fromkeys(_tails(data.get("counters", {}).get("forms", [])), COUNTED)
    for table in ("units", "percent"):
        for unit, forms in data.get(table, {}).items():
            tails |= dict.fromkeys(_tails(forms), unit)
    lengths = tuple(sorted({len(tail) for tail in tails}, reverse=True))
    adders = data.get("numbers", {}).get("adders", {})
    parts = (*heads, *hours, *ranks, *numbers)
    starts = frozenset(part[:length] for part in parts for length in ((2, 3) if adders else (3,)))
    rank_tails = tuple(data.get("ordinal", {}).get("rank-tails", []))
    return Growth(heads, tails, lengths, hours, ranks, rank_tails, starts, adders)


def _tails(forms: Iterable[str]) -> list[str]:
    """The forms that are listed with a hyphen, without it."""
    return [form[1:].lower() for form in forms if form.startswith("-") and form[1:].isalpha()]
