"""Scale words that are the beginning of a unit: 千克, "m tall"."""

from __future__ import annotations

import re

from ..languages import Language
from ..wording.folding import Folded
from .atom import Atom

_WINNERS = frozenset({"unit", "percent", "currency", "counter"})


def unit_wins(atom: Atom, folded: Folded, language: Language) -> bool:
    """Whether a form of a unit or percent begins with the scale word: 千克, "m tall", Arabic "in the hundred"."""
    if atom.role not in ("scale", "both"):
        return False
    hit = language.after.at(folded.low, folded.text, atom.start)
    if hit is None or hit[0] < atom.end:
        return False
    roles = {m.role for m in hit[1]}
    if hit[0] > atom.end and _money(atom.start, folded, language):
        return False
    return bool(roles & _WINNERS) and (hit[0] > atom.end or "scale" not in roles)


_FIGURES = re.compile(r"[ \u00a0]?\d[\d.,]{0,20}[ \u00a0]?$")


def _money(start: int, folded: Folded, language: Language) -> bool:
    """Whether a currency stands before the digits that end here: the m of "€1.5m (£1.3m)" is no metre."""
    digits = _FIGURES.search(folded.low, max(0, start - 22), start)
    lead = language.before.ending(folded.low, folded.text, digits.start()) if digits else None
    return lead is not None and any(m.role == "currency" for m in lead[1])
