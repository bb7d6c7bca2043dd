"""Checking bitexts pair by pair: each finding is written as soon as it is found, where the format allows it."""

from __future__ import annotations

import sys
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
from factcheck.cli._tally import Tally
from factcheck.config import Settings
from factcheck.errors import InputError
from factcheck.files import writing
from factcheck.gate import exit_code
from factcheck.gathering import problem
from factcheck.model import Article, Finding, Place, Problem, Report
from factcheck.pipeline import check_pair
from factcheck.reporting._streaming import Gathered, Writer, writer
from factcheck.rules import made_by


@dataclass(frozen=True)
class _Run:
    """What rows and problems are told to, one by one."""

    known: Waiting
    report: Writer
    tally: Tally = field(default_factory=Tally)

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
    with _sink(output) as sink:
        run = _Run(known, _writer(settings, checks, sink))
        _told(run, paths, langs, checks, settings)
        whole = tuple(file for file in map(str, paths) if file not in run.tally.unread)  # of others nobody knows
        stale = known.stale(whole, tuple(check.id for check in checks))
        run.report.end(stale)
    name_stale(stale, settings)
    note(str(run.tally))
    return exit_code(run.tally.found, settings.fail_on or "", bool(run.tally.problems))


def bitexts_report(
    paths: Sequence[Path], langs: tuple[str, str], checks: Sequence[Check], settings: Settings
) -> Report:
    """What check_bitexts finds, as a report without texts; what could not be checked is named on standard error."""
    run = _Run(Waiting(()), held := Gathered(made_by(checks)))
    _told(run, paths, langs, checks, settings)
    report = held.report()
    read = [text for text in report.translations if text.findings or text.article.file not in run.tally.unread]
    return replace(report, translations=tuple(read))


def _told(
    run: _Run, paths: Sequence[Path], langs: tuple[str, str], checks: Sequence[Check], settings: Settings
) -> None:
    glossary, unread = chosen_glossary(settings)
    with progress() as bars:
        task = bars.add_task("checking pairs", total=None)
        for path in paths:
            for row in _rows(run, path, langs, unread if path is paths[0] else ()):
                run.row(path, row.line, check_pair(*row.pair, checks, glossary))
                bars.update(task, completed=run.tally.rows)


def _writer(settings: Settings, checks: Sequence[Check], sink: TextIO) -> Writer:
    told = made_by(checks)
    if settings.baseline:
        told["baseline"] = {"file": settings.baseline.name}
    return writer(settings.format or "", sink.write, told, fail_on=settings.fail_on)


def _rows(run: _Run, path: Path, langs: tuple[str, str], unread: Iterable[Problem]) -> Iterator[Row]:
    """The pairs of a file that are to be checked; the report is told the languages it comes to, and
    what else there is in it."""
    lang = None
    for item in chain(unread, _readable(run, path, langs)):
        if isinstance(item, Problem):
            run.problem(item)
            continue
        if item.target_lang != lang:
            lang = item.target_lang
            run.report.begin(Article(lang, (), str(path)))
        if item.pending:
            run.tally.pending += 1
        else:
            yield item
    if lang is None:
        run.report.begin(Article(langs[1], (), str(path)))


def _readable(run: _Run, path: Path, langs: tuple[str, str]) -> Iterator[Row | Problem]:
    """The pairs of a bitext; what ends the reading is the last problem."""
    try:
        yield from read_bitext(path, *langs)
    except InputError as error:
        run.tally.unread.add(str(path))
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
