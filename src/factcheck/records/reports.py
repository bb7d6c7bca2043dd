"""Whole reports as records, and as lines of records."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from factcheck.errors import InputError
from factcheck.model import (
    Claim,
    FactCell,
    Known,
    Problem,
    Report,
    Severity,
    Suppressed,
    TranslationReport,
)
from factcheck.records.basic import (
    claim_from_record,
    claim_to_record,
    finding_from_record,
    finding_to_record,
    sparse,
)
from factcheck.records.decisions import decisions_from_block, decisions_to_block
from factcheck.records.ledgers import ledger_from_record, ledger_to_record
from factcheck.records.pairs import (
    Side,
    article_from_record,
    article_to_record,
    pair_from_record,
    pair_to_record,
    side,
)
from factcheck.records.schemas import Record, validate


def report_to_record(report: Report) -> Record:
    """A report as a record of the report schema. The whole texts of the articles are left out."""
    counts = Counter(finding.severity for finding in report.findings())
    source = side(report.source, report.source_claims)
    return {
        "record": "report",
        "version": 1,
        **sparse(title=report.title),
        "made_by": dict(report.made_by),
        "totals": {str(severity): counts[severity] for severity in Severity},
        "ledger": ledger_to_record(report.ledger),
        **sparse(headline=[_cell(cell) for cell in report.headline]),
        **sparse(source=_source(report)),
        "translations": [_translation(translation, source) for translation in report.translations],
        **sparse(
            problems=[_problem(problem) for problem in report.problems],
            decisions=decisions_to_block(report.decisions),
            lapsed=decisions_to_block(report.lapsed),
            stale=[asdict(entry) for entry in report.stale],
        ),
    }


def _source(report: Report) -> Record | None:
    if report.source is None:
        return None
    return {
        "article": article_to_record(report.source),
        "claims": [claim_to_record(claim) for claim in report.source_claims],
        "findings": [finding_to_record(finding) for finding in report.source_findings],
        **sparse(
            accepted=[finding_to_record(finding) for finding in report.source_accepted],
            known=[finding_to_record(finding) for finding in report.source_known],
        ),
    }


def report_from_record(record: object, file: str | Path | None = None) -> Report:
    """The report that a JSON value holds, validated first; its articles come without their whole text.

    InputError with the place in the record.
    """
    validate(record, "report", file=file)
    assert isinstance(record, dict)  # the schema says so
    own = record.get("source")
    source, claims = (article_from_record(own["article"]), _claims(own)) if own else (None, ())
    return Report(
        source=source,
        source_claims=claims,
        source_findings=tuple(map(finding_from_record, own["findings"] if own else ())),
        translations=_translations(record, side(source, claims), file),
        ledger=ledger_from_record(record.get("ledger", {"version": 1, "facts": []}), file),
        headline=tuple(_cell_from(item) for item in record.get("headline", ())),
        problems=tuple(Problem(**item) for item in record.get("problems", ())),
        made_by=record["made_by"],
        title=record.get("title", ""),
        source_accepted=tuple(map(finding_from_record, own.get("accepted", ()) if own else ())),
        source_known=tuple(map(finding_from_record, own.get("known", ()) if own else ())),
        decisions=tuple(decisions_from_block(record.get("decisions", {})).values()),
        lapsed=tuple(decisions_from_block(record.get("lapsed", {})).values()),
        stale=tuple(Known(**item) for item in record.get("stale", ())),
    )


def read_report(path: str | Path) -> Report:
    """The report that a file holds. InputError with file, place, reason and hint."""
    from factcheck.files import read_text
    from factcheck.records.validation import parse_json

    return report_from_record(parse_json(read_text(path), path), path)


def _translation(translation: TranslationReport, source: Side) -> Record:
    target = side(translation.article, translation.claims)
    return {
        "article": article_to_record(translation.article),
        **sparse(note=translation.note, back_from=translation.back_from),
        "claims": [claim_to_record(claim) for claim in translation.claims],
        "findings": [finding_to_record(finding) for finding in translation.findings],
        **sparse(
            suppressed=[_suppressed(one) for one in translation.suppressed],
            accepted=[finding_to_record(finding) for finding in translation.accepted],
            known=[finding_to_record(finding) for finding in translation.known],
        ),
        "pairs": [pair_to_record(pair, source, target) for pair in translation.pairs],
    }


def _translations(record: Mapping[str, Any], source: Side, file: str | Path | None) -> tuple[TranslationReport, ...]:
    found = []
    for index, item in enumerate(record["translations"]):
        try:
            found.append(_translation_from(item, source))
        except IndexError:
            reason = "names a segment or claim by a position that is not there"
            place = f"translations[{index}].pairs"
            raise InputError(reason, file=file, place=place, hint="positions count from 0") from None
    return tuple(found)


def _translation_from(record: Mapping[str, Any], source: Side) -> TranslationReport:
    article, claims = article_from_record(record["article"]), _claims(record)
    target = side(article, claims)
    return TranslationReport(
        article=article,
        pairs=tuple(pair_from_record(item, source, target) for item in record["pairs"]),
        claims=claims,
        findings=tuple(map(finding_from_record, record["findings"])),
        note=record.get("note", ""),
        back_from=record.get("back_from", ""),
        suppressed=tuple(map(_suppressed_from, record.get("suppressed", ()))),
        accepted=tuple(map(finding_from_record, record.get("accepted", ()))),
        known=tuple(map(finding_from_record, record.get("known", ()))),
    )


def _suppressed(one: Suppressed) -> Record:
    return {**finding_to_record(one.finding), **sparse(reason=one.reason)}


def _suppressed_from(record: Mapping[str, Any]) -> Suppressed:
    return Suppressed(finding_from_record(record), record.get("reason", ""))


def _claims(record: Mapping[str, Any]) -> tuple[Claim, ...]:
    return tuple(map(claim_from_record, record["claims"]))


def _cell(cell: FactCell) -> Record:
    claim = claim_to_record(cell.claim) if cell.claim else None
    return {"fact": cell.fact, "lang": cell.lang, "state": cell.state, **sparse(found=cell.found, claim=claim)}


def _cell_from(record: Mapping[str, Any]) -> FactCell:
    claim = claim_from_record(record["claim"]) if "claim" in record else None
    return FactCell(**{**record, "claim": claim})


def _problem(problem: Problem) -> Record:
    return sparse(message=problem.message, file=problem.file, place=problem.place, hint=problem.hint)
