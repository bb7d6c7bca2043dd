"""MQM, the trade's count of translation errors, as the tab-separated table that the viewer Marot reads.

A row a finding: an error is major (5 points), a warning minor (1), a note neutral (0). Before the rows of a text one
without a rater holds its score in the column of metadata: points per 1,000 words of the source (of the text itself
where it was read alone), so 0 is best. Words are runs of letters and digits, and every letter of a script that writes
words without blanks between them.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from factcheck.model import Article, Finding, Place, Report, Severity, TranslationReport
from factcheck.reporting._plain import cell, path, plain

COLUMNS = (
    "system", "doc", "docSegId", "globalSegId", "rater", "source", "target", "category", "severity", "metadata",
)  # fmt: skip
WHOLE_TEXTS = True
"""It says things of whole texts, so there is none of a bitext."""

SEVERITIES = {Severity.ERROR: ("major", 5), Severity.WARNING: ("minor", 1), Severity.INFO: ("neutral", 0)}
COUNTED = "(5 * major + 1 * minor) * 1000 / words"

_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_WORD = re.compile(rf"[{_UNSPACED}]|[^\W_{_UNSPACED}]+")
_LONGEST = 20_000


def render(report: Report) -> str:
    """The table, with the columns named in the first row; only translations, in the order of the report."""
    rows = [COLUMNS, *(row for text in report.translations for row in _text(report.source, text))]
    return "".join("\t".join(row) + "\n" for row in rows)


def words(article: Article) -> int:
    """How many words a text has; code is not counted."""
    return sum(len(_WORD.findall(segment.text)) for segment in article.segments if segment.kind != "code")


def _text(source: Article | None, text: TranslationReport) -> Iterator[Sequence[str]]:
    article = text.article
    langs = f"{source.lang}-{article.lang}" if source else article.lang
    doc = cell(f"{path((source or article).file)}:{langs}")
    system = cell(article.origin or path(article.file))
    yield system, doc, "0", "0", "", "", "", "", "", _json(_score(text, words(source or article)))
    numbers = {pair.target.index: pair.source.index for pair in text.pairs if pair.source and pair.target}
    for finding in text.findings:
        yield system, doc, *_row(finding, numbers)


def _score(text: TranslationReport, number: int) -> dict[str, Any]:
    counts = Counter(SEVERITIES[finding.severity] for finding in text.findings)
    points = sum(weight * count for (_, weight), count in counts.items())
    score = {"score": round(points * 1000 / number, 2)} if number else {}
    named = {name: counts[name, weight] for name, weight in SEVERITIES.values()}
    out = {"suppressed": len(text.suppressed), "accepted": len(text.accepted), "known": len(text.known)}
    told = {state: count for state, count in out.items() if count}
    return {**score, **named, **told, "words": number, "counted": COUNTED}


def _row(finding: Finding, numbers: Mapping[int, int]) -> Sequence[str]:
    texts = _marked(finding.source), _marked(finding.target)
    severity, _ = SEVERITIES[finding.severity]
    note = {"check": plain(finding.check), "note": plain(finding.message), "fingerprint": finding.fingerprint}
    suggestion = {"suggestion": plain(finding.suggestion)} if finding.suggestion else {}
    category = cell(finding.category or "Other")
    return _number(finding, numbers), "0", "factcheck", *texts, category, severity, _json(note | suggestion)


def _number(finding: Finding, numbers: Mapping[int, int]) -> str:
    """The segment of the source, from 1, that a finding is about; of the text itself where it was read alone."""
    if finding.source:
        return str(finding.source.segment + 1)
    at = finding.target.segment if finding.target else -1
    return str(numbers.get(at, at) + 1)


def _marked(place: Place | None) -> str:
    """The text of a segment with the words of the place between <v> and </v>."""
    if place is None:
        return ""
    (start, end), text = place.span, place.context
    before, words, after = (plain(part, _LONGEST).replace("<", "&lt;") for part in _cut(text, start, end))
    return cell(f"{before}<v>{words}</v>{after}", 3 * _LONGEST)


def _cut(text: str, start: int, end: int) -> tuple[str, str, str]:
    return text[:start], text[start:end], text[end:]


def _json(record: dict[str, Any]) -> str:
    return json.dumps(record, ensure_ascii=False)
