"""SARIF 2.1.0, which GitHub's code scanning, Azure DevOps and editors show: one run with a rule for each check.

Only what stands: GitHub reads no `suppressions` and no `baselineState`, so it would show what was suppressed, accepted
or known as open alerts. The format sarif-all has these, too.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any

from factcheck.model import Place, Report, Severity
from factcheck.reporting._located import Located, end_of, located, worst_first
from factcheck.reporting._notices import Notice, notices
from factcheck.reporting._plain import plain, uri
from factcheck.reporting._rules import Rule, rules

MOST = 25_000
"""Results that GitHub takes of one run; of more, the worst stay."""

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_LINK = re.compile(r"\[(?=[^\[\]]*\]\()")
_PLACEHOLDER = re.compile(r"\{(\d+)\}")
_UNCHANGED = {"baselineState": "unchanged"}
Json = dict[str, Any]


Apart = Sequence[tuple[Located, str, str]]
"""Findings that are left out, each with its state and the reason."""


def render(report: Report) -> str:
    """The report as SARIF. Columns are UTF-16 code units; they are left out where markup makes them unsure."""
    return log(report, ())


def log(report: Report, apart: Apart) -> str:
    """The report as SARIF, with these of the findings that are left out as results, too."""
    rows, known = located(report), rules(report, (row.finding.check for row, *_ in apart))
    kept = worst_first(rows)[:MOST]
    numbers = {rule.id: number for number, rule in enumerate(known)}
    new = {"baselineState": "new"} if "baseline" in report.made_by else {}
    results = [{**_result(row, numbers), **new} for row in kept]
    for row, state, reason in apart[: MOST - len(kept)]:
        results.append(
            {**_result(row, numbers), **(_UNCHANGED if state == "known" else new), **_suppressed(state, reason)}
        )
    run = {
        "tool": {"driver": _driver(report, known)},
        "columnKind": "utf16CodeUnits",
        "invocations": [_invocation(report, len(rows) + len(apart) - len(results))],
        "results": results,
    }
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=1) + "\n"


def _driver(report: Report, known: tuple[Rule, ...]) -> Json:
    version = report.made_by.get("version")
    return {
        "name": "factcheck",
        **({"version": plain(str(version))} if version else {}),
        "rules": [_rule(rule) for rule in known],
    }


def _rule(rule: Rule) -> Json:
    return {
        "id": rule.id,
        "shortDescription": _message(rule.title),
        "fullDescription": _message(rule.description),
        "help": {"text": _literal(rule.help), "markdown": _literal(rule.markdown)},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {"tags": ["translation", *([rule.category] if rule.category else [])]},
    }


def _invocation(report: Report, left_out: int) -> Json:
    notes = [_notification(notice) for notice in notices(report)]
    if left_out:
        notes.append({"level": "note", "message": _message(f"{left_out:,} more results, none worse, are left out.")})
    return {"executionSuccessful": not report.problems, **({"toolExecutionNotifications": notes} if notes else {})}


def _notification(notice: Notice) -> Json:
    locations = [_location(notice.file, 0)] if notice.file else []
    return {
        "level": _LEVELS[notice.severity],
        "message": _message(notice.message),
        **({"locations": locations} if locations else {}),
    }


def _suppressed(state: str, reason: str) -> Json:
    """What is known to a baseline is not suppressed: it is unchanged."""
    if state == "known":
        return {}
    kind = "inSource" if state == "suppressed" else "external"
    return {"suppressions": [{"kind": kind, **({"justification": plain(reason)} if reason else {})}]}


def _result(row: Located, numbers: Mapping[str, int]) -> Json:
    finding = row.finding
    rule = plain(finding.check)
    return {
        "ruleId": rule,
        "ruleIndex": numbers[rule],
        "level": _LEVELS[finding.severity],
        "rank": round(finding.confidence * 100, 1),
        "message": _message(row.message),
        "locations": [_location(row.file, row.line or 1, row.place)],  # GitHub shows no result without a line
        **_related(finding.source),
        "partialFingerprints": {"factcheck/v1": finding.fingerprint},
        **_fixes(row),
    }


def _related(source: Place | None) -> Json:
    if source is None:
        return {}
    location = _location(source.file, source.line, source)
    return {"relatedLocations": [{**location, "message": _message(f"The source: “{plain(source.text, 200)}”")}]}


def _location(file: str, line: int, place: Place | None = None) -> Json:
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
    return {"fixes": [{"description": _message(f"Write “{plain(row.fix, 200)}”."), "artifactChanges": [change]}]}


def _message(text: str) -> Json:
    return {"text": _literal(plain(text))}


def _literal(text: str) -> str:
    """A text as a message string means it: no links, no placeholders."""
    return _PLACEHOLDER.sub(r"{{\1}}", _LINK.sub(r"\\[", text))
