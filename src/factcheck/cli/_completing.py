"""What the shell offers for arguments that name something here."""

from __future__ import annotations

import click


def complete_check(_: click.Context, __: click.Parameter, begun: str) -> list[str]:
    """The checks that begin so; of a list with commas, its last item."""
    from factcheck.checks import all_checks

    before, comma, last = begun.rpartition(",")
    return [before + comma + check.id for check in all_checks() if check.id.startswith(last)]


def complete_format(_: click.Context, __: click.Parameter, begun: str) -> list[str]:
    """The formats that begin so."""
    from factcheck.reporting import formats

    return [format for format in formats() if format.startswith(begun)]
