"""Which units are one, and which only convert."""

from __future__ import annotations

import pytest

from factcheck import check_pair
from factcheck.comparison import units


def test_a_bare_degree_is_of_either_scale_but_the_scales_differ() -> None:
    assert units.alike("degree", "celsius")
    assert units.alike("degree", "fahrenheit")
    assert not units.alike("celsius", "fahrenheit")


@pytest.mark.parametrize(
    ("german", "found"),
    [
        ("Es wurden 32 Grad Celsius gemessen.", []),
        ("Es wurden 32 Grad gemessen.", []),
        ("Es wurden 90 Grad Celsius gemessen.", ["unit-changed"]),
    ],
)
def test_fahrenheit_is_converted(german: str, found: list[str]) -> None:
    findings = check_pair("They measured 90 degrees Fahrenheit.", german, source_lang="en", target_lang="de")
    assert [f.check for f in findings if f.severity != "info"] == found


@pytest.mark.parametrize(
    ("english", "german", "right"),
    [
        ("A dose of 5 mg is enough.", "Eine Dosis von 5 g genügt.", "“5 mg” is about 0.005 gram"),
        ("It takes 10 MB of space.", "Es braucht 10 GB Platz.", "“10 MB” is about 0.01 gigabyte"),
        ("It was 40 °C in the shade.", "Es waren 40 °F im Schatten.", "“40 °C” is about 104 fahrenheit"),
    ],
)
def test_what_would_be_right_is_said_to_digits_that_count(english: str, german: str, right: str) -> None:
    (finding,) = check_pair(english, german, source_lang="en", target_lang="de")
    assert right in finding.message
