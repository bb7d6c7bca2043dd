"""A term of the glossary is not rendered as the glossary says, or a word that is to be kept was changed.

Where the source has a term, one of its accepted renderings must stand in the translation, in whatever inflected form:
of a rendering's longer words the stems are looked for, in any order. A forbidden rendering is found there too, and in
a text alone wherever it stands. A term with a capital in one word (Windows) is looked for as it is written. Words that
are to be kept must stand as they are, though endings may follow; one that stands there misspelt is an error, one that
is missing a warning. Terms that the source inflects by more than an ending are not found.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..contexts import PairContext, SegmentContext
from ..glossaries.keeping import lost
from ..glossaries.phrases import Found, bared, phrases_of, stands, words_of
from ..model import ANY, Finding, Glossary, Severity, Span, Term
from ..wording.folding import fold
from ._base import Example, quote, remark

SEVERITY = Severity.ERROR
CATEGORY = "Terminology"
_NET = Glossary((Term({"": ("network",), ANY: ("Netz",)}, {ANY: ("Netzwerk",)}),), ("OpenAI",))
_MODEL = Glossary((Term({"": ("language model",), ANY: ("modèle de langage", "modèle linguistique")}),))
EXAMPLES = (
    Example("The network grew.", "Das Netzwerk wuchs.", "de", glossary=_NET),
    Example("The networks grew.", "Die Verbindungen wuchsen.", "de", glossary=_NET),
    Example("OpenAI closed its office.", "OpenAl schloss sein Büro.", "de", glossary=_NET),
    Example("", "Das Netzwerk wuchs.", "de", glossary=_NET),
    Example("Language models grow.", "Les systèmes grandissent.", "fr", glossary=_MODEL),
    Example("The networks grew.", "Den Netzen fehlte nichts.", "de", finds=False, glossary=_NET),
    Example("Language models grow.", "Les modèles linguistiques grandissent.", "fr", finds=False, glossary=_MODEL),
    Example("OpenAI's office closed.", "OpenAIs Büro schloss.", "de", finds=False, glossary=_NET),
)


def check_pair(pair: PairContext) -> Iterator[Finding]:
    """Findings for terms that are rendered otherwise, and for kept words that changed."""
    glossary, source, target = pair.glossary, pair.pair.source, pair.pair.target
    if not glossary or source is None or target is None or not target.text or source.kind == "code":
        return
    for kept in lost(glossary, source.text, target.text) if glossary.kept else ():
        yield _changed(pair, kept.word, kept.span, kept.instead)
    if not glossary.terms:
        return
    found = list(phrases_of(glossary, pair.source_lang, True).find(source.text))
    if found:
        yield from _violations(pair, found, list(phrases_of(glossary, pair.target_lang, False).find(target.text)))


def check_segment(segment: SegmentContext) -> Iterator[Finding]:
    """Findings for forbidden terms in a text alone."""
    if not segment.glossary.terms or segment.segment.kind == "code":
        return
    found = list(phrases_of(segment.glossary, segment.lang, False).find(segment.segment.text))
    right = {hit.span for hit in found if not hit.forbidden}
    for hit in found:
        if hit.forbidden and hit.span not in right:
            words = segment.segment.text[slice(*hit.span)]
            instead = _first(words_of(hit.term.terms, segment.lang))
            message = f"The glossary forbids {quote(words)}{f'; it has {quote(instead)}' if instead else ''}."
            yield remark(
                segment, "term-violated", Severity.WARNING, 0.8, message, CATEGORY, hit.span, instead, hit.phrase
            )


def _violations(pair: PairContext, source: list[Found], target: list[Found]) -> Iterator[Finding]:
    """One finding for each concept of the source that the translation renders otherwise."""
    assert pair.pair.target is not None
    low = fold(pair.pair.target.text).low
    bare, seen = bared(low), set[int]()
    right = {hit.span for hit in target if not hit.forbidden and any(hit.term is other.term for other in source)}
    for hit in source:
        accepted = words_of(hit.term.terms, pair.target_lang)
        banned = next((t for t in target if t.term is hit.term and t.forbidden and t.span not in right), None)
        if id(hit.term) in seen:
            continue
        seen.add(id(hit.term))
        if banned or (accepted and not any(stands(word, low, bare) for word in accepted)):
            yield _violation(pair, hit, accepted, banned)


def _violation(pair: PairContext, hit: Found, accepted: tuple[str, ...], banned: Found | None) -> Finding:
    assert pair.pair.source is not None
    assert pair.pair.target is not None
    term, right = quote(pair.pair.source.text[slice(*hit.span)]), " or ".join(quote(word) for word in accepted[:3])
    if banned:
        words = quote(pair.pair.target.text[slice(*banned.span)])
        message = f"The glossary forbids {words} for {term}{f'; it has {right}' if right else ''}."
    else:
        message = f"The glossary renders {term} as {right}, which the translation {quote(pair.pair.target.text)} lacks."
    confidence, suggestion = (0.8, _first(accepted)) if banned else (0.6, "")
    return _finding(
        pair, Severity.WARNING, confidence, message, hit.span, banned and banned.span, hit.phrase, suggestion
    )


def _changed(pair: PairContext, word: str, span: Span, instead: Span | None) -> Finding:
    assert pair.pair.target is not None
    text = pair.pair.target.text
    if instead is None:
        message = f"The word {quote(word)} is to be kept, but the translation {quote(text)} lacks it."
        return _finding(pair, Severity.WARNING, 0.6, message, span, None, word, "")
    words = text[slice(*instead)]
    message = f"The word {quote(word)} is to be kept, but the translation writes {quote(words)}."
    severity = Severity.WARNING if words.casefold() == word.casefold() else Severity.ERROR
    return _finding(pair, severity, 0.9, message, span, instead, word, word)


def _finding(
    pair: PairContext,
    severity: Severity,
    confidence: float,
    message: str,
    source: Span,
    target: Span | None,
    value: str,
    suggestion: str,
) -> Finding:
    at = pair.target_place(target)
    return Finding(
        check="term-violated",
        severity=severity,
        confidence=confidence,
        message=message,
        source=pair.source_place(source),
        target=at,
        source_value=value,
        target_value=at.text if at and target else "",
        category=CATEGORY,
        suggestion=suggestion,
        lang=pair.target_lang,
    )


def _first(words: tuple[str, ...]) -> str:
    return words[0] if words else ""
