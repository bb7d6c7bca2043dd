"""Numbers written in digits: "1,250.5" -> 1250.5, with the rule for separators that allow two readings.

The rule: two kinds of separator in one number settle it (the last one is decimal). One kind used twice groups. One
separator before other than three digits is decimal; before exactly three digits it groups when the language's decimal
sign is the other one, else it is decimal; the other reading is kept beside it, but for decimals that end in a nought:
in English "640,000" is no 640.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from ..languages import Language
from ..wording.folding import NBSP

_SEPARATORS = re.compile(rf"[.,'{NBSP} ]")
_INDIAN = re.compile(r"\d{1,2}(,\d\d)*,\d{3}")


class Reading(NamedTuple):
    """value; step: the value of the last written digit; others: further values that the same characters could have."""

    value: Decimal
    step: Decimal = Decimal(1)
    others: tuple[Decimal, ...] = ()


@lru_cache(maxsize=4096)  # one number is asked for several times
def read_digits(raw: str, language: Language) -> Reading | None:
    """Digits with separators -> Reading, or None for what is no amount (a version, a phone number)."""
    if raw.isdigit():
        return Reading(Decimal(raw))
    kinds = _SEPARATORS.findall(raw)
    parts = _SEPARATORS.split(raw)
    if len(set(kinds)) > 2:
        return None
    if len(set(kinds)) == 2:
        return _two_kinds(raw, kinds)
    if len(kinds) > 1:
        return Reading(Decimal("".join(parts))) if _grouped(raw, kinds[0]) else None
    return _one(parts, kinds[0], language)


def _two_kinds(raw: str, kinds: list[str]) -> Reading | None:
    last = kinds[-1]
    if kinds.count(last) != 1 or last not in ".,":
        return None
    whole, _, rest = raw.rpartition(last)
    return _decimal("".join(filter(str.isdigit, whole)), rest) if _grouped(whole, kinds[0]) else None


def _one(parts: list[str], sign: str, language: Language) -> Reading | None:
    whole, rest = parts
    grouped = Reading(Decimal(whole + rest))
    if sign in f" '{NBSP}":
        return grouped if len(rest) == 3 and len(whole) <= 3 else None
    decimal = _decimal(whole, rest)
    if len(rest) != 3 or len(whole) > 3 or whole.startswith("0"):
        return decimal
    if sign == language.decimal:
        return Reading(decimal.value, decimal.step, (grouped.value,))
    return Reading(grouped.value, grouped.step, () if rest.endswith("0") else (decimal.value,))


def _decimal(whole: str, rest: str) -> Reading:
    return Reading(Decimal(f"{whole}.{rest}"), Decimal(1).scaleb(-len(rest)))


def _grouped(raw: str, sign: str) -> bool:
    first, *groups = raw.split(sign)
    if all(len(group) == 3 for group in groups):
        return 1 <= len(first) <= 3
    return bool(_INDIAN.fullmatch(raw)) or (all(len(group) == 4 for group in groups) and 1 <= len(first) <= 4)
