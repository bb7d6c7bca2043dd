"""What was counted while bitexts were checked."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from factcheck.model import Severity
from factcheck.reporting._wording import SEVERITIES, counted, in_words


@dataclass
class Tally:
    """What was counted so far. unread: files that were not read to their end."""

    rows: int = 0
    pending: int = 0
    known: int = 0
    problems: int = 0
    unread: set[str] = field(default_factory=set)
    found: Counter[Severity] = field(default_factory=Counter)

    def __str__(self) -> str:
        if not self.rows and not self.pending:
            return "Nothing could be checked."
        parts = [in_words({severity: self.found[severity] for severity in SEVERITIES})]
        parts += [f"{self.known:,} known"] if self.known else []
        parts += [f"{self.pending:,} not translated yet"] if self.pending else []
        parts += [f"{self.problems:,} could not be checked"] if self.problems else []
        return f"{counted(self.rows, 'pair', 'pairs')} checked: {'; '.join(parts)}"
