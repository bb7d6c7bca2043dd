"""Properties that hold for any number, any text and any language."""

from __future__ import annotations

import time
from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import Literal

import pytest
from babel import Locale
from babel.dates import format_date
from babel.numbers import format_compact_decimal, format_decimal, format_percent
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factcheck import languages
from factcheck.checks import all_checks
from factcheck.extraction import extract
from factcheck.linting import lint
from factcheck.model import Severity
from factcheck.pipeline import check_pair

FIRST = languages.first_class()
WITHOUT_CLDR = {"la"}
FORMATTED = st.sampled_from([code for code in FIRST if code not in WITHOUT_CLDR])
ANY = st.sampled_from(languages.available())
PIECES = [*"7€万億%–½٣७\u200b\u0301", "3,5", "1.250", "US$", "billion", "Mio", "XIX", "May", "5:30"]
TEXTS = st.text(max_size=200) | st.lists(st.sampled_from(PIECES) | st.text(max_size=6), max_size=20).map(" ".join)


@given(FORMATTED, st.decimals(0, 10**12, places=2, allow_nan=False))
def test_formatted_numbers_are_read_back(code: str, value: Decimal) -> None:
    claims = extract(format_decimal(value, locale=code), code)
    assert value in [v for c in claims for v in (c.value, *c.readings)]


@given(st.sampled_from(languages.available()), st.integers(0, 10**9))
def test_whole_numbers_are_read_back_in_every_language(code: str, value: int) -> None:
    try:
        text = format_decimal(value, locale=Locale.parse(code))
    except (ValueError, LookupError):
        text = str(value)
    assert Decimal(value) in [v for c in extract(text, code) for v in (c.value, *c.readings)]


@given(FORMATTED.filter(lambda c: c != "sa"), st.integers(1, 99), st.sampled_from([6, 9]))
def test_scale_words_of_cldr_are_read_back(code: str, digits: int, power: int) -> None:
    kind: Literal["long", "short"] = "long" if "long" in Locale.parse(code).compact_decimal_formats else "short"
    text = format_compact_decimal(digits * 10**power, format_type=kind, locale=code, fraction_digits=2)
    assert [c.value for c in extract(text, code)] == [Decimal(digits) * 10**power]


@given(FORMATTED, st.integers(1, 100))
def test_percentages_are_read_back(code: str, value: int) -> None:
    claims = extract(format_percent(Decimal(value) / 100, locale=code), code)
    assert [(c.value, c.unit) for c in claims] == [(Decimal(value), "percent")]


@given(FORMATTED.filter(lambda c: c not in {"sa", "ar"}), st.dates(date(1900, 1, 1), date(2099, 12, 31)))
def test_long_dates_are_read_back(code: str, day: date) -> None:
    claims = extract(format_date(day, "long", locale=code), code)
    assert [c.moment for c in claims] == [day.isoformat()]


@given(ANY, TEXTS)
def test_a_text_agrees_with_itself(code: str, text: str) -> None:
    assert [f for f in check_pair(text, text, code, code) if f.severity is Severity.ERROR] == []


@given(ANY, ANY, TEXTS, TEXTS)
def test_any_two_texts_can_be_checked(one: str, other: str, source: str, target: str) -> None:
    for finding in check_pair(source, target, one, other):
        assert finding.source is None or finding.source.context == source
        assert finding.message.endswith((".", ")."))


@given(ANY, TEXTS)
def test_spans_point_at_what_was_read(code: str, text: str) -> None:
    for claim in extract(text, code):
        start, end = claim.span
        assert 0 <= start < end <= len(text)


@st.composite
def written(draw: st.DrawFn, code: str) -> str:
    """A text of what a language knows: its number words, units, hedges and signs, between digits."""
    language = languages.load(code)
    tables = (language.anchors, language.before, language.after, language.between)
    forms = st.sampled_from([sorted(table.forms) for table in tables if table.forms]).flatmap(st.sampled_from)
    parts = draw(st.lists(forms | st.sampled_from(PIECES) | st.integers(0, 10**7).map(str), max_size=25))
    return draw(st.sampled_from([" ", "", "-", ", "])).join(parts)


