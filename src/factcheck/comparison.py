"""Do two claims state the same? Compared by meaning: value, unit, moment, never by spelling.

compare() says how two claims relate, aspect() what changed between two that should be one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from . import units
from .model import Claim, Hedge, Kind, Match, Relation
from .notation import plain

CONVERSION_TOLERANCE = Decimal("0.03")
"""Converted measures may differ by this share, and by more only as far as they are written roughly."""
_ROUGH_SOURCE, _ROUGH_TARGET = Decimal("0.1"), Decimal("0.25")
"""The most that the roughness of "200 miles" and of "300 km" allows, as shares of the converted value."""
HEDGED_TOLERANCE = Decimal("0.02")
"""How far an exact amount may be from a hedged, rounder one: "about 800" for 797."""
_PARTS = re.compile(r"(?P<year>\d{4})?-?(?:-(?P<month>\d\d))?(?:-(?P<day>\d\d))?$")


_DEGREES = {"degree", "celsius", "fahrenheit", ""}


def strong(claim: Claim) -> bool:
    """Whether a claim is firm evidence: in digits, with a unit, or a large number; "one", "both halves", "May" are
    not."""
    if claim.kind is Kind.IDENTIFIER:
        return code(claim)
    if claim.kind in (Kind.DATE, Kind.TIME) and claim.spelled:
        return False
    if claim.moment.endswith("s") and not _dated(claim):
        return False
    if claim.kind is Kind.ORDINAL and claim.value == 1:
        return False
    if not claim.spelled:
        return (
            claim.kind is not Kind.RATIO or bool(claim.unit) or claim.value is None or claim.value == int(claim.value)
        )
    return (claim.kind in (Kind.MONEY, Kind.PERCENTAGE) and claim.value != 1) or (
        claim.value is not None and claim.value > 12 and claim.kind is not Kind.ORDINAL
    )


def _dated(claim: Claim) -> bool:
    """Whether a decade states its century: "the 1920s", not "the twenties"."""
    return re.search(r"\d{4}", claim.text) is not None


def period(claim: Claim) -> str:
    """ "decade" or "century" for a claim that states one, else ""."""
    return "century" if claim.moment.startswith("C") else "decade" if claim.moment.endswith("s") else ""


def compare(source: Claim, target: Claim) -> Relation:
    """SAME, ROUNDED, CONVERTED or CHANGED."""
    if _as_written(source, target):
        return Relation.SAME
    if source.moment or target.moment:
        return Relation.SAME if _same_moment(source, target) else Relation.CHANGED
    if source.value is None or target.value is None:
        return Relation.SAME if _same_token(source, target) else Relation.CHANGED
    if source.upper is not None or target.upper is not None:
        return _compare_ends(source, target)
    if {source.unit, target.unit} == {"percent", ""} and Kind.RATIO in (source.kind, target.kind):
        return _compare_shares(source, target)
    if units.alike(source.unit, target.unit):
        if same_value(source, target):
            return Relation.SAME
        if _rounds(source, target):
            return Relation.ROUNDED
        return Relation.CONVERTED if _degrees(source, target) else Relation.CHANGED
    if _converts(source, target):
        return Relation.CONVERTED
    return Relation.CHANGED


def _compare_ends(source: Claim, target: Claim) -> Relation:
    """Ranges and scores: both ends must agree."""
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


def _values(claim: Claim) -> tuple[Decimal, ...]:
    return (claim.value, *claim.readings) if claim.value is not None else ()


def same_value(source: Claim, target: Claim) -> bool:
    """Whether two claims state the same number, range or score."""
    if source.upper != target.upper:
        return False
    return any(s == t for s in _values(source) for t in _values(target))


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


def _converts(source: Claim, target: Claim) -> bool:
    return any(
        _near(expected, source, value, target)
        for expected in expectations(source, target.unit)
        for value in _values(target)
    )


def expectations(source: Claim, unit: str) -> Iterator[Decimal]:
    """What a claim would be in another unit: one value, or two for temperatures, which may be differences."""
    if source.value is None:
        return
    for difference in (False, True):
        value = units.convert(source.value, _own_unit(source, unit), unit, difference)
        if value is None or (difference and units.dimension(unit) != "temperature"):
            return
        yield value


def _own_unit(source: Claim, unit: str) -> str:
    """The unit of a claim, where "pound" may be money or a weight."""
    return "pound" if source.unit == "GBP" and units.dimension(unit) == "mass" else source.unit


def convertible(source: Claim, target: Claim) -> bool:
    """Whether two units measure the same, as miles and kilometres do."""
    return units.dimension(_own_unit(source, target.unit)) == units.dimension(target.unit) != ""


def _degrees(source: Claim, target: Claim) -> bool:
    """Whether degrees of no named scale agree as Fahrenheit and Celsius."""
    if "degree" not in (source.unit, target.unit) or not {source.unit, target.unit} <= _DEGREES:
        return False
    return _converts(replace(source, unit="fahrenheit"), replace(target, unit="celsius")) or _converts(
        replace(source, unit="celsius"), replace(target, unit="fahrenheit")
    )


def _near(expected: Decimal, source: Claim, value: Decimal, target: Claim) -> bool:
    """Whether a converted value is near enough, by how roughly both are written: "200 miles" is "300 km", but "385
    miles" no "680 km"."""
    size = abs(expected)
    rough = units.convert(_place(source, source.value), _own_unit(source, target.unit), target.unit, difference=True)
    slack = max(
        size * CONVERSION_TOLERANCE,
        min(size * _ROUGH_SOURCE, (rough or Decimal(0)) / 2),
        min(size * _ROUGH_TARGET, _place(target, value) * 6 / 10),
    )
    if units.dimension(target.unit) == "temperature":
        slack = max(slack, Decimal("1.5"))
    return abs(expected - value) <= slack


