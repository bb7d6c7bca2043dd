"""Findings and decisions to choose from on the command line, by their fingerprints or what they have in common."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.deciding import named
from factcheck.errors import InputError
from factcheck.model import Decision, Finding, Report


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

    @property
    def state(self) -> str:
        """ "open", "accepted", "to-fix", or "lapsed"."""
        if self.finding is None:
            return "lapsed"
        return str(self.decision.state) if self.decision else "open"

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
        items = [item for item in items if item.finding and (choice.fingerprints or item.state != action)]
    if action and not items and not choice.lapsed:
        raise InputError("nothing here to decide about", hint="factcheck decide CASE --list shows all findings")
    return items


def _items(report: Report) -> Iterator[Item]:
    decisions = {decision.fingerprint: decision for decision in report.decisions}
    for findings in (report.findings(), report.accepted()):
        for finding in findings:
            yield Item(finding, decisions.get(finding.fingerprint))
    for lapsed in report.lapsed:
        yield Item(None, lapsed)
