"""Names of a source that its translation writes with a slip."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from rapidfuzz import process
from rapidfuzz.distance import OSA

from . import languages
from .latin import LETTER, NAME, plain
from .model import Span
from .slips import ENDING, Slip, slip

_LONG = 6
"""Letters of a name from which on a slip is proof enough; shorter ones are soon another word."""
_BEFORE = re.compile(rf"([{LETTER}]+)[ \u00a0-]$")
_BEHIND = re.compile(rf"[ \u00a0-]([{LETTER}]+)")
_WINDOW = 40
"""Characters that are searched for the word before a name."""


@dataclass(frozen=True, slots=True)
class Misspelt:
    """A name of the source and the word that stands for it in the translation, with their spans."""

    name: str
    span: Span
    word: str
    place: Span


@dataclass(frozen=True, slots=True)
class _Texts:
    """A source and its translation, and both in plain letters."""

    source: str
    target: str
    plain_source: str
    plain_target: str


def misspelt(source: str, target: str, source_lang: str, lang: str) -> Iterator[Misspelt]:
    """What in a translation is a name of its source with a slip; Raises LanguageError.

    A name counts as gone when the translation has it less often than the source, in any letters' case and accents.
    """
    gone = {name: span for name, span in _words(source).items() if target.count(name) < source.count(name)}
    strange = {word: span for word, span in _words(target).items() if word not in source} if gone else {}
    if not strange:
        return
    texts = _Texts(source, target, plain(source), plain(target))
    strange = {word: span for word, span in strange.items() if plain(word) not in texts.plain_source}
    plain_words = {word: plain(word) for word in strange}
    for name, span in gone.items():
        low = plain(name)
        if texts.plain_target.count(low) < texts.plain_source.count(low):
            near = (Misspelt(name, span, word, strange[word]) for word in _near(low, plain_words))
            yield from islice((found for found in near if _is_slip(found, texts, source_lang, lang)), 1)


def _words(text: str) -> dict[str, Span]:
    """Capitalised words and where they stand first. Words wholly in capitals are acronyms or shouted titles."""
    found: dict[str, Span] = {}
    for match in NAME.finditer(text):
        if not match.group().isupper():
            found.setdefault(match.group(), match.span())
    return found


def _near(name: str, words: Mapping[str, str]) -> Iterator[str]:
    """The words (as written -> plain) that may be the name with one slip, and with an ending behind."""
    for _, _, word in process.extract(name, words, scorer=OSA.distance, score_cutoff=1, limit=None):
        yield word
    for word, low in words.items():
        if low[0] == name[0] and 0 < len(low) - len(name) <= ENDING + 1:
            yield word


def _is_slip(found: Misspelt, texts: _Texts, source_lang: str, lang: str) -> bool:
    kind = slip(found.name, found.word)
    if kind is Slip.NONE or plain(found.word) in languages.load(lang).places:
        return False
    before = _same(_before(texts.source, found.span), _before(texts.target, found.place))
    behind = _same(_behind(texts.source, found.span), _behind(texts.target, found.place))
    if kind is Slip.DOUBTFUL:
        title = found.name.lower() in languages.load(source_lang).not_names
        return _foreign(texts.target) or ((before or behind) and not title)
    return len(found.name) >= _LONG or before or behind


def _before(text: str, span: Span) -> str:
    match = _BEFORE.search(text[max(0, span[0] - _WINDOW) : span[0]])
    return match.group(1) if match else ""


def _behind(text: str, span: Span) -> str:
    match = _BEHIND.match(text, span[1])
    return match.group(1) if match else ""


def _same(one: str, other: str) -> bool:
    """Whether a word beside the name was kept: then the name was to be kept as well."""
    return len(one) > 1 and one[0].isupper() and plain(one) == plain(other)


def _foreign(text: str) -> bool:
    """Whether a text is in another script: what it has in Latin letters was to be kept."""
    latin = sum(len(match.group()) for match in _LATIN.finditer(text))
    return latin * 2 < sum(map(str.isalpha, text))


_LATIN = re.compile(rf"[{LETTER}]+")
