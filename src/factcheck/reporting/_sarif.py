"""The parts of a SARIF log: messages, places and results."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from factcheck.model import Place, Severity
from factcheck.reporting._located import Located, end_of
from factcheck.reporting._plain import plain, uri

LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_LINK = re.compile(r"\[(?=[^\[\]]*\]\()")
_PLACEHOLDER = re.compile(r"\{(\d+)\}")
Json = dict[str, Any]


def result(row: Located, numbers: Mapping[str, int]) -> Json:
    """A finding. numbers: of the rules, by their ids."""
    finding = row.finding
    rule = plain(finding.check)
    return {
        "ruleId": rule,
        "ruleIndex": numbers[rule],
        "level": LEVELS[finding.severity],
        "rank": round(finding.confidence * 100, 1),
        "message": message(row.message),
        "locations": [location(row.file, row.line or 1, row.place)],  # GitHub shows no result without a line
        **_related(finding.source),
        "partialFingerprints": {"factcheck/v1": finding.fingerprint},
        **_fixes(row),
    }


def _related(source: Place | None) -> Json:
    if source is None:
        return {}
    place = location(source.file, source.line, source)
    return {"relatedLocations": [{**place, "message": message(f"The source: “{plain(source.text, 200)}”")}]}


def location(file: str, line: int, place: Place | None = None) -> Json:
    """Only lines, where columns are unsure; only the file, where even the line is."""
    region = {"region": _region(line, place)} if line else {}
    return {"physicalLocation": {"artifactLocation": {"uri": uri(file)}, **region}}


def _region(line: int, place: Place | None) -> Json:
    end = end_of(place) if place else None
    if place is None or place.column is None or end is None:
        return {"startLine": line}
    return {"startLine": line, "startColumn": place.column.utf16, "endColumn": end.utf16}


def _fixes(row: Located) -> Json:
    if not row.fix:
        return {}
    replacement = {"deletedRegion": _region(row.line, row.place), "insertedContent": {"text": row.fix}}
    change = {"artifactLocation": {"uri": uri(row.file)}, "replacements": [replacement]}
    return {"fixes": [{"description": message(f"Write “{plain(row.fix, 200)}”."), "artifactChanges": [change]}]}


def suppressed(state: str, reason: str) -> Json:
    """What is known to a baseline is not suppressed: it is unchanged."""
    if state == "known":
        return {}
    kind = "inSource" if state == "suppressed" else "external"
    return {"suppressions": [{"kind": kind, **({"justification": plain(reason)} if reason else {})}]}


def message(text: str) -> Json:
    """A text of the report as a message."""
    return {"text": literal(plain(text))}


def literal(text: str) -> str:
    """A text as a message string means it: no links, no placeholders."""
    return _PLACEHOLDER.sub(r"{{\1}}", _LINK.sub(r"\\[", text))
