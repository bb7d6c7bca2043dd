"""Core types to JSON records and back, validated against schemas/.

Records are sparse: a key that does not apply is left out. Decimals are strings. Places in a text are counted in
characters. Everything here is pure except validate_file and the functions that read one file: read_...
"""

from factcheck.records.baselines import baseline_from_record, baseline_to_record, read_baseline
from factcheck.records.basic import (
    claim_from_record,
    claim_to_record,
    finding_from_record,
    finding_to_record,
)
from factcheck.records.decisions import decisions_from_record, decisions_to_text, read_decisions
from factcheck.records.ledgers import ledger_from_record, ledger_to_record, read_ledger
from factcheck.records.lines import claim_lines, report_lines
from factcheck.records.reports import read_report, report_from_record, report_to_record
from factcheck.records.schemas import Record, schema_names, validate
from factcheck.records.validation import validate_file

__all__ = [
    "Record",
    "baseline_from_record",
    "baseline_to_record",
    "claim_from_record",
    "claim_lines",
    "claim_to_record",
    "decisions_from_record",
    "decisions_to_text",
    "finding_from_record",
    "finding_to_record",
    "ledger_from_record",
    "ledger_to_record",
    "read_baseline",
    "read_decisions",
    "read_ledger",
    "read_report",
    "report_from_record",
    "report_lines",
    "report_to_record",
    "schema_names",
    "validate",
    "validate_file",
]
