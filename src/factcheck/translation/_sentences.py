"""Texts to sentences, and sentences too long for a model to clauses. No character is lost.

Limits: two short sentences may stay together after an abbreviation; after a bare number where ordinals have a point.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import pairwise

from factcheck import languages
from factcheck.errors import EngineError
from factcheck.model import Span

LIMIT = 160
"""The heaviest sentence that goes to a model in one piece. Measured: models get worse from some 120 tokens on and
cut off at 256; English news sentences weigh about 1.5 times their number of tokens, so this is some 450 characters."""

_CLAUSES = (
    r"[;:—–][\"'”’»)]?\s+|[；：]",
    r",[\"'”’»)]?\s+(?=\D)|[、，]",  # never within "August 5, 2024"
    r"(?<=[^\W\d])\s+(?=[^\W\d])",  # never within "7 billion"
    r"\s+",
)
_LETTERS = re.compile(r"[A-Za-z]+")
_OPENING = re.compile(r"(?<=\s)[\"'”’»]\Z")
_STUMP = re.compile(r"(?:\S+\s+)?\w{1,4}\.\s*")
_NUMBER = re.compile(r"(?:.*[^\w.,])?\d{1,3}\.\s*")
_SHORT = re.compile(r".*[^\w][a-zà-ÿ]{1,6}\.\s*")


def spans(text: str, lang: str) -> list[Span]:
    """The spans of the sentences of a text on one line; together they cover it. EngineError without sentencex."""
    try:
        from sentencex import segment
    except ImportError:
        raise EngineError("sentencex is not installed", hint="pip install 'factcheck[translate]'") from None
    pieces = list(_merged(segment(languages.base(lang), text), languages.load(lang).dotted_dates))
    ends = [0]
    for piece in pieces:
        ends.append(ends[-1] + len(piece))
    return list(pairwise(ends))


def _merged(pieces: Iterable[str], pointed: bool) -> Iterator[str]:
    """Pieces without the breaks that the library makes after abbreviations that it does not know.

    pointed: whether "5." is an ordinal in this language.
    """
    held = ""
    for piece in pieces:
        if opening := _OPENING.search(held):  # in some languages the same sign opens and closes
            held, piece = held[: opening.start()], opening[0] + piece
        if held and not _belongs(held, piece, pointed):
            yield held
            held = ""
        held += piece
    if held:
        yield held


def _belongs(before: str, after: str, pointed: bool) -> bool:
    tail = before[-80:]  # bounds the patterns
    if not (before[-1].isspace() or wide(before[-1])) or after[0].islower():
        return True
    if pointed and _NUMBER.fullmatch(tail):
        return True
    if len(before) <= len(tail) and _STUMP.fullmatch(before):
        return True
    return after[0].isdigit() and _SHORT.fullmatch(tail) is not None


def clauses(sentence: str, limit: int = LIMIT) -> list[str]:
    """The sentence in parts that weigh at most the limit, cut where a clause, else a word, ends."""
    if weight(sentence) <= limit or len(sentence) < 2:
        return [sentence]
    at = _middle(sentence)
    return [*clauses(sentence[:at].rstrip(), limit), *clauses(sentence[at:].lstrip(), limit)]


def weight(text: str) -> int:
    """About how many tokens a model sees, seldom too few: a third of a Latin letter's word, else characters."""
    words = _LETTERS.findall(text)
    others = sum(not char.isspace() for char in text) - sum(map(len, words))
    return others + sum(-(-len(word) // 3) for word in words)


def _middle(text: str) -> int:
    """Where to cut: the end of a clause nearest to the middle, if it leaves at least a fifth on each side."""
    half, margin = len(text) // 2, max(1, len(text) // 5)
    for pattern in _CLAUSES:
        ends = [match.end() for match in re.finditer(pattern, text)]
        inner = [end for end in ends if margin <= end <= len(text) - margin]
        if inner:
            return min(inner, key=lambda end: abs(end - half))
    return half


def joined(parts: Iterable[str]) -> str:
    """Sentences or clauses as one text: blanks between them, except after full-width punctuation."""
    text = ""
    for part in filter(None, parts):
        text += part if not text or wide(text[-1]) else f" {part}"
    return text


def wide(char: str) -> bool:
    """Whether a character belongs to a script that writes without blanks, or to its punctuation."""
    return unicodedata.east_asian_width(char) in "WF" and not unicodedata.name(char, "").startswith("HANGUL")
