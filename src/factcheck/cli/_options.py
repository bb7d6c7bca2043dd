"""Options that several commands share, and what they mean beside the settings in files."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any, NotRequired, TypedDict

import click

from factcheck.cli._completing import complete_check, complete_format
from factcheck.gate import FAIL_ON

if TYPE_CHECKING:
    from factcheck.config import Settings

Function = Callable[..., Any]
_FILE = click.Path(path_type=Path)


class Said(TypedDict):
    """What the options of check_options and baseline_option say."""

    select: tuple[str, ...]
    ignore: tuple[str, ...]
    fail_on: NotRequired[str | None]
    glossary: tuple[Path, ...]
    do_not_translate: Path | None
    baseline: NotRequired[Path | None]


def gate_alone(fail_on: str | None, baseline: Path | None = None) -> Said:
    """What a command says that has --fail-on and --baseline alone."""
    return Said(select=(), ignore=(), fail_on=fail_on, glossary=(), do_not_translate=None, baseline=baseline)


def example(*lines: str) -> str:
    """The end of a command's help: examples, one a line."""
    return "\b\nExamples:\n" + "\n".join(f"  {line}" for line in lines)


keep_option = click.option("--do-not-translate", type=_FILE, metavar="FILE", help="Words to keep, one a line.")


def check_options(function: Function) -> Function:
    """The options of choice_options, and --fail-on: which findings fail the gate."""
    return choice_options(fail_on_option(function))


def choice_options(function: Function) -> Function:
    """--select, --ignore: which checks run; --glossary, --do-not-translate: the words that they hold a text to."""
    for option in (
        keep_option,
        click.option("--glossary", multiple=True, type=_FILE, metavar="FILE", help="Terms: CSV or TBX; repeatable."),
        _checks_option("--ignore", "Checks to leave out, separated by commas."),
        _checks_option("--select", "Checks to run, separated by commas."),
    ):
        function = option(function)
    return function


def _name_server(_: click.Context, __: click.Parameter, url: str | None) -> None:
    if url is not None:
        os.environ["LIBRETRANSLATE_URL"] = url


server_option = click.option(
    "--libretranslate",
    metavar="URL",
    callback=_name_server,
    expose_value=False,
    help="Your LibreTranslate server.  [default: LIBRETRANSLATE_URL]",
)
"""Where the engine of that name finds its server. A key comes from the environment alone: all see a command line."""


def _checks_option(name: str, told: str) -> Function:
    return click.option(name, multiple=True, metavar="CHECKS", help=told, shell_complete=complete_check)


def making_options(function: Function) -> Function:
    """--protect, --no-cache, --libretranslate: how translations are made."""
    protect = "Put names back that an engine garbled.  [default: protect]"
    for option in (
        server_option,
        click.option("--no-cache", is_flag=True, help="Translate each sentence again, even where it was made before."),
        click.option("--protect/--no-protect", default=True, help=protect),
    ):
        function = option(function)
    return function


def fail_on_option(function: Function) -> Function:
    """--fail-on: which findings fail the gate."""
    return click.option("--fail-on", type=click.Choice(FAIL_ON), help="Findings that exit 1.  [default: error]")(
        function
    )


def baseline_option(function: Function) -> Function:
    """--baseline: findings that are known."""
    told = "Known findings: only others are shown and counted."
    return click.option("--baseline", type=_FILE, metavar="FILE", help=told)(function)


def changed_option(function: Function) -> Function:
    """--changed-since: only what a change touches."""
    told = "Only texts that changed in git since REV, or all where what they have in common did."
    return click.option("--changed-since", metavar="REV", help=told)(function)


def format_option(function: Function) -> Function:
    """--format: of the report."""
    from factcheck.reporting import formats

    told = f"{', '.join(formats())}.  [default: text]"
    return click.option("--format", metavar="FORMAT", help=told, shell_complete=complete_format)(function)


def decisions_option(function: Function) -> Function:
    """--decisions: the file with what people decided; a case has its own."""
    kind = click.Path(path_type=Path)
    option = click.option("--decisions", type=kind, metavar="FILE", help="What people decided: decisions.json.")
    return option(function)


def settings(
    said: Said, case: Settings | None = None, format: str | None = None, output: str | None = None
) -> Settings:
    """What the command line says, over the case's settings, over the files of the working directory."""
    from factcheck.config import DEFAULTS, Settings, find_settings

    options = Settings(
        select=_ids(said["select"]),
        ignore=_ids(said["ignore"]),
        fail_on=said.get("fail_on"),
        format=format,
        output=output,
        glossary=said["glossary"] or None,
        do_not_translate=said["do_not_translate"],
        baseline=said.get("baseline"),
    )
    return options.over(case or Settings()).over(find_settings(Path())).over(DEFAULTS)


def _ids(values: Iterable[str]) -> tuple[str, ...] | None:
    return tuple(check.strip() for value in values for check in value.split(",") if check.strip()) or None
