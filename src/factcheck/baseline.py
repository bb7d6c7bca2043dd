"""Baselines: findings that are known already, so that only new ones are shown and counted.

A finding is told by its fingerprint, which holds check, values and both paragraphs: whoever changes one of these gets
the finding as a new one. A baseline entry covers one finding; of two with the same fingerprint both must stand there.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from .model import Finding, Known, Report


class Waiting:
    """The findings of a baseline that have not been seen yet in a run."""

    def __init__(self, known: Iterable[Known]) -> None:
        self._known = tuple(known)
        self._left = Counter(entry.fingerprint for entry in self._known)
        self.seen = 0

    def divide(self, findings: Iterable[Finding]) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
        """The findings that the baseline does not know, and those that it does; each entry covers one."""
        fresh: list[Finding] = []
        known: list[Finding] = []
        for finding in findings:
            if self._left[finding.fingerprint] > 0:
                self._left[finding.fingerprint] -= 1
                known.append(finding)
            else:
                fresh.append(finding)
        self.seen += len(known)
        return tuple(fresh), tuple(known)

    def stale(self, files: Iterable[str], checks: Iterable[str]) -> tuple[Known, ...]:
        """The entries that covered nothing, of these files and checks: of others nobody knows."""
        files, checks, left = set(files), set(checks), +self._left
        found = []
        for entry in self._known:
            if left[entry.fingerprint] > 0 and entry.file in files and entry.check in checks:
                left[entry.fingerprint] -= 1
                found.append(entry)
        return tuple(found)


def without_known(report: Report, waiting: Waiting) -> Report:
    """The report with only those findings that the baseline does not know; the others stand apart."""
    texts = []
    for text in report.translations:
        fresh, known = waiting.divide(text.findings)
        texts.append(replace(text, findings=fresh, known=(*text.known, *known)))
    fresh, known = waiting.divide(report.source_findings)
    known = (*report.source_known, *known)
    return replace(report, source_findings=fresh, source_known=known, translations=tuple(texts))


def known_from(report: Report) -> tuple[Known, ...]:
    """All findings of a report as entries of a baseline."""
    source = report.source.file if report.source else ""
    groups = [(source, report.source_findings)]
    groups += [(text.article.file, text.findings) for text in report.translations]
    return tuple(Known(file, f.check, f.fingerprint, f.message) for file, findings in groups for f in findings)


def renewed(old: Sequence[Known], report: Report) -> tuple[Known, ...]:
    """A baseline with what the report found; entries on files and checks that it does not cover stay. Sorted.

    A report that leaves out what is known adds to the baseline: nobody can tell what of it is gone.
    """
    files, checks = set(files_of(report)), set(checks_of(report))
    partial = "baseline" in report.made_by
    kept = [entry for entry in old if partial or entry.file not in files or entry.check not in checks]
    return tuple(sorted([*kept, *known_from(report)]))


def files_of(report: Report) -> tuple[str, ...]:
    """The files of all texts of a report."""
    source = (report.source.file,) if report.source else ()
    return (*source, *(text.article.file for text in report.translations))


def checks_of(report: Report) -> tuple[str, ...]:
    """The checks that were run for a report."""
    run = report.made_by.get("checks")
    return tuple(map(str, run)) if isinstance(run, list | tuple) else ()


def read_waiting(path: str | Path) -> Waiting:
    """The baseline in a file, nothing of it seen yet. InputError with file, place, reason and hint."""
    from .records import read_baseline

    return Waiting(read_baseline(path))
