"""Names and signs of currencies, out of CLDR as Babel carries it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from .cldr_forms import clean, symbol, usable

_DOLLARS = ("USD", "CAD", "AUD", "NZD", "HKD")
_POUNDS = ("GBP", "EGP", "LBP", "SYP")


@cache
def tender() -> Mapping[str, bool]:
    """Codes that are or were money somewhere -> whether they still are. Metals, test codes and funds are none."""
    from babel.core import get_global

    found: dict[str, bool] = {}
    for entries in get_global("territory_currencies").values():
        for code, _, end, legal in entries:
            if legal:
                found[code] = found.get(code, False) or end is None
    return found


def names(data: Mapping[str, Any]) -> dict[str, str]:
    """Form -> code for all names in all plural forms; current money before money of the past."""
    found: dict[str, str] = {}
    for code in sorted(tender(), key=lambda c: (not tender()[c], c not in _DOLLARS + _POUNDS, c)):
        for form in _forms(data, code):
            found.setdefault(form, code)
    for code, codes in (("USD", _DOLLARS), ("GBP", _POUNDS)):
        for form in _shared(data, codes):
            found.setdefault(form, code)
    return found


def _forms(data: Mapping[str, Any], code: str) -> list[str]:
    plurals = data["currency_names_plural"].get(code, {})
    written = [data["currency_names"].get(code, ""), *(plurals[key] for key in sorted(plurals))]
    forms = dict.fromkeys(symbol(name) for name in written if "(" not in name)
    return [form for form in forms if usable(form) and form.upper() not in tender() and len(form) > 1]


def _shared(data: Mapping[str, Any], codes: Iterable[str]) -> list[str]:
    """The words that the names of all these currencies have in common: "dollar", "dollars"."""
    words = [{w for form in _forms(data, code) for w in form.replace("-", " ").split()} for code in codes]
    return sorted(word for word in set.intersection(*words) if len(word) > 2 and word.isalpha())


def signs(data: Mapping[str, Any]) -> dict[str, str]:
    """Form -> code for the signs that mean one currency in this language: "US$", "Kč"."""
    found: dict[str, list[str]] = {}
    for code in data["currency_symbols"]:
        form = symbol(clean(data["currency_symbols"][code]))
        if tender().get(code) and usable(form) and form.upper() not in tender():
            found.setdefault(form, []).append(code)
    return {form: codes[0] for form, codes in found.items() if len(codes) == 1}
