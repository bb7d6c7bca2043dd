"""What texts are held to, and what a report says made it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from . import __version__
from .checks import Check, all_checks
from .comparison.claims import HEDGED_TOLERANCE
from .comparison.conversions import CONVERSION_TOLERANCE
from .model import Glossary, Ledger

DATA_VERSION = "1"
"""Raised when the languages' data change what is read."""


@dataclass(frozen=True, slots=True)
class Rules:
    """What texts are held to."""

    checks: tuple[Check, ...]
    ledger: Ledger
    glossary: Glossary


def rules_of(checks: Sequence[Check] | None, ledger: Ledger | None, glossary: Glossary | None) -> Rules:
    """All checks, no ledger and no glossary where none are given."""
    return Rules(all_checks() if checks is None else tuple(checks), ledger or Ledger(), glossary or Glossary())


def made_by(checks: Sequence[Check]) -> dict[str, object]:
    """What a report says of how it was made, as plain JSON values."""
    return {
        "version": __version__,
        "data": DATA_VERSION,
        "checks": [check.id for check in checks],
        "thresholds": {"conversion": str(CONVERSION_TOLERANCE), "hedged": str(HEDGED_TOLERANCE)},
    }
