"""The words of a text that may be names, each with its place and its neighbours."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from ..model import Segment, Span

_LAST_CASED = 0x2000
"""Latin, Greek, Cyrillic, Armenian and Georgian end before it."""
_OPENING = frozenset(".!?:;…\"“”„«»‘‹›'*_([{|–—。！？：「『（¿¡#>-·•\n")
"""Signs behind which a sentence, a quotation or a title begins, and with it a capital letter."""
_OTHERS = "\u0590-\u109f\u1100-\u1dff\u2e80-\ufaff"
"""Scripts without capitals, whose letters may follow a Latin name without a blank: Anthropicは."""
_BETWEEN = frozenset((" ", "\u00a0", "・", "·"))
"""What stands between a first name and a surname."""
_UNCASED = (
    "[\u30a1-\u30fa\u30fc]{3,}",  # Katakana
    "[\uac00-\ud7a3]{2,}",  # Hangul, with particles
    "[\u0900-\u0963\u0971-\u0dff]{3,}",  # Devanagari and its sisters
    "[\u05d0-\u05ea\u0620-\u0669\u066e-\u06d3]{3,}",  # Hebrew, Arabic
)


class Mention(NamedTuple):
    """A word that may be a name. opening: a sentence begins with it, so that its capital says little.

    before, after: the capitalised words that stand right beside it, or ""; first: as before, but also where that word
    begins the sentence, and so may be any word.
    """

    word: str
    segment: Segment
    span: Span
    opening: bool = False
    before: str = ""
    after: str = ""
    first: str = ""

    @property
    def alone(self) -> bool:
        """Whether no capitalised word stands beside it: the text names somebody by one word only."""
        return not self.before and not self.after

    def cut(self, word: str) -> Mention:
        """The same mention without what stands behind the name in its word."""
        start = self.span[0]
        return self._replace(word=word, span=(start, start + len(word)))


@cache
def _pattern() -> re.Pattern[str]:
    capitals = "".join(c for c in map(chr, range(_LAST_CASED)) if c.isupper() or c.istitle())
    cased = rf"[^\W\d_{_OTHERS}]+"
    return re.compile(rf"(?<![^\W_{_OTHERS}])[{capitals}]{cased}(?:['’ʼ]{cased})?|" + "|".join(_UNCASED))


def names_of(segments: Iterable[Segment]) -> set[str]:
    """The different words of `mentions`, much faster."""
    find = _pattern().findall
    return {word for segment in segments if segment.kind != "code" for word in find(segment.text)}


def mentions(segments: Iterable[Segment]) -> Iterator[Mention]:
    """The capitalised words of a text, and the words of scripts without capitals, in order. Code is left out."""
    for segment in segments:
        if segment.kind != "code":
            yield from _mentions(segment)


def _mentions(segment: Segment) -> Iterator[Mention]:
    text = segment.text
    found = [(match.group(), match.span(), _opens(text, match.start())) for match in _pattern().finditer(text)]
    beside = [text[one[1][1] : other[1][0]] in _BETWEEN for one, other in pairwise(found)]
    for place, (word, span, opening) in enumerate(found):
        first = found[place - 1][0] if place and beside[place - 1] else ""
        before = "" if place and found[place - 1][2] else first
        after = found[place + 1][0] if place < len(beside) and beside[place] else ""
        yield Mention(word, segment, span, opening, before, after, first)


def _opens(text: str, start: int) -> bool:
    before = start - 1
    while before >= 0 and text[before] == " ":
        before -= 1
    return before < 0 or text[before] in _OPENING
