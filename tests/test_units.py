"""Which units are one, and which only convert."""

from __future__ import annotations

import pytest

from factcheck import check_pair, units


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
