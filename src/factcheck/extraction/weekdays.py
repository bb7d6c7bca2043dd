"""The days of the week that a text names. They state no claim of their own, but must be the same in a translation."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from ..languages import Language
from ..model import Span
from ..wording.folding import Folded
from .atom import Atom

_SHORTEST = 4
"""Letters of a name in Latin script; "sun", "mar" and "ter" are other words as well."""


class Weekday(NamedTuple):
    """day: 1 for Monday to 7 for Sunday; text: as written; span: in the text."""

    day: int
    text: str
    span: Span


def weekdays_of(found: Sequence[Atom], folded: Folded, text: str, language: Language) -> tuple[Weekday, ...]:
    """The full names of weekdays among the atoms of a text, in order."""
    days = []
    for atom in found:
        day = atom.value if atom.role == "weekday" else _of_no_number(atom, folded, language)
        if day is not None:
            span = folded.span(atom.start, atom.end)
            name = text[slice(*span)]
            if len(name) >= _SHORTEST or not name[0].isascii():
                days.append(Weekday(int(day), name, span))
    return tuple(days)


def _of_no_number(atom: Atom, folded: Folded, language: Language) -> Decimal | None:
    """The weekday whose name holds a numeral, and is known first of all for being no number: 周一."""
    if atom.role != "skip":
        return None
    marks = language.anchors.forms.get(folded.low[atom.start : atom.end], ())
    return next((mark.value for mark in marks if mark.role == "weekday"), None)
