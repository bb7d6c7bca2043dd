"""What the report for a terminal ends with: what could not be checked, what can be tidied up, and the figures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from factcheck.model import Problem, Report
from factcheck.reporting._left_out import counted_out
from factcheck.reporting._lines import Paint, labelled
from factcheck.reporting._passages import visible
from factcheck.reporting._summary import count, texts_counted
from factcheck.reporting._wording import NOTICES, counted, in_words


def not_checked(problems: Iterable[Problem], paint: Paint, width: int) -> Iterator[str]:
    """A sentence for each problem, with its hint."""
    for problem in problems:
        where = ", ".join(part for part in (problem.file, problem.place) if part)
        text = ": ".join(part for part in (where, problem.message) if part)
        hint = f" ({problem.hint})" if problem.hint else ""
        yield from labelled("not checked", visible(text + hint), width, paint, "error")


def tidying(report: Report, paint: Paint, width: int) -> Iterator[str]:
    """Decisions and entries of the baseline that no finding needs any more."""
    if report.lapsed:
        number = len(report.lapsed)
        why = "the text there changed" if number == 1 else "the texts there changed"
        told = f"{why}, or the finding is gone (factcheck decide CASE --list shows which)"
        yield from labelled("lapsed", f"{counted(number, *NOTICES['lapsed'])}: {told}", width, paint, "warning")
    if report.stale:
        why = "the finding changed or is gone" if len(report.stale) == 1 else "the findings changed or are gone"
        told = f"{why} (factcheck baseline writes it anew)"
        said = counted(len(report.stale), *NOTICES["stale"])
        yield from labelled("stale", f"{said}: {told}", width, paint, "warning")


def verdict(report: Report) -> str:
    """The last line: what was found in how many texts, and how much was left out or not checked."""
    if not report.translations and not report.source_findings:
        return "Nothing could be checked." if report.problems else "Nothing to check."
    clean = sum(not translation.findings for translation in report.translations)
    said = f"{in_words(count(report.findings())).capitalize()}."
    if len(report.translations) > 1 or (report.source and report.translations):
        said += f" {clean:,} of {texts_counted(report)} without findings."
    out = counted_out(report)
    said += f" {out}." if out else ""
    return f"{said} {len(report.problems):,} not checked." if report.problems else said