SUPPLEMENTED = st.sampled_from(sorted(languages.first_class()))


@pytest.mark.slow
@given(ANY, ANY, TEXTS, TEXTS)
@settings(max_examples=4000, deadline=None)
def test_any_two_texts_can_be_checked_for_long(one: str, other: str, source: str, target: str) -> None:
    check_pair(source, target, one, other)
    assert extract(source, one) == extract(source, one)


@pytest.mark.slow
@given(SUPPLEMENTED, SUPPLEMENTED, st.data())
@settings(max_examples=3000, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_what_languages_know_can_stand_in_any_order(one: str, other: str, data: st.DataObject) -> None:
    source, target = data.draw(written(one)), data.draw(written(other))
    for finding in check_pair(source, target, one, other):
        assert finding.message
    assert [f for f in check_pair(source, source, one, one) if f.severity is Severity.ERROR] == []


@pytest.mark.parametrize(
    "piece",
    [
        "1",
        "1.",
        "1,",
        "1 000 ",
        "US$",
        "one hundred and ",
        "a" * 50,
        "-1",
        "½",
        "(",
        "1:1",
        "XIV ",
        "十",
        "億",
        "@a.",
        "+1 ",
    ],
)
@pytest.mark.parametrize("code", ["en", "ja"])
def test_reading_takes_linear_time(code: str, piece: str) -> None:
    def seconds(size: int) -> float:
        text = (piece * size)[: size * 2]
        best = 9.0
        for attempt in range(3):
            start = time.process_time()
            extract(text + "." * attempt, code)
            best = min(best, time.process_time() - start)
        return best

    languages.load(code)
    assert seconds(8_000) < 15 * seconds(800) + 0.1  # quadratic would be a hundred times


@pytest.mark.parametrize("piece", ["12 people, ", "3-1 ", "5 km (3 miles) ", "in 2018 ", "twenty-five ", "$7m "])
def test_checking_takes_linear_time(piece: str) -> None:
    def seconds(size: int, attempt: int = 0) -> float:
        text = (piece * size)[: size * 2] + "." * attempt  # no text twice: reading is cached
        start = time.process_time()
        check_pair(text, text.replace("5", "6") + " ", "en", "de")
        return time.process_time() - start

    seconds(100)
    small, large = (min(seconds(size, attempt) for attempt in range(3)) for size in (1_000, 10_000))
    assert large < 15 * small + 0.1


@pytest.mark.parametrize(
    "piece", ["aA", "ааa", "(", '" ', "a.A", "aaaaa. aaaa ", "b\u200b", "``a", "OpenAl ", "no go ", "覆い", "|"]
)
def test_looking_at_a_text_alone_takes_linear_time(piece: str) -> None:
    def seconds(size: int, attempt: int = 0) -> float:
        text = (piece * size)[:size] + "b." * (attempt + 1)
        start = time.process_time()
        lint(text, "de", checks=alone)
        return time.process_time() - start

    alone = [check for check in all_checks() if check.category.startswith("Fluency") or check.id == "text-truncated"]
    small, large = (min(seconds(size, attempt) for attempt in range(3)) for size in (1_900, 19_000))
    assert large < 15 * small + 0.1


@pytest.mark.slow
@pytest.mark.parametrize("code", FIRST)
def test_forms_of_a_language_take_linear_time(code: str) -> None:
    """Forms and digits repeated: each number of "usd12usd12" was once read back to the start of the text."""
    language = languages.load(code)
    tables = (language.anchors, language.before, language.after, language.between)
    forms = [form for table in tables for form in sorted(table.forms)[:: len(table.forms) // 5 + 1]]
    for piece in [*forms, *(form + "12" for form in forms), *map("".join, pairwise(forms)), "a-1"]:
        if _seconds(piece, 6_000, code) > 15 * _seconds(piece, 600, code) + 0.05:
            assert _seconds(piece, 10_000, code) < 15 * _seconds(piece, 1_000, code) + 0.1, piece


def _seconds(piece: str, size: int, code: str) -> float:
    text = (piece * size)[:size]
    start = time.process_time()
    extract(text + " ", code)
    return time.process_time() - start
