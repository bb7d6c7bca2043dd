"""How a translation in another script writes each name of its source, and the places where it writes it otherwise."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ..checks._contexts import Document, PairContext
from ..languages import Language, load
from .mentions import Mention, mentions
from .sounds import initial, sounds_alike
from .spelling import is_form, letter_similarity, letters

_RENDERED = 75
"""How alike a name and its rendering sound at least: of names and their renderings in CLDR nine in ten are, of others
five in a thousand."""
_VARIANT, _LETTERS = 80, 0.5
"""How alike two renderings of one name sound, and their letters are."""
_SHORTEST = 4


class Rendering(NamedTuple):
    """A word of the translation that stands for a name of the source."""

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
            homes[mention.word].add(id(pair))
    for found in _by_name(pairs, words).values():
        yield from _odd(found, homes, language)


def _by_name(pairs: Iterable[PairContext], words: dict[int, list[Mention]]) -> dict[str, list[Rendering]]:
    """Names that the source has in two segments or more -> their renderings, at most one in each segment."""
    places: dict[str, list[tuple[PairContext, Mention]]] = defaultdict(list)
    for pair in pairs:
        assert pair.pair.source is not None
        here = {m.word: m for m in mentions([pair.pair.source]) if m.word.isascii() and len(m.word) >= _SHORTEST}
        for name, mention in here.items():
            places[name].append((pair, mention))
    found: dict[str, list[Rendering]] = {}
    for name, at in places.items():
        if len(at) > 1:
            best = (_best(pair, mention, words[id(pair)]) for pair, mention in at)
            found[name] = [rendering for rendering in best if rendering]
    return found


def _best(pair: PairContext, name: Mention, words: Iterable[Mention]) -> Rendering | None:
    sound = initial(name.word[0])
    alike = [(sounds_alike(name.word, m.word), m) for m in words if initial(m.word[0]) == sound]
    score, mention = max(alike, key=lambda pair: pair[0], default=(0.0, name))
    return Rendering(pair, name, mention, score) if score >= _RENDERED else None


def _odd(found: list[Rendering], homes: dict[str, set[int]], language: Language) -> Iterator[Odd]:
    groups = _groups(found, language)
    if len(groups) < 2:
        return
    usual = max(groups, key=len)
    word = min((rendering.mention.word for rendering in usual), key=len)
    named = {id(rendering.pair) for rendering in found}
    for group in groups:
        for rendering in group if group is not usual else ():
            if homes[rendering.mention.word] <= named and _variant(rendering, word) and not _other(rendering):
                yield Odd(rendering, word, len(usual))


def _groups(found: list[Rendering], language: Language) -> list[list[Rendering]]:
    """Renderings that are one word, or forms of one."""
    groups: list[list[Rendering]] = []
    for rendering in sorted(found, key=lambda r: len(r.mention.word)):
        home = next((g for g in groups if _same(rendering.mention.word, g[0].mention.word, language.inflection)), None)
        if home is None:
            groups.append([rendering])
        else:
            home.append(rendering)
    return sorted(groups, key=lambda group: min(r.mention.segment.index for r in group))


def _same(word: str, other: str, inflection: str) -> bool:
    return is_form(word, other, inflection) or is_form(other, word, inflection) or letters(word) == letters(other)


def _variant(rendering: Rendering, usual: str) -> bool:
    word = rendering.mention.word
    return letter_similarity(word, usual) >= _LETTERS and sounds_alike(word, usual) >= _VARIANT


def _other(rendering: Rendering) -> bool:
    """Whether another name of the source sounds as much like the word: Anderson beside Andersen."""
    assert rendering.pair.pair.source is not None
    return any(
        m.word != rendering.name.word and sounds_alike(m.word, rendering.mention.word) >= rendering.alike
        for m in mentions([rendering.pair.pair.source])
        if m.word.isascii()
    )
