"""Names of a source that its translation writes with a slip."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from .. import languages
from ..model import Span
from ..wording.latin import CAPITALISED, LETTER, foreign, plain, word_span
from .slips import ENDING, Slip, slip

_LONG = 6
"""Letters of a name from which on a slip is proof enough; shorter ones are soon another word."""
_MOST = 1000
"""Pairs of words that are compared; no paragraph has so many that begin or end alike, but a list might."""
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


def misspelt(source: str, target: str, source_lang: str, lang: str) -> Iterator[Misspelt]:
    """What in a translation is a name of its source with a slip. Raises LanguageError.

    A name counts as gone when the translation has it less often than the source, in any letters' case and accents.
    """
    names = CAPITALISED.findall(source)
    kinds = set(names)
    gone = [name for name in kinds if name not in target]
    if len(kinds) < len(names):
        gone += [name for name in kinds if 0 < target.count(name) < source.count(name)]
    sought = [name for name in gone if name[:2] in target or name[-3:] in target]
    if sought and (near := _near(sought, set(CAPITALISED.findall(target)) - kinds)):
        yield from _slips(near, source, target, source_lang, lang)


def _near(names: Sequence[str], words: Collection[str]) -> list[tuple[str, str]]:
    """Pairs that begin with the same two letters or end with the same three: one slip leaves either."""
    edges = {part for word in words for part in (word[:2], word[-3:])}
    if not any(name[:2] in edges or name[-3:] in edges for name in names):
        return []
    found: dict[str, list[str]] = {}
    for word in sorted(words):
        found.setdefault(word[:2], []).append(word)
        found.setdefault(word[-3:], []).append(word)
    parts = ((name, part) for name in sorted(names) for part in (name[:2], name[-3:]))
    pairs = ((name, word) for name, part in parts for word in found.get(part, ()))
    return [pair for pair in islice(pairs, _MOST) if -1 <= len(pair[1]) - len(pair[0]) <= ENDING + 1]


def _slips(
    near: Iterable[tuple[str, str]], source: str, target: str, source_lang: str, lang: str
) -> Iterator[Misspelt]:
    """Of pairs of a name and a word, those that are the name with a slip, as they stand in the texts."""
    for name, word in sorted(set(near)):
        kind = slip(name, word)
        if kind is Slip.NONE or name.isupper() or word.isupper():
            continue
        span, place = word_span(name, source), word_span(word, target)
        if span and place and _gone(plain(name), plain(word), plain(source), plain(target)):
            found = Misspelt(name, span, word, place)
            if _proven(found, kind, source, target, source_lang, lang):
                yield found


def _gone(name: str, word: str, source: str, target: str) -> bool:
    """Whether the translation lacks the name, and has the word from nowhere else; all in plain letters."""
    return word not in source and target.count(name) < source.count(name)


def _proven(found: Misspelt, kind: Slip, source: str, target: str, source_lang: str, lang: str) -> bool:
    """Whether a slip is one, and no other word or spelling of the language."""
    if plain(found.word) in languages.load(lang).places:
        return False
    kept = _same(_before(source, found.span), _before(target, found.place)) or _same(
        _behind(source, found.span), _behind(target, found.place)
    )
    if kind is Slip.CLEAR or (kind is Slip.LIKELY and not (_opens(source, found.span) and _opens(target, found.place))):
        return kept or len(found.name) >= _LONG
    title = found.name.lower() in languages.load(source_lang).not_names
    return (kept and not title) or foreign(target)


def _opens(text: str, span: Span) -> bool:
    """Whether a word stands where a sentence begins, so that its capital does not make it a name."""
    before = text[max(0, span[0] - _WINDOW) : span[0]].rstrip()
    return not before or not (before[-1].isalnum() or before[-1] in ",;-–")


def _before(text: str, span: Span) -> str:
    match = _BEFORE.search(text[max(0, span[0] - _WINDOW) : span[0]])
    return match.group(1) if match else ""


def _behind(text: str, span: Span) -> str:
    match = _BEHIND.match(text, span[1])
    return match.group(1) if match else ""


def _same(one: str, other: str) -> bool:
    """Whether a word beside the name was kept: then the name was to be kept as well."""
    return len(one) > 1 and one[0].isupper() and plain(one) == plain(other)
