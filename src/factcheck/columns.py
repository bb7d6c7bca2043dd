"""Columns: where in its line of the file a place begins, as far as the file itself shows it.

A segment is a block without its markup, so an offset in it is no column. The words of a place are looked for in the
line; where they stand there more than once, the text around them decides, and where that does not, nothing is said.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice, takewhile

from .model import Article, Column, Finding, Place, Report

_AROUND = 64
_CANDIDATES = 50


def with_columns(report: Report) -> Report:
    """The report whose findings say the columns of their places, where the whole texts of its articles are there."""
    source = _lines(report.source)
    translations = []
    for translation in report.translations:
        lines = _lines(translation.article) if translation.findings else ()
        findings = tuple(_with_columns(finding, source, lines) for finding in translation.findings)
        translations.append(replace(translation, findings=findings))
    own = tuple(_with_columns(finding, source, source) for finding in report.source_findings)
    return replace(report, source_findings=own, translations=tuple(translations))


def column_of(place: Place, line: str) -> Column | None:
    """Where in its line of the file a place begins; None where the words are not there, or nobody can tell which."""
    found = list(islice(_occurrences(line, place.text), _CANDIDATES + 1)) if place.text else []
    if not found or len(found) > _CANDIDATES:
        return None
    weights = [_agreement(place, line, at) for at in found]
    best = max(weights)
    if weights.count(best) > 1:
        return None
    before = line[: found[weights.index(best)]]
    return Column(len(before) + 1, utf16_length(before) + 1, utf8_length(before) + 1)


def utf16_length(text: str) -> int:
    """How many code units a text takes in UTF-16."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def utf8_length(text: str) -> int:
    """How many bytes a text takes in UTF-8."""
    return len(text) if text.isascii() else len(text.encode("utf-8", "surrogatepass"))


def _lines(article: Article | None) -> Sequence[str]:
    return article.text.split("\n") if article else ()


def _with_columns(finding: Finding, source: Sequence[str], target: Sequence[str]) -> Finding:
    return replace(finding, source=_placed(finding.source, source), target=_placed(finding.target, target))


def _placed(place: Place | None, lines: Sequence[str]) -> Place | None:
    if place is None or place.line > len(lines):
        return place
    return replace(place, column=column_of(place, lines[place.line - 1]))


def _occurrences(line: str, words: str) -> Iterator[int]:
    at = line.find(words)
    while at >= 0:
        yield at
        at = line.find(words, at + 1)


def _agreement(place: Place, line: str, at: int) -> int:
    """How many characters around the words are the same in the segment and in the line, on both sides."""
    start, end = place.span
    after = at + len(place.text)
    before = _same(reversed(place.context[max(0, start - _AROUND) : start]), reversed(line[max(0, at - _AROUND) : at]))
    return before + _same(place.context[end : end + _AROUND], line[after : after + _AROUND])


def _same(one: Iterable[str], two: Iterable[str]) -> int:
    return sum(1 for _ in takewhile(lambda both: both[0] == both[1], zip(one, two, strict=False)))
