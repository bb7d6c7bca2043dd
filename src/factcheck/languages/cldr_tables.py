"""Signs, scale words and units of a locale, out of CLDR as Babel carries it."""

from __future__ import annotations

import copy
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from .cldr_forms import clean, power, script, symbol, usable

Table = dict[str, Any]
LENGTHS = ("long", "short", "narrow")
_NAMES = """
    second minute hour day week month quarter year decade century night
    kilometer meter centimeter millimeter inch foot yard mile nautical-mile light-year
    square-kilometer square-meter hectare acre square-foot square-mile
    tonne kilogram gram milligram ton ounce pound stone liter milliliter gallon barrel cubic-meter
    celsius fahrenheit kelvin kilometer-per-hour mile-per-hour meter-per-second knot
    watt kilowatt megawatt gigawatt kilowatt-hour byte kilobyte megabyte gigabyte terabyte
    hertz kilohertz megahertz gigahertz calorie kilocalorie joule pixel dot-per-inch degree percent permille
"""
UNITS = tuple(_NAMES.split())
_USED = """
    compact_decimal_formats currency_names currency_names_plural currency_symbols date_formats day_period_rules
    day_periods days default_numbering_system languages months number_symbols numbering_systems territories time_zones
    unit_patterns
"""
_ALIASES = {"generic": "degree"}
_INTERNATIONAL = frozenset({"min", "bbl", "kcal", "mph", "dpi", "kwh", "khz", "mhz", "ghz"})
_SIGNS = frozenset("'\"#°")  # feet and inches look like the end of a quotation; the degree may be of any scale


def load(locale: str) -> Mapping[str, Any]:
    """A locale's tables as a copy: Babel resolves aliases in place, in objects that locales share."""
    from babel import localedata

    data = localedata.load(locale)
    used: dict[str | int | None, Any] = {key: data[key] for key in _USED.split() if key in data}
    return localedata.LocaleDataDict(copy.deepcopy(used))


@cache
def root() -> Mapping[str, Any]:
    """What every locale falls back on."""
    return load("root")


def numbers(data: Mapping[str, Any], variants: list[Mapping[str, Any]]) -> Table:
    """The decimal sign, and the grouping signs of the language and of its variants with the same decimal sign."""
    decimal, group = _signs(data)
    groups = {group, *(g for d, g in map(_signs, variants) if d == decimal)}
    return {"decimal": decimal, "group": sorted(groups - {decimal, ""}, key=lambda g: (g != group, g))}


def _signs(data: Mapping[str, Any]) -> tuple[str, str]:
    symbols = data["number_symbols"]
    own = symbols.get(data["default_numbering_system"], {})
    signs = symbols["latn"] if own.get("decimal") is None else own
    return clean(signs["decimal"]), clean(signs["group"] or "") or " "


def scales(data: Mapping[str, Any], lengths: tuple[str, ...]) -> dict[str, str]:
    """Scale words from a thousand to 1e12; lengths: "long", "short". Short Latin ones need three letters."""
    found: dict[str, str] = {}
    for length in lengths:
        patterns = data["compact_decimal_formats"].get(length) or {}
        for size, pattern in sorted(_plurals(patterns), key=lambda item: int(item[0])):
            text = str(pattern.pattern).split(";")[0].replace("'", "").replace("¤", "")
            form = symbol(text.replace("0", ""))
            value = int(size) // 10 ** max(text.count("0") - 1, 0)
            if usable(form) and 1000 <= value <= 10**12 and (length == "long" or _long_enough(form)):
                found.setdefault(form, power(value))
    return found


def _long_enough(form: str) -> bool:
    return all(len(word.rstrip(".")) > 2 or script(word[0]) != "LATIN" for word in form.split())


def _plurals(patterns: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    for plural in sorted(patterns):
        for size in patterns[plural]:
            yield size, patterns[plural][size]


def units(data: Mapping[str, Any], lengths: tuple[str, ...] = LENGTHS) -> dict[str, list[str]]:
    """Unit id -> forms. What root says too is left out; a form that two units share goes to the longer style."""
    found: dict[str, list[str]] = {}
    taken: set[str] = set()
    for length in lengths:
        owners: dict[str, list[str]] = {}
        for name in UNITS:
            for form in _unit_forms(data, name, length):
                owners.setdefault(form, []).append(name)
        for form, names in owners.items():
            if form not in taken and (len(names) == 1 or length == "long"):
                found.setdefault(names[0], []).append(form)
        taken |= set(owners)
    return found


@cache
def _keys(name: str) -> tuple[str, ...]:
    """The ids with category of a unit: "length-meter"."""
    ids = {key: key.split("-", 1)[1] for key in root()["unit_patterns"]}
    return tuple(sorted(key for key, unit in ids.items() if _ALIASES.get(unit, unit) == name))


@cache
def _root_forms(name: str) -> frozenset[str]:
    return frozenset(form for style in LENGTHS for form in _patterns(root(), name, style))


def _unit_forms(data: Mapping[str, Any], name: str, length: str) -> list[str]:
    forms = dict.fromkeys(_patterns(data, name, length))
    return [form for form in forms if form not in _root_forms(name) or form in _INTERNATIONAL]


def _patterns(data: Mapping[str, Any], name: str, length: str) -> Iterator[str]:
    for key in _keys(name):
        if key in data["unit_patterns"]:
            styles = data["unit_patterns"][key].get(length, {})
            for plural in sorted(set(styles) - {"per", "case", "gender"}):
                pattern = str(styles[plural]).strip("\u200f\u200e ")
                form = symbol(pattern.replace("{0}", ""))
                if (pattern.startswith("{0}") or pattern.endswith("{0}")) and _says_unit(form, length):
                    yield form


def _says_unit(form: str, length: str) -> bool:
    """Two small letters are words too often ("in", "po"); the international ones are in common.toml."""
    small = len(form.rstrip(".")) == 2 and form.isascii() and form.islower() and length != "long"
    return usable(form) and not small and not set(form) <= _SIGNS


def bare_tons(found: dict[str, list[str]]) -> None:
    """Makes "吨" beside "公吨" a metric ton: CLDR calls the short ton so, but papers there mean the metric one."""
    metric = found.get("tonne", [])
    bare = [form for form in found.get("ton", []) if any(form in name for name in metric)]
    found["tonne"] = [*metric, *bare]
    found["ton"] = [form for form in found.get("ton", []) if form not in bare]


def percent(found: dict[str, list[str]], data: Mapping[str, Any]) -> dict[str, list[str]]:
    """The words and signs for percent and permille, taken out of the units."""
    signs = {"percent": "percentSign", "permille": "perMille"}
    table: dict[str, list[str]] = {}
    for name, key in signs.items():
        own = data["number_symbols"].get(data["default_numbering_system"], {}).get(key) or ""
        forms = {*found.pop(name, []), clean(own)} - {"", "%", "‰"}
        if forms:
            table[name] = sorted(forms)
    return table


def merge_units(into: dict[str, list[str]], more: Mapping[str, list[str]]) -> None:
    """Adds the forms of a variant that no unit of the base language has."""
    taken = {form for forms in into.values() for form in forms}
    for name, forms in more.items():
        into.setdefault(name, []).extend(form for form in forms if form not in taken)
