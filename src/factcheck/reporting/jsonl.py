"""Every claim and every finding as one JSON record a line, text by text, claims before findings."""

from __future__ import annotations

import json

from factcheck.model import Report
from factcheck.records import report_lines


def render(report: Report) -> str:
    """The records as JSON lines, each valid against the claim or the finding schema; "" for a report without any."""
    return "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in report_lines(report))
