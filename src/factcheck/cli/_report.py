"""Running a case with progress bars, and showing its report: what `run` and `check` share."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from factcheck import reporting
from factcheck.cases import Case
from factcheck.checks import Check
from factcheck.checks import select as select_checks
from factcheck.cli._console import emit, look, note, progress, stepper, tell
from factcheck.config import Settings
from factcheck.errors import FactcheckError
from factcheck.gate import exit_code
from factcheck.glossaries import gather_glossary
from factcheck.linting import lint_files
from factcheck.making import AS_USUAL, Making
from factcheck.model import Glossary, Problem, Report
from factcheck.pipeline import run_case
from factcheck.tomlfiles import did_you_mean
from factcheck.translation import Route, described

if TYPE_CHECKING:
    from rich.progress import Progress


def chosen_checks(settings: Settings) -> tuple[Check, ...]:
    """The checks that the settings choose. InputError for an unknown one; click's own for an unknown format."""
    known_format(settings)
    return select_checks(settings.select or (), settings.ignore or ())


def known_format(settings: Settings) -> None:
    """click's error, with the nearest format, when the settings name one that is not there."""
    known, format = reporting.formats(), settings.format or ""
    if format not in known:
        raise click.BadParameter(f"unknown format {format!r}: {did_you_mean(format, known)}", param_hint="--format")


def chosen_glossary(settings: Settings) -> tuple[Glossary, tuple[Problem, ...]]:
    """The words that the settings hold a text to, and a problem for each file of them that cannot be read."""
    return gather_glossary(settings.glossary or (), settings.do_not_translate or ())


def run_with_progress(
    case: Case, output: Path | None, checks: Sequence[Check], settings: Settings, making: Making = AS_USUAL
) -> Report:
    """Run a case, with a bar for each translation that is made and one for the checks. making: how they are made."""
    glossary, problems = chosen_glossary(settings)
    with progress() as bars:
        task = bars.add_task("checking", total=len(case.translations))
        watched = replace(_watched(making, bars), keep=glossary.kept)
        report = run_case(
            case, output, checks=checks, glossary=glossary, making=watched, checked=lambda _: bars.advance(task)
        )
    return replace(report, problems=(*problems, *report.problems))


def lint_with_progress(
    files: Sequence[Path],
    lang: str,
    ledger: Path | None,
    decisions: Path | None,
    checks: Sequence[Check],
    settings: Settings,
) -> Report:
    """Read files, each alone, with a bar for them; see linting.lint_files."""
    glossary, problems = chosen_glossary(settings)
    with progress() as bars:
        task = bars.add_task("checking", total=len(files))

        def advance(_: str) -> None:
            bars.advance(task)

        report = lint_files(files, lang, ledger, decisions=decisions, checks=checks, glossary=glossary, checked=advance)
    return replace(report, problems=(*problems, *report.problems))


@contextmanager
def with_progress(making: Making) -> Iterator[Making]:
    """The same way of making texts, with a progress bar for each."""
    with progress() as bars:
        yield _watched(making, bars)


def _watched(making: Making, bars: Progress) -> Making:
    def watch(lang: str, total: int) -> Callable[[int], None]:
        return stepper(bars, f"translating into {lang}", total)

    return replace(making, watch=watch, failed=_name_failed)


def _name_failed(error: FactcheckError, legs: Route) -> None:
    note(f"factcheck: {error}; tried again with {described(legs)}")


def show(report: Report, settings: Settings, output: Path | None = None) -> int:
    """Show a report on the screen, or write it into a file, in the format of the settings; returns the exit code.

    What could not be checked is told on standard error, too, where the person at the terminal may not read it in the
    report: the exit code is not to stand there without a reason.
    """
    emit(reporting.render(report, settings.format or "", fail_on=settings.fail_on, **look(output)), output)
    if output or settings.format != "text":
        tell(report.problems)
    severities = (finding.severity for finding in report.findings())
    return exit_code(severities, settings.fail_on or "", bool(report.problems))
