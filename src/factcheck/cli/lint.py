"""factcheck lint: texts alone, without a source."""

from __future__ import annotations

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
    from factcheck.cli._report import chosen_checks, lint_with_progress, show

    chosen = settings(said, format=format)
    checks, known = chosen_checks(chosen), waiting_for(chosen)
    changed = only_changed_files(files, changed_since, chosen, (ledger, decisions))
    report = lint_with_progress(changed, lang or "", ledger, decisions, checks, chosen)
    return show(only_new(report, known, chosen), chosen, output)
