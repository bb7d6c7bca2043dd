"""Claims, places and findings as records."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from factcheck.model import Claim, Column, Finding, Hedge, Kind, Place, Severity
from factcheck.records.schemas import Record

_LONG = 60


def decimal_to_text(value: Decimal | None) -> str:
    """An exact decimal as text, "" for None; with an exponent only where the digits would fill a line."""
    if value is None:
        return ""
    return format(value, "f") if abs(value.adjusted()) <= _LONG else str(value)


def decimal_from_text(text: str | None) -> Decimal | None:
    """The decimal that a validated record holds, None for a missing one."""
    return Decimal(text) if text else None


def sparse(**items: object) -> Record:
    """A record of the items that say something: without None, "", False and empty lists."""
    return {key: value for key, value in items.items() if value or (value == 0 and value is not False)}


def amounts(item: Any) -> Record:
    """What claims and facts have in common: value, upper, unit, hedge, moment."""
    return sparse(
        value=decimal_to_text(item.value),
        upper=decimal_to_text(item.upper),
        unit=item.unit,
        hedge=str(item.hedge) if item.hedge else None,
        moment=item.moment,
    )


def amounts_from(record: Mapping[str, Any]) -> dict[str, Any]:
    """The arguments for Claim and Fact that amounts() wrote."""
    return {
        "value": decimal_from_text(record.get("value")),
        "upper": decimal_from_text(record.get("upper")),
        "unit": record.get("unit", ""),
        "hedge": Hedge(record["hedge"]) if "hedge" in record else None,
        "moment": record.get("moment", ""),
    }


def claim_to_record(claim: Claim, *, lang: str = "", file: str = "", line: int = 0) -> Record:
    """A claim as a record of the claim schema. lang, file and line say where it stands, as far as that is known."""
    return {
        "record": "claim",
        **sparse(lang=lang, file=file, line=line or None),
        "segment": claim.segment,
        "span": list(claim.span),
        "text": claim.text,
        "kind": str(claim.kind),
        **amounts(claim),
        **sparse(
            noun=claim.noun,
            step=decimal_to_text(claim.step) if claim.step != 1 else None,
            readings=[decimal_to_text(reading) for reading in claim.readings],
            spelled=claim.spelled,
            name=claim.name,
        ),
    }


def claim_from_record(record: Mapping[str, Any]) -> Claim:
    """The claim of a valid record. Language, file and line are no part of a claim and are dropped."""
    return Claim(
        kind=Kind(record["kind"]),
        text=record["text"],
        span=_span(record),
        noun=record.get("noun", ""),
        step=Decimal(record.get("step", "1")),
        readings=tuple(Decimal(reading) for reading in record.get("readings", ())),
        spelled=record.get("spelled", False),
        name=record.get("name", ""),
        segment=record["segment"],
        **amounts_from(record),
    )


def finding_to_record(finding: Finding) -> Record:
    """A finding as a record of the finding schema."""
    return {
        "record": "finding",
        "fingerprint": finding.fingerprint,
        "check": finding.check,
        "severity": str(finding.severity),
        "confidence": finding.confidence,
        "message": finding.message,
        **sparse(lang=finding.lang, category=finding.category),
        "source": _place(finding.source),
        "target": _place(finding.target),
        **sparse(
            source_value=finding.source_value,
            target_value=finding.target_value,
            suggestion=finding.suggestion,
        ),
    }


def finding_from_record(record: Mapping[str, Any]) -> Finding:
    """The finding of a valid record. Its fingerprint is computed anew."""
    texts = ("check", "confidence", "message", "category", "source_value", "target_value", "suggestion", "lang")
    return Finding(
        severity=Severity(record["severity"]),
        source=_place_from(record["source"]),
        target=_place_from(record["target"]),
        **{key: record[key] for key in texts if key in record},
    )


def _place(place: Place | None) -> Record | None:
    if place is None:
        return None
    return {
        "file": place.file,
        "segment": place.segment,
        "line": place.line,
        "span": list(place.span),
        "text": place.text,
        "context": place.context,
        **sparse(column=place.column._asdict() if place.column else None),
    }


def _place_from(record: Mapping[str, Any] | None) -> Place | None:
    if record is None:
        return None
    column = Column(**record["column"]) if "column" in record else None
    return Place(**{**record, "span": _span(record), "column": column})


def _span(record: Mapping[str, Any]) -> tuple[int, int]:
    start, end = record["span"]
    return start, end
