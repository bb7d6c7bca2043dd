"""A review under way: the report of a case, which follows the decisions in its file and the texts in theirs."""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from factcheck.articles import read_article
from factcheck.checks import Check
from factcheck.deciding import Written, decision, write
from factcheck.decisions import settle
from factcheck.editing import block_of, edit
from factcheck.errors import FactcheckError, InputError
from factcheck.model import Article, Decision, Finding, Glossary, Place, Report, State
from factcheck.pipeline import check_again, check_article
from factcheck.records import decisions_to_text, read_decisions
from factcheck.reporting import html


class Session:
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
        self.path, self.author, self.checks, self.glossary = path, author, checks, glossary
        self.lock = threading.RLock()
        self.report, self._stamps = report, {article.file: _stamp(article.file) for article in _articles(report)}
        self._settle(read_decisions(path))

    def page(self, only: int | None = None) -> str:
        """The page, as everything is now; only: with the findings of one translation."""
        with self.lock:
            self.refresh()
            return html.render(self.report, review=True, only=only)

    def refresh(self) -> None:
        """Take over what other programs wrote since: decisions, and texts, which are checked again."""
        with self.lock:
            for number, article in enumerate(_articles(self.report), -1):
                now = self._changed(article)
                if now and number < 0:
                    self._compare_with(now)
                elif now:
                    self._replace(number, now)
            decisions = read_decisions(self.path)
            if decisions != self.decisions:
                self._settle(decisions)

    @property
    def texts(self) -> str:
        """A name for the texts as they are, which changes with them."""
        both = "\0".join(article.text for article in _articles(self.report))
        return hashlib.sha256(both.encode("utf-8", "surrogatepass")).hexdigest()[:16]

    @property
    def revision(self) -> str:
        """A name for texts and decisions as they are, which changes with them."""
        held = decisions_to_text(self.decisions.values())
        return hashlib.sha256((self.texts + held).encode("utf-8", "surrogatepass")).hexdigest()[:16]

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
            self._settle(dict(written.decisions))
            return written

    def block(self, number: int, fingerprint: str) -> tuple[int, str, str]:
        """The paragraph of a translation that a finding is about -> the number of its segment, the text as the file has
        it, and the same with the suggestion in it, "" where that is not sure."""
        with self.lock:
            article, finding = self._article(number), self._finding(number, fingerprint)
            if finding.target is None:
                raise InputError("the translation has no such place to edit", hint=f"edit {article.file} itself")
            segment = _segment_of(article, finding.target)
            found = block_of(article, segment)
            if found is None:
                raise InputError("where this paragraph stands in the file is not sure", hint=f"edit {article.file}")
            words, suggestion = finding.target.text, finding.suggestion
            sure = words and suggestion and found.text.count(words) == 1
            return segment, found.text, found.text.replace(words, suggestion) if sure else ""

    def edit(self, number: int, segment: int, old: str, new: str) -> list[str]:
        """Put a paragraph in the place of another -> the checks that find something there now."""
        with self.lock:
            article, decisions = self._article(number), read_decisions(self.path)  # where that fails, nothing is done
            self._replace(number, edit(article.file, article.lang, segment, old, new, self.path.parent))
            self._settle(decisions)
            now = self.report.translations[number]
            found = [f.check for f in now.findings if f.target and _segment_of(now.article, f.target) == segment]
            return list(dict.fromkeys(found))

    def _changed(self, article: Article) -> Article | None:
        """The article as its file has it now, None where it is the same."""
        stamp = _stamp(article.file)
        if stamp == self._stamps[article.file]:
            return None
        try:
            now = read_article(article.file, article.lang)
        except FactcheckError:
            return None  # in the middle of being written by a program that does not write files whole
        self._stamps[article.file] = stamp
        return now if now.text != article.text else None

    def _compare_with(self, source: Article) -> None:
        """Check everything again, with a source that changed."""
        before, texts = self.report, [translation.article for translation in self.report.translations]
        made = check_article(
            source, texts, before.ledger, checks=self.checks, glossary=self.glossary, title=before.title
        )
        self.report = replace(made, problems=tuple(dict.fromkeys((*before.problems, *made.problems))))
        self._settle(self.decisions)

    def _replace(self, number: int, article: Article) -> None:
        made = replace(article, origin=self.report.translations[number].article.origin)
        self.report = check_again(self.report, number, made, checks=self.checks, glossary=self.glossary)
        self._settle(self.decisions)

    def _settle(self, decisions: Mapping[str, Decision]) -> None:
        self.decisions = dict(decisions)
        self.report = settle(self.report, self.decisions.values())

    def _article(self, number: int) -> Article:
        if not 0 <= number < len(self.report.translations):
            raise InputError("only translations can be edited here", hint="edit the file itself")
        return self.report.translations[number].article

    def _finding(self, number: int, fingerprint: str) -> Finding:
        text = self.report.translations[number]
        for finding in (*text.findings, *text.accepted):
            if finding.fingerprint == fingerprint:
                return finding
        raise InputError("the finding is not there any more: the text changed", hint="load the page again")


def _articles(report: Report) -> list[Article]:
    """The source, then the translations."""
    return [article for article in (report.source, *(text.article for text in report.translations)) if article]


def _stamp(file: str) -> tuple[int, int]:
    """What changes when a file is written; (0, 0) where there is none."""
    try:
        stat = Path(file).stat()
    except OSError:
        return 0, 0
    return stat.st_mtime_ns, stat.st_size


def _segment_of(article: Article, place: Place) -> int:
    """The segment that a place is in; of several that were joined, the one with its line."""
    segment = article.segments[place.segment]
    if segment.text == place.context:
        return place.segment
    return max((s.index for s in article.segments[place.segment :] if s.line <= place.line), default=place.segment)
