"""What the words of the HTML page mean, for who sees them for the first time."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

from factcheck import checks
from factcheck.checks import Check
from factcheck.model import Finding, Severity

MEANINGS = {
    Severity.ERROR: "The texts state different facts, and the places shown prove it. A gate stops at errors.",
    Severity.WARNING: "A person should look: it may be meant so, or the evidence is weaker than that of an error.",
    Severity.INFO: "A difference that does no harm.",
}
"""The severities, in a sentence each."""

_LESSER = {Severity.WARNING: "not sure or grave enough for an error", Severity.INFO: "harmless here"}


@cache
def _known() -> Mapping[str, Check]:
    return {check.id: check for check in checks.all_checks()}


def titles(checks: Iterable[str]) -> list[tuple[str, str]]:
    """Of each check that is known here: its id, and what it finds."""
    return [(name, _known()[name].title) for name in checks if name in _known()]


def lesser(finding: Finding) -> str:
    """Why a finding is less than its check can find, in words; "" where it is not."""
    check = _known().get(finding.check)
    return _LESSER[finding.severity] if check and finding.severity.rank < check.severity.rank else ""
