"""Words in the names of countries, continents and large cities, out of CLDR as Babel carries it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from ..wording.latin import CAPITALISED, plain
from .cldr_forms import clean

_UNSURE = "US GB EU XA XB HK MO TW CD GN GQ GW PG GE JO MC MK WS DO OM BA ST TT SH KY FK GI BM AW"
"""Territories that texts mostly call otherwise than CLDR, or whose names are parts of others, people's or words."""


def places(data: Mapping[str, Any], code: str) -> list[str]:
    """The words with a capital, in plain letters, by which a language of Latin script calls places; but for English,
    only those that English does not have."""
    own = {plain(word) for name in _names(data) for word in CAPITALISED.findall(name) if not word.isupper()}
    return sorted(own if code == "en" else own - _english())


def territories(data: Mapping[str, Any]) -> dict[str, str]:
    """Names of countries, as they are written -> codes. Only of those that have or had a currency of their own: its
    names hold the adjective, and islands share their names with much else."""
    names = {code: clean(str(name).partition("(")[0]) for code, name in data.get("territories", {}).items()}
    kept = {
        code: name for code, name in names.items() if code in _with_currency() and len(name) > 1 and "&" not in name
    }
    counts = Counter(kept.values())
    return {name: code for code, name in kept.items() if counts[name] == 1}


@cache
def _with_currency() -> frozenset[str]:
    from . import cldr_tables

    return frozenset(str(code)[:2] for code in cldr_tables.load("en")["currency_names"]) - {*_UNSURE.split()}


@cache
def _english() -> frozenset[str]:
    from . import cldr_tables

    return frozenset(places(cldr_tables.load("en"), "en"))


def _names(data: Mapping[str, Any]) -> Iterator[str]:
    yield from (str(name) for name in data.get("territories", {}).values())
    yield from (str(zone["city"]) for zone in data.get("time_zones", {}).values() if "city" in zone)
