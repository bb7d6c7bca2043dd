"""The smallest sign of a claim, and the marks of a form as atoms."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from ..languages import Mark, Marks


class Atom(NamedTuple):
    """One sign of a claim. role: as languages.Mark, besides "digits", "identifier", "clock", "date".

    value, step, others: as in digits.Reading; spelled: written in words; unit: of an amount in one word; last: a case
    ending shows that the number ends here.
    """

    start: int
    end: int
    role: str
    value: Decimal | None = None
    step: Decimal = Decimal(1)
    others: tuple[Decimal, ...] = ()
    spelled: bool = False
    unit: str = ""
    last: bool = False


_ORDER = (
    "skip",
    "augment",
    "amount",
    "hour",
    "decade",
    "day",
    "month",
    "scale",
    "card",
    "month-short",
    "fraction",
    "denominator",
    "plus",
    "part",
    "ordinal",
    "multiple",
    "noon",
    "midnight",
    "weekday",
)


_PLAIN = frozenset(_ORDER) - {"augment"}


def marked(start: int, end: int, marks: Marks) -> list[Atom]:
    """One atom a form. A form that is both a word and a scale (mille, 百) is a scale that may stand alone: "both".

    Alone it may be another number: Arabic "two thousand" is written as the thousand of "eleven thousand". A part may be
    a rank: "un quinto", "los quintos".
    """
    if len(marks) == 1 and marks[0].role in _PLAIN:  # most are
        return [Atom(start, end, marks[0].role, marks[0].value, spelled=True, unit=marks[0].name)]
    roles: dict[str, Mark] = {mark.role: mark for mark in marks}
    role = next((r for r in _ORDER if r in roles), None)
    if role is None:
        return []
    if role == "augment":
        alone = roles["card"].value if "card" in roles else None
        return [Atom(start, end, role, roles[role].value, others=() if alone is None else (alone,), spelled=True)]
    if role == "scale" and "card" in roles:
        alone = roles["card"].value
        others = () if alone is None or alone == roles["scale"].value else (alone,)
        return [Atom(start, end, "both", roles["scale"].value, others=others, spelled=True)]
    ranked = "ordinal" in roles and role in ("fraction", "denominator")
    rank = roles["ordinal"].value if ranked else None
    others = () if rank is None else (rank,)
    return [Atom(start, end, role, roles[role].value, others=others, spelled=True, unit=roles[role].name)]
