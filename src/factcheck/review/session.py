"""A review under way: its page, and what is decided on it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from factcheck.checks import Check
from factcheck.deciding import Written, decision, write
from factcheck.errors import InputError
from factcheck.model import Article, Decision, Finding, Glossary, Report, State
from factcheck.reporting import html
from factcheck.review.following import Followed


class Session(Followed):
    """What the pages of one server share. Its methods may be called from several threads; each raises InputError, in
    words for the reviewer, where something cannot be done, and leaves the files as they were then."""

    def __init__(
        self,
        report: Report,
        path: Path,
        author: str,
        checks: Sequence[Check] | None = None,
        glossary: Glossary | None = None,
    ) -> None:
        """report: of a case, on files; path: of its decisions; author: of what is decided here."""
        super().__init__(report, path, checks, glossary)
        self.author = author

    def page(self, only: int | None = None) -> Iterator[str]:
        """The page in parts, as everything is now; only: with the findings of one translation."""
        with self.lock:
            self.refresh()
            return html.page(self.report, review=True, only=only)

    def pairs(self, number: int) -> str:
        """A translation beside its source, as a part of the page."""
        with self.lock:
            self.article(number)
            return html.side_by_side(self.report, number)

    def decide(
        self, fingerprints: Sequence[str], state: str, reason: str, seen: Mapping[str, Decision | None]
    ) -> Written:
        """Decide about findings: state is a State, or "open" to take back what was decided. seen: as for write."""
        with self.lock:
            by = {finding.fingerprint: finding for finding in (*self.report.findings(), *self.report.accepted())}
            gone = [key for key in fingerprints if key not in by]
            if gone:
                raise InputError("the finding is not there any more: the text changed", hint="load the page again")
            new = None if state == "open" else State(state)
            made = {key: decision(by[key], new, self.author, reason) if new else None for key in fingerprints}
            return self.restore(made, seen)

    def restore(self, changes: Mapping[str, Decision | None], seen: Mapping[str, Decision | None]) -> Written:
        """Write decisions as they are given; what others wrote meanwhile stays, as a conflict."""
        with self.lock:
            written = write(self.path, changes, seen)
            self.settle(written.decisions)
            return written

    def article(self, number: int) -> Article:
        """A translation by its number."""
        if not 0 <= number < len(self.report.translations):
            raise InputError("only translations can be edited here", hint="edit the file itself")
        return self.report.translations[number].article

    def finding(self, number: int, fingerprint: str) -> Finding:
        """A finding in a translation."""
        self.article(number)
        text = self.report.translations[number]
        for finding in (*text.findings, *text.accepted):
            if finding.fingerprint == fingerprint:
                return finding
        raise InputError("the finding is not there any more: the text changed", hint="load the page again")
