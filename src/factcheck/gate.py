"""The gate: which findings fail a run, and with which exit code."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.model import Severity

FAIL_ON = ("error", "warning", "never")
"""From which severity on a finding fails a run."""

CLEAN, FINDINGS, CANNOT_CHECK, INTERRUPTED = 0, 1, 2, 130


def exit_code(severities: Iterable[Severity], fail_on: str, cannot_check: bool) -> int:
    """CANNOT_CHECK when something could not be checked, FINDINGS for a severity at or above the gate, else CLEAN."""
    if cannot_check:
        return CANNOT_CHECK
    fails = failing(fail_on)
    return FINDINGS if any(severity in fails for severity in severities) else CLEAN


def failing(fail_on: str) -> frozenset[str]:
    """The severities that fail: those that stand no later than the gate, which are ordered by weight."""
    return frozenset() if fail_on == "never" else frozenset(FAIL_ON[: FAIL_ON.index(fail_on) + 1])
