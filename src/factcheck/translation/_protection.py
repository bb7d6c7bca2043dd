"""Names and identifiers that an engine garbled: it gets made-up words in their place, and they are put back.

Only what was lost is hidden: a name that an engine sees gets the right article and verb. Limits: an engine that bends
words for case or gender cannot bend what it does not see.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from factcheck import languages
from factcheck.model import Kind, LedgerName, Span
from factcheck.translation._made_up import made_up_words

_SHORTEST_CODE = 3  # "Q3" and "5G" are words, which a language may have its own of
_LONG = 5  # a name of so many letters may have an ending in the translation


@dataclass(frozen=True, slots=True)
class Kept:
    """What must be in the translation of a sentence: where it stands, the forms that will do, and the one to put in."""

    span: Span
    forms: tuple[str, ...]

    @property
    def shown(self) -> str:
        return self.forms[0]


@dataclass(frozen=True, slots=True)
class Masked:
    """A sentence with made-up words, and what each stands for."""

    text: str
    words: Mapping[str, str]

    def restored(self, translation: str) -> str | None:
        """The translation with everything put back; None where a word got lost or was doubled."""
        word = re.compile(rf"(?<![^\W\d_])(?:{'|'.join(self.words)})(?![^\W\d_])")
        if Counter(word.findall(translation)) != Counter(self.words.keys()):
            return None
        return word.sub(lambda match: self.words[match[0]], translation)


class Protection:
    """What is protected in sentences of one language on their way to another.

    names: of a ledger; a form that it accepts in the other language will do, else the name as it is. keep: words that
    stay as they are in every language.
    """

    def __init__(self, names: Iterable[LedgerName], source: str, target: str, keep: Iterable[str] = ()) -> None:
        self._lang = source
        self._kept_words = {(_straight(word),) for word in keep}
        own = [name for name in names if not _has_its_own(name, target)]
        self._names = {form: _accepted(name, target) for name in own for form in _accepted(name, source)}
        self._names |= {forms[0]: forms for forms in self._kept_words}
        longest_first = sorted(self._names, key=len, reverse=True)
        self._pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first)) or '(?!)'})(?!\w)")

    def lost(self, sentence: str, translation: str) -> list[Kept]:
        """What stands in the sentence and got lost in the translation. A name that is written in another script there,
        in a form that the ledger does not know, is not lost."""
        wanted = list(self._kept(_straight(sentence)))
        if not wanted:
            return []
        translation = _straight(translation)
        counts = Counter(item.forms for item in wanted)
        script = _script(translation)
        gone = {
            forms
            for forms, number in counts.items()
            if _count(forms, translation) < number
            and (forms in self._kept_words or any(_script(form) in ("", script) for form in forms))
        }
        return [item for item in wanted if item.forms in gone]

    def _kept(self, sentence: str) -> Iterator[Kept]:
        named = list(self._pattern.finditer(sentence))
        for match in named:
            yield Kept(match.span(), self._names[match[0]])
        if any(map(str.isdigit, sentence)):
            for start, stop in _identifiers(sentence, self._lang):
                if not any(start < match.end() and match.start() < stop for match in named):
                    yield Kept((start, stop), (sentence[start:stop],))


def mask(sentence: str, kept: Sequence[Kept]) -> Masked:
    """The sentence with a made-up word in place of each."""
    fresh, words, text, end = made_up_words(sentence), {}, "", 0
    for item in sorted(kept, key=lambda item: item.span):
        word = next(fresh)
        words[word] = item.shown
        text += sentence[end : item.span[0]] + word
        end = item.span[1]
    return Masked(text + sentence[end:], words)


def _has_its_own(name: LedgerName, lang: str) -> bool:
    """Whether a language may well have a name of its own that the ledger does not know: München is Munich."""
    return name.kind == "place" and languages.base(lang) not in name.renderings


def _accepted(name: LedgerName, lang: str) -> tuple[str, ...]:
    """The forms of a name in a language, what the ledger says of it first; apostrophes are straight."""
    return tuple(map(_straight, (*name.renderings.get(languages.base(lang), ()), name.name)))


def _identifiers(sentence: str, lang: str) -> Iterator[Span]:
    from factcheck.extraction import extract

    for claim in extract(sentence, lang):
        if claim.kind is Kind.IDENTIFIER and len(claim.text) >= _SHORTEST_CODE and any(map(str.isalpha, claim.text)):
            yield claim.span


def _count(forms: Sequence[str], text: str) -> int:
    """How often one of the forms stands there, with a short ending where it is long; accents do not count."""
    parts = (re.escape(_bare(form)) + (r"\w{0,3}" if len(form) >= _LONG else "") for form in forms)
    return len(re.findall(rf"(?<!\w)(?:{'|'.join(parts)})(?!\w)", _bare(text)))


def _bare(text: str) -> str:
    """Without accents."""
    return "".join(char for char in unicodedata.normalize("NFD", text) if not unicodedata.combining(char))


def _straight(text: str) -> str:
    return text.replace("’", "'")


def _script(text: str) -> str:
    """The script of most letters, as the first word of their Unicode names."""
    names = Counter(unicodedata.name(char, "").split(" ")[0] for char in text if char.isalpha())
    return names.most_common(1)[0][0] if names else ""
