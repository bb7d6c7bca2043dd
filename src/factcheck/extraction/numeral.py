"""A number, or another sign of a claim, once its atoms are put together."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal


@dataclass(slots=True)
class Numeral:
    """A number, or another sign of a claim, at a place of the folded text.

    role: "number", "ordinal", "fraction", "multiple", "month", "weekday", "noon", "midnight", "hour", "identifier",
    "clock", "date", "skip".
    value, upper, step, others: as in model.Claim. scaled: a scale word is part of it; factor: that scale.
    """

    start: int
    end: int
    role: str
    value: Decimal | None
    step: Decimal = Decimal(1)
    others: tuple[Decimal, ...] = ()
    spelled: bool = False
    scaled: bool = False
    factor: Decimal = Decimal(1)
    upper: Decimal | None = None
    hedge: str = ""
    unit: str = ""
