"""Options that several commands share, and what they mean beside the settings in files."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from factcheck.gate import FAIL_ON

if TYPE_CHECKING:
    from factcheck.config import Settings

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


def making_options(function: Function) -> Function:
    """--protect, --no-cache: how translations are made."""
    protect = "Put names back that an engine garbled.  [default: protect]"
    for option in (
        click.option("--no-cache", is_flag=True, help="Translate each sentence again, even where it was made before."),
        click.option("--protect/--no-protect", default=True, help=protect),
    ):
        function = option(function)
    return function


def format_option(function: Function) -> Function:
    """--format: of the report."""
    from factcheck.reporting import formats

    return click.option("--format", metavar="FORMAT", help=f"{', '.join(formats())}.  [default: text]")(function)


def settings(
    select: Iterable[str], ignore: Iterable[str], fail_on: str | None, case: Settings | None = None, **said: str | None
) -> Settings:
    """What the command line says, over the case's settings, over the files of the working directory."""
    from factcheck.config import DEFAULTS, Settings, find_settings

    options = Settings(_ids(select), _ids(ignore), fail_on, **said)
    return options.over(case or Settings()).over(find_settings(Path())).over(DEFAULTS)


def _ids(values: Iterable[str]) -> tuple[str, ...] | None:
    return tuple(check.strip() for value in values for check in value.split(",") if check.strip()) or None
