"""What a baseline says."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Known:
    """A finding of a baseline. file: of the text that it was found in; sorted in the order of the fields."""

    file: str
    check: str
    fingerprint: str
    message: str
