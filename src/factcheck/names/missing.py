"""Names of a source that its translation leaves out: nowhere stated, or not where they stand elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..checks._contexts import Document
from ..extraction.names import present
from ..languages import load
from ..wording.latin import foreign
from .lost import Lost, lost_names, translatable

_KEPT = 3
"""Places where a translation must keep a name that no ledger lists, before it should be kept at the next one."""
_SHARE = 4
"""Of so many places it may be gone at one."""
_NEAR = 2
"""Segments within which a pronoun may stand for a name."""


@dataclass(frozen=True, slots=True)
class Missing:
    """A name that is gone from a segment; nowhere: whether the translation has it in no other either."""

    lost: Lost
    nowhere: bool


def missing_names(document: Document) -> Iterator[Missing]:
    """Names that are gone with nothing in their place that other checks have found."""
    listed = {name.name for name in document.ledger.names}
    replaced = {finding.source_value for finding in document.findings}
    by_name: dict[str, list[Lost]] = {}
    for lost in lost_names(document):
        if lost.name not in replaced:
            by_name.setdefault(lost.name, []).append(lost)
    for name, places in by_name.items():
        if name in listed:
            yield from _listed(document, places)
        elif name.lower() not in load(document.source.lang).not_names:
            yield from _kept_elsewhere(document, name, places)


def _listed(document: Document, lost: list[Lost]) -> Iterator[Missing]:
    """In another script a name may be spelt in more ways than a ledger lists."""
    texts = [segment.text for segment in document.target.segments]
    if translatable(lost[0]) or (len(lost[0].forms) == 1 and foreign(" ".join(texts))):
        return
    if not any(_states(text, lost[0]) for text in texts):
        yield Missing(lost[0], True)
    else:
        yield from (Missing(one, False) for one in lost if not _near(document, one))


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
