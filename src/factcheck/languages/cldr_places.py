"""Words in the names of countries, continents and large cities, out of CLDR as Babel carries it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from ..wording.latin import CAPITALISED, plain


def places(data: Mapping[str, Any], code: str) -> list[str]:
    """The words with a capital, in plain letters, by which a language of Latin script calls places; but for English,
    only those that English does not have."""
    own = {plain(word) for name in _names(data) for word in CAPITALISED.findall(name) if not word.isupper()}
    return sorted(own if code == "en" else own - _english())


@cache
def _english() -> frozenset[str]:
    from . import cldr_tables

    return frozenset(places(cldr_tables.load("en"), "en"))


def _names(data: Mapping[str, Any]) -> Iterator[str]:
    yield from (str(name) for name in data.get("territories", {}).values())
    yield from (str(zone["city"]) for zone in data.get("time_zones", {}).values() if "city" in zone)
