"""What a check finds."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from enum import StrEnum

from .texts import Place


class Severity(StrEnum):
    """error: the texts state different facts and the evidence is on the page; warning: a person should look;
    info: differs harmlessly."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """2 for error, 1 for warning, 0 for info."""
        return _RANKS[self]


_RANKS = {Severity.ERROR: 2, Severity.WARNING: 1, Severity.INFO: 0}


@dataclass(frozen=True, slots=True)
class Finding:
    """One difference between source and translation, with the evidence.

    check: the id of the check, "scale-changed". confidence: 0 to 1, apart from severity. message: one plain
    sentence. source, target: the places; None where there is none (a missing paragraph). source_value and
    target_value: the two statements in one notation, "USD 7000000000", or "". category: MQM. suggestion: text that
    would
    be right at the target place, or "".
    """

    check: str
    severity: Severity
    confidence: float
    message: str
    source: Place | None
    target: Place | None
    source_value: str = ""
    target_value: str = ""
    category: str = ""
    suggestion: str = ""
    lang: str = ""

    @property
    def key(self) -> str:
        """Identity of what is said, without offsets: check and values."""
        return f"{self.check}: {self.source_value} -> {self.target_value}"

    @property
    def fingerprint(self) -> str:
        """16 hex digits that stay the same as long as check, values and both segments' texts do."""
        texts = [place.context if place else "" for place in (self.source, self.target)]
        parts = json.dumps([self.lang, self.key, *texts], ensure_ascii=False)
        return hashlib.sha256(parts.encode("utf-8", "surrogatepass")).hexdigest()[:16]
