"""What a baseline does to a report: known findings are left out of it, and what is stale is named."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from factcheck.baseline import Waiting, checks_of, files_of, read_waiting, without_known
from factcheck.cli._console import note
from factcheck.config import Settings
from factcheck.model import Known, Report
from factcheck.reporting._left_out import known_before

_NAMED = 5


def waiting_for(settings: Settings) -> Waiting | None:
    """The baseline of the settings, None without one. InputError for a broken one, before anything is checked."""
    return read_waiting(settings.baseline) if settings.baseline else None


def only_new(report: Report, waiting: Waiting | None, settings: Settings) -> Report:
    """The report without what is known; stale entries are named in it and on standard error.

    Of a saved report that left out what was known already, nobody can tell what is stale.
    """
    if waiting is None or settings.baseline is None:
        return report
    fresh, before = without_known(report, waiting), known_before(report)
    if "baseline" not in report.made_by:
        stale = waiting.stale(files_of(report), checks_of(report))
        name_stale(stale, settings)
        fresh = replace(fresh, stale=stale)
    told = {"file": settings.baseline.name, "known": before + waiting.seen}
    return replace(fresh, made_by={**report.made_by, "baseline": told})


def name_stale(stale: Sequence[Known], settings: Settings) -> None:
    """A line for the first entries that covered nothing, and one that says how to be rid of them."""
    for entry in stale[:_NAMED]:
        note(f"{settings.baseline}: stale: {entry.file or 'text'}: {entry.check}: {entry.message}")
    if stale:
        note(f"{settings.baseline}: {len(stale):,} stale, `factcheck baseline` writes it without them")
