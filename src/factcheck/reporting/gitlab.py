"""GitLab's Code Quality report: the widget of a merge request shows what is new and what is gone."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from hashlib import sha256
from typing import Any

from factcheck.model import Report, Severity
from factcheck.reporting._located import Located, located
from factcheck.reporting._notices import Notice, notices
from factcheck.reporting._plain import path, plain

_SEVERITIES = {Severity.ERROR: "critical", Severity.WARNING: "minor", Severity.INFO: "info"}
Json = dict[str, Any]


def render(report: Report) -> str:
    """An array of issues; what could not be checked is one that blocks, what can be tidied up is an info."""
    issues = [_notice(notice) for notice in notices(report)] + [_issue(row) for row in located(report)]
    return json.dumps(list(_apart(issues)), ensure_ascii=False, indent=1) + "\n"


def _notice(notice: Notice) -> Json:
    mark = sha256(f"{notice.kind} {notice.mark}".encode("utf-8", "replace")).hexdigest()[:16]
    severity = "blocker" if notice.severity is Severity.ERROR else "info"
    return _record(notice.message, notice.kind, mark, severity, path(notice.file), 1)


def _issue(row: Located) -> Json:
    finding = row.finding
    severity = _SEVERITIES[finding.severity]
    return _record(row.message, plain(finding.check), finding.fingerprint, severity, path(row.file), row.line or 1)


def _record(description: str, check: str, fingerprint: str, severity: str, file: str, line: int) -> Json:
    return {
        "description": description,
        "check_name": check,
        "fingerprint": fingerprint,
        "severity": severity,
        "location": {"path": file, "lines": {"begin": line}},
    }


def _apart(issues: Iterable[Json]) -> Iterator[Json]:
    """The issues with a fingerprint each: of two with the same one GitLab shows only the first."""
    seen: dict[str, int] = {}
    for issue in issues:
        mark = issue["fingerprint"]
        number = seen[mark] = seen.get(mark, 0) + 1
        yield issue if number == 1 else {**issue, "fingerprint": f"{mark}-{number}"}
