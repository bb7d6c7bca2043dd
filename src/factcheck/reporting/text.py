"""The report for a terminal: figures, headline claims, then each finding with both places marked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from factcheck.model import Decision, Finding, Place, Report
from factcheck.reporting._closing import not_checked, tidying, verdict
from factcheck.reporting._lines import Paint, columns, labelled, marked
from factcheck.reporting._located import Located
from factcheck.reporting._notices import Notice
from factcheck.reporting._passages import visible
from factcheck.reporting._summary import TextSummary, count, subject, summaries
from factcheck.reporting._tables import headline_table, summary_table
from factcheck.reporting._wording import SEVERITIES, decided_by, in_words

MIN_WIDTH, MAX_WIDTH = 30, 200
HEAD = ""


def render(report: Report, color: bool = False, width: int = 100) -> str:
    """The report as text, at most `width` columns wide (30 to 200), with ANSI colours if `color`.

    Only a line that says file and line may be longer: nobody could open half a path.
    Says nothing about the terminal by itself: the caller knows whether it has one and what NO_COLOR says. East Asian
    letters are two columns wide. In texts that run from right to left, places stand between >> and <<, because
    terminals move such text about and a mark below it would point anywhere.
    """
    width = max(MIN_WIDTH, min(width, MAX_WIDTH))
    paint = Paint(color)
    texts = summaries(report)
    blocks = [
        list(_header(report, paint, width)),
        summary_table(texts, color, width) if texts else [],
        headline_table(report, color, width),
        *_findings(report, texts, paint, width),
        list(not_checked(report.problems, paint, width)),
        list(tidying(report, paint, width)),
        [paint(line, "bold") for line in labelled("", verdict(report), width)],
    ]
    return "\n\n".join("\n".join(line.rstrip() for line in block) for block in blocks if block) + "\n"


def row(row: Located) -> str:
    """A finding in one line."""
    return f"{row.where}: {row.finding.severity} {visible(row.finding.check)}: {visible(row.finding.message)}\n"


def notice(notice: Notice) -> str:  # noqa: ARG001
    """Nothing: standard error names it."""
    return ""


def _header(report: Report, paint: Paint, width: int) -> Iterator[str]:
    if report.title and not (report.source and report.title == Path(report.source.file).name):
        yield from (paint(line, "bold") for line in labelled("", visible(report.title), width))
    if report.source or report.translations:
        yield from labelled("", f"{visible(subject(report))}: {in_words(count(report.findings()))}", width)


def _findings(report: Report, texts: Sequence[TextSummary], paint: Paint, width: int) -> Iterator[list[str]]:
    groups = [translation.findings for translation in report.translations]
    groups = [report.source_findings, *groups] if report.source else groups
    source_lang = report.source.lang if report.source else ""
    decided = {decision.fingerprint: decision for decision in report.decisions}
    for text, findings in zip(texts, groups, strict=True):
        if findings:
            yield [paint(_rule(text, width), "bold")]
        for finding in findings:
            decision = decided.get(finding.fingerprint) if decided else None
            yield list(_finding(finding, text.file, source_lang, decision, paint, width))


def _rule(text: TextSummary, width: int) -> str:
    title = f"{visible(text.name)}: {in_words(text.counts)}"
    if columns(title) + 3 > width:
        return "\n".join(labelled("", title, width))
    head = f"── {title} "
    return head + "─" * (width - columns(head))


def _finding(
    finding: Finding, file: str, source_lang: str, decision: Decision | None, paint: Paint, width: int
) -> Iterator[str]:
    """Where and what; the two sentences; why; what would be right."""
    symbol, word, _ = SEVERITIES[finding.severity]
    style = str(finding.severity)
    yield from _heading((f"{_where(finding, file)}:", f"{symbol} {word}", visible(finding.check)), style, paint, width)
    sides = [(finding.source, source_lang), (finding.target, finding.lang or "  ")]
    gutter = max(5, *(len(_gutter(place, lang)) for place, lang in sides))
    for place, lang in sides:
        if place is not None:
            yield from marked(place, _gutter(place, lang).rjust(gutter), style, paint, width)
    yield from labelled("why".rjust(gutter), visible(finding.message), width, paint)
    if finding.suggestion:
        yield from labelled("fix".rjust(gutter), visible(finding.suggestion), width, paint, "right")
    if decision:
        told = visible(f"to be fixed: {decided_by(decision)}")
        yield from labelled("note".rjust(gutter), told, width, paint)


def _heading(parts: tuple[str, str, str], style: str, paint: Paint, width: int) -> Iterator[str]:
    """Where, how bad and which check: on one line where it fits, else below each other."""
    where, severity, check = parts[0], paint(parts[1], style), paint(parts[2], "bold")
    if columns(" ".join(parts)) <= width:
        yield f"{where} {severity} {check}"
    elif columns(" ".join(("", *parts[1:]))) < width:
        yield from (where, f"  {severity} {check}")
    else:
        yield from (where, f"  {severity}", f"  {check}")


def _gutter(place: Place | None, lang: str) -> str:
    return f"  {visible(lang)} {place.line}" if place else ""


def _where(finding: Finding, file: str) -> str:
    """file:line as editors and terminals link it; of the source when the translation has no such place.

    A finding about a text as a whole has no line.
    """
    place = finding.target or finding.source
    return f"{visible(place.file) or 'text'}:{place.line}" if place else visible(file) or "text"
