"""Options that several commands share, what they mean with the settings of files, and the exit code."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import click

from factcheck.config import DEFAULTS, FAIL_ON, Settings, find_settings
from factcheck.model import Severity

Function = Callable[..., Any]


def example(*lines: str) -> str:
    """The end of a command's help: examples, one a line."""
    return "\b\nExamples:\n" + "\n".join(f"  {line}" for line in lines)


def check_options(function: Function) -> Function:
    """--select, --ignore, --fail-on: which checks run, and which findings fail the gate."""
    for option in (
        click.option("--fail-on", type=click.Choice(FAIL_ON), help="Findings that exit 1.  [default: error]"),
        click.option("--ignore", multiple=True, metavar="CHECKS", help="Checks to leave out, separated by commas."),
        click.option("--select", multiple=True, metavar="CHECKS", help="Checks to run, separated by commas."),
    ):
        function = option(function)
    return function


def settings(
    select: Iterable[str], ignore: Iterable[str], fail_on: str | None, case: Settings | None = None, **said: str | None
) -> Settings:
    """What the command line says, over the case's settings, over the files of the working directory."""
    options = Settings(_ids(select), _ids(ignore), fail_on, **said)
    return options.over(case or Settings()).over(find_settings(Path())).over(DEFAULTS)


def _ids(values: Iterable[str]) -> tuple[str, ...] | None:
    return tuple(check.strip() for value in values for check in value.split(",") if check.strip()) or None


def exit_code(severities: Iterable[Severity], fail_on: str | None, cannot_check: bool) -> int:
    """2 when something could not be checked, 1 for a severity at or above the gate, else 0."""
    if cannot_check:
        return 2
    if fail_on == "never":
        return 0
    gate = Severity(fail_on or "error").rank
    return int(any(severity.rank >= gate for severity in severities))
