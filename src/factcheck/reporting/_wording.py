"""The words and symbols that all reports use."""

from __future__ import annotations

from collections.abc import Mapping

from factcheck.errors import LanguageError
from factcheck.model import Decision, Severity

STATES = {"right": ("✓", "as the ledger states it"), "changed": ("✗", "differs"), "missing": ("–", "not found")}
"""The states of FactCell: symbol and meaning. A symbol, because not everyone tells colours apart."""

SEVERITIES = {
    Severity.ERROR: ("●", "error", "errors"),
    Severity.WARNING: ("▲", "warning", "warnings"),
    Severity.INFO: ("○", "note", "notes"),
}
"""The severities, worst first: symbol, and the word for one and for several."""

DECIDED = {"open": ("Open", "open"), "to-fix": ("To fix", "to be fixed"), "accepted": ("Accepted", "accepted")}
"""What people made of findings: for one, and for a number of them."""

LEFT_OUT = {
    "suppressed": ("Suppressed", "suppressed", "by a comment in the text"),
    "known": ("Known", "known", "from the baseline"),
}
"""What else is no part of the findings: for one, for a number of them, and why."""

NOTICES = {
    "not-checked": ("text could not be checked", "texts could not be checked"),
    "lapsed": ("decision no longer applies", "decisions no longer apply"),
    "stale": ("entry of the baseline is stale", "entries of the baseline are stale"),
}
"""What a report says beside its findings: of one, and of a number."""


def counted(number: int, one: str, several: str) -> str:
    """ "1 error", "1,200 errors"."""
    return f"{number:,} {one if number == 1 else several}"


def in_words(counts: Mapping[Severity, int]) -> str:
    """ "2 errors, 1 warning"; severities without findings are left out, except in "no findings"."""
    parts = [counted(number, *SEVERITIES[severity][1:]) for severity, number in counts.items() if number]
    return ", ".join(parts) or "no findings"


def decided_by(decision: Decision) -> str:
    """Who, when and why: "Ada, 2026-03-14: the agency corrected it"."""
    return f"{decision.author}, {decision.date[:10]}: {decision.reason}".rstrip(": ")


def language_name(code: str) -> str:
    """The English name of a language; the code itself where the data know no name."""
    from factcheck import languages

    try:
        return languages.name(code)
    except LanguageError:
        return code
