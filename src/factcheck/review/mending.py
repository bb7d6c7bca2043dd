"""Mending a translation from the page of a review: a paragraph is edited in its file, and checked again at once."""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.editing import block_of, edit
from factcheck.errors import InputError
from factcheck.model import Article, Place
from factcheck.records import read_decisions
from factcheck.review.session import Session


@dataclass(frozen=True, slots=True)
class Paragraph:
    """What is to be edited: the number of its segment, its text as the file has it, and the same with the suggestion
    in it, "" where that is not sure."""

    segment: int
    block: str
    suggested: str


def paragraph(session: Session, number: int, fingerprint: str) -> Paragraph:
    """The paragraph of a translation, by its number, that a finding is about."""
    with session.lock:
        article, finding = session.article(number), session.finding(number, fingerprint)
        if finding.target is None:
            raise InputError("the translation has no such place to edit", hint=f"edit {article.file} itself")
        segment = _segment_of(article, finding.target)
        found = block_of(article, segment)
        if found is None:
            raise InputError("where this paragraph stands in the file is not sure", hint=f"edit {article.file}")
        words, suggestion = finding.target.text, finding.suggestion
        sure = words and suggestion and found.text.count(words) == 1
        return Paragraph(segment, found.text, found.text.replace(words, suggestion) if sure else "")


def replace_paragraph(session: Session, number: int, segment: int, old: str, new: str) -> list[str]:
    """Put a paragraph in the place of another -> the checks that find something there now."""
    with session.lock:
        article, decisions = session.article(number), read_decisions(session.path)  # where that fails, nothing is done
        session.replace(number, edit(article.file, article.lang, segment, old, new, session.path.parent))
        session.settle(decisions)
        now = session.report.translations[number]
        found = [f.check for f in now.findings if f.target and _segment_of(now.article, f.target) == segment]
        return list(dict.fromkeys(found))


def _segment_of(article: Article, place: Place) -> int:
    """The segment that a place is in; of several that were joined, the one with its line."""
    segment = article.segments[place.segment]
    if segment.text == place.context:
        return place.segment
    return max((s.index for s in article.segments[place.segment :] if s.line <= place.line), default=place.segment)
