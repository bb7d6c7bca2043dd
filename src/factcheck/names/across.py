"""The names of a report's texts: what each text calls whom."""

from __future__ import annotations

from ..model import Article, Claim, Report
from .reading import read_names


def names_by_text(report: Report) -> tuple[tuple[Article, tuple[Claim, ...]], ...]:
    """Each text with its names, the source first if there is one. Raises LanguageError."""
    source, found = report.source, []
    if source:
        found.append((source, read_names(source, report.source_claims, report.ledger)))
    known = {name.text for _, names in found for name in names if not name.name}
    for text in report.translations:
        found.append((text.article, read_names(text.article, text.claims, report.ledger, known)))
    return tuple(found)
