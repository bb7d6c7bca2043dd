"""factcheck baseline: what is known, so that a gate stops only what is new."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Unpack

import click

from factcheck.cli._options import Said, check_options, example, settings

if TYPE_CHECKING:
    from factcheck.config import Settings
    from factcheck.model import Report

DEFAULT = "factcheck-baseline.json"


@click.command(
    epilog=example(
        "factcheck baseline claims/openai-founders",
        "factcheck baseline article.en.md translations/*.md --output known.json",
        "factcheck baseline factcheck-report/report.json",
    )
)
@click.argument("what", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="WHAT...")
@click.option("--output", type=click.Path(path_type=Path), metavar="FILE", help=f"The baseline.  [default: {DEFAULT}]")
@check_options
def command(what: tuple[Path, ...], output: Path | None, **said: Unpack[Said]) -> int:
    """Write down the findings in WHAT as known.

    WHAT is a case, or an article and its translations, or a report that --format json wrote. With --baseline FILE,
    or `baseline` in the settings, run, check, lint and report then show, and fail for, only what is new. What a
    baseline that is there says on other files stays.
    """
    import json

    from factcheck.baseline import renewed
    from factcheck.cli._console import note
    from factcheck.files import write_text
    from factcheck.records import baseline_to_record, read_baseline

    chosen = settings(said)
    path = output or chosen.baseline or Path(DEFAULT)
    old = read_baseline(path) if path.exists() else ()
    report = _report(what, said, chosen)
    new = renewed(old, report)
    write_text(path, json.dumps(baseline_to_record(new), ensure_ascii=False, indent=2) + "\n")
    note(f"written to {path}: {len(new):,} known, {len(old):,} before")
    for problem in report.problems:
        note(f"not checked: {problem.file}: {problem.message}")
    return 2 if report.problems else 0


def _report(what: tuple[Path, ...], said: Said, chosen: Settings) -> Report:
    """A saved report, or a new one of a case or of an article and its translations."""
    from factcheck.cases import case_of, load_case
    from factcheck.cli._report import chosen_checks, run_with_progress
    from factcheck.records import read_report

    first, *rest = what
    if not rest and first.suffix == ".json":
        return read_report(first)
    if not rest and not first.is_file():
        case = load_case(first)
        chosen = settings(said, case.settings)
        return run_with_progress(case, None, chosen_checks(chosen), chosen)
    if not rest:
        raise click.UsageError("nothing to check: give a case, a report, or an article and its translations")
    return run_with_progress(case_of(first, rest), None, chosen_checks(chosen), chosen)
