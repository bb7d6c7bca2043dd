"""What a sign makes of a number: percent, money, a rank, a multiple, a measure."""

from __future__ import annotations

from ..languages import Mark
from ..model import Kind
from .quantity import DURATIONS, Quantity


def name_quantity(quantity: Quantity, sign: Mark) -> bool:
    if sign.role in ("counter", "closer"):
        return sign.role not in quantity.roles
    if sign.role == "ordinal":
        quantity.kind = Kind.ORDINAL
        return True
    if quantity.kind is Kind.ORDINAL:
        return False
    if sign.role == "multiple":
        quantity.kind = Kind.RATIO
        return True
    if sign.role == "percent" and sign.name == "tenth":
        quantity.numeral.value = quantity.numeral.value * 10 if quantity.numeral.value is not None else None
        quantity.unit, quantity.kind, quantity.tenths = "percent", Kind.PERCENTAGE, True
    elif sign.role == "percent" and sign.name == "left":
        _discount(quantity)
    elif sign.role == "percent":
        quantity.unit, quantity.kind = sign.name, Kind.PERCENTAGE
    elif sign.role == "currency":
        quantity.unit, quantity.kind = sign.name, Kind.MONEY
        if sign.value is not None and quantity.numeral.value is not None:  # 30 MUSD
            quantity.numeral.value *= sign.value
            quantity.numeral.step *= sign.value
            quantity.numeral.scaled = True
    else:
        quantity.unit = _at_rate(sign.name, quantity.rate)
        quantity.kind = Kind.DURATION if sign.name in DURATIONS else Kind.MEASURE
    return True


def _discount(quantity: Quantity) -> None:
    """八折 is 80 percent of the price, and 20 percent off: both readings are kept."""
    value = quantity.numeral.value
    if value is not None:
        value = value * 10 if value < 10 else value
        quantity.numeral.value, quantity.numeral.others = value, (100 - value,)
    quantity.unit, quantity.kind = "percent", Kind.PERCENTAGE


_LENGTHS = frozenset({"meter", "kilometer", "mile", "foot"})


def _at_rate(unit: str, rate: str) -> str:
    """A length behind a word for speed, or degrees behind the name of their scale; winds are told in metres a second
    and in miles an hour."""
    if unit == "degree" and rate in ("celsius", "fahrenheit"):
        return rate
    if unit not in _LENGTHS or not (rate == "wind" or rate.startswith("per-")):
        return unit
    if rate == "wind":
        rate = "per-second" if unit == "meter" else "per-hour"
    return f"{unit}-{rate}"
