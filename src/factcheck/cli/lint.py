"""factcheck lint: texts alone, without a source."""

from __future__ import annotations

from pathlib import Path

import click

from factcheck.cli._options import check_options, example, format_option, settings


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
@format_option
@click.option("--output", type=click.Path(path_type=Path), metavar="FILE", help="Instead of the screen.")
@check_options
def command(
    files: tuple[Path, ...],
    lang: str | None,
    ledger: Path | None,
    format: str | None,
    output: Path | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    fail_on: str | None,
) -> int:
    """Check each FILE by itself: what is garbled in a text shows without its source, too.

    Of the checks, those run that need no source. A FILE named - is standard input.
    """
    from factcheck.cli._console import emit, progress
    from factcheck.cli._report import chosen_checks, render, report_code
    from factcheck.pipeline import lint_files

    chosen = settings(select, ignore, fail_on, format=format)
    checks = chosen_checks(chosen)
    with progress() as bars:
        task = bars.add_task("checking", total=len(files))
        report = lint_files(files, lang or "", ledger, checks=checks, checked=lambda _: bars.advance(task))
    emit(render(report, chosen, output), output)
    return report_code(report, chosen)
