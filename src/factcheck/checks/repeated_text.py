"""The text repeats itself in a loop, as machines do that lost the thread.

Found are a word three times in a row, a phrase of two words three times or of four words twice, and a sentence that
comes twice in a segment; of texts without blanks the same in characters. So is a word that stands twice, where the
language's `doubled` words are known and it is none of them ("that that", "die die"); where words are doubled to mean
something else (yavaş yavaş), only the most frequent ones are. It is an error where a phrase of three words comes four
times, or where the loop is most of a long segment. Exclamations (no, no, no), rows of numbers, names and reduplication
with a hyphen are right, and so is whatever repeats in the source.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from .. import languages
from ..contexts import SegmentContext
from ..model import Finding, Severity, Span
from ..wording.doubled import doubled, stands_twice
from ..wording.joined_words import UNSPACED
from ..wording.loops import Loop, loops, signs_again, words_again
from ._base import Example, quote, remark

SEVERITY = Severity.ERROR
CATEGORY = "Fluency/Duplication"
_ID = "repeated-text"
EXAMPLES = (
    Example("The company grew.", "Die Firma wuchs, die Firma wuchs, die Firma wuchs, die Firma wuchs, die", "de"),
    Example("", "Perusahaan itu mengumumkan mengumumkan mengumumkan pengunduran diri.", "id"),
    Example("", "Он ушёл из компании в мае. Он ушёл из компании в мае. Теперь он учит.", "ru"),
    Example("", "彼は会社を辞めた。彼は会社を辞めた。彼は会社を辞めた。", "ja"),
    Example("", "창업자가 회사를 떠나는 이유는 창업자가 회사를 떠나는 이유는 돈이 아니다.", "ko"),
    Example("", "The board said said nothing of the the offer.", "en"),
    Example("", "Wer die Stadt kennt, die die Bahn baut, und das Amt, das das Geld hat.", "de", finds=False),
    Example("", "Er kam mit mit der Bahn.", "de"),
    Example("", "Perusahaan itu untuk untuk sementara tutup.", "id"),
    Example("", "Nous nous souvenons de lui.", "fr", finds=False),
    Example("", "Yavaş yavaş, zaman zaman evlere tek tek baktı.", "tr", finds=False),
    Example("", "He had had enough of Duran Duran, he said, and of that that night.", "en", finds=False),
    Example("", "Frère Jacques, dormez-vous ? Sonnez les matines ! Sonnez les matines !", "fr", finds=False),
    Example("No, no, no!", "„Nein, nein, nein!“, rief er. Ha ha ha.", "de", finds=False),
    Example("", "Anak-anak itu berlari-lari. 2 2 2 0 0 0, sangat sangat jauh.", "id", finds=False),
    Example("", "わくわくする。「ああ、ああ」と言った。だんだん、だんだん暗くなった。はははは……", "ja", finds=False),
    Example("We won we won we won, they sang.", "Wir siegten wir siegten wir siegten, sangen sie.", "de", finds=False),
)
_ENDS = ".!?:;…\"'“”„«»()।"
_STOP = re.compile(r"[.!?।][\"'”“’»)]*(?=\s|\Z)|[。！？]")
_SENTENCE_LEAST, _LONG = 12, 80
"""Characters of a sentence that does not come twice by chance, and of a segment that a loop may fill."""
_WORD, _CHARACTER = re.compile(r"\S+"), re.compile(r"\S")


def check_segment(segment: SegmentContext) -> Iterator[Finding]:
    """Findings for loops and sentences that come twice."""
    text = segment.segment.text
    spaced = text.isascii() or not UNSPACED.search(text)
    suspect = words_again(text) if spaced else signs_again(text)
    if suspect and segment.segment.kind != "code" and not (segment.source and _repeats(segment.source.text)):
        yield from _found(segment, spaced)


def _found(segment: SegmentContext, spaced: bool) -> Iterator[Finding]:
    text, covered = segment.segment.text, 0
    for loop, (start, end), once, share in _loops(text, spaced):
        sure = loop.times >= 4 and (loop.period >= (3 if spaced else 4) or share > 0.5)
        severity, covered = Severity.ERROR if sure else Severity.WARNING, end
        message = f"{quote(once)} stands here {loop.times} times in a row."
        right = once.rstrip(_ENDS) + text[len(text[:end].rstrip(_ENDS)) : end]  # the last one may end the sentence
        yield remark(segment, _ID, severity, 0.9 if sure else 0.6, message, CATEGORY, (start, end), right)
    if not (segment.source and stands_twice(segment.source.text)):
        for span, once in doubled(text, languages.load(segment.lang)):
            message = f"The word {quote(once)} stands here twice."
            yield remark(segment, _ID, Severity.WARNING, 0.6, message, CATEGORY, span, once)
    for start, end in _twice(text):
        if start >= covered:
            message = f"The sentence {quote(text[start:end])} stands here twice."
            yield remark(segment, _ID, Severity.WARNING, 0.7, message, CATEGORY, (start, end))


def _loops(text: str, spaced: bool) -> Iterator[tuple[Loop, Span, str, float]]:
    """Each loop of words or characters that is no exclamation, its span, what it repeats, and its share in a long
    text."""
    found = (_WORD if spaced else _CHARACTER).finditer(text)
    places = [match.span() for match in found if not spaced or any(map(str.isalnum, match.group()))]
    items = [text[start:end].strip(_ENDS).casefold() for start, end in places]
    for loop in loops(items):
        unit = items[loop.start : loop.start + loop.period]
        if (_strange if spaced else _strange_signs)(loop, unit):
            start, end = places[loop.start][0], places[loop.end - 1][1]
            once = text[start : places[loop.start + loop.period - 1][1]]
            yield loop, (start, end), once, (end - start) / len(text) if len(text) >= _LONG else 0


def _strange(loop: Loop, words: Sequence[str]) -> bool:
    """Whether nobody writes these words so often: exclamations are short, or have commas."""
    if sum(any(char.isalpha() for char in word) for word in words) * 2 <= len(words):
        return False
    if loop.period == 1:
        calm = words[0].isalpha() and len(words[0]) > 3
        return loop.times >= (3 if calm else 6)
    return loop.times >= (2 if loop.period >= 4 else 3)


def _strange_signs(loop: Loop, signs: Sequence[str]) -> bool:
    """Whether nobody writes these characters so often: names and paths in Latin letters may come twice."""
    letters = "".join(filter(str.isalpha, signs))
    doubled = letters == letters[: len(letters) // 2] * 2  # as words are that say what a thing sounds like
    if len(letters) * 2 < len(signs) or (loop.times < 4 and (doubled or any(map(str.isascii, signs)))):
        return False
    return loop.times >= (2 if loop.period >= 5 and len(letters) >= 4 else 4 if loop.period > 2 else 8)


def _twice(text: str) -> Iterator[Span]:
    """Sentences that stood in the text before; people exclaim and ask things twice."""
    seen, start = set(), 0
    for match in _STOP.finditer(text):
        sentence = text[start : match.end()].lstrip()
        calm = match.group()[0] not in "!?！？"
        if calm and len(sentence) >= _SENTENCE_LEAST and sentence in seen:
            yield match.end() - len(sentence), match.end()
        seen.add(sentence)
        start = match.end()


def _repeats(source: str) -> bool:
    """Whether a source repeats itself, so that its translation may."""
    words = [word.strip(_ENDS + ",").casefold() for word in source.split()]
    return any(True for _ in loops(words)) or any(True for _ in _twice(source))
