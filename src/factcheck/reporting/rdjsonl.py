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

HEAD = ""


def render(report: Report) -> str:
    """A line a finding, after a line for each notice. Columns count bytes of UTF-8."""
    return "".join([*map(notice, notices(report)), *map(row, located(report))])


def _line(diagnostic: Json) -> str:
    return json.dumps(diagnostic, ensure_ascii=False) + "\n"


def notice(notice: Notice) -> str:
    """The line of a notice; none for what is left out: reviewdog would comment on it."""
    if notice.kind == "left-out":
        return ""
    diagnostic = {
        "message": notice.message,
        "location": {"path": path(notice.file)},
        "severity": _SEVERITIES[notice.severity],
        "source": _SOURCE,
        "code": {"value": notice.kind},
    }
    return _line(diagnostic)


def row(row: Located) -> str:
    """The line of a finding."""
    within = {"range": _range(row)} if row.line else {}
    suggestions = [{"range": _range(row), "text": row.fix}] if row.fix else []
    diagnostic: Json = {
        "message": row.message,
        "location": {"path": path(row.file), **within},
        "severity": _SEVERITIES[row.finding.severity],
        "source": _SOURCE,
        "code": {"value": plain(row.finding.check)},
        **({"suggestions": suggestions} if suggestions else {}),
    }
    return _line(diagnostic)


def _range(row: Located) -> Json:
    return {"start": _position(row.line, row.column), "end": _position(row.line, row.end)}


def _position(line: int, column: Column | None) -> Json:
    return {"line": line, **({"column": column.utf8} if column else {})}
