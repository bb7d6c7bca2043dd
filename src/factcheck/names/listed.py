"""The names of a ledger in one text: the forms that are right there, and words that are nearly one of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from ..languages import Language
from ..model import Ledger, Segment
from .han import han_slips
from .mentions import Mention, mentions, names_of
from .sounds import initial
from .spelling import head, is_form, is_place, letters, misspells, sounds_like, worth_comparing

_APART = re.compile(r"[\s\d・·,;:()|/-]+")
_NEAR = 3
"""Segments within which a surname alone refers back to who was named."""
_LONGER = 5
"""Letters of a word from which on the name may also stand behind it."""
_SURE = 0.8
_DOUBTFUL = 0.5


@dataclass(frozen=True, slots=True)
class Slip:
    """A word of a text that is a name of the ledger misspelt. right: the form it should have; sure: 0 to 1.

    doubtful: that a name stands there at all; the word is short and always begins a sentence.
    """

    mention: Mention
    name: str
    right: str
    sure: float
    doubtful: bool = False


@dataclass(frozen=True)
class Listed:
    """The names of a ledger as a text in one language may write them."""

    ledger: Ledger
    language: Language

    @cached_property
    def forms(self) -> dict[str, tuple[str, ...]]:
        """Name -> the forms it may take, the language's own ones first."""
        code = self.language.code
        return {name.name: (*name.renderings.get(code, ()), name.name) for name in self.ledger.names}

    @cached_property
    def words(self) -> dict[str, str]:
        """Each word that the text may misspell -> its name. Of names of several words only those of people are
        names by themselves: University is none. A place has a name in each language (Kalifornien), so it counts only
        where the ledger gives that."""
        code = self.language.code
        own = {name.name for name in self.ledger.names if name.kind == "place" and code not in name.renderings}
        people = {name.name for name in self.ledger.names if name.kind == "person"}
        return {
            word: name
            for name, forms in self.forms.items()
            for form in forms
            for word in _words(form)
            if name not in own and (word == form or name in people)
        }

    @cached_property
    def _known(self) -> dict[str, list[str]]:
        """Every word of every form, by its first letter."""
        return _by({w for forms in self.forms.values() for form in forms for w in _words(form)}, _first)

    @cached_property
    def _near(self) -> dict[str, list[str]]:
        """The words that may be misspelt, by the sound that they begin with."""
        return _by(self.words, lambda word: initial(word[0]))

    def explains(self, word: str) -> bool:
        """Whether a word is one of the accepted forms, or an inflected one, or the language's own word for a place."""
        forms = self._known.get(_first(word), ())
        return any(is_form(word, form, self.language.inflection) for form in forms) or is_place(word, self.language)

    def slips(self, segments: Iterable[Segment]) -> Iterator[Slip]:
        """Words that are nearly a name and none of its forms."""
        segments = list(segments)
        yield from self._word_slips(segments)
        people = {
            form: name.name for name in self.ledger.names if name.kind == "person" for form in self.forms[name.name]
        }
        for segment, span, right in han_slips(segments, people):
            mention = Mention(segment.text[slice(*span)], segment, span)
            yield Slip(mention, people[right], right, _SURE)

    def _word_slips(self, segments: list[Segment]) -> Iterator[Slip]:
        words = names_of(segments)
        judged = {word: self._judged(word) for word in words}
        suspects = {
            word: verdict for word, verdict in judged.items() if verdict and (verdict[1] or verdict[0] in words)
        }
        if not suspects:
            return
        found = list(mentions(segments))
        doubtful = {w: right for w, (right, sure) in suspects.items() if not sure}
        by_word: dict[str, list[Mention]] = {}
        for mention in found:
            by_word.setdefault(mention.word, []).append(mention)
        back = {w for w, right in doubtful.items() if self._refers_back(w, right, by_word, segments)}
        inside = {mention.word for mention in found if not mention.opening}
        for mention in found:
            right, sure = suspects.get(mention.word, ("", 0.0))
            if sure or mention.word in back:
                name = self.words[right]
                yield Slip(
                    mention.cut(head(mention.word, name)),
                    name,
                    right,
                    sure or _DOUBTFUL,
                    not sure and mention.word not in inside,
                )

    def _judged(self, word: str) -> tuple[str, float] | None:
        """The name that a word is nearly, and how surely: 0 where the text around must tell."""
        low = letters(word)
        near = [n for n in self._near.get(initial(word[0]), ()) if worth_comparing(low, letters(n))]
        if not near or self.explains(word):
            return None
        alike, right = max((misspells(word, name), name) for name in near)
        if alike:
            return right, max(alike, _SURE)
        return next(((name, 0.0) for name in near if sounds_like(word, name)), None)

    def _refers_back(self, word: str, right: str, found: Mapping[str, list[Mention]], segments: list[Segment]) -> bool:
        """Whether a surname that nobody introduced sounds like one just named: Lake behind Jan Leike."""
        own, others = found.get(word, []), found.get(right, [])
        if self.language.nouns_capital or _introduced(own, others) or _common(word, segments):
            return False
        named = {mention.segment.index for mention in others}
        least = 0 if len(word) < _LONGER else -_NEAR
        return any(m.segment.index - away in named for m in own for away in range(least, _NEAR + 1))


def _words(form: str) -> list[str]:
    return [word for word in _APART.split(form) if word]


def _by(words: Iterable[str], key: Callable[[str], str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for word in words:
        found.setdefault(key(word), []).append(word)
    return found


def _first(word: str) -> str:
    return letters(word[0])[:1]


def _introduced(own: Iterable[Mention], others: Iterable[Mention]) -> bool:
    """Whether the text names somebody else of this surname in full, or anything that has it as a part."""
    firsts = {mention.before for mention in others}
    return any(m.after or (m.before and m.before not in firsts) for m in own)


def _common(word: str, segments: list[Segment]) -> bool:
    """Whether a text has a word without a capital too."""
    low = re.compile(rf"\b{re.escape(word.lower())}\b")
    return any(low.search(segment.text) for segment in segments)
