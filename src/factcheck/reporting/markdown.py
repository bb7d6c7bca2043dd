"""Markdown for a comment at a pull request: a table of the texts, then the findings of each, folded in.

Bounded: of more findings than fit, the worst stay, and the last line says how many are left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from factcheck.model import Place, Report
from factcheck.reporting._beside import left_out, problems, tidying, within
from factcheck.reporting._left_out import counted_out
from factcheck.reporting._located import Located, located, worst_first
from factcheck.reporting._markdown import as_html, escaped
from factcheck.reporting._notices import notices
from factcheck.reporting._passages import passage
from factcheck.reporting._plain import path
from factcheck.reporting._summary import TextSummary, count, subject, summaries
from factcheck.reporting._wording import SEVERITIES, in_words

LIMIT = 65_536
"""Characters that GitHub takes of a comment."""

_SPARE = 400
"""Kept for the line that says what is left out."""
_AROUND, _WHOLE = 60, 120
_OPEN = 20
"""Findings of a text that are shown without a click."""


def render(report: Report) -> str:
    """The report as GitHub's and GitLab's Markdown, of at most LIMIT characters."""
    texts = summaries(report)
    told = notices(report)
    head = [_title(report), _table(texts), *problems(told)]
    room = LIMIT - _SPARE - sum(len(block) + 2 for block in head)
    while room < 0:
        room += len(head.pop()) + 2
    rows = located(report)
    kept, room = _fitting(rows, room)
    blocks = [*head, *_groups(texts, rows, kept), *within(room, [*tidying(told), *left_out(report)])]
    rest = len(rows) - len(kept)
    if rest:
        blocks.append(f"{rest:,} more findings are left out here: a comment cannot be longer.")
    return "\n\n".join(blocks) + "\n"


def _title(report: Report) -> str:
    out = counted_out(report)
    about = f"Checked: {escaped(subject(report))}." + (f" {out}." if out else "")
    return f"### factcheck: {in_words(count(report.findings()))}\n\n{about}"


def _table(texts: Sequence[TextSummary]) -> str:
    if not texts:
        return "Nothing could be checked."
    rows = ["| Text | File | Errors | Warnings | Notes |", "|---|---|--:|--:|--:|"]
    rows += [f"| {escaped(text.name)} | {escaped(path(text.file))} | {' | '.join(_numbers(text))} |" for text in texts]
    return "\n".join(rows)


def _numbers(text: TextSummary) -> Iterator[str]:
    for severity, number in text.counts.items():
        yield f"{SEVERITIES[severity][0]} {number:,}" if number else "·"


def _fitting(rows: Sequence[Located], room: int) -> tuple[dict[int, str], int]:
    """The findings that fit, by their place in the report, each as Markdown, the worst first; and the room that is
    left."""
    kept: dict[int, str] = {}
    groups: set[str] = set()
    numbered = {id(row): number for number, row in enumerate(rows)}
    for row in worst_first(rows):
        text = _finding(row)
        room -= len(text) + 2 + (0 if row.text.anchor in groups else len(_fold(row.text, True)) + 20)
        if room < 0:
            return kept, 0
        groups.add(row.text.anchor)
        kept[numbered[id(row)]] = text
    return kept, room


def _groups(texts: Iterable[TextSummary], rows: Sequence[Located], kept: dict[int, str]) -> Iterator[str]:
    for text in texts:
        shown = [kept[number] for number, row in enumerate(rows) if row.text.anchor == text.anchor and number in kept]
        if shown:
            yield "\n".join([_fold(text, len(shown) <= _OPEN), "", *shown, "", "</details>"])


def _fold(text: TextSummary, opened: bool) -> str:
    title = f"{as_html(text.name)}: {in_words(text.counts)}"
    return f"<details{' open' if opened else ''}><summary>{title}</summary>"


def _finding(row: Located) -> str:
    """A list item: what and where, why; the two passages; what would be right."""
    finding = row.finding
    symbol, word, _ = SEVERITIES[finding.severity]
    lines = [f"- {symbol} **{word}** {escaped(finding.check)}, {escaped(row.where)}: {escaped(row.why)}"]
    lines += [f"  - {_passage(place)}" for place in (finding.source, finding.target) if place and place.context]
    lines += [f"  - Suggestion: {escaped(row.suggestion)}"] if row.suggestion else []
    return "\n".join(lines)


def _passage(place: Place) -> str:
    """The text around a place, with its words in bold: as HTML, since ** needs a blank or a sign beside it."""
    whole = place.span == (0, len(place.context))
    shown = ""
    for part in passage(place.context, [] if whole else [place.span], _AROUND, _WHOLE):
        text = "…" if part.left_out else escaped(part.text)
        shown += f"<b>{text}</b>" if part.mark is not None else text
    return f'<span dir="auto">{shown}</span>'
