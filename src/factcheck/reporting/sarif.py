"""SARIF 2.1.0, which GitHub's code scanning, Azure DevOps and editors show: one run with a rule for each check.

Only what stands: GitHub reads no `suppressions` and no `baselineState`, so it would show what was suppressed, accepted
or known as open alerts. The format sarif-all has these, too.
"""

from __future__ import annotations

import json
from collections.abc import Sequence

from factcheck.model import Report
from factcheck.reporting._located import Located, located, worst_first
from factcheck.reporting._notices import Notice, with_left_out
from factcheck.reporting._plain import plain
from factcheck.reporting._rules import Rule, rules
from factcheck.reporting._sarif import LEVELS, Json, literal, location, message, result, suppressed

MOST = 25_000
"""Results that GitHub takes of one run; of more, the worst stay."""

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_UNCHANGED = {"baselineState": "unchanged"}

Apart = Sequence[tuple[Located, str, str]]
"""Findings that are left out, each with its state and the reason."""


def render(report: Report) -> str:
    """The report as SARIF. Columns are UTF-16 code units; they are left out where markup makes them unsure."""
    return log(report, ())


def log(report: Report, apart: Apart) -> str:
    """The report as SARIF, with these of the findings that are left out as results, too."""
    rows, known = located(report), rules(report, (row.finding.check for row, *_ in apart))
    numbers = {rule.id: number for number, rule in enumerate(known)}
    new = {"baselineState": "new"} if "baseline" in report.made_by else {}
    results = [{**result(row, numbers), **new} for row in worst_first(rows)[:MOST]]
    for row, state, reason in apart[: MOST - len(results)]:
        compared = _UNCHANGED if state == "known" else new
        results.append({**result(row, numbers), **compared, **suppressed(state, reason)})
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
        "shortDescription": message(rule.title),
        "fullDescription": message(rule.description),
        "help": {"text": literal(rule.help), "markdown": literal(rule.markdown)},
        "defaultConfiguration": {"level": LEVELS[rule.severity]},
        "properties": {"tags": ["translation", *([rule.category] if rule.category else [])]},
    }


def _invocation(report: Report, left_out: int) -> Json:
    notes = [_notification(notice) for notice in with_left_out(report)]
    if left_out:
        notes.append({"level": "note", "message": message(f"{left_out:,} more results, none worse, are left out.")})
    return {"executionSuccessful": not report.problems, **({"toolExecutionNotifications": notes} if notes else {})}


def _notification(notice: Notice) -> Json:
    locations = [location(notice.file, 0)] if notice.file else []
    return {
        "level": LEVELS[notice.severity],
        "message": message(notice.message),
        **({"locations": locations} if locations else {}),
    }
