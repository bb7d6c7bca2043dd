"""What a text states, and how the claims of two texts relate."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from .texts import Segment, Span


class Kind(StrEnum):
    """What a claim states. Kinds are soft: a comparison may hold a count against a duration."""

    MONEY = "money"
    COUNT = "count"
    PERCENTAGE = "percentage"
    RATIO = "ratio"
    SCORE = "score"
    MEASURE = "measure"
    DATE = "date"
    TIME = "time"
    DURATION = "duration"
    ORDINAL = "ordinal"
    IDENTIFIER = "identifier"
    NAME = "name"


class Hedge(StrEnum):
    """How firmly an amount is stated. A claim without a hedge is stated as exact."""

    AT_LEAST = "at least"
    MORE_THAN = "more than"
    ABOUT = "about"
    NEARLY = "nearly"
    LESS_THAN = "less than"
    AT_MOST = "at most"


@dataclass(frozen=True, slots=True)
class Claim:
    """What a text states at one place.

    value: exact decimal, in units of `unit`; None for names, identifiers and for dates that are no bare year.
    upper: the other end of a range, as written (below value where it goes down); of a score its second number.
    unit: ISO 4217 code for money; for measures and durations a CLDR unit id ("kilometer", "year"); "percent" or
    "percentage-point"; "" when there is none.
    moment: ISO 8601 for dates and times, with "-" for what is not stated: "2022-08", "--08-05", "T17:30".
    noun: the word that the number counts, as written, or "". step: the value of the last written
    digit (1e6 for "7 million", 1e5 for "5.7 million"): how precisely the amount is written.
    readings: other values the same characters could have ("1.250" in a text that uses both habits).
    spelled: written in words; small spelled numbers are weak evidence. aside: stands in brackets.
    name: of a name what the ledger calls it, "" where it lists none.
    """

    kind: Kind
    text: str
    span: Span
    value: Decimal | None = None
    upper: Decimal | None = None
    unit: str = ""
    hedge: Hedge | None = None
    moment: str = ""
    noun: str = ""
    step: Decimal = Decimal(1)
    readings: tuple[Decimal, ...] = ()
    spelled: bool = False
    segment: int = 0
    aside: bool = False
    name: str = ""


class Relation(StrEnum):
    """How a claim of the source relates to its counterpart in the translation."""

    SAME = "same"
    ROUNDED = "rounded"
    CONVERTED = "converted"
    CHANGED = "changed"
    MISSING = "missing"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Match:
    """A claim of the source and its counterpart. One of the two is None where there is no counterpart."""

    source: Claim | None
    target: Claim | None
    relation: Relation


@dataclass(frozen=True, slots=True)
class Pair:
    """Segments of source and translation that say the same thing, with the claims of both, matched.

    source or target is None where the other side has no counterpart. Merged or split paragraphs are joined into
    one segment whose text holds both with a blank between.
    """

    source: Segment | None
    target: Segment | None
    source_claims: tuple[Claim, ...] = ()
    target_claims: tuple[Claim, ...] = ()
    matches: tuple[Match, ...] = ()
