"""Words that are written together: CamelCase and its parts, sentences and clauses without a blank between."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from ..model import Span

_LETTERS = [chr(code) for code in range(0x530)]
UPPER = "".join(filter(str.isupper, _LETTERS))
LOWER = "".join(filter(str.islower, _LETTERS))
_CASED = "A-Za-zÀ-ÖØ-öø-ɏͰ-ϿЀ-ԯ\u1e00-\u1fff"
_UNCASED = "\u0620-\u064a\u0671-\u06d3\u0904-\u0939\u0985-\u0df4\uac00-\ud7a3"
"""Letters of Arabic, of the scripts of India and of Korean, which have no capitals but put blanks between sentences."""

UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u31ff\u3400-\u9fff]")
"""A letter of a script without blanks between words: Thai, Lao, Burmese, Khmer, kana, Chinese characters."""
JOINT = re.compile(rf"[{UPPER}](?:(?<=[{LOWER}][{LOWER}][{UPPER}])[{LOWER}]|[{UPPER}]{{2}}[{LOWER}]{{3}})")
"""Where a word seems to go on in another: the M of TeamMeeting, AIA of AIAlignment."""
STOP = re.compile(r"[.!?…؟۔।,][^\W\d_]{2}")
"""Where a sentence or clause may go on without a blank."""
_PART = re.compile(rf"[{UPPER}]+(?![{LOWER}])|[{UPPER}]?[{LOWER}]+|[{UPPER}]|[^\W\d_]")
_CASED_WORD = re.compile(rf"[{_CASED}]+")
_LEFT = re.compile(rf"[{LOWER}]{{3}}|.?[{_UNCASED}]{{2}}$")
_NEXT_SENTENCE = re.compile(rf"[{UPPER}][{LOWER}]+|[{_UNCASED}]{{2,}}")
_NEXT_CLAUSE = re.compile(rf"[{UPPER}]?[{LOWER}]{{3,}}")
_NO_WORD_BEFORE, _NO_WORD_AFTER = frozenset("@#/\\_.=$%&-<{:+~"), frozenset("@/\\_=(&-{+~0123456789")
"""Signs of addresses, tags, files, options and identifiers."""
_NO_SENTENCE_AFTER = re.compile(r"[\w/@(:\\=,-]|[.]\w")
_ABBREVIATED = 6
"""Letters from which on a word with a capital before a full stop is no abbreviation."""
_CODE = re.compile(r"`++([^`\n]++)`")


@lru_cache(maxsize=10_000)
def parts(word: str) -> tuple[str, ...]:
    """AttentionIsAll -> Attention, Is, All; AIAlignment -> AI, Alignment."""
    return tuple(_PART.findall(word))


def joined_words(text: str) -> Iterator[Span]:
    """The spans of CamelCase words that are no address, option, file or the like."""
    end = 0
    for joint in JOINT.finditer(text):
        if joint.start() >= end:
            start = _start(text, joint.start())
            match = _CASED_WORD.match(text, start)
            end = match.end() if match else joint.end()
            if text[start - 1 : start] not in _NO_WORD_BEFORE and text[end : end + 1] not in _NO_WORD_AFTER:
                yield start, end


def _start(text: str, at: int) -> int:
    """Where the word begins that the character at a place belongs to."""
    while at and _CASED_WORD.match(text[at - 1]):
        at -= 1
    return at


def joined_sentences(text: str) -> Iterator[tuple[Span, int]]:
    """Of sentences and clauses without a blank between: the span of both words, and where the second begins."""
    for stop in STOP.finditer(text):
        at, start = stop.start(), stop.start()
        while start and text[start - 1].isalpha():
            start -= 1
        begins = _NEXT_CLAUSE if text[at] == "," else _NEXT_SENTENCE
        after = begins.match(text, at + 1)
        if after and not _NO_SENTENCE_AFTER.match(text, after.end()) and _ends_sentence(text, start, at):
            yield (start, after.end()), at + 1


def _ends_sentence(text: str, start: int, end: int) -> bool:
    """Whether a word may be the last of a sentence: no abbreviation, and no part of an address."""
    if start and not (text[start - 1].isspace() or text[start - 1] in "\"'“„«»(‘’"):
        return False
    least = _ABBREVIATED if text[start].isupper() and text[end] != "," else 2
    return end - start >= least and _LEFT.match(text, max(start, end - 3), end) is not None


def code_words(text: str) -> frozenset[str]:
    """The words inside the code spans of a Markdown text."""
    return frozenset(word for span in _CODE.findall(text) for word in _CASED_WORD.findall(span))
