"""factcheck lint: texts alone, without a source."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Unpack

import click

from factcheck.cli._options import (
    Said,
    baseline_option,
    changed_option,
    check_options,
    decisions_option,
    example,
    format_option,
    settings,
)


@click.command(
    epilog=example(
        "factcheck lint article.id.md --ledger claims.json",
        "factcheck lint translations/*.md --fail-on warning",
        "cat draft.txt | factcheck lint - --lang de",
    )
)
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE...")
@click.option("--lang", metavar="LANG", help="Of each FILE.  [default: from its name]")
@click.option("--ledger", type=click.Path(path_type=Path), metavar="FILE", help="What each FILE is known to state.")
@decisions_option
@format_option
@click.option("--output", type=click.Path(path_type=Path), metavar="FILE", help="Instead of the screen.")
@changed_option
@baseline_option
@check_options
def command(
    files: tuple[Path, ...],
    lang: str | None,
    ledger: Path | None,
    decisions: Path | None,
    format: str | None,
    output: Path | None,
    changed_since: str | None,
    **said: Unpack[Said],
) -> int:
    """Check each FILE by itself: what is garbled in a text shows without its source, too.

    Of the checks, those run that need no source. A FILE named - is standard input.
    """
    from factcheck.cli._baselines import only_new, waiting_for
    from factcheck.cli._changes import only_changed_files
    from factcheck.cli._console import progress
    from factcheck.cli._report import chosen_checks, chosen_glossary, show
    from factcheck.pipeline import lint_files

    chosen = settings(said, format=format)
    checks, known = chosen_checks(chosen), waiting_for(chosen)
    glossary, problems = chosen_glossary(chosen)
    files = tuple(only_changed_files(files, changed_since, chosen, (ledger, decisions)))
    with progress() as bars:
        task = bars.add_task("checking", total=len(files))

        def advance(_: str) -> None:
            bars.advance(task)

        report = lint_files(
            files, lang or "", ledger, decisions=decisions, checks=checks, glossary=glossary, checked=advance
        )
    report = only_new(replace(report, problems=(*problems, *report.problems)), known, chosen)
    return show(report, chosen, output)
