"""What software prints in two languages, by CLDR: the same value agrees, another one is found."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, time
from decimal import Decimal

import pytest
from babel.dates import format_date, format_time
from babel.numbers import format_currency, format_decimal
from babel.units import format_unit
from unicode_rbnf import RbnfEngine

from factcheck import languages
from factcheck.extraction import extract
from factcheck.pipeline import check_pair

CODES = [code for code in languages.first_class() if code not in {"en", "la", "sa"}]
"""Latin and Sanskrit have too little in CLDR."""
CURRENCIES = ("USD", "EUR", "GBP", "JPY", "INR", "BRL", "KRW", "CHF", "AUD", "TRY")
UNITS = ("length-kilometer", "mass-kilogram", "area-hectare", "volume-liter", "duration-year", "duration-day")


def _values(code: str) -> Iterator[Decimal]:
    rng = random.Random(code)
    for top in (99, 9_999, 9_999_999):
        for _ in range(8):
            yield Decimal(rng.randint(13, top))


def _found(source: str, target: str, code: str) -> list[str]:
    return [f"{f.severity} {f.key}" for f in check_pair(source, target, "en", code) if f.severity.rank]


@pytest.mark.parametrize("code", CODES)
def test_numbers(code: str) -> None:
    for value in _values(code):
        source = f"There were {format_decimal(value, locale='en_US')} of them."
        assert _found(source, format_decimal(value, locale=code), code) == []
        assert _found(source, format_decimal(value + 3, locale=code), code)


@pytest.mark.parametrize("code", CODES)
def test_money(code: str) -> None:
    for value, currency in zip(_values(code), CURRENCIES * 3, strict=False):
        source = f"It cost {format_currency(value, currency, locale='en_US', format_type='name')} then."
        other = "EUR" if currency != "EUR" else "USD"
        assert _found(source, format_currency(value, currency, locale=code, format_type="name"), code) == []
        assert _found(source, format_currency(value, other, locale=code, format_type="name"), code)


@pytest.mark.parametrize("code", CODES)
def test_measures(code: str) -> None:
    for value, unit in zip(_values(code), UNITS * 4, strict=False):
        source = f"It was {format_unit(value, unit, 'long', locale='en_US')} then."
        assert _found(source, format_unit(value, unit, "long", locale=code), code) == []
        assert _found(source, format_unit(value * 2, unit, "long", locale=code), code)


@pytest.mark.parametrize("code", CODES)
def test_dates_and_times(code: str) -> None:
    rng = random.Random(code)
    for _ in range(12):
        day = date(rng.randint(1950, 2024), rng.randint(1, 12), rng.randint(1, 27))
        source = f"It began on {format_date(day, 'long', locale='en_US')}."
        assert _found(source, format_date(day, "long", locale=code), code) == []
        assert _found(source, format_date(day.replace(day=day.day + 1), "long", locale=code), code)
        at = time(rng.randint(0, 20), rng.choice([0, 7, 15, 30]))
        source = f"It opens at {format_time(at, 'short', locale='en_US')}."
        assert _found(source, format_time(at, "short", locale=code), code) == []
        assert _found(source, format_time(at.replace(hour=at.hour + 3), "short", locale=code), code)


WORDLESS = {"bg", "fa", "ko", "la", "nb", "sa", "vi"}
"""No number words in RBNF, or words that are others as well (Persian nine is "no", Vietnamese five is "year")."""


@pytest.mark.parametrize("code", sorted(set(languages.first_class()) - WORDLESS))
def test_number_words_are_read_back(code: str) -> None:
    engine, rng = RbnfEngine.for_language(code), random.Random(code)
    for value in (101, 111, 121, 5_001, *(rng.randint(13, top) for top in (99, 999, 99_999) for _ in range(15))):
        text = engine.format_number(value).text
        read = [one for claim in extract(f"{text} .", code) for one in (claim.value, *claim.readings)]
        assert value in read, text
