"""Decisions (decisions.json of a case) as records: a block a decision, in the order of fingerprints, so that git can
merge what two people decided."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from factcheck.errors import InputError
from factcheck.model import Decision, State
from factcheck.records.basic import sparse
from factcheck.records.schemas import Record, validate

_MARKS = re.compile(r"(?:<{7}|>{7}|\|{7}|={7})(?: .*)?")
"""A line that git leaves where a merge did not succeed."""


def read_decisions(path: str | Path) -> dict[str, Decision]:
    """The decisions that a file holds, by fingerprint; none where there is no file. InputError with file, place,
    reason and hint for a broken file; after a merge it names the line."""
    from factcheck.files import read_text
    from factcheck.records.validation import parse_json

    if not Path(path).exists():
        return {}
    text = read_text(path)
    for number, line in enumerate(text.split("\n"), 1):
        if _MARKS.fullmatch(line):
            hint = "keep one block, or both, for each fingerprint, and delete the marks"
            raise InputError("a merge left its marks", file=path, place=f"line {number}", hint=hint)
    return decisions_from_record(parse_json(text, path), path)


def decisions_from_record(record: object, file: str | Path | None = None) -> dict[str, Decision]:
    """The decisions that a JSON value holds, validated first. InputError names the file and the place within it."""
    validate(record, "decisions", file=file)
    assert isinstance(record, dict)  # the schema says so
    return decisions_from_block(record["decisions"])


def decisions_to_text(decisions: Iterable[Decision]) -> str:
    """The whole file."""
    record = {"version": 1, "decisions": decisions_to_block(decisions)}
    return json.dumps(record, ensure_ascii=False, indent=2) + "\n"


def decisions_to_block(decisions: Iterable[Decision]) -> Record:
    """Fingerprint to decision, sorted."""
    return {decision.fingerprint: _to_record(decision) for decision in sorted(decisions, key=lambda d: d.fingerprint)}


def decisions_from_block(block: Mapping[str, Any]) -> dict[str, Decision]:
    """The decisions of a valid block, sorted by fingerprint."""
    return {
        fingerprint: Decision(fingerprint, **{**item, "state": State(item["state"])})
        for fingerprint, item in sorted(block.items())
    }


def _to_record(decision: Decision) -> Record:
    return {
        "state": str(decision.state),
        **sparse(reason=decision.reason),
        "author": decision.author,
        "date": decision.date,
        **sparse(check=decision.check, lang=decision.lang, source=decision.source, target=decision.target),
    }
