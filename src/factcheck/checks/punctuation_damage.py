"""Punctuation is damaged: doubled, torn off, or in the middle of a sentence.

Found are two full stops or commas with a blank between, a blank before a closing quotation mark, a bracket without its
counterpart, and a full stop behind which a sentence goes on in small letters. Harmless are two without a blank, one
behind a blank (two such in a segment are not), and quotation marks that do not pair, as speech may go on over many
paragraphs. Ellipses, items like a), smileys, .NET and what the source has as well are right. Names of commands that
begin a sentence are known by the source or by a code span.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Set

from .. import languages
from ..contexts import SegmentContext, TextContext
from ..model import Finding, Severity
from ..wording.joined_words import LOWER, code_words
from ..wording.pairing import BRACKET, QUOTE, lost_quotes, unpaired_bracket, unpaired_quotes
from ._base import Example, around, quote, remark

SEVERITY = Severity.WARNING
CATEGORY = "Fluency/Punctuation"
_ID = "punctuation-damage"
EXAMPLES = (
    Example("", "Das ist sehr klar. . In Wahrheit ist es anders.", "de"),
    Example("", "A reforma foi aprovada..", "pt"),
    Example("", "这是他罪有应得的惩罚。。", "zh"),
    Example("", "Die 'Rebellen von damals ', acht Leute, gingen.", "de"),
    Example("", "Para peneliti di tengah karier menengah. peneliti mencari tantangan.", "id"),
    Example("", "Die Bank (gegründet 1870 schloss alle Filialen.", "de"),
    Example("", "Die Bank , sagte er , schließt .", "de"),
    Example("", "Er sagte: „Wir gehen jetzt.", "de"),
    Example("He left (in May).", "Er ging (im Mai.", "de"),
    Example("", "Wer kommt ? « Moi ! » dit-il… Et puis : rien ; .NET, . . . et ... c’est .5 %.", "fr", finds=False),
    Example(
        "",
        "Es gibt a) Geld und b) Zeit :-) für [0, 1), z. B. etwa 5\" Rohr; „so“ oder »so« oder 'so'.",
        "de",
        finds=False,
    ),
    Example("", "Virhe asetettaessa lippuja ”.sbss”-lohkolle ja ”.text”-lohkolle.", "fi", finds=False),
    Example("", "„Wir gehen.\n\n„Und zwar sofort“, sagte er.", "de", finds=False),
    Example("Version 1 . 5 . gzip packs.", "Version 1 . 5 . gzip packt.", "de", finds=False),
)
_SUSPECT = re.compile(
    r"[,.。，、،!?;:\"'”’](?:(?![\w-])(?:(?<=[ \u00a0.,。，、،][,.。，、،!?;:])|(?<=[ \u00a0][\"'”’]))"
    r"|(?<=[。，、،][。，、،]))"
)
"""A sign behind a blank or a sign; it begins with the second one, since blanks are many."""
_DOUBLED = re.compile(
    r"(?<![.\s])\. \.(?! ?\.)(?!\w)|(?<![,\s]), ,(?! ?,)|(?<=[^\W\d_\"”’)])\.\.(?![.\w/])"
    r"|(?<=[^\W_]),[,.](?![,.\w])|(?<![。…])。。(?!。)|[，、،]。|。[，、]|，，(?!，)|،[.،]"
)
_INSIDE = re.compile(r"(?<=[^\s\"“„«(])[ \u00a0](?:[\"'](?=[,.;:!?)](?:\s|$))|”(?=[,.;:!?)](?!\w)|\s|$))")
_BEFORE = re.compile(r"(?<=[^\W_])[ \u00a0]([,.!?;:])(?!\S| ?\.)")
_SMALL = re.compile(rf"\.(?<=[{LOWER}]{{5}}\.) ([{LOWER}]{{4,}})(?=[\s,])")
"""Longer words before a full stop are no abbreviations."""
_LETTERS = re.compile(r"[^\W\d_]+")


def check_segment(segment: SegmentContext) -> Iterator[Finding]:
    """Findings on signs that stand beside each other; with a source also those on sentences and brackets."""
    if segment.segment.kind == "code":
        return
    text, source = segment.segment.text, segment.source.text if segment.source else ""
    if _SUSPECT.search(text):
        yield from _signs(segment, source)
    if segment.source is None:
        return
    if _SMALL.search(text):
        yield from _sentences(segment, frozenset(_LETTERS.findall(source)))
    if BRACKET.search(text) and unpaired_bracket(source) is None:
        yield from _brackets(segment)
    if len(QUOTE.findall(text)) % 2 and not unpaired_quotes(source):
        for at, _ in unpaired_quotes(text)[:1]:
            yield _lost_quote(segment, at)


def check_text(text: TextContext) -> Iterator[Finding]:
    """Findings on sentences, brackets and quotation marks of a text without a source."""
    if text.source is not None:
        return
    segments = [segment for segment in text.article.segments if segment.kind != "code"]
    code = code_words(text.article.text)
    for segment in segments:
        context = text.segment(segment)
        yield from _sentences(context, code)
        if not code:
            yield from _brackets(context)
    for number, at in lost_quotes((number, segment.text) for number, segment in enumerate(segments)):
        yield _lost_quote(text.segment(segments[number]), at)


def _signs(segment: SegmentContext, source: str) -> Iterator[Finding]:
    text = segment.segment.text
    for match in _DOUBLED.finditer(text):
        if match.group() not in source:
            severity = Severity.WARNING if " " in match.group() else Severity.INFO
            yield _sign(segment, match, "is doubled", match.group()[:1], severity)
    for match in _INSIDE.finditer(text):
        if match.group() not in source:
            yield _sign(segment, match, "has a blank inside the quotation marks", match.group()[1:])
    right = languages.load(segment.lang).blank_before | {match.group(1) for match in _BEFORE.finditer(source)}
    found = [match for match in _BEFORE.finditer(text) if match.group(1) not in right]
    severity = Severity.WARNING if len(found) > 1 else Severity.INFO
    for match in found:
        yield _sign(segment, match, "has a blank before it", match.group(1), severity)


def _sign(
    segment: SegmentContext, match: re.Match[str], fault: str, right: str, severity: Severity = Severity.WARNING
) -> Finding:
    text, (start, end) = segment.segment.text, match.span()
    words = text[max(text.rfind(" ", 0, start), start - 30, -1) + 1 : end]
    message = f"The punctuation in {quote(words)} {fault}."
    return remark(segment, _ID, severity, 0.8, message, CATEGORY, (start, end), right)


def _sentences(segment: SegmentContext, known: Set[str]) -> Iterator[Finding]:
    """Full stops behind which small letters follow that begin no known word."""
    text = segment.segment.text
    for match in _SMALL.finditer(text):
        if match.group(1) not in known:
            start = text.rfind(" ", 0, match.start()) + 1
            message = (
                f"Behind the full stop of {quote(text[start : match.end()])} the sentence goes on in small letters."
            )
            yield remark(segment, _ID, Severity.WARNING, 0.7, message, CATEGORY, (start, match.end()))


def _brackets(segment: SegmentContext) -> Iterator[Finding]:
    at = unpaired_bracket(segment.segment.text)
    if at is not None:
        message = f"The bracket in {quote(around(segment.segment.text, at, after=40))} has no counterpart."
        yield remark(segment, _ID, Severity.WARNING, 0.7, message, CATEGORY, (at, at + 1))


def _lost_quote(segment: SegmentContext, at: int) -> Finding:
    words = around(segment.segment.text, at, before=20, after=20)
    message = f"The quotation mark in {quote(words)} has no counterpart."
    return remark(segment, _ID, Severity.INFO, 0.5, message, CATEGORY, (at, at + 1))
