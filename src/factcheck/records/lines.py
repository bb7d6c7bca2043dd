"""Reports as lines of records, each of which stands alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from factcheck.model import Article, Claim, Report
from factcheck.records.basic import claim_to_record, finding_to_record
from factcheck.records.schemas import Record


def report_lines(report: Report) -> Iterator[Record]:
    """Every claim and name, and every finding, as a record that stands alone; claims before findings, text by text."""
    from factcheck.names.across import names_by_text

    names = iter(names_by_text(report))
    if report.source:
        yield from claim_lines(*_with_names(report.source_claims, *next(names)))
    yield from map(finding_to_record, report.source_findings)
    for translation, named in zip(report.translations, names, strict=True):
        yield from claim_lines(*_with_names(translation.claims, *named))
        yield from map(finding_to_record, translation.findings)


def _with_names(claims: Sequence[Claim], article: Article, names: Sequence[Claim]) -> tuple[Article, list[Claim]]:
    return article, sorted((*claims, *names), key=lambda claim: (claim.segment, claim.span))


def claim_lines(article: Article, claims: Iterable[Claim]) -> Iterator[Record]:
    """The claims of an article, each as a record that stands alone: with language, file and line."""
    segments = {segment.index: segment for segment in article.segments}
    for claim in claims:
        segment = segments.get(claim.segment)
        line = segment.line_at(claim.span[0]) if segment else 0
        yield claim_to_record(claim, lang=article.lang, file=article.file, line=line)
