"""What the commands that decide read, and the rows that they show."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from factcheck.cases import load_case
from factcheck.checks import Check
from factcheck.cli._choosing import Item
from factcheck.cli._console import printable, tell
from factcheck.deciding import author as at_work
from factcheck.deciding import decision, write
from factcheck.decisions import settle
from factcheck.model import Finding, Glossary, Report, State
from factcheck.records import read_decisions, read_report
from factcheck.reporting._wording import decided_by

HEAD = ("Fingerprint", "State", "Language", "Check", "Where", "What", "Decided")
_WORDS = 40


def read(case: Path, decisions: Path | None) -> tuple[Report, Path | None]:
    """The report on a case, or the saved one (.json), settled; and the file of decisions, None where a saved one has
    none. InputError."""
    if case.suffix == ".json":
        held = read_decisions(decisions).values() if decisions else ()
        return settle(read_report(case), held), decisions
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


def decide(items: Sequence[Item], path: Path, action: str, author: str | None, reason: str) -> str:
    """Write what was decided about these into a file of decisions, and say so. action: a state, or "undo". author: None
    for the one at work. InputError where a reason is missing or the file is broken."""
    if action == "undo":
        write(path, {item.fingerprint: None for item in items})
        return f"undone in {path}: {len(items)}"
    name = author or at_work(path.parent)
    new = [decision(item.finding, State(action), name, reason) for item in items if item.finding]
    write(path, {made.fingerprint: made for made in new})
    return f"{action} in {path}: {len(new)}"


def row(item: Item) -> Sequence[str]:
    """A row of the table of findings."""
    about, made = item.finding or item.decision, item.decision
    assert about is not None
    decided = decided_by(made) if made else ""
    where = _where(item.finding) if item.finding else ""
    what = _what(item)
    return (item.fingerprint, item.state, about.lang, about.check, where, printable(what), printable(decided))


def _where(finding: Finding) -> str:
    place = finding.target or finding.source
    return printable(f"{place.file or 'text'}:{place.line}") if place else ""


def _what(item: Item) -> str:
    if item.finding:
        words = [place.text if place else "" for place in (item.finding.source, item.finding.target)]
    else:
        words = [item.decision.source, item.decision.target] if item.decision else []
    return " → ".join(text if len(text) <= _WORDS else text[: _WORDS - 1] + "…" for text in words if text)
