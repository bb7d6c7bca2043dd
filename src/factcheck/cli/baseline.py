"""factcheck baseline: what is known, so that a gate stops only what is new."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Unpack

import click

from factcheck.cli._options import Said, choice_options, example, settings

if TYPE_CHECKING:
    from factcheck.cases import Case
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
@choice_options
def command(what: tuple[Path, ...], output: Path | None, **said: Unpack[Said]) -> int:
    """Write down the findings in WHAT as known.

    WHAT is a case, or an article and its translations, or a report that --format json wrote. With --baseline FILE,
    or `baseline` in the settings, run, check, lint and report then show, and fail for, only what is new. What a
    baseline that is there says on other files stays.
    """
    import json

    from factcheck.baseline import renewed
    from factcheck.cli._console import note, tell
    from factcheck.files import write_text
    from factcheck.records import baseline_to_record, read_baseline

    case = _case(what)
    chosen = settings(said, case.settings if case else None)
    path = output or chosen.baseline or Path(DEFAULT)
    old = read_baseline(path) if path.exists() else ()
    report = _report(what, case, chosen)
    new = renewed(old, report)
    write_text(path, json.dumps(baseline_to_record(new), ensure_ascii=False, indent=2) + "\n")
    note(f"written to {path}: {len(new):,} known, {len(old):,} before")
    tell(report.problems)
    return 2 if report.problems else 0


def _case(what: tuple[Path, ...]) -> Case | None:
    """The case that is meant: a folder, or an article and its translations; None for a saved report."""
    from factcheck.cases import case_of, load_case

    first, *rest = what
    if rest:
        return case_of(first, rest)
    if first.suffix == ".json":
        return None
    if first.is_file():
        raise click.UsageError("nothing to check: give a case, a report, or an article and its translations")
    return load_case(first)


def _report(what: tuple[Path, ...], case: Case | None, chosen: Settings) -> Report:
    from factcheck.cli._report import chosen_checks, run_with_progress
    from factcheck.records import read_report

    return run_with_progress(case, None, chosen_checks(chosen), chosen) if case else read_report(what[0])
