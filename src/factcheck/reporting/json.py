"""The whole report as one JSON record, as schemas/report.schema.json describes it."""

from __future__ import annotations

import json

from factcheck.model import Report
from factcheck.records import report_to_record

WHOLE_TEXTS = True
"""It says things of whole texts, so there is none of a bitext."""


def render(report: Report) -> str:
    """The report as indented JSON, which `factcheck validate` accepts and records.report_from_record reads."""
    return json.dumps(report_to_record(report), ensure_ascii=False, indent=2) + "\n"
