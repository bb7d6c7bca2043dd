"""A comment suppresses findings that are not there.

It names a check that found nothing in its block: the text was put right, the check has become better, or the comment
stands at the wrong block. In the source a comment speaks for all translations, of which a run may see only some, so
there it is no more than a note. Of checks that were not run nothing is said, nor in the source of those that look at
a text alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..model import Finding, Place, Severity, Suppression
from ._base import Example

SEVERITY = Severity.WARNING
CATEGORY = "Other"
EXAMPLES = (
    Example(
        "Acme raised US$7 billion.",
        "<!-- factcheck: ignore[scale-changed] corrected since -->\nAcme nahm 7 Milliarden US-Dollar ein.",
        "de",
    ),
    Example(
        "Acme raised US$7 billion.",
        "<!-- factcheck: ignore[scale-changed] corrected since -->\nAcme nahm 7 Millionen US-Dollar ein.",
        "de",
        finds=False,
    ),
)


def check_suppressions(idle: Iterable[Suppression]) -> Iterator[Finding]:
    """A finding for each suppression that left nothing out."""
    for item in idle:
        text, names = item.comment.text, " and ".join(item.checks)
        place = Place(item.article.file, item.comment.segment, item.comment.line, (0, len(text)), text, text)
        block = "its block" if item.comment.lines[0] else "no block that follows"
        yield Finding(
            check="unused-suppression",
            severity=Severity.INFO if item.shared else Severity.WARNING,
            confidence=0.9,
            message=f"The comment suppresses {names}, which found nothing in {block}; remove it.",
            source=place if item.shared else None,
            target=None if item.shared else place,
            target_value=text,
            category=CATEGORY,
            lang=item.article.lang,
        )
