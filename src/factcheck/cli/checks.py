"""factcheck checks: the checks there are."""

from __future__ import annotations

import click

from factcheck.cli._options import example


@click.command(epilog=example("factcheck checks", "factcheck explain scale-changed"))
def command() -> None:
    """List the checks and what each finds."""
    from factcheck.checks import all_checks
    from factcheck.cli._console import emit, grid

    rows = [(check.id, check.severity, check.category, check.title) for check in all_checks()]
    emit(grid(("Check", "Severity", "MQM category", "Finds"), rows))
