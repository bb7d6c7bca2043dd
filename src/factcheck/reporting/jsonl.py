"""Every claim and every finding as one JSON record a line, text by text, claims before findings; notices first."""

from __future__ import annotations

import json

from factcheck.model import Report
from factcheck.records import report_lines
from factcheck.reporting._notices import Notice, notices


def render(report: Report) -> str:
    """The records as JSON lines, each valid against the schema of claims, findings or notices; "" without any."""
    records = [*map(notice_record, notices(report)), *report_lines(report)]
    return "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records)


def notice_record(notice: Notice) -> dict[str, str]:
    """A notice as a record of the notice schema."""
    file = {"file": notice.file} if notice.file else {}
    level = {"kind": notice.kind, "severity": str(notice.severity)}
    return {"record": "notice", **level, **file, "message": notice.message}
