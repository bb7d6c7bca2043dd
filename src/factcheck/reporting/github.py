"""Annotations of a GitHub workflow: one command a line, which the runner turns into a mark in the pull request.

GitHub shows ten errors, ten warnings and ten notices of a step, so the worst come first.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby

from factcheck.model import Report, Severity
from factcheck.reporting._left_out import counted_out
from factcheck.reporting._located import Located, located, worst_first
from factcheck.reporting._notices import Notice, notices
from factcheck.reporting._plain import path, plain
from factcheck.reporting._wording import NOTICES, counted

SHOWN = 10
"""Annotations of each kind that GitHub shows of one step."""

HEAD = ""
_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def render(report: Report) -> str:
    """A workflow command for all that could not be checked, each finding, and each kind of what can be tidied up, which
    the log names one by one; then lines for the log. "" for a clean report."""
    told, rows = notices(report), worst_first(located(report))
    lines = [notice(item) for item in told if item.kind == "not-checked"]
    lines += [row(item) for item in rows]
    lines += list(_tidying([item for item in told if item.kind != "not-checked"]))
    kinds = Counter(_COMMANDS[item.finding.severity] for item in rows) + Counter(error=len(report.problems))
    if any(number > SHOWN for number in kinds.values()):
        lines.append(f"factcheck: GitHub shows the first {SHOWN} of each kind; all of them stand in this log.\n")
    if out := counted_out(report):
        lines.append(f"factcheck: {out}.\n")
    return "".join(lines)


def _tidying(told: Iterable[Notice]) -> Iterator[str]:
    """One command a kind: GitHub shows only so many."""
    for kind, group in groupby(told, key=lambda item: item.kind):
        items = list(group)
        yield _command(
            "notice", f"{counted(len(items), *NOTICES[kind])}; the log names each.", title=f"factcheck: {kind}"
        )
        yield from map(notice, items)


def notice(notice: Notice) -> str:
    """What could not be checked as a command, what can be tidied up for the log. The runner takes ##[ for a command
    anywhere in a line."""
    if notice.kind == "not-checked":
        return _command("error", notice.message, file=path(notice.file))
    where = f"{path(notice.file)}: " if notice.file else ""
    return f"factcheck: {where}{notice.message}\n".replace("##[", "## [")


def row(row: Located) -> str:
    """The command of a finding."""
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
    return f"::{command} {given}::{_data(message)}\n"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
