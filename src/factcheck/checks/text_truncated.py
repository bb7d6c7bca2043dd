"""The text breaks off before its sentence ends.

Found are paragraphs whose last word ends no sentence (an article, a conjunction: the language's `never-last` words), an
open hyphen or bracket at the end, and text that is much shorter than a source that does end. Harmless is a comma at the
end, as of salutations and verses, or that the last of several sentences has no end. Items, cells and paragraphs before
an item or code are not looked at.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from .. import languages
from ..contexts import SegmentContext, TextContext
from ..model import Finding, Segment, Severity
from ..wording.joined_words import LOWER
from ..wording.lengths import length
from ._base import Example, quote, remark

SEVERITY = Severity.WARNING
CATEGORY = "Accuracy/Omission"
_ID = "text-truncated"
EXAMPLES = (
    Example("He left, as the company grew and hired.", "Er ging, weil die Firma wuchs und", "de"),
    Example("", "Perusahaan itu terus berkembang pesat dan mempekerjakan lebih banyak orang dari", "id"),
    Example("", "The board met on Monday and the chair said that", "en"),
    Example("", "What the chair made of it, nobody knows: never do that", "en", finds=False),
    Example("", "Компания росла, и её основатели ушли, так как", "ru", finds=False),
    Example("", "Он ушёл из компании в мае. Теперь он преподаёт в университете и в", "ru"),
    Example(
        "",
        "We met in May. He said that it was not up to us to say if he is to go or to stay in the job",
        "en",
    ),
    Example(
        "The founders left the company in May because they wanted to build a safer system of their own.",
        "Die Gründer verließen die Firma im Mai,",
        "de",
    ),
    Example("", "Gründer verlassen die Firma, und die Aktie fällt weiter", "de", finds=False),
    Example("", "Viele gingen. Warum? Das weiß niemand …", "de", finds=False),
    Example("The founders leave the firm", "Die Gründer verlassen die Firma", "de", finds=False),
    Example("", "創業者たちは5月に会社を去った。", "ja", finds=False),
)
_END = re.compile(r"[.!?…。！？।۔؟؛．;:：；”“\"'’‘»«›‹)\]）」』】*_|~>՞։។။์]\s*\Z")
_FULL = re.compile(r"(?:(?<!\.)\.|[!?。！？।۔؟])\W{0,3}\Z")
_INNER = re.compile(rf"[^\W\d_]{{3}}[.!?।۔؟] [^\W\d_{LOWER}]")
_OPEN = re.compile(r"[^\W\d_]-\Z|[(\[（「『„]\s*\Z")
_FEW, _MANY = 5, 20
"""Words from which on an end is looked at, and that no headline has."""
_SHORT, _SENTENCE = 0.85, 55
"""The share of a source's length below which a translation without an end is cut off (one in twenty whole ones is as
short), and how long the source is at least: a label for a sentence is no cut."""


def check_segment(segment: SegmentContext) -> Iterator[Finding]:
    """Findings by what the source says as well: only where it ends its sentence."""
    if segment.source and _looked_at(segment.segment) and _END.search(segment.source.text[-8:]):
        yield from _broken(segment)


def check_text(text: TextContext) -> Iterator[Finding]:
    """Findings by the text alone."""
    segments = text.article.segments
    if text.source is None:
        for segment, after in zip(segments, [*segments[1:], None], strict=True):
            if _looked_at(segment) and (after is None or after.kind not in ("item", "code")):
                yield from _broken(text.segment(segment))


def _looked_at(segment: Segment) -> bool:
    return segment.kind in ("paragraph", "heading") and not _END.search(segment.text[-8:])


def _broken(segment: SegmentContext) -> Iterator[Finding]:
    text = segment.segment.text.rstrip()
    reason, sure = _reason(segment, text)
    if reason:
        start = max(text.rfind(" ", 0, len(text) - 20) + 1, len(text) - 40)
        message = f"The text breaks off at {quote(text[start:])}: {reason}."
        severity = Severity.WARNING if sure else Severity.INFO
        yield remark(segment, _ID, severity, 0.7, message, CATEGORY, (start, len(text)))


def _reason(segment: SegmentContext, text: str) -> tuple[str, bool]:
    """Why a text that has no end seems to break off, and whether it surely does."""
    words = text.count(" ") + 1
    last, never_last = text[-40:].split()[-3:], languages.load(segment.lang).never_last
    if words >= _FEW and any(" ".join(last[at:]) in never_last for at in range(len(last))):
        return "no sentence ends in this word", True
    if _OPEN.search(text[-3:]):
        return "it ends in an open sign", True
    if segment.source and _cut(text, segment.source.text):
        return f"the source goes on, to {quote(segment.source.text[-40:].partition(' ')[2])}", True
    if words >= _MANY and _INNER.search(text):
        return "the last of its sentences has no end", False
    return ("it ends in a comma", False) if text.endswith((",", "，", "、", "،")) else ("", False)


def _cut(text: str, source: str) -> bool:
    whole = length(source)
    return whole >= _SENTENCE and length(text) < _SHORT * whole and _FULL.search(source[-8:]) is not None
