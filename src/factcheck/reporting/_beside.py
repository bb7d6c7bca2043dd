"""What stands beside the findings in Markdown: what could not be checked, what can be tidied up, what is left out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from factcheck.model import Report
from factcheck.reporting._left_out import counted_out
from factcheck.reporting._located import apart
from factcheck.reporting._markdown import escaped
from factcheck.reporting._notices import Notice
from factcheck.reporting._plain import path
from factcheck.reporting._wording import DECIDED, LEFT_OUT, NOTICES, counted

_SPARE = 120
Fold = tuple[str, Sequence[str]]
"""A title and the lines behind it."""


def problems(told: Iterable[Notice]) -> Iterator[str]:
    """What could not be checked, as a list."""
    lines = [_notice(notice) for notice in told if notice.kind == "not-checked"]
    if lines:
        yield "\n".join(lines)


def tidying(told: Iterable[Notice]) -> Iterator[Fold]:
    """Decisions and entries of the baseline that no finding needs any more."""
    for kind, group in groupby(told, key=lambda notice: notice.kind):
        lines = [_notice(notice) for notice in group]
        if kind != "not-checked":
            yield counted(len(lines), *NOTICES[kind]), lines


def left_out(report: Report) -> Iterator[Fold]:
    """What is left out, and why."""
    words, lines = {**DECIDED, **LEFT_OUT}, []
    for row, state, reason in apart(report):
        why = ": ".join(part for part in (words[state][1], escaped(reason)) if part)
        lines.append(f"- {escaped(row.finding.check)}, {escaped(row.where)}: {escaped(row.finding.message)} ({why})")
    if lines:
        yield counted_out(report), lines


def within(room: int, folds: Iterable[Fold]) -> Iterator[str]:
    """As much of these as fits, folded in."""
    for title, lines in folds:
        room -= len(title) + _SPARE
        shown = list(_fitting(lines, room))
        room -= sum(len(line) + 1 for line in shown)
        rest = [f"- {len(lines) - len(shown):,} more"] if len(shown) < len(lines) else []
        if shown:
            yield "\n".join([f"<details><summary>{title}</summary>", "", *shown, *rest, "", "</details>"])


def _fitting(lines: Iterable[str], room: int) -> Iterator[str]:
    for line in lines:
        room -= len(line) + 1
        if room < 0:
            return
        yield line


def _notice(notice: Notice) -> str:
    return f"- {escaped(path(notice.file))}: {escaped(notice.message)}"
