"""Names of a source that its translation leaves out: nowhere stated, or not where they stand elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..contexts import Document
from ..extraction.names import present
from ..languages import load
from ..model import LedgerName
from ..wording.latin import foreign
from .kinds import reworded
from .lost import Lost, lost_names
from .mentions import names_of
from .sounds import sounds_alike

_KEPT = 3
"""Places where a translation must keep a name that no ledger lists, before it should be kept at the next one."""
_SHARE = 4
"""Of so many places it may be gone at one."""
_SAME_SOUND = 80
"""How alike a name and another rendering of it sound."""
_NEAR = 2
"""Segments within which a pronoun may stand for a name."""


@dataclass(frozen=True, slots=True)
class Missing:
    """A name that is gone from a segment; nowhere: whether the translation has it in no other either."""

    lost: Lost
    nowhere: bool


def missing_names(document: Document) -> Iterator[Missing]:
    """Names that are gone with nothing in their place that other checks have found."""
    listed = {name.name: name for name in document.ledger.names}
    replaced = {said for finding in document.findings for said in (finding.source_value, finding.suggestion)}
    by_name: dict[str, list[Lost]] = {}
    for lost in lost_names(document):
        if replaced.isdisjoint((lost.name, *lost.forms)):
            by_name.setdefault(lost.name, []).append(lost)
    for name, places in by_name.items():
        if name in listed:
            yield from _listed(document, listed[name], places)
        elif name.lower() not in load(document.source.lang).not_names:
            yield from _kept_elsewhere(document, name, places)


def _listed(document: Document, name: LedgerName, lost: list[Lost]) -> Iterator[Missing]:
    """In another script a name may be spelt in more ways than a ledger lists."""
    texts = [segment.text for segment in document.target.segments]
    if reworded(name, document.target.lang) or (len(lost[0].forms) == 1 and foreign(" ".join(texts))):
        return
    if any(_states(text, lost[0]) for text in texts):
        yield from (Missing(one, False) for one in lost if not _near(document, one))
    elif not _in_short(name.name, texts) and not _heard(name.name, lost):
        yield Missing(lost[0], True)


def _in_short(name: str, texts: Iterable[str]) -> bool:
    """Whether a text has the last word of a name: a surname, or the Beatles without "The"."""
    last = name.split()[-1].casefold()
    return last != name.casefold() and any(last in text.casefold() for text in texts)


def _heard(name: str, lost: Iterable[Lost]) -> bool:
    """Whether a word sounds like a name where it should stand: Chaikovski for Tchaikovsky."""
    last, segments = name.split()[-1], [one.pair.pair.target for one in lost]
    words = names_of(segment for segment in segments if segment)
    return any(sounds_alike(last, word) >= _SAME_SOUND for word in words)


def _kept_elsewhere(document: Document, name: str, lost: list[Lost]) -> Iterator[Missing]:
    places = sum(name in pair.pair.source.text for pair in document.pairs if pair.pair.source and pair.pair.target)
    if places - len(lost) >= _KEPT and places >= _SHARE * len(lost):
        yield from (Missing(one, False) for one in lost if not _near(document, one))


def _near(document: Document, lost: Lost) -> bool:
    """Whether a segment shortly before has the name, so that a pronoun may stand for it."""
    place = document.pairs.index(lost.pair)
    before: Iterable[str] = (
        pair.pair.target.text for pair in document.pairs[max(0, place - _NEAR) : place] if pair.pair.target
    )
    return any(_states(text, lost) for text in before)


def _states(text: str, lost: Lost) -> bool:
    low = text.casefold()
    return any(present(form, low) for form in lost.forms)
