"""Mending a translation from the page of a review: a paragraph is edited in its file, or one that is missing is put in;
what is there then is checked again at once."""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.editing import block_of, edit
from factcheck.errors import InputError
from factcheck.inserting import insert, markup_of, remove
from factcheck.model import Article, Finding, Place, Segment
from factcheck.records import read_decisions
from factcheck.review.session import Session

_SHOWN = 40


@dataclass(frozen=True, slots=True)
class Paragraph:
    """What is to be edited: the number of its segment, its text as the file has it, and the same with the suggestion
    in it, "" where that is not sure. where: of one that is missing, between which others it belongs; its text is what
    such a block begins with."""

    segment: int
    block: str
    suggested: str = ""
    where: str = ""


@dataclass(frozen=True, slots=True)
class Mended:
    """The number of the segment, the checks that find something there now, and what was written for a new one."""

    segment: int
    found: tuple[str, ...]
    written: str = ""


def paragraph(session: Session, number: int, fingerprint: str) -> Paragraph:
    """The paragraph of a translation, by its number, that a finding is about, or that it misses."""
    with session.lock:
        article, finding = session.article(number), session.finding(number, fingerprint)
        if finding.target is None:
            segment, missing = _gap(session, number, finding)
            assert session.report.source
            begins = "" if article.file.lower().endswith(".txt") else markup_of(session.report.source, missing.index)
            return Paragraph(segment, begins, where=_where(article, segment))
        segment = _segment_of(article, finding.target)
        found = block_of(article, segment)
        if found is None:
            raise InputError("where this paragraph stands in the file is not sure", hint=f"edit {article.file}")
        words, suggestion = finding.target.text, finding.suggestion
        sure = words and suggestion and found.text.count(words) == 1
        return Paragraph(segment, found.text, found.text.replace(words, suggestion) if sure else "")


def replace_paragraph(session: Session, number: int, segment: int, old: str, new: str) -> Mended:
    """Put a paragraph in the place of another."""
    with session.lock:
        article, decisions = session.article(number), read_decisions(session.path)  # where that fails, nothing is done
        session.replace(number, edit(article.file, article.lang, segment, old, new, session.path.parent))
        session.settle(decisions)
        return _mended(session, number, segment)


def insert_paragraph(session: Session, number: int, fingerprint: str, new: str) -> Mended:
    """Put in the paragraph that a finding misses, where it belongs."""
    with session.lock:
        article, decisions = session.article(number), read_decisions(session.path)
        segment, missing = _gap(session, number, session.finding(number, fingerprint))
        made = insert(article.file, article, segment, missing.kind, new, session.path.parent)
        session.replace(number, made.article)
        session.settle(decisions)
        return _mended(session, number, segment, made.written)


def remove_paragraph(session: Session, number: int, segment: int, written: str) -> Mended:
    """Take out again what was put in."""
    with session.lock:
        article, decisions = session.article(number), read_decisions(session.path)
        session.replace(number, remove(article.file, article.lang, segment, written, session.path.parent))
        session.settle(decisions)
        return Mended(segment, ())


def _mended(session: Session, number: int, segment: int, written: str = "") -> Mended:
    now = session.report.translations[number]
    found = [f.check for f in now.findings if f.target and _segment_of(now.article, f.target) == segment]
    return Mended(segment, tuple(dict.fromkeys(found)), written)


def _gap(session: Session, number: int, finding: Finding) -> tuple[int, Segment]:
    """Where a paragraph is missing -> the number that its segment would have, and that of the source."""
    text = session.report.translations[number]
    for at, pair in enumerate(text.pairs):
        if finding.source and pair.source and pair.source.index == finding.source.segment and not pair.target:
            behind = (later.target.index for later in text.pairs[at + 1 :] if later.target)
            return next(behind, len(text.article.segments)), pair.source
    raise InputError("the translation has no such place to edit", hint=f"edit {text.article.file} itself")


def _where(article: Article, number: int) -> str:
    """Between which paragraphs a new one would stand, in words."""
    words = article.segments[number - 1 if number else 0].text
    short = words if len(words) <= _SHOWN else words[:_SHOWN].rstrip() + "…"
    return f"{'after' if number else 'before'} “{short}”"


def _segment_of(article: Article, place: Place) -> int:
    """The segment that a place is in; of several that were joined, the one with its line."""
    segment = article.segments[place.segment]
    if segment.text == place.context:
        return place.segment
    return max((s.index for s in article.segments[place.segment :] if s.line <= place.line), default=place.segment)
