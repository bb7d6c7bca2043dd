"""What every report says before the findings: what it is about, and a row a text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from factcheck.model import Article, Claim, Finding, Report, Severity
from factcheck.reporting._wording import SEVERITIES, counted, language_name


@dataclass(frozen=True, slots=True)
class TextSummary:
    """One text in figures. anchor: its name within the report ("de", "de-2" for a second German text).

    name: of its language, with its file where there are several in it; of its file alone where texts were read
    without a source. A file is named without its folder if that is enough to tell it apart.

    counts: findings by severity; checks: findings by check, most first.
    """

    anchor: str
    lang: str
    name: str
    file: str
    origin: str
    note: str
    segments: int
    claims: int
    counts: Mapping[Severity, int]
    checks: tuple[tuple[str, int], ...]


def summaries(report: Report) -> tuple[TextSummary, ...]:
    """The source if there is one, then every other text."""
    source = report.source
    texts = [(source, report.source_claims, report.source_findings, "source", "", "")] if source else []
    texts += [(t.article, t.claims, t.findings, t.article.origin, t.note, t.back_from) for t in report.translations]
    names = Counter(Path(article.file).name for article, *_ in texts)
    files = Counter(article.file for article, *_ in texts)
    langs = Counter((article.lang, back) for article, *_, back in texts)
    seen: Counter[str] = Counter()
    rows = []
    for article, claims, findings, origin, note, back in texts:
        seen[article.lang] += 1
        number = seen[article.lang]
        anchor = article.lang if number == 1 else f"{article.lang}-{number}"
        short = Path(article.file).name
        short = short if names[short] == 1 else article.file
        name = language_name(article.lang) if source or not short else short
        name = f"{name}, {language_name(article.lang)}" if not source and short and files[article.file] > 1 else name
        name = f"{name}, {short}" if source and short and langs[article.lang, back] > 1 else name
        name = f"{name}, back from {language_name(back)}" if back else name
        rows.append(_summary(anchor, name, article, claims, findings, origin, note))
    return tuple(rows)


def _summary(
    anchor: str,
    name: str,
    article: Article,
    claims: Sequence[Claim],
    findings: Sequence[Finding],
    origin: str,
    note: str,
) -> TextSummary:
    return TextSummary(
        anchor=anchor,
        lang=article.lang,
        name=name,
        file=article.file,
        origin=origin,
        note=note,
        segments=len(article.segments),
        claims=len(claims),
        counts=count(findings),
        checks=tuple(sorted(Counter(f.check for f in findings).items(), key=lambda item: (-item[1], item[0]))),
    )


def count(findings: Iterable[Finding]) -> Mapping[Severity, int]:
    """Findings by severity, every severity named, worst first."""
    found = Counter(finding.severity for finding in findings)
    return {severity: found[severity] for severity in SEVERITIES}


def texts_counted(report: Report) -> str:
    """ "2 translations"; "2 texts" where nothing was translated."""
    words = ("translation", "translations") if report.source else ("text", "texts")
    return counted(len(report.translations), *words)


def subject(report: Report) -> str:
    """What the report is about: "article.en.md and 2 translations", "notes.de.md", "3 texts"."""
    if report.source:
        return f"{report.source.file or 'a text from memory'} and {texts_counted(report)}"
    if len(report.translations) == 1:
        return report.translations[0].article.file or "a text from memory"
    return texts_counted(report)
