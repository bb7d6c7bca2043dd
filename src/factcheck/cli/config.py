"""factcheck config: the settings in force, and where each comes from."""

from __future__ import annotations

from pathlib import Path

import click

from factcheck.cli._options import example


@click.command(epilog=example("factcheck config", "factcheck config claims/openai-founders"))
@click.argument("case", required=False, type=click.Path(path_type=Path))
def command(case: Path | None) -> None:
    """Show the settings in force here, and with a CASE for it.

    The command line goes first, then the case, then the nearest factcheck.toml or pyproject.toml upwards. A key that
    nobody knows, or a wrong value, is named with its line, and the exit code is 2.
    """
    from factcheck.cases import load_case
    from factcheck.cli._console import emit, grid
    from factcheck.config import find_table, in_force
    from factcheck.tomlfiles import read_toml

    tables = []
    if case:
        load_case(case)
        tables.append(read_toml(case / "case.toml").table("settings"))
    nearest = find_table(Path())
    tables += [nearest] if nearest else []
    rows = [(held.key, held.value or "none", _from(held.file, held.line)) for held in in_force(tables)]
    emit(grid(("Key", "Value", "From"), rows))


def _from(file: Path | None, line: int) -> str:
    if file is None:
        return "default"
    here = Path.cwd()
    name = file.relative_to(here) if file.is_absolute() and file.is_relative_to(here) else file
    return f"{name}:{line}" if line else str(name)
