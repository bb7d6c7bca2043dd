"""Every claim and every finding as one JSON record a line, text by text, claims before findings; notices first."""

from __future__ import annotations

import json

from factcheck.model import Report
from factcheck.records import Record, finding_to_record, report_lines
from factcheck.reporting._located import Located
from factcheck.reporting._notices import Notice, with_left_out

HEAD = ""


def render(report: Report) -> str:
    """The records as JSON lines, each valid against the schema of claims, findings or notices; "" without any."""
    return "".join([*map(notice, with_left_out(report)), *map(_line, report_lines(report))])


def row(row: Located) -> str:
    """The line of a finding."""
    return _line(finding_to_record(row.finding))


def notice(notice: Notice) -> str:
    """The line of a notice."""
    file = {"file": notice.file} if notice.file else {}
    level = {"kind": notice.kind, "severity": str(notice.severity)}
    return _line({"record": "notice", **level, **file, "message": notice.message})


def _line(record: Record) -> str:
    return json.dumps(record, ensure_ascii=False) + "\n"
