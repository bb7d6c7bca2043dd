"""Checking a table of pairs row by row: each finding is written as soon as it is found."""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TextIO

import click

from factcheck.baseline import Waiting
from factcheck.checks import Check
from factcheck.cli._baselines import name_stale
from factcheck.cli._console import note, printable, progress
from factcheck.cli._report import chosen_glossary
from factcheck.config import Settings
from factcheck.errors import FactcheckError, InputError
from factcheck.files import writing
from factcheck.gate import exit_code
from factcheck.gathering import problem
from factcheck.model import Finding, Place, Problem, Severity
from factcheck.pipeline import check_pair
from factcheck.records import finding_to_record
from factcheck.tables import Row, read_pairs

FORMATS = ("text", "jsonl")


def check_table(
    path: Path,
    langs: tuple[str, str],
    checks: Sequence[Check],
    settings: Settings,
    output: Path | None = None,
    known: Waiting | None = None,
) -> int:
    """Check the rows of a table and write their findings, but for those known; returns the exit code.

    Rows that are no pair, and what cannot be read of the file, are named on standard error; the rest is checked.
    """
    if settings.format not in FORMATS:
        raise click.BadParameter("the findings of a table come as text or jsonl", param_hint="--format")
    write = _line if settings.format == "text" else _record
    counts: Counter[Severity] = Counter()
    known = known or Waiting(())
    glossary, unread = chosen_glossary(settings)
    rows, problems = 0, len(unread)
    for fault in unread:
        _name(fault)
    with progress() as bars, _sink(output) as sink:
        task = bars.add_task("checking pairs", total=None)
        for item in _readable(path):
            if isinstance(item, Problem):
                _name(item)
                problems += 1
                continue
            rows += 1
            bars.update(task, completed=rows)
            fresh, _ = known.divide(check_pair(item.source, item.target, *langs, checks, glossary))
            for finding in fresh:
                counts[finding.severity] += 1
                sink.write(write(_placed(finding, path, item.line)) + "\n")
    name_stale(known.stale((str(path),), tuple(check.id for check in checks)), settings)
    found = ", ".join(f"{counts[severity]} {severity}" for severity in Severity)
    note(f"{rows} pairs checked: {found}" + (f"; {problems} could not be checked" if problems else ""))
    return exit_code(counts, settings.fail_on or "", bool(problems))


def _name(item: Problem) -> None:
    note(f"factcheck: {FactcheckError(item.message, file=item.file, place=item.place, hint=item.hint)}")


def _readable(path: Path) -> Iterator[Row | Problem]:
    """The rows of the table; what ends the reading is the last problem, and so is a table without pairs."""
    rows = 0
    try:
        for item in read_pairs(path):
            rows += isinstance(item, Row)
            yield item
        if not rows:
            raise InputError("holds no pairs", file=path, hint="a row is: source, tab, translation")
    except InputError as error:
        yield problem(error)


@contextmanager
def _sink(output: Path | None) -> Iterator[TextIO]:
    if output is None:
        yield sys.stdout
        return
    with writing(output) as file:
        yield file
    note(f"written to {output}")


def _placed(finding: Finding, path: Path, line: int) -> Finding:
    """The finding with its places in the table."""

    def place(at: Place | None) -> Place | None:
        return replace(at, file=str(path), line=line) if at else None

    return replace(finding, source=place(finding.source), target=place(finding.target))


def _line(finding: Finding) -> str:
    at = finding.target or finding.source
    where = f"{at.file}:{at.line}: " if at else ""
    return printable(f"{where}{finding.severity} {finding.check}: {finding.message}")


def _record(finding: Finding) -> str:
    return json.dumps(finding_to_record(finding), ensure_ascii=False)
