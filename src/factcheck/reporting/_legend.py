"""What the words of the HTML page mean, for who sees them for the first time."""

from __future__ import annotations

from collections.abc import Iterable

from factcheck import checks
from factcheck.model import Finding, Severity

MEANINGS = {
    Severity.ERROR: "The texts state different facts, and the places shown prove it. A gate stops at errors.",
    Severity.WARNING: "A person should look: it may be meant so, or the evidence is weaker than that of an error.",
    Severity.INFO: "A difference that does no harm.",
}
"""The severities, in a sentence each."""

_LESSER = {Severity.WARNING: "not sure or grave enough for an error", Severity.INFO: "harmless here"}


class Legend:
    """What is known here of the checks that a page names; of those of another version nothing is said."""

    def __init__(self, named: Iterable[str]) -> None:
        known = {check.id: check for check in checks.all_checks()}
        self.checks = {name: known[name] for name in named if name in known}

    def lesser(self, finding: Finding) -> str:
        """Why a finding is less than its check can find, in words; "" where it is not."""
        check = self.checks.get(finding.check)
        return _LESSER[finding.severity] if check and finding.severity.rank < check.severity.rank else ""
