"""Checking bitexts pair by pair: each finding is written as soon as it is found, where the format allows it."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from itertools import chain
from pathlib import Path
from typing import TextIO

from factcheck.baseline import Waiting
from factcheck.bitexts import Row, read_bitext
from factcheck.checks import Check
from factcheck.cli._baselines import name_stale
from factcheck.cli._console import note, progress, tell
from factcheck.cli._report import chosen_glossary
from factcheck.config import Settings
from factcheck.errors import InputError
from factcheck.files import writing
from factcheck.gate import exit_code
from factcheck.gathering import problem
from factcheck.model import Article, Finding, Place, Problem, Severity
from factcheck.pipeline import check_pair, made_by
from factcheck.reporting._streaming import Writer, writer
from factcheck.reporting._wording import SEVERITIES, counted, in_words


@dataclass
class _Tally:
    """What was counted so far."""

    rows: int = 0
    pending: int = 0
    known: int = 0
    problems: int = 0
    found: Counter[Severity] = field(default_factory=Counter)

    def __str__(self) -> str:
        if not self.rows and not self.pending:
            return "Nothing could be checked."
        parts = [in_words({severity: self.found[severity] for severity in SEVERITIES})]
        parts += [f"{self.known:,} known"] if self.known else []
        parts += [f"{self.pending:,} not translated yet"] if self.pending else []
        parts += [f"{self.problems:,} could not be checked"] if self.problems else []
        return f"{counted(self.rows, 'pair', 'pairs')} checked: {'; '.join(parts)}"


@dataclass(frozen=True)
class _Run:
    """What rows and problems are told to, one by one."""

    known: Waiting
    report: Writer
    tally: _Tally = field(default_factory=_Tally)

    def problem(self, item: Problem) -> None:
        """Name it on standard error, and in the report."""
        tell([item])
        self.tally.problems += 1
        self.report.problem(item)

    def row(self, path: Path, line: int, findings: Sequence[Finding]) -> None:
        """Write what was found in a row of a file, but for what is known."""
        self.tally.rows += 1
        fresh, old = self.known.divide(_placed(finding, path, line) for finding in findings)
        self.tally.known += len(old)
        for finding in fresh:
            self.tally.found[finding.severity] += 1
            self.report.finding(finding)
        for finding in old:
            self.report.known(finding)


def check_bitexts(
    paths: Sequence[Path],
    langs: tuple[str, str],
    checks: Sequence[Check],
    settings: Settings,
    output: Path | None = None,
    known: Waiting | None = None,
) -> int:
    """Check the pairs of bitexts and write their findings, but for those known; returns the exit code.

    langs: as for read_bitext. What is no pair, and what cannot be read of a file, is named on standard error; the
    rest is checked, but for what is not translated yet, which is counted.
    """
    known = known or Waiting(())
    glossary, unread = chosen_glossary(settings)
    with progress() as bars, _sink(output) as sink:
        run = _Run(known, _writer(settings, checks, sink))
        task = bars.add_task("checking pairs", total=None)
        for path in paths:
            for row in _rows(run, path, langs, unread if path is paths[0] else ()):
                run.row(path, row.line, check_pair(*row.pair, checks, glossary))
                bars.update(task, completed=run.tally.rows)
        stale = known.stale(tuple(map(str, paths)), tuple(check.id for check in checks))
        run.report.end(stale)
    name_stale(stale, settings)
    note(str(run.tally))
    return exit_code(run.tally.found, settings.fail_on or "", bool(run.tally.problems))


def _writer(settings: Settings, checks: Sequence[Check], sink: TextIO) -> Writer:
    told = made_by(checks)
    if settings.baseline:
        told["baseline"] = {"file": settings.baseline.name}
    return writer(settings.format or "", sink.write, told, fail_on=settings.fail_on)


def _rows(run: _Run, path: Path, langs: tuple[str, str], unread: Iterable[Problem]) -> Iterator[Row]:
    """The pairs of a file that are to be checked; the report is told that it begins, and what else there is in it."""
    items = _readable(path, langs)
    first = next(items, None)
    lang = langs[1] or (first.target_lang if isinstance(first, Row) else "")
    run.report.begin(Article(lang, (), str(path)))
    for item in chain(unread, [first] if first else [], items):
        if isinstance(item, Problem):
            run.problem(item)
        elif item.pending:
            run.tally.pending += 1
        else:
            yield item


def _readable(path: Path, langs: tuple[str, str]) -> Iterator[Row | Problem]:
    """The pairs of a bitext; what ends the reading is the last problem."""
    try:
        yield from read_bitext(path, *langs)
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
    """The finding with its places in the file."""

    def place(at: Place | None) -> Place | None:
        return replace(at, file=str(path), line=line) if at else None

    return replace(finding, source=place(finding.source), target=place(finding.target))
