"""What every report says before the findings: a row a text, and the table of headline claims."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from factcheck.errors import LanguageError
from factcheck.model import Article, Claim, Decision, Fact, FactCell, Finding, Report, Severity

STATES = {"right": ("✓", "as the ledger states it"), "changed": ("✗", "differs"), "missing": ("–", "not found")}
"""The states of FactCell: symbol and meaning. A symbol, because not everyone tells colours apart."""

SEVERITIES = {
    Severity.ERROR: ("●", "error", "errors"),
    Severity.WARNING: ("▲", "warning", "warnings"),
    Severity.INFO: ("○", "note", "notes"),
}
"""The severities, worst first: symbol, and the word for one and for several."""


DECIDED = {"open": ("Open", "open"), "to-fix": ("To fix", "to be fixed"), "accepted": ("Accepted", "accepted")}
"""What people made of findings: for one, and for a number of them."""

LEFT_OUT = {
    "suppressed": ("Suppressed", "suppressed", "by a comment in the text"),
    "known": ("Known", "known", "from the baseline"),
}
"""What else is no part of the findings: for one, for a number of them, and why."""


@dataclass(frozen=True, slots=True)
class TextSummary:
    """One text in figures. anchor: its name within the report ("de", "de-2" for a second German text).

    name: of its language; of its file where texts in any languages were read without a source, without its folder if
    that is enough to tell it apart.

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
    seen: Counter[str] = Counter()
    rows = []
    for article, claims, findings, origin, note, back in texts:
        seen[article.lang] += 1
        number = seen[article.lang]
        anchor = article.lang if number == 1 else f"{article.lang}-{number}"
        short = Path(article.file).name
        name = language_name(article.lang) if source or not short else short if names[short] == 1 else article.file
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


def in_words(counts: Mapping[Severity, int]) -> str:
    """ "2 errors, 1 warning"; severities without findings are left out, except in "no findings"."""
    parts = [counted(number, *SEVERITIES[severity][1:]) for severity, number in counts.items() if number]
    return ", ".join(parts) or "no findings"


def left_out(report: Report) -> int:
    """How many findings the report leaves out because a baseline knows them."""
    told = report.made_by.get("baseline")
    known = told.get("known", 0) if isinstance(told, Mapping) else 0
    return known if isinstance(known, int) else 0


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


def counted(number: int, one: str, several: str) -> str:
    """ "1 error", "1,200 errors"."""
    return f"{number:,} {one if number == 1 else several}"


def headline(report: Report) -> tuple[tuple[Fact, ...], tuple[tuple[TextSummary, tuple[FactCell | None, ...]], ...]]:
    """The headline facts, and for each text what it states for each of them; None where nobody looked.

    Of several texts in one language, each takes the next cell. Texts without any cell are left out. No facts, no
    rows: the case has no ledger or no headline in it.
    """
    cells: dict[tuple[str, str], list[FactCell]] = {}
    for cell in report.headline:
        cells.setdefault((cell.lang, cell.fact), []).append(cell)
    shown = {cell.fact for cell in report.headline}
    facts = tuple(fact for fact in report.ledger.facts if fact.id in shown)
    rows = []
    for text in summaries(report):
        waiting = [cells.get((text.lang, fact.id), []) for fact in facts]
        row = tuple(queue.pop(0) if queue else None for queue in waiting)
        rows += [(text, row)] if any(row) else []
    return facts, tuple(rows)


def decided_by(decision: Decision) -> str:
    """Who, when and why: "Ada, 2026-03-14: the agency corrected it"."""
    return f"{decision.author}, {decision.date[:10]}: {decision.reason}".rstrip(": ")


def language_name(code: str) -> str:
    """The English name of a language; the code itself where the data know no name."""
    from factcheck import languages

    try:
        return languages.name(code)
    except LanguageError:
        return code
