"""Misspelt names of a ledger, and of a document, as findings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from ..contexts import Document, PairContext, SegmentContext, TextContext
from ..languages import load, name
from ..model import Article, Finding, Place, Severity
from ..names import slips
from ..names.listed import Listed, Slip
from ..names.lost import Lost, Similar, lost_names, similar_word
from ..names.slips import Slip as Certainty
from ..names.slips import slip as certainty
from ._base import overlap, quote, remark

_SURE = 0.8
"""How sure a slip must be for an error."""


def in_document(document: Document, check: str, category: str) -> Iterator[Finding]:
    """Findings of a check for names that are gone where a similar word stands, and for words nearly a listed name."""
    listed = {one.name for one in document.ledger.names}
    found = []
    for lost in lost_names(document):
        similar = similar_word(lost, lost.name in listed)
        if similar:
            found.append(_garbled(lost, lost.name in listed, similar, check, category))
    found += _slips(document, check, category, {finding.target for finding in found})
    pairs = {f.target: f.source for f in document.findings if f.check == check}
    for finding in _weighed(found, Listed(document.ledger, load(document.target.lang)), document.target):
        # what the pair shows already keeps its place in the source: Pengfei is a part of Liu Pengfei
        yield replace(finding, source=pairs.get(finding.target, finding.source))


def _weighed(found: Iterable[Finding], listed: Listed, article: Article) -> Iterator[Finding]:
    """A name that the text never writes as the ledger does may be another rendering of it and no slip, a warning: in
    a script that can spell it in several ways, and in Latin letters unless it is clearly a slip (Parlamento)."""
    text = " ".join(segment.text for segment in article.segments).casefold()
    for finding in found:
        right = finding.suggestion
        forms = listed.forms.get(finding.source_value or listed.words.get(right, right), ())
        stated = any(form.casefold() in text for form in (*forms, right))
        word = finding.target.text if finding.target else ""
        # without a rendering in the ledger, only what no language makes of a name is surely wrong
        known = right.isascii() and (len(forms) != 1 or certainty(right, word) is not Certainty.NONE)
        yield finding if stated or known else _perhaps_right(finding)


def _perhaps_right(finding: Finding) -> Finding:
    """The finding as a warning that says how to make the spelling known."""
    advice = f"unless that is its form in {name(finding.lang)}: then list it among the name's renderings in the ledger."
    return replace(finding, severity=Severity.WARNING, message=f"{finding.message.removesuffix('.')}, {advice}")


def _garbled(lost: Lost, listed: bool, similar: Similar, check: str, category: str) -> Finding:
    """An error where the name is the ledger's, or the word is one with a slip; any other may be a translation."""
    pair = lost.pair
    assert pair.pair.source is not None
    assert pair.pair.target is not None
    start, word = pair.pair.source.text.index(lost.name), pair.pair.target.text[slice(*similar.span)]
    sure = listed or slips.slip(lost.name, word) >= slips.Slip.LIKELY
    return Finding(
        check,
        Severity.ERROR if sure else Severity.WARNING,
        round(similar.alike / (100 if sure else 200), 2),
        _both(lost.name, word, similar.right),
        pair.source_place((start, start + len(lost.name))),
        pair.target_place(similar.span),
        source_value=lost.name,
        target_value=word,
        category=category,
        suggestion=similar.right,
        lang=pair.target_lang,
    )


def _slips(document: Document, check: str, category: str, taken: set[Place | None]) -> Iterator[Finding]:
    """Slips for listed names where the source does not have them, or where they stand rightly too."""
    if not document.ledger.names:
        return
    homes = {id(pair.pair.target): pair for pair in document.pairs if pair.pair.target}
    targets = [pair.pair.target for pair in homes.values() if pair.pair.target]
    for slip in Listed(document.ledger, load(document.target.lang)).slips(targets):
        pair = homes[id(slip.mention.segment)]
        if _possible(slip, pair) and pair.target_place(slip.mention.span) not in taken:
            yield _in_pair(slip, pair, check, category)


def _possible(slip: Slip, pair: PairContext) -> bool:
    """Whether the source has a name there for a doubtful word to stand for, and does not have the word itself."""
    source, target = (side.text if side else "" for side in (pair.pair.source, pair.pair.target))
    here = not slip.doubtful or source.count(slip.name) > target.count(slip.right)
    return here and slip.mention.word not in source


def _in_pair(slip: Slip, pair: PairContext, check: str, category: str) -> Finding:
    alone = _slip(SegmentContext(slip.mention.segment, pair.target_lang, pair.target_file), slip, check, category)
    start = pair.pair.source.text.find(slip.name) if pair.pair.source else -1
    if start < 0:
        return replace(alone, source=pair.source_place())
    place = pair.source_place((start, start + len(slip.name)))
    message = _both(slip.name, slip.mention.word, slip.right)
    return replace(alone, source=place, source_value=slip.name, message=message)


def in_text(text: TextContext, check: str, category: str) -> Iterator[Finding]:
    """Findings of a check for words that are nearly a name of the ledger, where nothing else was found."""
    if not text.ledger.names:
        return
    taken = [(f.target.segment, f.target.span) for f in text.findings if f.target]
    listed = Listed(text.ledger, load(text.article.lang))
    found = (
        _slip(text.segment(slip.mention.segment), slip, check, category)
        for slip in listed.slips(text.article.segments)
        if not slip.doubtful
        and not any(at == slip.mention.segment.index and overlap(span, slip.mention.span) for at, span in taken)
    )
    yield from _weighed(found, listed, text.article)


def _slip(segment: SegmentContext, slip: Slip, check: str, category: str) -> Finding:
    word, listed = quote(slip.mention.word), quote(slip.name)
    message = f"{word} is nearly the listed name {listed}, but none of its forms; expected {quote(slip.right)}."
    severity = Severity.ERROR if slip.sure >= _SURE else Severity.WARNING
    return remark(segment, check, severity, slip.sure, message, category, slip.mention.span, slip.right)


def _both(stated: str, word: str, right: str) -> str:
    return f"The source names {quote(stated)}, the translation writes {quote(word)}; expected {quote(right)}."
