"""factcheck languages: the languages there are."""

from __future__ import annotations

import click

from factcheck.cli._options import example


@click.command(epilog=example("factcheck languages", "factcheck languages --all"))
@click.option("--all", "every", is_flag=True, help="Also those that work at the level of CLDR alone.")
def command(every: bool) -> None:
    """List the languages.

    Without --all: those with a supplement written by hand, and examples.
    """
    from factcheck import languages
    from factcheck.cli._console import emit, grid, note

    full, known = languages.first_class(), languages.available()
    shown = known if every else full
    level = {True: "supplement and CLDR", False: "CLDR"}
    emit(grid(("Code", "Language", "Data"), [(code, languages.name(code), level[code in full]) for code in shown]))
    if not every and len(known) > len(full):
        note(f"{len(known) - len(full)} more at the level of CLDR: factcheck languages --all")
