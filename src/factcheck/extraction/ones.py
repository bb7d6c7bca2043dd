"""Articles that state one: "a mile away", "un euro", "bir kilo"; but not "80 dollars a barrel"."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from ..comparison.units import dimension, is_currency
from ..languages import Language
from ..wording.folding import Folded
from .atom import Atom

_MEASURED = ("length", "mass")
_NONE = frozenset({"foot", "yard", "stone", "ounce", "ton", "tonne"})
"""Their names mean more than the unit, or prices are asked for them."""
_CLAUSE = re.compile(r"$|[^\w ]| [^\w]| [^\W\d_]{1,3}(?!\w)")
"""What may follow money: nothing, or a small word. "A dollar store" and "a $2 billion plan" state no single dollar."""
_DIVIDING = ("divided", "share")
_BEFORE = re.compile(r"(\w+)[.%€$£]? $")


def one(start: int, end: int, before: Atom | None, folded: Folded, language: Language) -> Atom | None:
    """The article between two places as a number, where a length, a weight, money or an age follows."""
    low = folded.low
    if low[end : end + 1] != " " or not low[end + 1 : end + 2].isalpha() or (before and before.end >= start - 1):
        return None
    if _beginnings(language).isdisjoint((low[end + 1 : end + 2], low[end + 1 : end + 3], low[end + 1 : end + 4])):
        return None
    if _divides(end + 1, folded, language):
        return Atom(start, end, "card", Decimal(1), spelled=True)
    if _and_part(end + 1, folded, language):
        return Atom(start, end, "card", Decimal(1), spelled=True)
    hit = language.after.at(low, folded.text, end + 1)
    if hit is None:
        return None
    names = {mark.name for mark in hit[1] if mark.role in ("unit", "currency")}
    money = any(is_currency(name) for name in names)
    measured = len(names) == 1 and not names & _NONE and dimension(*names) in _MEASURED and hit[0] - end > 3
    if not (measured or "year-old" in names or (money and _CLAUSE.match(low, hit[0]))):
        return None
    last = _BEFORE.search(low, max(0, start - 24), start)
    if last and (last[1][-1].isdigit() or last[1] in language.after.forms):
        return None
    return Atom(start, end, "card", Decimal(1), spelled=True)


@lru_cache(maxsize=64)
def _beginnings(language: Language) -> frozenset[str]:
    """The first three characters of all that may stand behind an article that is one: most words end at this test."""
    forms = [form for form, marks in language.after.forms.items() if any(m.role in ("unit", "currency") for m in marks)]
    divides = [form for form, marks in language.between.forms.items() if any(m.role in _DIVIDING for m in marks)]
    return frozenset(form[:3].lower() for form in (*forms, *divides, *language.joiners))


def _divides(place: int, folded: Folded, language: Language) -> bool:
    """Whether what divides one, and a number, stand at a place: uno "sobre tres", "op de vijf"."""
    hit = language.between.at(folded.low, folded.text, place)
    if hit is None or not any(mark.role in _DIVIDING for mark in hit[1]):
        return False
    bottom = language.anchors.at(folded.low, folded.text, hit[0] + 1)
    return folded.low[hit[0] + 1 : hit[0] + 2].isdigit() or (
        bottom is not None and any(mark.role == "card" for mark in bottom[1])
    )


_PARTS = frozenset({"fraction", "plus", "part", "ordinal", "denominator"})


def _and_part(place: int, folded: Folded, language: Language) -> bool:
    """Whether a part with its article is added at a place: un "et un demi"."""
    joiner, _, article = folded.low[place : place + 16].partition(" ")
    if joiner not in language.joiners or article.split(" ")[0] not in language.articles:
        return False
    for start in (place, place + len(joiner) + 1, place + len(joiner) + len(article.split(" ")[0]) + 2):
        part = language.anchors.at(folded.low, folded.text, start)
        if part and any(mark.role in _PARTS and mark.value not in (1, 2) for mark in part[1]):
            return True
    return False
