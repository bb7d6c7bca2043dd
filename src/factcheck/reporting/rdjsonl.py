"""The diagnostic format of reviewdog as JSON lines: a diagnostic a line, with suggestions that can be applied."""

from __future__ import annotations

import json
from typing import Any

from factcheck.model import Column, Report, Severity
from factcheck.reporting._located import Located, located
from factcheck.reporting._notices import Notice, notices
from factcheck.reporting._plain import path, plain

_SEVERITIES = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.INFO: "INFO"}
_SOURCE = {"name": "factcheck"}
Json = dict[str, Any]


def render(report: Report) -> str:
    """A line a finding, after a line for each notice. Columns count bytes of UTF-8."""
    rows = [_notice(notice) for notice in notices(report)]
    rows += [_diagnostic(row) for row in located(report)]
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def _notice(notice: Notice) -> Json:
    return {
        "message": notice.message,
        "location": {"path": path(notice.file)},
        "severity": _SEVERITIES[notice.severity],
        "source": _SOURCE,
        "code": {"value": notice.kind},
    }


def _diagnostic(row: Located) -> Json:
    within = {"range": _range(row)} if row.line else {}
    suggestions = [{"range": _range(row), "text": row.fix}] if row.fix else []
    return {
        "message": row.message,
        "location": {"path": path(row.file), **within},
        "severity": _SEVERITIES[row.finding.severity],
        "source": _SOURCE,
        "code": {"value": plain(row.finding.check)},
        **({"suggestions": suggestions} if suggestions else {}),
    }


def _range(row: Located) -> Json:
    return {"start": _position(row.line, row.column), "end": _position(row.line, row.end)}


def _position(line: int, column: Column | None) -> Json:
    return {"line": line, **({"column": column.utf8} if column else {})}
