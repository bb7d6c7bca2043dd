"""What the commands share in writing: results on standard output or in a file, notes and progress on standard error."""

from __future__ import annotations

import sys
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.progress import Progress, TaskID

    from factcheck.model import Problem

_PIPE_WIDTH = 1000  # a row of a table stays on one line where nobody looks at it
_STEERING = frozenset(
    "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)  # turn the direction of all that follows


def printable(text: str) -> str:
    """A text on one line that cannot steer a terminal: control characters and overrides become blanks."""
    steers = (char in _STEERING or unicodedata.category(char) in ("Cc", "Zl", "Zp") for char in text)
    clean = "".join(" " if steering else char for char, steering in zip(text, steers, strict=True))
    return " ".join(clean.split())


def note(message: str) -> None:
    """A line for the person at the terminal, on standard error."""
    click.echo(printable(message), err=True)


def tell(problems: Iterable[Problem]) -> None:
    """A line for each thing that could not be checked."""
    from factcheck.errors import FactcheckError

    for item in problems:
        note(f"factcheck: {FactcheckError(item.message, file=item.file, place=item.place, hint=item.hint)}")


def emit(result: str | RenderableType, output: Path | None = None) -> None:
    """A result on standard output: as wide as the terminal, or one row a line when it is piped; or in a file."""
    text = result if isinstance(result, str) else _drawn(result, plain=output is not None)
    if output is None:
        return click.echo(text.rstrip("\n"), nl=bool(text.strip()))
    from factcheck.files import write_text

    write_text(output, text.rstrip("\n") + "\n")
    return note(f"written to {output}")


def look(output: Path | None = None) -> dict[str, object]:
    """How a text report is drawn: in colour and as wide as the terminal only where a terminal shows it."""
    from rich.console import Console

    console = Console()
    if output or not console.is_terminal:
        return {}
    return {"color": not console.no_color, "width": console.width}


def grid(head: Sequence[str], rows: Iterable[Sequence[str]]) -> RenderableType:
    """A table without lines around it; a cell's text is shown as it is, on one line."""
    from rich.table import Table
    from rich.text import Text

    table = Table(*head, box=None, pad_edge=False, header_style="bold")
    for row in rows:
        table.add_row(*(Text(printable(cell)) for cell in row))
    return table


def _drawn(result: RenderableType, plain: bool) -> str:
    from rich.console import Console

    seen = sys.stdout.isatty() and not plain
    console = Console(width=None if seen else _PIPE_WIDTH, no_color=None if seen else True, highlight=False)
    with console.capture() as capture:
        console.print(result)
    return "\n".join(line.rstrip() for line in capture.get().split("\n"))


@contextmanager
def progress() -> Iterator[Progress]:
    """Progress bars on standard error, when that is a terminal; gone when they are done."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    console = Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as bars:
        yield bars


def stepper(bars: Progress, what: str, total: int) -> Callable[[int], None]:
    """A function that moves a bar to so many steps done; the bar appears with the first."""
    tasks: list[TaskID] = []

    def step(done: int) -> None:
        tasks.extend([] if tasks else [bars.add_task(what, total=total)])
        bars.update(tasks[0], completed=done)

    return step
