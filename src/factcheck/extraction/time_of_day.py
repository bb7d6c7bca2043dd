"""A time of day while it is being read, and what several ways of saying one share."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from ..comparison.notation import quotient
from .neighbours import Context, mark

MINUTES_OF_PART = {quotient(Decimal(minutes), Decimal(60)): minutes for minutes in (15, 20, 30, 45)}
"""Parts of an hour and their minutes."""


@dataclass(slots=True)
class Time:
    start: int
    end: int
    hour: int
    minute: int
    sure: bool


COUNTS = frozenset({"percent", "currency", "scale", "unit"})
"""What stands behind amounts: Hebrew "in 1.98 metres" is no time."""


def said_at(time: Time, context: Context) -> bool:
    lead = context.before(time.start)
    return lead is not None and mark(lead[1], "at") is not None
