"""What a comment in a text says to leave out of the findings."""

from __future__ import annotations

from dataclasses import dataclass

from .findings import Finding
from .texts import Article, Comment


@dataclass(frozen=True, slots=True)
class Suppression:
    """What a comment says to leave out, and why. shared: it stands in the source, and holds for all translations."""

    checks: tuple[str, ...]
    reason: str
    comment: Comment
    article: Article
    shared: bool = False

    def covers(self, finding: Finding) -> bool:
        """Whether the finding is one of those that it speaks of. What has no place in either text (a fact of the ledger
        that is stated nowhere) is found wherever the comment stands."""
        if finding.check not in self.checks:
            return False
        place = finding.source if self.shared else finding.target
        first, last = self.comment.lines
        return first <= place.line <= last if place else finding.source is finding.target is None


@dataclass(frozen=True, slots=True)
class Suppressed:
    """A finding that a comment leaves out, and the reason that it gives; "" where an older report does not hold it."""

    finding: Finding
    reason: str = ""
