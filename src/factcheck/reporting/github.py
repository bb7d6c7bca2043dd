"""Annotations of a GitHub workflow: one command a line, which the runner turns into a mark in the pull request.

GitHub shows ten errors, ten warnings and ten notices of a step, so the worst come first.
"""

from __future__ import annotations

from collections import Counter

from factcheck.model import Report, Severity
from factcheck.reporting._located import Located, located, worst_first
from factcheck.reporting._plain import not_checked, path, plain

SHOWN = 10
"""Annotations of each kind that GitHub shows of one step."""

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def render(report: Report) -> str:
    """A workflow command for each problem and each finding, then a line for the log; "" for a clean report."""
    lines = [_command("error", not_checked(problem), file=path(problem.file)) for problem in report.problems]
    rows = worst_first(located(report))
    lines += [_finding(row) for row in rows]
    kinds = Counter(_COMMANDS[row.finding.severity] for row in rows) + Counter(error=len(report.problems))
    if any(number > SHOWN for number in kinds.values()):
        lines.append(f"factcheck: GitHub shows the first {SHOWN} of each kind; all of them stand in this log.")
    return "".join(line + "\n" for line in lines)


def _finding(row: Located) -> str:
    places: dict[str, object] = {"file": path(row.file)}
    if row.line:
        places |= {"line": row.line, "endLine": row.line}
    if row.column and row.end:
        places |= {"col": row.column.characters, "endColumn": row.end.characters}
    return _command(
        _COMMANDS[row.finding.severity], row.message, **places, title=f"factcheck: {plain(row.finding.check)}"
    )


def _command(command: str, message: str, **properties: object) -> str:
    given = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    return f"::{command} {given}::{_data(message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
