"""Texts without a source: article -> segments -> claims -> findings -> report."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from . import facts
from .articles import parse_article
from .checks import Check, TextContext
from .columns import with_columns
from .decisions import settle
from .gathering import gather_texts
from .model import Article, Finding, Glossary, Ledger, Report, TranslationReport
from .pipeline import extract_article
from .rules import Rules, made_by, rules_of
from .running import check_alone, leave_out
from .suppression import broken_comments


def lint_files(
    files: Sequence[Path],
    lang: str = "",
    ledger: Path | None = None,
    *,
    decisions: Path | None = None,
    checks: Sequence[Check] | None = None,
    glossary: Glossary | None = None,
    checked: Callable[[str], None] | None = None,
) -> Report:
    """Files, each read alone -> the report, with what could not be read among its problems.

    lang: of every file, "" to read it from each name; ledger: what the texts are known to state; decisions: a file
    that holds some; checked: told each file when its turn comes.
    """
    texts = gather_texts(files, lang, ledger, decisions)
    report = lint_articles(_told(texts.translations, checked), texts.ledger, checks=checks, glossary=glossary)
    report = replace(report, problems=(*texts.problems, *report.problems))
    return settle(report, texts.decisions.values())


def _told(articles: Iterable[Article], tell: Callable[[str], None] | None) -> Iterator[Article]:
    for article in articles:
        if tell:
            tell(article.file)
        yield article


def lint(
    text: str | Article,
    lang: str = "en",
    ledger: Ledger | None = None,
    *,
    checks: Sequence[Check] | None = None,
    glossary: Glossary | None = None,
) -> list[Finding]:
    """A text alone -> what is garbled in it, sorted by place. lang: of a text given as a string, which is read as
    Markdown. Raises LanguageError, and InputError for a text without words."""
    article = parse_article(text, lang) if isinstance(text, str) else text
    return list(lint_articles([article], ledger, checks=checks, glossary=glossary).findings())


def lint_articles(
    articles: Iterable[Article],
    ledger: Ledger | None = None,
    *,
    checks: Sequence[Check] | None = None,
    glossary: Glossary | None = None,
) -> Report:
    """Texts, each alone -> the report, which has no source. Raises LanguageError."""
    rules = rules_of(checks, ledger, glossary)
    reports = tuple(_check_text(article, rules) for article in articles)
    report = Report(
        source=None,
        source_claims=(),
        source_findings=(),
        translations=reports,
        ledger=rules.ledger,
        headline=facts.headline(rules.ledger, None, (), reports),
        problems=broken_comments(report.article for report in reports),
        made_by=made_by(rules.checks),
    )
    return with_columns(report)


def _check_text(article: Article, rules: Rules) -> TranslationReport:
    claims = extract_article(article)
    context = TextContext(article, claims, rules.ledger, glossary=rules.glossary)
    found, suppressed = leave_out(check_alone(context, rules.checks), article, rules.checks)
    return TranslationReport(article, (), claims, found, suppressed=suppressed)
