"""What is no part of the findings: what a comment suppresses, a person accepted, or a baseline knows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from factcheck.model import Finding, Report, Suppressed
from factcheck.reporting._wording import DECIDED, LEFT_OUT, decided_by

STATES = ("suppressed", "accepted", "known")


class LeftOut(NamedTuple):
    """A finding that is left out. number: of its translation, -1 for the source; state: one of STATES; reason: as
    whoever left it out gave it, or "".
    """

    number: int
    finding: Finding
    state: str
    reason: str = ""


def left_out(report: Report) -> Iterator[LeftOut]:
    """All findings that are left out, text by text."""
    made = {decision.fingerprint: decided_by(decision) for decision in report.decisions}
    nothing: tuple[Suppressed, ...] = ()
    texts = [(nothing, report.source_accepted, report.source_known)]
    texts += [(text.suppressed, text.accepted, text.known) for text in report.translations]
    for number, (suppressed, accepted, known) in enumerate(texts, -1):
        yield from (LeftOut(number, one.finding, "suppressed", one.reason) for one in suppressed)
        yield from (LeftOut(number, finding, "accepted", made.get(finding.fingerprint, "")) for finding in accepted)
        yield from (LeftOut(number, finding, "known") for finding in known)


def counts(report: Report) -> Mapping[str, int]:
    """How many are left out, by state; only states of which there are any. A saved report may only say how many a
    baseline knows."""
    found = Counter(one.state for one in left_out(report))
    found["known"] = max(found["known"], known_before(report))
    return {state: found[state] for state in STATES if found[state]}


def known_before(report: Report) -> int:
    """How many findings the report says it leaves out because a baseline knows them."""
    told = report.made_by.get("baseline")
    known = told.get("known", 0) if isinstance(told, Mapping) else 0
    return known if isinstance(known, int) else 0


def counted_out(report: Report) -> str:
    """ "2 suppressed, 1 accepted", or ""."""
    words = {**DECIDED, **LEFT_OUT}
    return ", ".join(f"{number:,} {words[state][1]}" for state, number in counts(report).items())
