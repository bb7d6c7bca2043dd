"""A segment is empty in the translation, or it or a part of it was left in the language of the source.

Whole segments are compared with the source by rapidfuzz; names, codes and short headings may rightly stay as they are.
A part is five words or more in a row, told by the frequent words of some thirty languages; it may also be in a third
language, where the source does not have it. A text alone is searched for such parts, too. An error only for
a whole sentence. Titles with capitals, what stands in brackets or before some, and single words are no finding.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapidfuzz import fuzz

from .. import languages
from ..contexts import PairContext, SegmentContext
from ..model import Finding, Severity
from ..wording.fragments import Fragment, fragments
from ..wording.identification import suspicious
from ._base import Example, finding, quote, remark
from .wrong_language import stands_in

SEVERITY = Severity.ERROR
CATEGORY = "Accuracy/Untranslated"
EXAMPLES = (
    Example(
        "He does not believe that money drove the founders away.",
        "He does not believe that money drove the founders away.",
        "la",
    ),
    Example("The bank closed all its branches.", "", "de"),
    Example(
        "He stayed. “We will build what people need, and then we will leave,” he said.",
        "Er blieb. „We will build what people need, and then we will leave“, sagte er.",
        "de",
    ),
    Example("", "Dia mengunduran diri. The board did not say why it had let him go. Saham turun.", "id"),
    Example("", "彼は「これは始まりにすぎない」と述べた。The board did not say why it had let him go.", "ja"),
    Example("", "Er sagte: «La banque ne sera pas vendue cette année» und ging hinaus.", "de"),
    Example("OpenAI, Google and Anthropic", "OpenAI, Google et Anthropic", "fr", finds=False),
    Example(
        "https://example.org/get?first=one&last=two", "https://example.org/get?first=one&last=two", "fr", finds=False
    ),
    Example(
        "",
        "Er sah „The Good, the Bad and the Ugly“ im Kino und las „The Girl with the Dragon Tattoo“.",
        "de",
        finds=False,
    ),
    Example("", "Er schrieb „We will build what people need“ (Wir bauen, was gebraucht wird).", "de", finds=False),
    Example(
        "As the French say, “il faut bien que la banque le fasse pour nous”.",
        "Die Franzosen sagen: „il faut bien que la banque le fasse pour nous“.",
        "de",
        finds=False,
    ),
)
_ALIKE = 90
_LOWER_WORD = re.compile(r"\b[^\W\d_A-Z][^\W\d_]+\b")
_CODE = re.compile(r"(?<![!-~])(?:[!-~]*(?:[/\\=_@{}<>\[\]|]|\(\d\))[!-~]*|--?[a-z][\w-]*)")
"""Addresses, paths, commands and their options, which hold no words of a language."""

_SENTENCE = 8
"""Words that make a sentence whose place in another text is no accident."""


def check_pair(pair: PairContext) -> Iterator[Finding]:
    """A finding where both segments are nearly the same running text, or nothing stands in the translation; else for
    each part in another language."""
    source, target = pair.pair.source, pair.pair.target
    if source and target and source.text.strip() and not target.text.strip():
        message = f"The translation of {quote(source.text)} is empty."
        yield finding(pair, "untranslated", Severity.ERROR, 0.95, message, CATEGORY)
        return
    if source is None or target is None or pair.source_lang == pair.target_lang or source.kind == "code":
        return
    if _copied(source.text, target.text):
        message = f"The translation leaves {quote(source.text)} in the language of the source."
        yield finding(pair, "untranslated", Severity.ERROR, 0.95, message, CATEGORY)
        return
    if suspicious(target.text, pair.target_lang):
        yield from check_segment(
            SegmentContext(target, pair.target_lang, pair.target_file, source, pair.source_lang, pair.ledger)
        )


def _copied(source: str, target: str) -> bool:
    """Whether a segment of several words stands there as it was."""
    alike = abs(len(source) - len(target)) * 5 <= len(source) and fuzz.ratio(source, target, score_cutoff=_ALIKE)
    return bool(alike) and len(_LOWER_WORD.findall(_CODE.sub(" ", source))) >= 5


def check_segment(segment: SegmentContext) -> Iterator[Finding]:
    """A finding for each part of a segment that is in another language."""
    text = segment.segment.text
    if segment.segment.kind == "code" or not suspicious(text, segment.lang) or stands_in(text, segment.lang):
        return
    for fragment in fragments(text, segment.lang):
        if not (fragment.aside or _rightly(fragment, segment, text)):
            yield _finding(fragment, segment, text)


def _rightly(fragment: Fragment, segment: SegmentContext, text: str) -> bool:
    """Whether the source has the words too, in a language that is not its own, or all of the text is a motto."""
    start, end = fragment.span
    if segment.source is None:
        return fragment.whole and not (text[:start] + text[end:]).strip(" .,;:!?…\"'“”„«»")
    return not _of_source(fragment, segment) and text[start:end] in segment.source.text


def _of_source(fragment: Fragment, segment: SegmentContext) -> bool:
    return segment.source is not None and fragment.guess.lang == languages.base(segment.source_lang)


def _finding(fragment: Fragment, segment: SegmentContext, text: str) -> Finding:
    guess, words = fragment.guess, text[slice(*fragment.span)]
    left = _of_source(fragment, segment) and segment.source is not None and words in segment.source.text
    ample = guess.kinds >= 4 and guess.size >= 12 and not fragment.quoted
    sure = fragment.whole and (guess.size >= _SENTENCE if left else ample and segment.source is None)
    message = f"The translation leaves {quote(words)} in {languages.name(guess.lang)}."
    if segment.source is None:
        message = f"{quote(words)} is in {languages.name(guess.lang)}, inside a text in {languages.name(segment.lang)}."
    severity, confidence = (Severity.ERROR, 0.9) if sure else (Severity.WARNING, 0.6)
    return remark(segment, "untranslated", severity, confidence, message, CATEGORY, fragment.span)
