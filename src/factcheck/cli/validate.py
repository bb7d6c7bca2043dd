"""factcheck validate: records, ledgers and reports against their schemas."""

from __future__ import annotations

from pathlib import Path

import click

from factcheck.cli._options import example


@click.command(
    epilog=example(
        "factcheck validate claims/openai-founders/claims.json", "factcheck validate factcheck-report/*.json*"
    )
)
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE...")
def command(files: tuple[Path, ...]) -> int:
    """Hold each FILE against its schema.

    A FILE is a ledger, decisions, a report, a claim or a finding, or JSON lines of claims, findings and notices. Exits
    2 when one does not conform, after naming the place and the reason; the others are still checked.
    """
    from factcheck import records
    from factcheck.cli._console import note, printable
    from factcheck.errors import FactcheckError

    broken = 0
    for file in files:
        try:
            click.echo(printable(f"{file}: conforms to {records.validate_file(file)}"))
        except FactcheckError as error:
            note(f"factcheck: {error}")
            broken += 1
    return 2 if broken else 0
