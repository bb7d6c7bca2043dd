"""The report of a case under review, which follows the decisions in their file and the texts in theirs."""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from factcheck.articles import read_article
from factcheck.checks import Check
from factcheck.decisions import settle
from factcheck.errors import FactcheckError
from factcheck.model import Article, Decision, Glossary, Report
from factcheck.pipeline import check_again, check_article
from factcheck.records import decisions_to_text, read_decisions


class Followed:
    """A report that takes over what other programs write. Its methods may be called from several threads."""

    def __init__(
        self, report: Report, path: Path, checks: Sequence[Check] | None = None, glossary: Glossary | None = None
    ) -> None:
        """report: of a case, on files; path: of its decisions. InputError where that is broken."""
        self.path, self.checks, self.glossary, self.lock = path, checks, glossary, threading.RLock()
        self.report, self._stamps = report, {article.file: _stamp(article.file) for article in articles(report)}
        self.unread: dict[str, str] = {}
        """Files that cannot be read any more, and why; the report is on their texts as they were."""
        self.settle(read_decisions(path))

    def refresh(self) -> None:
        """Take over what others wrote since: decisions, and texts, which are checked again. InputError where the
        decisions are broken."""
        with self.lock:
            for number, article in enumerate(articles(self.report), -1):
                now = self._changed(article)
                if now and number < 0:
                    self._compare_with(now)
                elif now:
                    self.replace(number, now)
            decisions = read_decisions(self.path)
            if decisions != self.decisions:
                self.settle(decisions)

    @property
    def texts(self) -> str:
        """A name for the texts as they are, which changes with them."""
        return _hash("\0".join(article.text for article in articles(self.report)))

    @property
    def revision(self) -> str:
        """A name for texts and decisions as they are, which changes with them."""
        return _hash(self.texts + decisions_to_text(self.decisions.values()))

    def replace(self, number: int, article: Article) -> None:
        """Check a translation again, by its number, as it is now."""
        made = replace(article, origin=self.report.translations[number].article.origin)
        self.report = check_again(self.report, number, made, checks=self.checks, glossary=self.glossary)
        self._stamps[article.file] = _stamp(article.file)
        self.settle(self.decisions)

    def settle(self, decisions: Mapping[str, Decision]) -> None:
        """Take decisions for those that hold now."""
        self.decisions = dict(decisions)
        self.report = settle(self.report, self.decisions.values())

    def _changed(self, article: Article) -> Article | None:
        """The article as its file has it now, None where it is the same, or cannot be read."""
        stamp = _stamp(article.file)
        if stamp == self._stamps[article.file]:
            return None
        try:
            now = read_article(article.file, article.lang)
        except (
            FactcheckError
        ) as error:  # or in the middle of being written by a program that does not write files whole
            self.unread[article.file] = str(error)
            return None
        self.unread.pop(article.file, None)
        self._stamps[article.file] = stamp
        return now if now.text != article.text else None

    def _compare_with(self, source: Article) -> None:
        """Check everything again, with a source that changed."""
        before, texts = self.report, [translation.article for translation in self.report.translations]
        made = check_article(
            source, texts, before.ledger, checks=self.checks, glossary=self.glossary, title=before.title
        )
        self.report = replace(made, problems=tuple(dict.fromkeys((*before.problems, *made.problems))))
        self.settle(self.decisions)


def articles(report: Report) -> list[Article]:
    """The source, then the translations."""
    return [article for article in (report.source, *(text.article for text in report.translations)) if article]


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _stamp(file: str) -> tuple[int, int]:
    """What changes when a file is written; (0, 0) where there is none."""
    try:
        stat = Path(file).stat()
    except OSError:
        return 0, 0
    return stat.st_mtime_ns, stat.st_size
