"""How a translation in another script writes each name of its source, and the places where it writes it otherwise."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ..checks._contexts import Document, PairContext
from ..languages import Language, load
from .mentions import Mention, mentions
from .sounds import consonants, initial, sounds_alike
from .spelling import is_form, letter_similarity, letters, stems

_RENDERED = 75
"""How alike a name and its rendering sound at least: of names and their renderings in CLDR nine in ten are, of others
five in a thousand."""
_VARIANT, _LETTERS, _MORE_LETTERS = 80, 0.5, 0.6
"""How alike two renderings of one name sound, and their letters are."""
_SHORTEST = 4
_POSSESSIVE = re.compile(r"(?<=\w\w\w)['’ʼ][^\W\d_A-Z]{1,4}$")
"""What is written behind a name with an apostrophe: Altman's."""
_PARTICLE = 4
"""What a syllable must add to the likeness to be cut off as a particle."""
_FEW = 2
"""Consonants that two words have in common by chance."""


class Rendering(NamedTuple):
    """A word of the translation that stands for a name of the source, without the particles of Hangul behind it."""

    pair: PairContext
    name: Mention
    mention: Mention
    alike: float


class Odd(NamedTuple):
    """A rendering that is not the usual one. times: how often the usual one stands."""

    rendering: Rendering
    usual: str
    times: int


def odd_renderings(document: Document) -> Iterator[Odd]:
    """Where a translation renders a name otherwise than in most places, by names."""
    language = load(document.target.lang)
    pairs = [pair for pair in document.pairs if pair.pair.source and pair.pair.target]
    words = {
        id(pair): [m for m in mentions([pair.pair.target]) if not m.word.isascii()]
        for pair in pairs
        if pair.pair.target
    }
    if not any(words.values()):
        return
    homes: dict[str, set[int]] = defaultdict(set)
    for pair in pairs:
        for mention in words[id(pair)]:
            for stem in stems(mention.word):
                homes[stem].add(id(pair))
    by_name = _by_name(pairs, words)
    for found in by_name.values():
        for odd in _odd(found, homes, language):
            if not _other(odd.rendering, by_name):
                yield odd


def _by_name(pairs: Iterable[PairContext], words: dict[int, list[Mention]]) -> dict[str, list[Rendering]]:
    """Names that the source has in two segments or more -> their renderings, at most one in each segment."""
    places: dict[str, list[tuple[PairContext, Mention]]] = defaultdict(list)
    for pair in pairs:
        assert pair.pair.source is not None
        heads = (m.cut(_POSSESSIVE.sub("", m.word)) for m in mentions([pair.pair.source]))
        here = {m.word: m for m in heads if m.word.isascii() and len(m.word) >= _SHORTEST}
        for name, mention in here.items():
            places[name].append((pair, mention))
    found: dict[str, list[Rendering]] = {}
    for name, at in places.items():
        if len(at) > 1:
            best = (_best(pair, mention, words[id(pair)]) for pair, mention in at)
            found[name] = [rendering for rendering in best if rendering]
    return found


def _best(pair: PairContext, name: Mention, words: Iterable[Mention]) -> Rendering | None:
    sound, best = initial(name.word[0]), Rendering(pair, name, name, 0.0)
    for mention in words:
        for stem in stems(mention.word) if initial(mention.word[0]) == sound else ():
            alike = sounds_alike(name.word, stem) - _PARTICLE * (len(mention.word) - len(stem))
            if alike > best.alike:
                best = Rendering(pair, name, mention.cut(stem), alike)
    return best if best.alike >= _RENDERED else None


def _odd(found: list[Rendering], homes: dict[str, set[int]], language: Language) -> Iterator[Odd]:
    groups = _groups(found, language)
    if len(groups) < 2:
        return
    usual = max(groups, key=len)
    word = min((rendering.mention.word for rendering in usual), key=len)
    named = {id(rendering.pair) for rendering in found}
    for group in groups:
        for rendering in group if group is not usual else ():
            if homes[rendering.mention.word] <= named and _variant(rendering, word, len(usual)):
                yield Odd(rendering, word, len(usual))


def _groups(found: list[Rendering], language: Language) -> list[list[Rendering]]:
    """Renderings that are one word, or forms of one."""
    groups: list[list[Rendering]] = []
    for rendering in sorted(found, key=lambda r: len(r.mention.word)):
        home = next((g for g in groups if _same(rendering, g[0], language.inflection)), None)
        if home is None:
            groups.append([rendering])
        else:
            home.append(rendering)
    return sorted(groups, key=lambda group: min(r.mention.segment.index for r in group))


def _same(one: Rendering, other: Rendering, inflection: str) -> bool:
    word, second = one.mention.word, other.mention.word
    if is_form(word, second, inflection) or is_form(second, word, inflection) or letters(word) == letters(second):
        return True
    common = max(set(stems(word)) & set(stems(second)), key=len, default="")  # other particles behind one stem
    return bool(common) and sounds_alike(one.name.word, common) >= min(one.alike, other.alike) - _PARTICLE


def _variant(rendering: Rendering, usual: str, times: int) -> bool:
    """Whether two renderings are so alike that both are meant for the name; more so where neither is usual."""
    word = rendering.mention.word
    if min(len(word), len(usual)) < _SHORTEST - 2 * (word[0] >= "\u3000"):
        return False
    if times == 1 and min(len(bones) for w in (word, usual) for bones in consonants(w)) <= _FEW:
        return False
    least = _LETTERS if times > 1 else _MORE_LETTERS
    return letter_similarity(word, usual) >= least and sounds_alike(word, usual) >= _VARIANT


def _other(rendering: Rendering, names: Iterable[str]) -> bool:
    """Whether another name of the source sounds as much like the word: Wales beside Welsh, Anderson beside Andersen."""
    own, word = rendering.name.word, rendering.mention.word
    return any(name != own and sounds_alike(name, word) >= rendering.alike for name in names)
