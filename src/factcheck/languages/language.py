"""What the extraction knows of a language: forms with their marks, signs and habits."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from .matcher import Matcher


@dataclass(frozen=True)
class Mark:
    """One meaning of a form. role: "card", "scale", "ordinal", "fraction", "plus", "multiple", "month", "weekday",
    "skip",
    "noon", "midnight" for what starts a claim; "currency", "unit", "percent", "hedge", ... for what stands beside
    one."""

    role: str
    value: Decimal | None = None
    name: str = ""


Marks = tuple[Mark, ...]


@dataclass(frozen=True, eq=False)
class Language:
    """All that the extraction knows about a language. anchors start claims; before and after stand beside numbers."""

    code: str
    name: str
    spaced: bool
    compounds: bool
    decimal: str
    groups: frozenset[str]
    order: str
    capital_months: bool
    dotted_dates: bool
    """Whether "12.6." is the twelfth of June: days are ordinals with a point."""
    roman: bool
    anchors: Matcher[Marks]
    before: Matcher[Marks]
    after: Matcher[Marks]
    between: Matcher[Marks]
    units_first: bool
    """Whether "three and twenty" is 23."""
    joiners: frozenset[str]
    clitics: frozenset[str]
    clitic_lengths: tuple[int, ...]
    """Of the clitics, longest first."""
    products: frozenset[str]
    articles: frozenset[str]
    linkers: frozenset[str]
    determiners: frozenset[str]
    day_month: tuple[str, ...]
    time_separators: frozenset[str]
    first_words: Mapping[str, tuple[int, ...]]
    """First word of every anchor -> the lengths of the anchors that start so, longest first."""
    not_names: frozenset[str]
    negation: frozenset[str]
    examples: tuple[tuple[str, ...], ...]
