"""A name of the source appears misspelt in the translation.

Between two segments: a name in Latin letters is gone, and a word stands there that is the same name with one slip of
the hand: two letters swapped, one dropped, added or replaced. What languages do to names is none: accents, endings, c
for k, doubled and silent letters, their own words for countries and cities (CLDR). Doubtful slips (Thomas, Tomas) count
only beside a word that was kept, or inside text of another script. Names of up to three letters, and transliterated
ones, are not seen. A warning: the source may be what is misspelt.

Against the ledger, and in the document: a name is looked for where the source has it, in its own spelling and in the
renderings that the ledger accepts for the language. Where none is found but a similar word stands there (rapidfuzz, on
letters), the name is garbled. Without a ledger, a name counts that the translation elsewhere writes as the source does.
Names that are left out are no finding.
"""

from __future__ import annotations

from collections.abc import Iterator

from rapidfuzz.distance import Prefix

from ..extraction.names import candidates, latin_names, present, similarity, unexplained
from ..misspelt import misspelt
from ..model import Finding, Severity
from ._base import Example, quote
from ._contexts import Document, PairContext

SEVERITY = Severity.ERROR
CATEGORY = "Accuracy/Mistranslation"
_SOURCE = "The chief scientist Sutskever resigned in May.\n\nIn June, Sutskever founded a new company."
EXAMPLES = (
    Example("The firm moved to Birmingham.", "Das Unternehmen zog nach Birmignham.", "de"),
    Example("Judge Kavanaugh spoke first.", "Kavanauhgin puheenvuoro oli ensimmäinen.", "fi"),
    Example("Bryan Cranston plays the teacher.", "Bryan Crantson joue le professeur.", "fr"),
    Example("It was a photo on Instagram.", "Это был снимок в Instagarm.", "ru"),
    Example("The president of Bolivia came to Athens.", "Bolivya cumhurbaşkanı Atina'ya geldi.", "tr", finds=False),
    Example("President Lopez met the Californians.", "Präsident López traf die Kalifornier.", "de", finds=False),
    Example("Thomas was at the Center for Theatre.", "Tomas était au Centre du théâtre.", "fr", finds=False),
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
_SLIP = 0.8
"""How often a slip between two segments is one: fewer than one in five is a spelling that the translator meant."""
_ALIKE = 60
"""Indel similarity in percent above which two spellings are taken for one name: Suzkwer and Sutskever have 62."""


def check_pair(pair: PairContext) -> Iterator[Finding]:
    """Findings for names with a slip of the hand."""
    source, target = pair.pair.source, pair.pair.target
    if source is None or target is None:
        return
    for found in misspelt(source.text, target.text, pair.source_lang, pair.target_lang):
        yield Finding(
            "name-garbled",
            Severity.WARNING,
            _SLIP,
            f"The source names {quote(found.name)}, the translation writes {quote(found.word)}: one is misspelt.",
            pair.source_place(found.span),
            pair.target_place(found.place),
            source_value=found.name,
            target_value=found.word,
            category=CATEGORY,
            suggestion=found.name,
            lang=pair.target_lang,
        )


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
