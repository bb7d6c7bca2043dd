"""Findings and decisions to choose from on the command line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from factcheck.cases import load_case
from factcheck.checks import Check
from factcheck.cli._console import printable, tell
from factcheck.deciding import named
from factcheck.decisions import settle
from factcheck.errors import InputError
from factcheck.model import Decision, Finding, Glossary, Report
from factcheck.records import read_decisions, read_report

HEAD = ("Fingerprint", "State", "Language", "Check", "Where", "What", "Decided")
_WORDS = 40


@dataclass(frozen=True, slots=True)
class Choice:
    """What was asked for: fingerprints or their beginnings, and what findings have in common; () for any."""

    fingerprints: tuple[str, ...] = ()
    checks: tuple[str, ...] = ()
    langs: tuple[str, ...] = ()
    values: tuple[str, ...] = ()
    lapsed: bool = False


@dataclass(frozen=True, slots=True)
class Item:
    """A finding with the decision about it; one of the two may be missing."""

    finding: Finding | None
    decision: Decision | None

    @property
    def fingerprint(self) -> str:
        """Of either."""
        return self.finding.fingerprint if self.finding else self.decision.fingerprint if self.decision else ""

    def fits(self, choice: Choice) -> bool:
        """Whether it has all in common that is asked for."""
        about = self.finding or self.decision
        return about is not None and all(
            not wanted or bool(set(wanted) & has)
            for wanted, has in (
                (choice.checks, {about.check}),
                (choice.langs, {about.lang}),
                (choice.values, self._has),
            )
        )

    @property
    def _has(self) -> set[str]:
        if self.finding is None:
            return {self.decision.source, self.decision.target} if self.decision else set()
        words = {place.text for place in (self.finding.source, self.finding.target) if place}
        return {self.finding.source_value, self.finding.target_value, *words}


def read(case: Path, decisions: Path | None) -> tuple[Report, Path]:
    """The report on a case, or the saved one, settled; and the file of decisions. InputError, or click's own."""
    if case.is_file() and case.name != "case.toml":
        if decisions is None:
            raise click.UsageError("for a saved report, --decisions FILE says where decisions stand")
        return settle(read_report(case), read_decisions(decisions).values()), decisions
    found = read_case(case, decisions)
    return found.report, found.path


@dataclass(frozen=True, slots=True)
class CaseRead:
    """A case that was checked as it stands: no translation is made. path: of its decisions."""

    report: Report
    path: Path
    checks: tuple[Check, ...]
    glossary: Glossary


def read_case(case: Path, decisions: Path | None = None) -> CaseRead:
    """Check a case; what cannot be read of it is said on standard error, but a broken file of decisions is an error."""
    from factcheck.cli._options import gate_alone, settings
    from factcheck.cli._report import chosen_checks, chosen_glossary, run_with_progress

    loaded = load_case(case)
    path = decisions or case / "decisions.json"
    held = read_decisions(path)  # before anything is checked
    chosen = settings(gate_alone(None), loaded.settings)
    checks = chosen_checks(chosen)
    report = run_with_progress(loaded, None, checks, chosen)
    tell(report.problems)
    return CaseRead(settle(report, held.values()), path, checks, chosen_glossary(chosen)[0])


def choose(report: Report, choice: Choice, action: str = "") -> list[Item]:
    """What fits, in the order of the report. For an action, only where it would change something, unless it is named by
    its fingerprint. InputError when that is nothing."""
    items = [item for item in _items(report) if item.fits(choice) and (not choice.lapsed or item.finding is None)]
    if choice.fingerprints:
        meant = set(named(choice.fingerprints, [item.fingerprint for item in items]))
        items = [item for item in items if item.fingerprint in meant]
    if action == "undo":
        items = [item for item in items if item.decision]
    elif action:
        items = [item for item in items if item.finding and (choice.fingerprints or _state(item) != action)]
    if action and not items:
        raise InputError("nothing here to decide about", hint="factcheck decide CASE --list shows all findings")
    return items


def _items(report: Report) -> Iterator[Item]:
    decisions = {decision.fingerprint: decision for decision in report.decisions}
    for findings in (report.findings(), report.accepted()):
        for finding in findings:
            yield Item(finding, decisions.get(finding.fingerprint))
    for lapsed in report.lapsed:
        yield Item(None, lapsed)


def _state(item: Item) -> str:
    if item.finding is None:
        return "lapsed"
    return str(item.decision.state) if item.decision else "open"


def row(item: Item) -> Sequence[str]:
    """A row of the table of findings."""
    about, made = item.finding or item.decision, item.decision
    assert about is not None
    decided = f"{made.author}, {made.date[:10]}: {made.reason}".rstrip(": ") if made else ""
    where = _where(item.finding) if item.finding else ""
    what = _what(item)
    return (item.fingerprint, _state(item), about.lang, about.check, where, printable(what), printable(decided))


def _where(finding: Finding) -> str:
    place = finding.target or finding.source
    return printable(f"{place.file or 'text'}:{place.line}") if place else ""


def _what(item: Item) -> str:
    if item.finding:
        words = [place.text if place else "" for place in (item.finding.source, item.finding.target)]
    else:
        words = [item.decision.source, item.decision.target] if item.decision else []
    return " → ".join(text if len(text) <= _WORDS else text[: _WORDS - 1] + "…" for text in words if text)
