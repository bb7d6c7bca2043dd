"""Fragments of a text that stand in another language: a sentence, or several words in a row."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .. import languages
from ..model import Span
from .identification import Guess, Token, foreign_words, identify, related, tokens
from .scripts import script, scripts

_WALL = re.compile(r"[\"“”„«»‹›「」『』《》()\[\]（）\n]|(?<!\w)['‘’]|['‘’](?!\w)")
"""A fragment does not go on behind a quotation mark or a bracket."""
_STOP = re.compile(r"[.!?…。！？।:：](?=\W|$)")
_BRACKETS = ("(", "[", "（")
_OPENING = ('"', "“", "„", "«", "»", "‹", "「", "『", "《", "'", "‘", "”")
_CLOSING = " .,;!?…”“\"'’‘»«」』"
_CANDIDATES = 3
_FEW = 5
"""Words that make a fragment; fewer are a name, a title or a phrase that everybody knows."""


@dataclass(frozen=True, slots=True)
class Fragment:
    """Words in a row that stand in another language. aside: in brackets, or followed by some; whole: from the start of
    a sentence or quotation to its end; quoted: behind a quotation mark."""

    span: Span
    guess: Guess
    aside: bool
    whole: bool
    quoted: bool


def fragments(text: str, lang: str) -> list[Fragment]:
    """The fragments of a text that are not in its language, those in the most frequent other language."""
    words = tokens(text)
    hits = Counter(other for word in words for other in foreign_words(word, lang))
    for other, count in hits.most_common(_CANDIDATES):
        if count >= 2 and (found := list(_found(text, words, lang, other))):
            return found
    return []


def _found(text: str, words: Sequence[Token], lang: str, other: str) -> Iterator[Fragment]:
    for row in _runs(text, words, lang, other):
        run = _trimmed(text, row, lang, other)
        guess = identify(run, lang)
        if guess and guess.lang == other and _plain(run, other):
            fragment = _fragment(text, (run[0].span[0], run[-1].span[1]), guess)
            if _telling(fragment, lang):
                yield fragment


def _fragment(text: str, span: Span, guess: Guess) -> Fragment:
    before, after = text[: span[0]].rstrip(), text[span[1] :].lstrip(" ,;、，")
    aside = before.endswith(_BRACKETS) or after.lstrip(_CLOSING).startswith(_BRACKETS)
    starts = not before or (_STOP.match(before[-1]) or _WALL.match(before[-1])) is not None
    ends = not after or (_STOP.match(after) or _WALL.match(after)) is not None
    return Fragment(span, guess, aside, starts and ends, before.endswith(_OPENING))


def _runs(text: str, words: Sequence[Token], lang: str, other: str) -> Iterator[list[Token]]:
    """Rows of words that may be of the other language."""
    own, theirs = (languages.frequent()[languages.base(code)] for code in (lang, other))
    run: list[Token] = []
    for word in words:
        if run and _WALL.search(text, run[-1].span[1], word.span[0] + 1):
            yield run
            run = []
        if (word.low in own and word.low not in theirs) or script(word.low[0]) not in scripts(other):
            yield run
            run = []
        else:
            run.append(word)
    yield run


def _trimmed(text: str, run: list[Token], lang: str, other: str) -> list[Token]:
    """A row of words without the sentences at its ends that have no word of the other language."""
    sentences: list[list[Token]] = [[]]
    for before, word in zip([None, *run], run, strict=False):
        if before and _STOP.search(text, before.span[1], word.span[0] + 1):
            sentences.append([])
        sentences[-1].append(word)
    telling = [any(other in foreign_words(word, lang) for word in sentence) for sentence in sentences]
    if not any(telling):
        return []
    first, last = telling.index(True), len(telling) - telling[::-1].index(True)
    return [word for sentence in sentences[first:last] for word in sentence]


def _plain(run: Sequence[Token], other: str) -> bool:
    """Whether a row of words is more than names and a title, where all but small words have a capital."""
    if any(word.weight < 1 for word in run):
        return True
    frequent = languages.frequent()[other]
    return sum(word.low == word.text and word.low not in frequent and len(word.low) > 2 for word in run) >= 2


def _telling(fragment: Fragment, lang: str) -> bool:
    """Whether the words say enough: more where names and words of the language may be at its ends."""
    guess, ample = fragment.guess, 3
    few = 2 * _FEW if related(lang, guess.lang) else _FEW
    least = ample if guess.size > 8 or not fragment.whole else 2
    return guess.size >= few and guess.kinds >= least and (guess.hits + guess.shared) * 4 >= guess.size
