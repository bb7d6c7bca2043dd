"""Findings with the one place that a program can show them at: a file, a line and, where they are sure, columns."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from factcheck.columns import utf8_length, utf16_length
from factcheck.model import Column, Finding, Place, Report, TranslationReport
from factcheck.reporting._left_out import left_out
from factcheck.reporting._passages import visible
from factcheck.reporting._plain import path, plain
from factcheck.reporting._summary import TextSummary, summaries

_MARKUP = re.compile(r"[\\`*_\[\]<>|#~&]")


@dataclass(frozen=True, slots=True)
class Located:
    """A finding and where to show it. line: 0 where only the file is known; column, end: None where unsure, else the
    first column and the first one behind the words.

    place: the place in the translation, None where it has none; text: the text that the finding is about.
    """

    finding: Finding
    text: TextSummary
    file: str
    line: int
    place: Place | None
    column: Column | None
    end: Column | None

    @property
    def fix(self) -> str:
        """What to write at the place instead, "" where that could do harm: columns unsure, or markup in it."""
        words, suggestion = self.place.text if self.place else "", self.finding.suggestion
        safe = visible(suggestion) == suggestion and set(_MARKUP.findall(suggestion)) <= set(_MARKUP.findall(words))
        return suggestion if self.column and safe else ""

    @property
    def where(self) -> str:
        """ "de.md:7", or only the file."""
        return f"{path(self.file)}:{self.line}" if self.line else path(self.file)

    @property
    def why(self) -> str:
        """Why, in one line; of what is missing in a translation, also that it belongs to the line where it is shown."""
        said = plain(self.finding.message)
        return f"{said} It belongs here." if self.finding.source and not self.place and self.line else said

    @property
    def suggestion(self) -> str:
        """The suggestion, "" where there is none or the message says it already."""
        suggestion = plain(self.finding.suggestion, 200)
        return "" if f"“{suggestion}”" in self.finding.message else suggestion

    @property
    def message(self) -> str:
        """Why, in one line, with the suggestion where there is one, and with what is missing."""
        said, source = self.why, self.finding.source
        if source and not self.place and plain(source.text, 20).rstrip("…") not in said:
            said += f" {path(source.file)}:{source.line}: “{plain(source.text, 80)}”"
        return f"{said} Suggestion: “{self.suggestion}”." if self.suggestion else said


def located(report: Report) -> list[Located]:
    """All findings in the order of the report.

    What is missing in a translation is shown in the translation, at the line behind which it should stand.
    """
    texts = list(summaries(report))
    rows = [at(finding, texts[0]) for finding in report.source_findings]
    for text, translation in zip(texts[report.source is not None :], report.translations, strict=True):
        gaps = _gaps(translation) if any(not finding.target for finding in translation.findings) else {}
        rows += [at(finding, text, gaps) for finding in translation.findings]
    return rows


def apart(report: Report) -> list[tuple[Located, str, str]]:
    """All findings that are left out, each with its state and the reason, as of LeftOut."""
    texts = list(summaries(report))
    first = int(report.source is not None)
    rows = list(left_out(report))
    missing = {one.number for one in rows if one.number >= 0 and not one.finding.target}
    gaps = {number: _gaps(report.translations[number]) for number in missing}
    return [
        (at(one.finding, texts[one.number + first], gaps.get(one.number, {})), one.state, one.reason) for one in rows
    ]


def worst_first(rows: Iterable[Located]) -> list[Located]:
    """Errors before warnings before notes, else in the same order."""
    return sorted(rows, key=lambda row: -row.finding.severity.rank)


def end_of(place: Place) -> Column | None:
    """The column right behind the words of a place; None where its columns are unsure."""
    words, column = place.text, place.column
    if column is None:
        return None
    characters, utf16, utf8 = len(words), utf16_length(words), utf8_length(words)
    return Column(column.characters + characters, column.utf16 + utf16, column.utf8 + utf8)


def at(finding: Finding, text: TextSummary, gaps: Mapping[int, int] = MappingProxyType({})) -> Located:
    """A finding in a text. gaps: for segments of the source without counterpart, the line behind which they belong."""
    place = finding.target
    if place:
        return Located(finding, text, place.file, place.line, place, place.column, end_of(place))
    line = gaps.get(finding.source.segment, 0) if finding.source else 0
    return Located(finding, text, text.file, line, None, None, None)


def _gaps(translation: TranslationReport) -> Mapping[int, int]:
    """For each segment of the source without counterpart: the line of the translation behind which it should stand."""
    return dict(_walk(translation))


def _walk(translation: TranslationReport) -> Iterator[tuple[int, int]]:
    line = 1
    for pair in translation.pairs:
        if pair.target:
            line = pair.target.line_at(len(pair.target.text))
        elif pair.source:
            yield pair.source.index, line
