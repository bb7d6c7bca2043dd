"""What an article is known to state."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from .claims import Hedge, Kind


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact that the article is known to state. value, upper, unit, hedge, moment as in Claim.

    subject: the English name (a key of Ledger.names) or noun it is about; sentence: says it in plain English;
    source: where it comes from.
    headline: whether the report's table of headline claims shows it.
    """

    id: str
    kind: Kind
    sentence: str
    subject: str = ""
    value: Decimal | None = None
    upper: Decimal | None = None
    unit: str = ""
    hedge: Hedge | None = None
    moment: str = ""
    source: str = ""
    headline: bool = False


@dataclass(frozen=True, slots=True)
class LedgerName:
    """A name that matters. renderings: language -> the forms accepted there beside the name itself."""

    name: str
    kind: str = ""
    renderings: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Ledger:
    """What an article is known to state: facts, and the names that matter."""

    facts: tuple[Fact, ...] = ()
    names: tuple[LedgerName, ...] = ()
