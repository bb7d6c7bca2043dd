"""factcheck review: a case in the browser."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

import click

from factcheck.cli._options import example


@click.command(
    epilog=example("factcheck review claims/openai-founders", "factcheck review CASE --no-browser --port 8017")
)
@click.argument("case", type=click.Path(path_type=Path))
@click.option("--port", type=click.IntRange(0, 65535), default=0, help="Of the server.  [default: any that is free]")
@click.option("--no-browser", is_flag=True, help="Only say the address.")
@click.option("--author", metavar="NAME", help="Who decides.  [default: GIT_AUTHOR_NAME, git's user.name, the account]")
def command(case: Path, port: int, no_browser: bool, author: str | None) -> None:
    """Review the findings of a CASE in the browser, until Ctrl-C.

    The page walks through the findings: ? shows its keys. Decisions go into decisions.json of the case, edits into its
    translations. It is served to this machine alone, under an address that nobody can guess.
    """
    from factcheck.cli._console import note
    from factcheck.cli._decide import read_case
    from factcheck.deciding import author as at_work
    from factcheck.errors import InputError
    from factcheck.review import Server, Session

    read = read_case(case)
    session = Session(read.report, read.path, author or at_work(case), read.checks, read.glossary)
    try:
        server = Server(session, port)
    except OSError as error:
        reason = os.strerror(error.errno or 0).lower()
        hint = "another --port, or none for any that is free"
        raise InputError(f"port {port} cannot be used: {reason}", hint=hint) from None
    click.echo(f"Reviewing as {session.author} at {server.address}")
    note("Ctrl-C ends the review; what was decided is in its file already")
    if not no_browser:
        import webbrowser

        webbrowser.open(server.address)
    with suppress(KeyboardInterrupt):
        server.serve()
    server.close()
    note("the review is over")
