"""Two spellings of one name inside one text, with what the text itself shows for them being one name."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import NamedTuple

from ..languages import Language
from ..model import Segment
from .mentions import Mention, mentions, names_of
from .sounds import consonants, initial, sounds_alike
from .spelling import is_form, is_place, letter_similarity, letters

_NEAR = 3
"""Segments within which somebody is called again."""
_SHORTEST = 4
_SAME_SOUND = 100
_CROWD = 20
"""Words of one sound from which on it says nothing about two of them."""
_LEAST, _MOST = 0.6, 0.65
"""Similarity of letters: Suzkwer and Sutskever have 0.62, Lake and Leike 0.67."""
_ROUGH = (("sch", "s"), ("tch", "s"), ("ts", "s"), ("tz", "s"), ("sh", "s"), ("ph", "f"), ("ck", "k"))
_KEY = str.maketrans("cqzw", "kksv")
_UNHEARD = str.maketrans("", "", "aeiouyhj'’-")
_SMALL = re.compile(r"\b[^\W\d_A-Z][^\W\d_A-Z]+")
_SENTENCE_ENDS = re.compile(r"[.!?。！？…](?:\W|$)")
_DOUBLED = re.compile(r"(.)\1+")
_SYLLABIC = re.compile(r"[\u1100-\u11ff\uac00-\ud7a3\u0900-\u0dff\u0590-\u06ff]")
"""Scripts without capitals, in which any word may be a name: too many sound alike. Katakana writes names and loans."""


class Variant(NamedTuple):
    """A word that is another spelling of a name of the same text. sure: 0 to 1."""

    mention: Mention
    right: Mention
    sure: float


def variants(segments: Iterable[Segment], language: Language) -> Iterator[Variant]:
    """The odd spellings of names in a text, each with the nearest mention of the usual spelling."""
    segments = [segment for segment in segments if segment.kind != "code"]
    pairs = list(_alike(names_of(segments), language))
    if not pairs:
        return
    text = _Text(segments, {word for pair in pairs for word in pair}, language)
    for one, other in pairs:
        odd, right, sure = text.judged(one, other)
        for mention in text.found[odd] if sure else ():
            yield Variant(
                mention, min(text.found[right], key=lambda m: abs(m.segment.index - mention.segment.index)), sure
            )


def _alike(words: Iterable[str], language: Language) -> Iterator[tuple[str, str]]:
    """Pairs of words with one sound and different letters, none a form of the other."""
    groups: dict[str, list[str]] = defaultdict(list)
    for word in sorted(words):
        if len(word) >= _SHORTEST - (word[0] >= "\u3000") and not _SYLLABIC.match(word):
            groups[_key(word)].append(word)
    for group in groups.values():
        for one, other in combinations(group, 2) if len(group) <= _CROWD else ():
            same = letter_similarity(one, other) >= _LEAST and consonants(one) & consonants(other)
            if any(len(bones) > 1 for bones in same or ()) and not _related(one, other, language):
                yield one, other


def _key(word: str) -> str:
    """What two spellings of one sound have in common, roughly; cheap, as most words are alike to none."""
    low = letters(word)
    if not low.isascii():
        return initial(low[0]) + max(consonants(word))
    for sound, to in _ROUGH:
        low = low.replace(sound, to)
    return initial(low[0]) + _DOUBLED.sub(r"\1", low[1:].translate(_KEY)).translate(_UNHEARD)


def _related(one: str, other: str, language: Language) -> bool:
    """Whether two words are forms of one, or one word with two endings, so that the spelling is not what differs."""
    a, b = letters(one), letters(other)
    if language.inflection != "ending" and _turned(a, b):
        return False
    if (
        is_form(one, other, "ending")
        or is_form(other, one, "ending")
        or is_place(one, language)
        or is_place(other, language)
    ):
        return True
    same = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    return same * 5 >= min(len(a), len(b)) * 3 and a[-1] != b[-1] and "a" in (initial(a[-1]), initial(b[-1]))


def _turned(one: str, other: str) -> bool:
    """Whether the last two letters changed places, as in Merkle: no ending does that where names keep their stem."""
    return one[:-2] == other[:-2] and one[-2:] == other[:-3:-1]


class _Text:
    """What a text shows for two spellings being one name."""

    def __init__(self, segments: list[Segment], words: set[str], language: Language) -> None:
        self.segments, self.language = segments, language
        self.found: dict[str, list[Mention]] = defaultdict(list)
        self._first: dict[str, set[str]] = defaultdict(set)
        self._small: set[str] | None = None
        stems = defaultdict(list)
        for word in words:
            stems[word[:_SHORTEST]].append(word)
        any_stem = re.compile("|".join(map(re.escape, stems)))
        for mention in mentions(segment for segment in segments if any_stem.search(segment.text)):
            for word in stems.get(mention.word[:_SHORTEST], ()):
                self._add(word, mention)

    def _add(self, word: str, mention: Mention) -> None:
        if mention.word == word:
            self.found[word].append(mention)
        if mention.first and is_form(mention.word, word, self.language.inflection):
            self._first[word].add(mention.first)

    def judged(self, one: str, other: str) -> tuple[str, str, float]:
        """(the odd spelling, the usual one, how surely they are one name: 0 for not)."""
        odd, right = sorted((one, other), key=lambda word: (len(self.found[word]), -self.found[word][0].segment.index))
        strong = _strong(odd, right)
        unsure = not strong and all(m.opening for m in self.found[odd])
        if unsure or self.common(odd) or self.common(right) or self.told_apart(odd, right):
            return odd, right, 0.0
        firsts, others = self.firsts(odd), self.firsts(right)
        if strong and firsts & others:
            return odd, right, 0.8
        noun = self.language.nouns_capital and not _turned(letters(odd), letters(right))
        if noun or (firsts and others):
            return odd, right, 0.0
        if bool(firsts) != bool(others):  # one of them is introduced, the other refers back
            if not strong or len(self.found[odd]) == len(self.found[right]):
                odd, right = (odd, right) if others else (right, odd)
            sure = 0.7 if strong else 0.5 if _alike_enough(odd, right) else 0.0
            return odd, right, sure if (self.near if strong else self.behind)(odd, right) else 0.0
        usual = len(self.found[right]) > 1 and len(self.found[odd]) == 1
        same = sounds_alike(odd, right) >= _SAME_SOUND
        return odd, right, 0.6 if strong and (usual or same) and self.near(odd, right) else 0.0

    def firsts(self, word: str) -> set[str]:
        """The words that stand before a name as first names do."""
        language = self.language
        found = {first for first in self._first[word] if first.casefold() not in language.not_names | language.frequent}
        return {first for first in found if not self.common(first)}

    def common(self, word: str) -> bool:
        """Whether the text has a word in small letters too."""
        if self._small is None:
            self._small = {word for segment in self.segments for word in _SMALL.findall(segment.text)}
        return word.casefold() in self._small

    def behind(self, odd: str, right: str) -> bool:
        """Whether an odd spelling, always alone, stands soon behind a place where the name is introduced."""
        at = [m.segment.index for m in self.found[right] if m.first]
        behind = any(0 <= m.segment.index - place <= _NEAR for m in self.found[odd] for place in at)
        return behind and not any(m.after for m in self.found[odd])

    def told_apart(self, odd: str, right: str) -> bool:
        """Whether a sentence has both: it would not call one by two names."""
        for one in self.found[odd]:
            for other in self.found[right]:
                start, end = sorted((one.span[0], other.span[0]))
                if one.segment is other.segment and not _SENTENCE_ENDS.search(one.segment.text, start, end):
                    return True
        return False

    def near(self, odd: str, right: str) -> bool:
        """Whether the two stand close to each other."""
        places = [m.segment.index for m in self.found[right]]
        return any(abs(m.segment.index - place) <= _NEAR for m in self.found[odd] for place in places)


def _alike_enough(one: str, other: str) -> bool:
    """Whether most letters of two short spellings are the same: Lake and Leike, not Boots and Bees."""
    return letter_similarity(one, other) >= _MOST


def _strong(one: str, other: str) -> bool:
    """Whether two spellings have so much sound in common that chance is unlikely: four consonants, or three in seven
    letters that are mostly the same."""
    alike = letter_similarity(one, other)
    bones = max((len(b) for b in consonants(one) & consonants(other)), default=0)
    length = min(len(word) * (2 if word[0] >= "\u3000" else 1) for word in (one, other))
    return (bones > 3 and alike >= _LEAST) or (bones == 3 and alike >= 0.75 and length >= 7)
