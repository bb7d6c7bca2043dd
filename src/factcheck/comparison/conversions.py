"""Whether two measures in different units are the same, as roughly as they are written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from ..model import Claim
from . import units

CONVERSION_TOLERANCE = Decimal("0.03")
"""Converted measures may differ by this share, and by more only as far as they are written roughly."""


_ROUGH_SOURCE, _ROUGH_TARGET = Decimal("0.1"), Decimal("0.25")
"""The most that the roughness of "200 miles" and of "300 km" allows, as shares of the converted value."""


_DEGREES = {"degree", "celsius", "fahrenheit", ""}


def values(claim: Claim) -> tuple[Decimal, ...]:
    """All values that the characters of a claim may have, the likeliest first."""
    return (claim.value, *claim.readings) if claim.value is not None else ()


def converts(source: Claim, target: Claim) -> bool:
    """Whether the target states the source's amount in another unit."""
    return any(
        _near(expected, source, value, target)
        for expected in expectations(source, target.unit)
        for value in values(target)
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


def agree_as_degrees(source: Claim, target: Claim) -> bool:
    """Whether degrees of no named scale agree as Fahrenheit and Celsius."""
    if "degree" not in (source.unit, target.unit) or not {source.unit, target.unit} <= _DEGREES:
        return False
    return converts(replace(source, unit="fahrenheit"), replace(target, unit="celsius")) or converts(
        replace(source, unit="celsius"), replace(target, unit="fahrenheit")
    )


def agree_as_shorthand(bare: Claim, measure: Claim) -> bool:
    """Whether "5k" is the five kilometres of a race, or "64K" the 64 kilobytes of a memory."""
    if bare.unit or not measure.unit or bare.value is None or measure.value is None or bare.text[-1:] not in "kKMGT":
        return False
    size = units.convert(measure.value, measure.unit, "byte" if measure.unit != "kilometer" else "meter")
    return bare.value == size


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