def _place(claim: Claim, value: Decimal | None) -> Decimal:
    """The value of the last digit that counts: 100 for 300, 1 for 385, 0.1 for 2.5 and for 2.0."""
    if not value:
        return Decimal(0)
    if claim.step < 1 or claim.spelled:
        return claim.step
    exponent = value.normalize().as_tuple().exponent
    return Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0)


def components(claim: Claim) -> dict[str, int]:
    """Year, month and day of a date, as far as they are stated."""
    if claim.kind is Kind.DATE and claim.value is not None:
        return {"year": int(claim.value)}
    match = _PARTS.match(claim.moment)
    return {key: int(value) for key, value in match.groupdict().items() if value} if match and claim.moment else {}


def _century(claim: Claim) -> str:
    """ "C19" for the 19th century, and for the 1800s where a language counts centuries so."""
    hundred = claim.moment.endswith("00s") and int(claim.moment[:2]) + 1
    return f"C{hundred}" if hundred else claim.moment if claim.moment.startswith("C") else ""


def _same_moment(source: Claim, target: Claim) -> bool:
    if source.moment == target.moment or _century(source) == _century(target) != "":
        return True
    if source.moment.endswith("s") and target.moment.endswith("s") and not (_dated(source) and _dated(target)):
        return source.moment[2:] == target.moment[2:]  # "the twenties" may be those of any century
    parts, rest = components(source), components(target)
    if parts and rest:
        shared = parts.keys() & rest.keys()
        return bool(shared) and all(parts[key] == rest[key] for key in shared)
    if source.kind is Kind.TIME and target.kind is Kind.TIME:
        return False
    stated, other = (source, target) if source.moment else (target, source)
    if other.moment or other.value is None or other.upper is not None:
        return False
    if other.unit and units.dimension(other.unit) != "duration":
        return False
    if stated.kind is Kind.TIME:  # "at 15" is 15:00, but no 19:30 is "30"
        hour = int(stated.moment[1:3])
        return stated.moment.endswith(":00") and other.value in (hour, hour % 12 or 12)
    return plain(other.value) in numbers(stated)


def _as_written(source: Claim, target: Claim) -> bool:
    """Whether both sides have the same figures, of which one language makes a date of another order, and another a
    number: 5/8/2024, "version 7.7." at the end of a sentence."""
    one, other = source.text.strip(". "), target.text.strip(". ")
    return one == other and one[:1].isdigit() and not any(c.isalpha() for c in one)


def numbers(claim: Claim) -> set[str]:
    """The numbers that a claim states, without leading zeros."""
    if not claim.moment and claim.value is not None:
        return {plain(value) for value in (claim.value, claim.upper) if value is not None}
    found = {number.lstrip("0") or "0" for number in re.findall(r"\d+", claim.moment or claim.text)}
    if claim.moment.endswith("s"):
        found.add(claim.moment[2:4])
    return found


def _same_token(source: Claim, target: Claim) -> bool:
    """Identifiers: the same text, or a number on the other side with the same digits."""
    if source.value is None and target.value is None:
        return _bare(source.text) == _bare(target.text) or (code(source) and _right_to_left(source.text, target.text))
    number, token = (source, target) if source.value is not None else (target, source)
    assert number.value is not None
    return plain(number.value) in re.findall(r"\d+(?:\.\d+)?", token.text)


def _right_to_left(source: str, target: str) -> bool:
    """Whether the groups of a phone number stand in the order in which right-to-left text shows them; groups with
    hyphens stay together there."""
    groups, others = source.split(), target.split()
    return len(groups) > 2 and groups == others[::-1]


def code(claim: Claim) -> bool:
    """Whether an identifier is a row of digits (a phone number, a version), which must stay as it is."""
    return claim.kind is Kind.IDENTIFIER and not any(c.isalpha() for c in claim.text) and len(_bare(claim.text)) > 4


def _bare(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())


def lost_part(source: Claim, target: Claim) -> str:
    """The part of a date ("year" or "day") that the source states and the target, which agrees in the rest, does
    not."""
    one, other = components(source), components(target)
    if not one or not other or source.kind is not Kind.DATE or target.kind is not Kind.DATE:
        return ""
    return next((part for part in ("year", "day") if part in one and part not in other), "")


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
