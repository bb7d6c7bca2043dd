"""A quantity while it is being read: a numeral and what was found beside it."""

from __future__ import annotations

from dataclasses import dataclass, field

from ..model import Hedge, Kind
from .numeral import Numeral

DURATIONS = frozenset(
    [
        "millisecond",
        "second",
        "minute",
        "hour",
        "day",
        "night",
        "week",
        "fortnight",
        "month",
        "quarter",
        "year",
        "decade",
        "century",
    ]
)


def like_year(numeral: Numeral) -> bool:
    """Whether a bare number is most likely a year."""
    value = numeral.value
    return (
        value is not None
        and 1900 <= value <= 2099
        and value == int(value)
        and numeral.end - numeral.start == 4
        and not numeral.spelled
        and not numeral.scaled
    )


@dataclass(slots=True)
class Quantity:
    """A numeral with its neighbours, before it becomes a claim."""

    numeral: Numeral
    start: int
    end: int
    unit: str = ""
    kind: Kind = Kind.COUNT
    hedge: Hedge | None = None
    opened: bool = False
    rate: str = ""
    tenths: bool = False
    """Whether it is told in tenths, as 三成 is."""
    roles: set[str] = field(default_factory=set)
