"""Dates and times of claims: their parts, and whether two of them agree as far as both are stated."""

from __future__ import annotations

import re
from decimal import Decimal

from ..model import Claim, Kind
from . import units
from .notation import plain

_PARTS = re.compile(r"(?P<year>\d{4})?-?(?:-(?P<month>\d\d))?(?:-(?P<day>\d\d))?$")


def dated(claim: Claim) -> bool:
    """Whether a decade states its century: "the 1920s", not "the twenties"."""
    return re.search(r"\d{4}", claim.text) is not None


def period(claim: Claim) -> str:
    """ "decade" or "century" for a claim that states one, else ""."""
    return "century" if claim.moment.startswith("C") else "decade" if claim.moment.endswith("s") else ""


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


def same_moment(source: Claim, target: Claim) -> bool:
    if source.moment == target.moment or _century(source) == _century(target) != "":
        return True
    if source.moment.endswith("s") and target.moment.endswith("s") and not (dated(source) and dated(target)):
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
    if stated.kind is Kind.TIME:  # "at 15" is 15:00, "9 to 17.30" ends at 17:30, but no 19:30 is "30"
        hour, minute = int(stated.moment[1:3]), int(stated.moment[4:6])
        if other.unit == "minute":  # 1 h 15 may be a time or 75 minutes
            return other.value == 60 * hour + minute
        hours = not minute or other.unit in ("", "hour")
        ends = Decimal(minute) / 100, Decimal(minute) / 60  # 17.30 and "half past five" are the same
        return hours and any(other.value - end in (hour, hour % 12 or 12) for end in ends)
    return plain(other.value) in numbers(stated)


def numbers(claim: Claim) -> set[str]:
    """The numbers that a claim states, without leading zeros."""
    if not claim.moment and claim.value is not None:
        return {plain(value) for value in (claim.value, claim.upper) if value is not None}
    found = {number.lstrip("0") or "0" for number in re.findall(r"\d+", claim.moment or claim.text)}
    if claim.moment.endswith("s"):
        found.add(claim.moment[2:4])
    return found


def lost_part(source: Claim, target: Claim) -> str:
    """The part of a date ("year" or "day") that the source states and the target, which agrees in the rest, does
    not."""
    one, other = components(source), components(target)
    if not one or not other or source.kind is not Kind.DATE or target.kind is not Kind.DATE:
        return ""
    return next((part for part in ("year", "day") if part in one and part not in other), "")
