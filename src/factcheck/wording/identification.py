"""Language identification: in which language words stand that should stand in another.

The language of a text is given, so only one question is asked: do its words show another one? Evidence are the
frequent words of all known languages (signs where no blanks stand between words): those of the other language that the
right one lacks, against those of the right one that the other lacks. Languages without frequent words are not judged.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from .. import languages
from ..model import Span
from .scripts import script, scripts
from .words import different_words

_SIGNS = "\u0e00-\u0eff\u1000-\u109f\u1100-\u11ff\u1780-\u17ff\u3041-\u30fa\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af"
"""Scripts that are read sign by sign: without blanks between words, or with endings that hide them."""
_MARKS = "\u0300-\u036f\u064b-\u0652\u0900-\u0903\u093a-\u094f"
_TOKEN = re.compile(rf"[{_SIGNS}]|(?:[^\W\d_{_SIGNS}]|[{_MARKS}])+")
_SIGN = re.compile(f"[{_SIGNS}]")
_SUSPICIOUS = 2
"""Different words of other languages, in any order, that are worth a closer look."""
_RELATED = 0.17
"""Share of their frequent words from which on two languages are close relatives: Portuguese and Spanish have 0.23."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word, or a sign of a script without blanks. low: in lower case; weight: a sign counts half; initial: only
    capitals, as in abbreviations, which are no evidence."""

    text: str
    low: str
    span: Span
    weight: float
    initial: bool


@dataclass(frozen=True, slots=True)
class Guess:
    """The language that words show. hits: its frequent words that the right language lacks; kinds: different ones;
    shared: those that both have; own: frequent words of the right language that it lacks; size: all words."""

    lang: str
    hits: float
    kinds: int
    shared: float
    own: float
    size: float


def tokens(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """The words of a text, or its signs where no blanks stand between words."""
    return [_token(m) for m in _TOKEN.finditer(text, start, len(text) if end is None else end)]


def _token(match: re.Match[str]) -> Token:
    text = match.group()
    sign = _SIGN.match(text)
    return Token(text, text.lower(), match.span(), 0.5 if sign else 1, text.isupper())


@dataclass(frozen=True, slots=True)
class _Knowledge:
    """What tells other languages from one. telling: own words that no other has; index: word -> languages that
    have it; enough: language -> how many of its words are suspicious; signs: of other scripts; scripts: its own, and
    Latin, in which names stand everywhere."""

    own: frozenset[str]
    telling: frozenset[str]
    foreign: frozenset[str]
    index: Mapping[str, tuple[str, ...]]
    enough: Mapping[str, int]
    signs: re.Pattern[str] | None
    by_signs: bool
    scripts: frozenset[str]


@lru_cache(maxsize=2)  # several checks ask about one segment
def suspicious(text: str, lang: str) -> bool:
    """Whether a text may hold words of another language than it should be in: a cheap test that most texts end at."""
    known = _knowledge(lang)
    if not known.own:
        return False
    words = different_words(text)
    foreign = known.foreign & words
    if len(foreign) >= _SUSPICIOUS and _of_one_language(foreign, lang):
        return True
    if known.signs and known.signs.search(text):
        return True
    if known.by_signs:
        return known.telling.isdisjoint(text)
    return known.telling.isdisjoint(words) and script(next(filter(str.isalpha, text), "a")) not in known.scripts


def _of_one_language(words: Iterable[str], lang: str) -> bool:
    """Whether enough of the words are of the same other language, of a close relative more."""
    known, left = _knowledge(lang), dict[str, int]()
    for word in words:
        for other in known.index[word]:
            left[other] = left.get(other, known.enough[other]) - 1
            if not left[other]:
                return True
    return False


def foreign_words(word: Token, lang: str) -> tuple[str, ...]:
    """The languages that have a word among their frequent ones, where the right one does not."""
    known = _knowledge(lang)
    return () if word.initial else known.index.get(word.low, ())


def identify(words: Iterable[Token], lang: str) -> Guess | None:
    """Words that should be in a language -> the other one that they show most, or None where they show none."""
    known, size = _knowledge(lang), 0.0
    hits, mine, kinds = defaultdict[str, float](float), defaultdict[str, float](float), set[tuple[str, str]]()
    for token in words:
        size += token.weight
        if token.low in known.own:
            mine[token.low] += token.weight
        elif not token.initial:
            for other in known.index.get(token.low, ()):
                hits[other] += token.weight
                kinds.add((other, token.low))
    return _best(hits, mine, kinds, size) if hits else None


def _best(hits: Mapping[str, float], mine: Mapping[str, float], kinds: Iterable[tuple[str, str]], size: float) -> Guess:
    frequent = languages.frequent()
    shared = {other: sum(n for word, n in mine.items() if word in frequent[other]) for other in hits}
    best = max(hits, key=lambda other: (hits[other] + shared[other], hits[other], other))
    different = sum(other == best for other, _ in kinds)
    return Guess(best, hits[best], different, shared[best], sum(mine.values()) - shared[best], size)


@cache
def related(lang: str, other: str) -> bool:
    """Whether two languages share so many frequent words that a text is easily taken for the other."""
    one, two = (languages.frequent().get(languages.base(code), frozenset()) for code in (lang, other))
    return len(one & two) > _RELATED * min(len(one), len(two))


@cache
def _knowledge(lang: str) -> _Knowledge:
    lang = languages.base(lang)
    own = languages.frequent().get(lang, frozenset())
    index: dict[str, tuple[str, ...]] = {}
    others = {other: words for other, words in languages.frequent().items() if other != lang}
    for other, words in others.items():
        for word in words - own:
            index[word] = (*index.get(word, ()), other)
    signs = {word for word in index if _SIGN.match(word) and script(word) not in scripts(lang)}
    return _Knowledge(
        own=own,
        telling=own.difference(*others.values()),
        foreign=frozenset(index),
        index=index,
        enough={other: _SUSPICIOUS * (2 if related(lang, other) else 1) for other in others},
        signs=re.compile("[" + "".join(sorted(signs)) + "]") if signs else None,
        by_signs=any(map(_SIGN.match, own)),
        scripts=scripts(lang) | {"LATIN"},
    )
