"""Words or sentences are written together.

Found are CamelCase words that are no known product, identifier, address or code: of four parts or more; of parts that
stand alone in the same text, or that the source has apart; of long parts. And a full stop without a blank behind it; a
comma is harmless. A word that the source has too is right, as is one that a text uses often; in a text with code,
CamelCase is taken for code unless its parts stand alone there. Words grown together without a capital letter (andthe)
are not found.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from .. import languages
from ..contexts import SegmentContext, TextContext
from ..languages import Language
from ..model import Finding, Severity, Span
from ..wording.joined_words import JOINT, LOWER, STOP, UPPER, code_words, joined_sentences, joined_words, parts
from ._base import Example, quote, remark

SEVERITY = Severity.WARNING
CATEGORY = "Fluency/Typography"
_ID = "run-together"
EXAMPLES = (
    Example("They asked whether scaling laws hold.", "Sie fragten, ob ScalingLaws gelten.", "de"),
    Example("The paper “Attention Is All You Need”", "Die Arbeit „AttentionIsAllYouNeed“", "de"),
    Example("", "Die AIAlignment genannte Arbeit ist wichtig. Das Alignment einer AI ist schwer.", "de"),
    Example("", "Artikel „AttentionIsAllYouNeed“ mengubah segalanya.", "id"),
    Example("", "Das war das Ende des Verfahrens.Danach kam nichts mehr.", "de"),
    Example("", "It came to an end.Next came the lawyers.", "en"),
    Example("", "그는 집에 갔다.그리고 잤다.", "ko"),
    Example("", "Il comprit,mais trop tard.", "fr"),
    Example("", "Lue valitsimet TIEDOSTOsta.", "fi", finds=False),
    Example("", "OpenAI, ChatGPT, SearchGPT, YouTube, McDonald, DeepMind, BuzzFeed und AstraZeneca", "de", finds=False),
    Example("", "See docs.python.org, README.Next, Node.js, `os.Path` and `TheLongCamelCaseName`.", "en", finds=False),
    Example("", "Die StudentInnen trafen sich im LehrerInnenzimmer.", "de", finds=False),
    Example("The AstroLogistics plant", "Das Werk von AstroLogistics", "de", finds=False),
)
_LONG, _TOTAL = 4, 11
"""Letters of the shorter of two parts, and of both: products are shorter as a rule (PowerPoint)."""
_OFTEN = 3
"""A word that a text has so often is no slip."""
_CAPITALS = re.compile(rf"[{UPPER}]{{2,}}[{LOWER}]{{1,5}}")
_WORD = re.compile(r"[^\W\d_]+")


def check_segment(segment: SegmentContext) -> Iterator[Finding]:
    """Findings for words that the source has apart, or not at all; for sentences without a blank between."""
    text = segment.segment.text
    if segment.source is None or segment.segment.kind == "code":
        return
    if STOP.search(text):
        yield from _sentences(segment, segment.source.text)
    if JOINT.search(text):
        source = segment.source.text.casefold()
        language = languages.load(segment.lang)
        for span in joined_words(text):
            word = text[slice(*span)]
            if not _right(word, language) and word.casefold() not in source:
                apart = " ".join(parts(word)).casefold() in source
                if apart or _many(word) or _long(word):
                    yield _finding(segment, span, 0.95 if apart else 0.6)


def check_text(text: TextContext) -> Iterator[Finding]:
    """Findings that a text alone gives reason for."""
    if text.source is not None:
        return
    segments = [segment for segment in text.article.segments if segment.kind != "code"]
    code = code_words(text.article.text)
    words = Counter(word for segment in segments for word in _WORD.findall(segment.text))
    language = languages.load(text.article.lang)
    technical = bool(code) or len(segments) < len(text.article.segments)
    for segment in segments:
        context = text.segment(segment)
        if not technical:
            yield from _sentences(context, "")
        for span in joined_words(segment.text):
            word = segment.text[slice(*span)]
            if not (word in code or _right(word, language)) and (confidence := _confidence(word, words, technical)):
                yield _finding(context, span, confidence)


def _right(word: str, language: Language) -> bool:
    """Whether a word has a capital inside by right: a product's name, or an ending that is written so, or one that was
    put to capitals (TIEDOSTOssa)."""
    endings = language.capital_endings
    if language.inflection != "none" and _CAPITALS.fullmatch(word):
        return True
    return word in language.camel_case or (bool(endings) and any(p.startswith(endings) for p in parts(word)[1:]))


def _sentences(segment: SegmentContext, source: str) -> Iterator[Finding]:
    text = segment.segment.text
    for (start, end), after in joined_sentences(text):
        words, right = text[start:end], f"{text[start:after]} {text[after:end]}"
        if words not in source:
            message = f"A blank is missing in {quote(words)}."
            severity = Severity.INFO if text[after - 1] == "," else Severity.WARNING
            yield remark(segment, _ID, severity, 0.8, message, CATEGORY, (start, end), right)


def _confidence(word: str, words: Mapping[str, int], technical: bool) -> float:
    """How sure it is that a word is several; 0 where nothing speaks for it."""
    if words[word] >= _OFTEN:
        return 0.0
    if _many(word) or all(len(part) > 1 and words.get(part) for part in parts(word)):
        return 0.9
    return 0.6 if _long(word) and not technical else 0.0


def _many(word: str) -> bool:
    return len(parts(word)) >= 4 and sum(len(part) > 1 for part in parts(word)) >= 4


def _long(word: str) -> bool:
    """Whether the parts of a word are longer than those of products."""
    return len(word) >= _TOTAL and min(map(len, parts(word))) >= _LONG


def _finding(segment: SegmentContext, span: Span, confidence: float) -> Finding:
    word = segment.segment.text[slice(*span)]
    right = " ".join(parts(word))
    message = f"{quote(word)} seems to be several words; expected {quote(right)}."
    return remark(segment, _ID, Severity.WARNING, confidence, message, CATEGORY, span, right)
