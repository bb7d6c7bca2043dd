"""A name of the source appears misspelt in the translation.

A name is looked for where the source has it, in its own spelling and in the renderings that the ledger accepts for
the language.
Where none is found but a similar word stands there (rapidfuzz, on letters), the name is garbled. Without a ledger,
a name counts
that the translation elsewhere writes as the source does. Names that are left out are no finding.
"""

from __future__ import annotations

from collections.abc import Iterator

from rapidfuzz.distance import Prefix

from ..extraction.names import candidates, latin_names, present, similarity, unexplained
from ..model import Finding, Severity
from ._base import Example, quote
from ._contexts import Document, PairContext

SEVERITY = Severity.ERROR
CATEGORY = "Accuracy/Mistranslation"
_SOURCE = "The chief scientist Sutskever resigned in May.\n\nIn June, Sutskever founded a new company."
EXAMPLES = (
    Example(
        _SOURCE,
        "Der Chefwissenschaftler Sutskever trat im Mai zurück.\n\nIm Juni gründete Suzkwer eine neue Firma.",
        "de",
    ),
    Example(
        _SOURCE,
        "Der Chefwissenschaftler Sutskever trat im Mai zurück.\n\nIm Juni gründete er eine neue Firma.",
        "de",
        finds=False,
    ),
)
_ALIKE = 60
"""Indel similarity in percent above which two spellings are taken for one name: Suzkwer and Sutskever have 62."""


def check_document(document: Document) -> Iterator[Finding]:
    """Findings for names that were misspelt or replaced."""
    names = accepted(document)
    listed = {name.name for name in document.ledger.names}
    for pair in document.pairs:
        if pair.pair.source is not None and pair.pair.target is not None:
            for finding in _check(pair, names):
                if finding.source_value in listed or not _translated(finding.source_value, finding.target_value):
                    yield finding


def _translated(name: str, word: str) -> bool:
    """Whether a word may be the translation of a common noun in a name: Universidade for University."""
    return Prefix.similarity(name.casefold(), word.casefold()) >= max(4, len(name) // 2)


def accepted(document: Document) -> dict[str, tuple[str, ...]]:
    """Name -> the forms it may take in the translation."""
    lang = document.target.lang
    names = {n.name: (n.name, *n.renderings.get(lang, ())) for n in document.ledger.names}
    known = " ".join(names)
    text = "\n".join(segment.text for segment in document.target.segments)
    for name in latin_names(document.source.segments):
        if name not in known and text.count(name) > 0:
            names[name] = (name,)
    return names


def _check(pair: PairContext, names: dict[str, tuple[str, ...]]) -> Iterator[Finding]:
    source, target = pair.pair.source, pair.pair.target
    assert source is not None
    assert target is not None
    low = target.text.casefold()
    here = {name: forms for name, forms in names.items() if name in source.text}
    lost = {name: forms for name, forms in here.items() if not any(present(form, low) for form in forms)}
    if not lost:
        return
    explained = [form for forms in names.values() for form in forms]
    for name, forms in lost.items():
        yield from _garbled(pair, name, forms, explained)


def _garbled(pair: PairContext, name: str, forms: tuple[str, ...], explained: list[str]) -> Iterator[Finding]:
    assert pair.pair.source is not None
    assert pair.pair.target is not None
    text = pair.pair.target.text
    start = pair.pair.source.text.index(name)
    best, span = 0.0, (0, 0)
    for word, place in candidates(text, explained):
        score = max(similarity(word, form) for form in forms)
        if score > best:
            best, span = score, place
    if best < _ALIKE:
        span = unexplained(text, pair.pair.source.text, name, explained)
    if span == (0, 0):
        return
    found, right = text[span[0] : span[1]], forms[1] if len(forms) > 1 else forms[0]
    yield Finding(
        "name-garbled",
        Severity.ERROR,
        round(max(best, 60) / 100, 2),
        f"The source names {quote(name)}, the translation writes {quote(found)}; expected {quote(right)}.",
        pair.source_place((start, start + len(name))),
        pair.target_place(span),
        source_value=name,
        target_value=found,
        category=CATEGORY,
        suggestion=right,
        lang=pair.target_lang,
    )
