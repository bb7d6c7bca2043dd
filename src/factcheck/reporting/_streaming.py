"""Reports on bitexts, which may be of any length: written finding by finding where the format allows it.

A format that has row() and notice(), and HEAD for what stands before them, is written as findings come. Of another one
the findings are held until the end. One that says WHOLE_TEXTS is about more than findings, and a bitext has no such.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any, Protocol

from factcheck.errors import InputError
from factcheck.model import Article, Finding, Known, Problem, Report, TranslationReport
from factcheck.reporting import formats, module, render
from factcheck.reporting._located import at
from factcheck.reporting._notices import with_left_out
from factcheck.reporting._summary import TextSummary, summaries

Write = Callable[[str], object]


class Writer(Protocol):
    """Takes what bitexts hold, in their order."""

    def begin(self, table: Article) -> None:
        """A file begins, or goes on in another language; told before any finding."""

    def finding(self, finding: Finding) -> None:
        """One that stands."""

    def known(self, finding: Finding) -> None:
        """One that the baseline knows."""

    def problem(self, problem: Problem) -> None:
        """Something that could not be checked."""

    def end(self, stale: Iterable[Known]) -> None:
        """Nothing more comes; stale: entries of the baseline that covered nothing."""


def writer(format: str, write: Write, made_by: Mapping[str, object], **options: object) -> Writer:
    """What writes a report in a format. made_by: as of a report; options: as of render. InputError for a format that is
    none for bitexts."""
    empty = Report(None, (), (), (), made_by=made_by)
    found = module(format)
    if hasattr(found, "WHOLE_TEXTS"):
        others = ", ".join(name for name in formats() if not hasattr(module(name), "WHOLE_TEXTS"))
        reason = f"the format {format!r} is about whole texts, which a bitext does not have"
        raise InputError(reason, hint=f"for bitexts there are {others}")
    return _Streamed(found, empty, write) if hasattr(found, "row") else _Held(format, empty, write, options)


class _Streamed:
    def __init__(self, format: Any, empty: Report, write: Write) -> None:
        self._format, self._empty, self._write = format, empty, write
        self._known = 0
        self._texts: dict[tuple[str, str], TextSummary] = {}
        write(format.HEAD)

    def begin(self, table: Article) -> None:
        key = table.file, table.lang
        if key not in self._texts:
            self._texts[key] = summaries(_with(self._empty, [_blank(table)]))[0]
        self._text = self._texts[key]

    def finding(self, finding: Finding) -> None:
        self._write(self._format.row(at(finding, self._text)))

    def known(self, finding: Finding) -> None:  # noqa: ARG002
        self._known += 1

    def problem(self, problem: Problem) -> None:
        self._notices(replace(self._empty, problems=(problem,)))

    def end(self, stale: Iterable[Known]) -> None:
        told = {"baseline": {"known": self._known}} if self._known else {}
        self._notices(replace(self._empty, stale=tuple(stale), made_by=told))

    def _notices(self, report: Report) -> None:
        for notice in with_left_out(report):
            self._write(self._format.notice(notice))


class Gathered:
    """Holds what bitexts hold until it is asked for."""

    def __init__(self, made_by: Mapping[str, object]) -> None:
        self._empty = Report(None, (), (), (), made_by=made_by)
        self._texts: dict[tuple[str, str], tuple[Article, list[Finding], list[Finding]]] = {}
        self._problems: list[Problem] = []

    def begin(self, table: Article) -> None:
        """A file begins, or goes on in another language."""
        self._text = self._texts.setdefault((table.file, table.lang), (table, [], []))

    def finding(self, finding: Finding) -> None:
        """One that stands."""
        self._text[1].append(finding)

    def known(self, finding: Finding) -> None:
        """One that the baseline knows."""
        self._text[2].append(finding)

    def problem(self, problem: Problem) -> None:
        """Something that could not be checked."""
        self._problems.append(problem)

    def end(self, stale: Iterable[Known]) -> None:
        """Nothing more comes."""

    def report(self, stale: Iterable[Known] = ()) -> Report:
        """All of it, without what the texts say: a text a file and language."""
        texts = [
            replace(_blank(table), findings=tuple(new), known=tuple(old)) for table, new, old in self._texts.values()
        ]
        return replace(_with(self._empty, texts), problems=tuple(self._problems), stale=tuple(stale))


class _Held(Gathered):
    def __init__(self, format: str, empty: Report, write: Write, options: Mapping[str, object]) -> None:
        super().__init__(empty.made_by)
        self._format, self._write, self._options = format, write, options

    def end(self, stale: Iterable[Known]) -> None:
        self._write(render(self.report(stale), self._format, **self._options))


def _blank(table: Article) -> TranslationReport:
    return TranslationReport(table, (), (), ())


def _with(report: Report, texts: Iterable[TranslationReport]) -> Report:
    return replace(report, translations=tuple(texts))
