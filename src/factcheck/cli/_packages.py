"""What the commands of `factcheck models` share: options, errors one by one, and the progress of a download."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from factcheck.models.download import Progress


def index_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """--index, --timeout: where packages come from."""
    for option in (
        click.option("--timeout", type=click.FloatRange(0.1, 600), default=20, show_default=True, metavar="SECONDS"),
        click.option("--index", metavar="URL", help="Of a mirror.  [default: ARGOS_PACKAGE_INDEX, else Argos's]"),
    ):
        function = option(function)
    return function


def each(names: Sequence[str], work: Callable[[str], None]) -> int:
    """Do each, go on after errors, and return the exit code."""
    from factcheck.cli._console import note
    from factcheck.errors import FactcheckError

    failed = False
    for name in dict.fromkeys(names):
        try:
            work(name)
        except FactcheckError as error:
            note(f"factcheck: {error}")
            failed = True
    return 2 if failed else 0


@contextmanager
def transfer(name: str) -> Iterator[Progress]:
    """A progress bar for a download, on standard error, when that is a terminal."""
    from rich.console import Console
    from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TransferSpeedColumn

    console = Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), DownloadColumn(), TransferSpeedColumn())
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as bars:
        task = bars.add_task(name, total=None)
        yield lambda done, total: bars.update(task, completed=done, total=total or None)
