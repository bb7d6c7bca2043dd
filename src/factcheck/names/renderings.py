"""How a translation in another script writes each name of its source, and the places where it writes it otherwise."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ..contexts import Document, PairContext
from ..languages import Language, load
from .mentions import Mention, mentions, names_of
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
_OTHER_SCRIPT = re.compile("[\u0370-\u1dff\u1f00-\u1fff\u3041-\ud7a3]")
_PARTICLE = 4
"""What a syllable must add to the likeness to be cut off as a particle."""
_FEW = 2
"""Consonants that two words have in common by chance."""


class Rendering(NamedTuple):
    """A word of the translation that stands for a name of the source. stem: without the particles of Hangul."""

    pair: PairContext
    name: str
    word: str
    stem: str
    alike: float

    @property
    def places(self) -> tuple[Mention, Mention]:
        """Where the name stands in the source, and its rendering in the translation."""
        source, target = self.pair.pair.source, self.pair.pair.target
        assert source is not None
        assert target is not None
        name = next(m for m in mentions([source]) if _head(m.word) == self.name)
        return name.cut(self.name), next(m for m in mentions([target]) if m.word == self.word).cut(self.stem)


class Odd(NamedTuple):
    """A rendering that is not the usual one. times: how often the usual one stands."""

    rendering: Rendering
    usual: str
    times: int


def odd_renderings(document: Document) -> Iterator[Odd]:
    """Where a translation renders a name otherwise than in most places, by names."""
    pairs = [pair for pair in document.pairs if pair.pair.target and _OTHER_SCRIPT.search(pair.pair.target.text)]
    if len(pairs) < 2:
        return
    words = {id(pair): _foreign(pair) for pair in pairs}
    homes: dict[str, set[int]] = defaultdict(set)
    for place, here in words.items():
        for word in here:
            for stem in stems(word):
                homes[stem].add(place)
    by_name = _by_name(pairs, words)
    language = load(document.target.lang)
    for found in by_name.values():
        for odd in _odd(found, homes, language):
            if not _other(odd.rendering, by_name):
                yield odd


def _foreign(pair: PairContext) -> list[str]:
    """The words of a translation that may be names and are not in Latin letters."""
    assert pair.pair.target is not None
    return [word for word in names_of([pair.pair.target]) if _OTHER_SCRIPT.match(word)]


def _head(word: str) -> str:
    return _POSSESSIVE.sub("", word)


def _by_name(pairs: Iterable[PairContext], words: dict[int, list[str]]) -> dict[str, list[Rendering]]:
    """Names that the source has in two segments or more -> their renderings, at most one in each segment."""
    places: dict[str, list[PairContext]] = defaultdict(list)
    for pair in pairs:
        for name in sorted({_head(word) for word in names_of([pair.pair.source] if pair.pair.source else [])}):
            if name.isascii() and len(name) >= _SHORTEST:
                places[name].append(pair)
    found: dict[str, list[Rendering]] = {}
    for name, at in places.items():
        if len(at) > 1:
            best = (_best(pair, name, words[id(pair)]) for pair in at)
            found[name] = [rendering for rendering in best if rendering]
    return found


def _best(pair: PairContext, name: str, words: Iterable[str]) -> Rendering | None:
    sound, best = initial(name[0]), Rendering(pair, name, "", "", 0.0)
    for word in words:
        for stem in stems(word) if initial(word[0]) == sound else ():
            alike = sounds_alike(name, stem) - _PARTICLE * (len(word) - len(stem))
            if (alike, stem) > (best.alike, best.stem):
                best = Rendering(pair, name, word, stem, alike)
    return best if best.alike >= _RENDERED else None


def _odd(found: list[Rendering], homes: dict[str, set[int]], language: Language) -> Iterator[Odd]:
    groups = _groups(found, language)
    if len(groups) < 2:
        return
    usual = max(groups, key=len)
    word = min((rendering.stem for rendering in usual), key=len)
    named = {id(rendering.pair) for rendering in found}
    for group in groups:
        for rendering in group if group is not usual else ():
            if homes[rendering.stem] <= named and _variant(rendering, word, len(usual)):
                yield Odd(rendering, word, len(usual))


def _groups(found: list[Rendering], language: Language) -> list[list[Rendering]]:
    """Renderings that are one word, or forms of one."""
    groups: list[list[Rendering]] = []
    for rendering in sorted(found, key=lambda r: len(r.stem)):
        home = next((g for g in groups if _same(rendering, g[0], language.inflection)), None)
        if home is None:
            groups.append([rendering])
        else:
            home.append(rendering)
    return sorted(groups, key=lambda group: min(map(_place, group)))


def _place(rendering: Rendering) -> int:
    return rendering.pair.pair.target.index if rendering.pair.pair.target else 0


def _same(one: Rendering, other: Rendering, inflection: str) -> bool:
    word, second = one.stem, other.stem
    if is_form(word, second, inflection) or is_form(second, word, inflection) or letters(word) == letters(second):
        return True
    if word.endswith(second) or second.endswith(word):  # something is written before it: Arabic articles, prepositions
        return True
    common = max(set(stems(word)) & set(stems(second)), key=len, default="")  # other particles behind one stem
    return bool(common) and sounds_alike(one.name, common) >= min(one.alike, other.alike) - _PARTICLE


def _variant(rendering: Rendering, usual: str, times: int) -> bool:
    """Whether two renderings are so alike that both are meant for the name; more so where neither is usual."""
    word = rendering.stem
    if min(len(word), len(usual)) < _SHORTEST - 2 * (word[0] >= "\u3000"):
        return False
    if times == 1 and min(len(bones) for w in (word, usual) for bones in consonants(w)) <= _FEW:
        return False
    least = _LETTERS if times > 1 else _MORE_LETTERS
    return letter_similarity(word, usual) >= least and sounds_alike(word, usual) >= _VARIANT


def _other(rendering: Rendering, names: Iterable[str]) -> bool:
    """Whether another name of the source sounds as much like the word: Wales beside Welsh, Anderson beside Andersen."""
    own, word = rendering.name, rendering.stem
    return any(name != own and sounds_alike(name, word) >= rendering.alike for name in names)
