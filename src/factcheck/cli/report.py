"""factcheck report: a saved report, rendered again."""

from __future__ import annotations

from pathlib import Path

import click

from factcheck.cli._options import baseline_option, example, fail_on_option, format_option, gate_alone, settings


@click.command(
    epilog=example(
        "factcheck report factcheck-report/report.json --format sarif --output factcheck.sarif",
        "factcheck check article.en.md de.md --format json | factcheck report - --format markdown",
    )
)
@click.argument("file", type=click.Path(path_type=Path))
@format_option
@click.option("--output", type=click.Path(path_type=Path), metavar="FILE", help="Instead of the screen.")
@baseline_option
@fail_on_option
def command(file: Path, format: str | None, output: Path | None, baseline: Path | None, fail_on: str | None) -> int:
    """Render a saved report again: FILE is what --format json wrote.

    Nothing is checked again; the exit code is what the report's findings ask for.
    """
    from factcheck.cli._baselines import only_new, waiting_for
    from factcheck.cli._report import known_format, show
    from factcheck.records import read_report

    chosen = settings(gate_alone(fail_on, baseline), format=format)
    known_format(chosen)
    known = waiting_for(chosen)
    report = only_new(read_report(file), known, chosen)
    return show(report, chosen, output)
