"""Baselines as records."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path

from factcheck.errors import InputError
from factcheck.model import Known
from factcheck.records.schemas import Record, validate


def read_baseline(path: str | Path) -> tuple[Known, ...]:
    """The entries of the baseline that a file holds. InputError with file, place, reason and hint."""
    from factcheck.files import read_text
    from factcheck.records.validation import parse_json

    try:
        return baseline_from_record(parse_json(read_text(path), path), path)
    except InputError as error:
        if not Path(path).exists():
            error.hint = f"factcheck baseline writes one: --output {path}"
        raise


def baseline_from_record(record: object, file: str | Path | None = None) -> tuple[Known, ...]:
    """The entries of a JSON value, validated first. InputError names the file and the place within it."""
    validate(record, "baseline", file=file)
    assert isinstance(record, dict)  # the schema says so
    return tuple(Known(**item) for item in record["findings"])


def baseline_to_record(known: Iterable[Known]) -> Record:
    """Entries as a record of the baseline schema, in their order."""
    return {"record": "baseline", "version": 1, "findings": [asdict(entry) for entry in known]}
