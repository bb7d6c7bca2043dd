"""Do two claims state the same? Compared by meaning: value, unit, moment, never by spelling.

compare() says how two claims relate, aspect() what changed between two that should be one.
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from ..model import Claim, Hedge, Kind, Match, Relation
from . import units
from .conversions import agree_as_degrees, agree_as_shorthand, convertible, converts, values
from .evidence import bare, code
from .moments import same_moment
from .notation import plain

HEDGED_TOLERANCE = Decimal("0.02")
"""How far an exact amount may be from a hedged, rounder one: "about 800" for 797."""


def compare(source: Claim, target: Claim) -> Relation:
    """SAME, ROUNDED, CONVERTED or CHANGED."""
    if _as_written(source, target):
        return Relation.SAME
    if source.moment or target.moment:
        return Relation.SAME if same_moment(source, target) else Relation.CHANGED
    if source.value is None or target.value is None:
        return Relation.SAME if _same_token(source, target) else Relation.CHANGED
    if source.upper is not None or target.upper is not None:
        return _compare_ends(source, target)
    if {source.unit, target.unit} == {"percent", ""} and Kind.RATIO in (source.kind, target.kind):
        return _compare_shares(source, target)
    if agree_as_shorthand(source, target) or agree_as_shorthand(target, source):
        return Relation.SAME
    if units.alike(source.unit, target.unit):
        if same_value(source, target):
            return Relation.SAME
        if _rounds(source, target):
            return Relation.ROUNDED
        two = units.convert(Decimal(1), source.unit, target.unit) not in (None, 1)  # 100 short tons are 91 tonnes
        return (
            Relation.CONVERTED
            if (two and converts(source, target)) or agree_as_degrees(source, target)
            else Relation.CHANGED
        )
    if converts(source, target):
        return Relation.CONVERTED
    return Relation.CHANGED


def _compare_ends(source: Claim, target: Claim) -> Relation:
    """Ranges and scores: both ends must agree."""
    if (source.value, source.upper, source.unit) == (target.value, target.upper, target.unit):
        return Relation.SAME  # as most do
    if source.upper is None or target.upper is None:
        return Relation.CHANGED
    low = compare(replace(source, upper=None), replace(target, upper=None))
    high = compare(
        replace(source, value=source.upper, upper=None, readings=()),
        replace(target, value=target.upper, upper=None, readings=()),
    )
    if Relation.CHANGED in (low, high):
        return Relation.CHANGED
    return low if low is not Relation.SAME else high


def _compare_shares(source: Claim, target: Claim) -> Relation:
    """ "Half" and 50 percent are the same, "a third" is 33 percent."""
    share, percent = (source, target) if target.unit else (target, source)
    if share.kind is not Kind.RATIO or share.value is None or percent.value is None:
        return Relation.SAME if same_value(source, target) else Relation.CHANGED
    apart = abs(share.value * 100 - percent.value)
    if apart == 0:
        return Relation.SAME
    return Relation.ROUNDED if apart * 2 <= percent.step else Relation.CHANGED


def same_value(source: Claim, target: Claim) -> bool:
    """Whether two claims state the same number, range or score."""
    if source.upper != target.upper:
        return False
    return any(s == t for s in values(source) for t in values(target))


def reversed_ends(source: Claim, target: Claim) -> bool:
    """Whether two ranges or scores hold the same numbers the other way round: 3-1 and 1-3."""
    return source.upper is not None and (source.value, source.upper) == (target.upper, target.value)


def _rounds(source: Claim, target: Claim) -> bool:
    """Whether one is the other, rounded as far as it is written; "about" allows a little more."""
    s, t = source.value, target.value
    assert s is not None
    assert t is not None
    coarse, fine = max(source.step, target.step), min(source.step, target.step)
    if fine < coarse and abs(s - t) * 2 <= coarse and coarse * 20 <= max(abs(s), abs(t)):
        return True
    round_one, exact = (source, target) if source.hedge else (target, source)
    if round_one.hedge is None or exact.hedge is not None or round_one.value is None or exact.value is None:
        return False
    if _zeros(round_one.value) <= _zeros(exact.value) or abs(s - t) > HEDGED_TOLERANCE * max(abs(s), abs(t)):
        return False
    if round_one.hedge in (Hedge.AT_LEAST, Hedge.MORE_THAN):
        return exact.value >= round_one.value
    return round_one.hedge is Hedge.ABOUT or exact.value <= round_one.value


def _zeros(value: Decimal) -> int:
    """How many zeros a whole number ends in."""
    digits = plain(value)
    return 0 if "." in digits else len(digits) - len(digits.rstrip("0"))


def _as_written(source: Claim, target: Claim) -> bool:
    """Whether both sides have the same figures, of which one language makes a date of another order, and another a
    number: 5/8/2024, "version 7.7." at the end of a sentence; or one a code and another thousands: 4K."""
    one, other = source.text.strip(". "), target.text.strip(". ")
    code = Kind.IDENTIFIER in (source.kind, target.kind)
    return one == other and one[:1].isdigit() and (code or not any(c.isalpha() for c in one))


def _same_token(source: Claim, target: Claim) -> bool:
    """Identifiers: the same text, or a number on the other side with the same digits."""
    if source.value is None and target.value is None:
        if bare(source.text) == bare(target.text) or (code(source) and _right_to_left(source.text, target.text)):
            return True
        return _glued(source.text, target.text) or _glued(target.text, source.text)
    number, token = (source, target) if source.value is not None else (target, source)
    assert number.value is not None
    return plain(number.value) in re.findall(r"\d+(?:\.\d+)?", token.text)


def _glued(word: str, figures: str) -> bool:
    """Whether a section or version number stands right behind a word on one side, as in headings run together:
    "Sources7.1.1"."""
    front = word[: -len(figures)].replace("-", "")
    return figures[:1].isdigit() and figures.count(".") > 1 and word.endswith(figures) and front.isalpha()


def _right_to_left(source: str, target: str) -> bool:
    """Whether the groups of a phone number stand in the order in which right-to-left text shows them; groups with
    hyphens stay together there."""
    groups, others = source.split(), target.split()
    return len(groups) > 2 and groups == others[::-1]


def aspect(match: Match) -> str:
    """What changed in a CHANGED match: "order", "date", "currency", "percentage", "unit", "scale" or "number"; "" for
    other relations."""
    source, target = match.source, match.target
    if match.relation is not Relation.CHANGED or source is None or target is None:
        return ""
    if source.moment or target.moment or (source.kind is target.kind is Kind.DATE):
        return "date"
    if source.value is None or target.value is None:
        return "number"
    if reversed_ends(source, target) and source.value != source.upper:
        return "order"
    if not units.alike(source.unit, target.unit):
        if units.is_currency(source.unit) and units.is_currency(target.unit) and same_value(source, target):
            return "currency"
        shares = {"percent", "percentage-point", "basis-point"}
        if source.unit in shares and target.unit in shares and same_value(source, target):
            return "percentage"
        if same_value(source, target) or convertible(source, target):
            return "unit"
    return "scale" if times(source, target) else "number"


def times(source: Claim, target: Claim) -> Decimal | None:
    """How many times too large (10) or too small (0.1) the target is when only the power of ten differs; else None."""
    if not source.value or not target.value or (source.value < 0) != (target.value < 0):
        return None
    ratio = target.value / source.value
    return ratio if ratio != 1 and ratio == Decimal(10) ** ratio.adjusted() else None
