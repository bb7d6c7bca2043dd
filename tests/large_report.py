"""A report as of a whole site: thousands of findings in fifteen texts, each in a pair of paragraphs of its own."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from factcheck.model import Article, Finding, Pair, Place, Report, Segment, Severity, TranslationReport
from sample_report import sample

LANGS = ("ar", "de", "el", "es", "fi", "fr", "hi", "id", "it", "ja", "ko", "pt", "ru", "tr", "zh")
KINDS = (
    ("scale-changed", Severity.ERROR),
    ("number-changed", Severity.ERROR),
    ("claim-missing", Severity.WARNING),
    ("name-garbled", Severity.ERROR),
    ("hedge-changed", Severity.WARNING),
    ("untranslated", Severity.INFO),
    ("date-changed", Severity.ERROR),
)
_PLAIN = {"ar": 2, "ja": 1, "zh": 1}
"""Which of the sample's texts stands for a language; German for others."""


@cache
def large(findings: int = 5_000) -> Report:
    """A report with so many findings."""
    source = _article("en", "article.en.md", findings // len(LANGS) + 1)
    numbers = [findings // len(LANGS) + (at < findings % len(LANGS)) for at in range(len(LANGS))]
    texts = tuple(_checked(source, lang, number) for lang, number in zip(LANGS, numbers, strict=True))
    return replace(sample(), source=source, source_claims=(), source_findings=(), translations=texts, headline=())


def _article(lang: str, file: str, segments: int) -> Article:
    report = sample()
    text = report.translations[_PLAIN.get(lang, 0)].article if lang in LANGS else report.source
    assert text
    words = text.segments[1].text
    texts = (f"{words} {number}: {lang} {number * 7:,}, {words}" for number in range(segments))
    return Article(lang, tuple(Segment(at, text, line=2 * at + 1) for at, text in enumerate(texts)), file)


def _checked(source: Article, lang: str, number: int) -> TranslationReport:
    article = _article(lang, f"translations/{lang}.md", number)
    found = tuple(_finding(source, article, at) for at in range(number))
    pairs = tuple(Pair(*both) for both in zip(source.segments, article.segments, strict=False))
    return TranslationReport(article, pairs, (), found)


def _finding(source: Article, target: Article, at: int) -> Finding:
    check, severity = KINDS[min(at % 11, (at + LANGS.index(target.lang)) % 7)]
    one, two = _place(source, at), _place(target, at)
    message = f"The source states “{one.text}”, the translation “{two.text}”: 7 times too large."
    values = (f"{at} USD", f"{at * 7} USD", "Accuracy/Mistranslation", str(at))
    return Finding(check, severity, 0.95, message, one, two, *values, lang=target.lang)


def _place(text: Article, at: int) -> Place:
    segment = text.segments[at]
    words = f"{text.lang} {at * 7:,}"
    start = segment.text.index(words)
    return Place(text.file, at, segment.line, (start, start + len(words)), words, segment.text)
