"""What the HTML page says of checks and severities to who sees them for the first time."""

from __future__ import annotations

from factcheck.model import Finding, Severity
from factcheck.reporting._legend import MEANINGS, Legend


def finding(check: str, severity: Severity) -> Finding:
    return Finding(check, severity, 0.5, "M.", None, None)


def test_a_finding_that_is_less_than_its_check_can_find_says_so() -> None:
    legend = Legend(["name-garbled", "hedge-changed", "of-another-version"])
    assert legend.lesser(finding("name-garbled", Severity.WARNING)) == "not sure or grave enough for an error"
    assert legend.lesser(finding("hedge-changed", Severity.INFO)) == "harmless here"
    for usual in (("name-garbled", Severity.ERROR), ("hedge-changed", Severity.WARNING)):
        assert legend.lesser(finding(*usual)) == ""
    assert legend.lesser(finding("of-another-version", Severity.INFO)) == ""


def test_the_checks_of_a_page_are_explained() -> None:
    legend = Legend(["name-garbled", "of-another-version"])
    assert [check.title for check in legend.checks.values()] == [
        "A name of the source appears misspelt in the translation."
    ]
    assert set(MEANINGS) == set(Severity)
