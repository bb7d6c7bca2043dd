"""Units that convert into each other. Factors to the SI unit of a dimension, from the SI brochure (9th edition)
and NIST SP 811."""

from __future__ import annotations

from decimal import Decimal

_DIMENSIONS: dict[str, dict[str, str]] = {
    "length": {
        "nanometer": "1e-9",
        "micrometer": "1e-6",
        "millimeter": "0.001",
        "centimeter": "0.01",
        "decimeter": "0.1",
        "meter": "1",
        "kilometer": "1000",
        "inch": "0.0254",
        "foot": "0.3048",
        "yard": "0.9144",
        "mile": "1609.344",
        "mile-scandinavian": "10000",
        "nautical-mile": "1852",
        "light-year": "9.4607304725808e15",
        "fathom": "1.8288",
        "furlong": "201.168",
        "li": "500",
        "chi": "0.3333333333333333333333333333",
    },
    "area": {
        "square-centimeter": "0.0001",
        "square-meter": "1",
        "square-kilometer": "1e6",
        "hectare": "10000",
        "dunam": "1000",
        "acre": "4046.8564224",
        "square-foot": "0.09290304",
        "square-yard": "0.83612736",
        "square-mile": "2589988.110336",
        "square-inch": "0.00064516",
        "mu": "666.6666666666666666666666667",
        "tsubo": "3.305785123966942148760330579",
    },
    "mass": {
        "microgram": "1e-9",
        "milligram": "1e-6",
        "gram": "0.001",
        "kilogram": "1",
        "tonne": "1000",
        "metric-ton": "1000",
        "ton": "907.18474",
        "pound": "0.45359237",
        "ounce": "0.028349523125",
        "stone": "6.35029318",
        "jin": "0.5",
    },
    "volume": {
        "milliliter": "0.001",
        "centiliter": "0.01",
        "deciliter": "0.1",
        "liter": "1",
        "cubic-centimeter": "0.001",
        "cubic-meter": "1000",
        "cubic-foot": "28.316846592",
        "gallon": "3.785411784",
        "gallon-imperial": "4.54609",
        "quart": "0.946352946",
        "pint": "0.473176473",
        "fluid-ounce": "0.0295735295625",
        "barrel": "158.987294928",
    },
    "speed": {
        "meter-per-second": "1",
        "kilometer-per-hour": "0.2777777777777777777777777778",
        "mile-per-hour": "0.44704",
        "knot": "0.5144444444444444444444444444",
        "foot-per-second": "0.3048",
    },
    "duration": {
        "millisecond": "0.001",
        "second": "1",
        "minute": "60",
        "hour": "3600",
        "day": "86400",
        "night": "86400",
        "week": "604800",
        "fortnight": "1209600",
        "month": "2629746",
        "quarter": "7889238",
        "year": "31556952",
        "year-old": "31556952",
        "decade": "315569520",
        "century": "3155695200",
    },
    "power": {
        "watt": "1",
        "kilowatt": "1000",
        "megawatt": "1e6",
        "gigawatt": "1e9",
        "terawatt": "1e12",
        "horsepower": "745.69987158227022",
    },
    "energy": {
        "joule": "1",
        "kilojoule": "1000",
        "calorie": "4.184",
        "kilocalorie": "4184",
        "foodcalorie": "4184",
        "watt-hour": "3600",
        "kilowatt-hour": "3.6e6",
        "megawatt-hour": "3.6e9",
        "gigawatt-hour": "3.6e12",
        "terawatt-hour": "3.6e15",
    },
    "information": {
        "bit": "0.125",
        "byte": "1",
        "kilobyte": "1000",
        "megabyte": "1e6",
        "gigabyte": "1e9",
        "terabyte": "1e12",
        "petabyte": "1e15",
    },
    "frequency": {"hertz": "1", "kilohertz": "1000", "megahertz": "1e6", "gigahertz": "1e9"},
    "share": {"percent": "1", "permille": "0.1"},
    "points": {"percentage-point": "1", "basis-point": "0.01"},
}
_FACTORS = {
    unit: (dimension, Decimal(factor)) for dimension, units in _DIMENSIONS.items() for unit, factor in units.items()
}
_TEMPERATURES = {
    "celsius": (Decimal(1), Decimal(0)),
    "fahrenheit": (Decimal(5) / 9, Decimal(-32)),
    "kelvin": (Decimal(1), Decimal("-273.15")),
}
_SAME = (
    frozenset({"pound", "GBP"}),
    frozenset({"degree", "celsius"}),
    frozenset({"degree", "fahrenheit"}),
    frozenset({"ton", "tonne", "metric-ton"}),
    frozenset({"year", "year-old"}),
    frozenset({"day", "night"}),
    frozenset({"calorie", "kilocalorie", "foodcalorie"}),
    frozenset({"gallon", "gallon-imperial"}),
)


def is_currency(unit: str) -> bool:
    """Whether a unit is an ISO 4217 code."""
    return len(unit) == 3 and unit.isupper()


def alike(one: str, other: str) -> bool:
    """Whether two units can be one: equal, one not said, or two readings of one word ("pound", "degree", "ton")."""
    return one == other or not one or not other or any(one in same and other in same for same in _SAME)


def dimension(unit: str) -> str:
    """ "length" for "mile"; "" for a unit that converts into no other."""
    return "temperature" if unit in _TEMPERATURES else _FACTORS.get(unit, ("",))[0]


def convert(value: Decimal, unit: str, to: str, difference: bool = False) -> Decimal | None:
    """A value in another unit of its dimension, or None. difference: of temperatures, without the offset."""
    if unit in _TEMPERATURES and to in _TEMPERATURES:
        (factor, offset), (back, shift) = _TEMPERATURES[unit], _TEMPERATURES[to]
        return value * factor / back if difference else (value + offset) * factor / back - shift
    if unit not in _FACTORS or to not in _FACTORS or dimension(unit) != dimension(to):
        return None
    return value * _FACTORS[unit][1] / _FACTORS[to][1]
