"""Names of a source that their segment of the translation does not have, in no accepted form."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from rapidfuzz.distance import Prefix

from ..contexts import Document, PairContext
from ..extraction.names import candidates, latin_names, present, similarity
from ..languages import load
from ..model import Span
from ..wording.latin import plain
from .han import near_han
from .kinds import reworded
from .slips import Slip, slip
from .sounds import sounds_alike
from .spelling import head, is_place, letter_similarity, letters

_ALIKE, _SAME_SOUND, _SURELY_ALIKE = 60, 70, 75
"""Indel similarity in percent above which two spellings of one sound are taken for one name (Suzkwer and Sutskever have
62), how alike they sound at least, and the similarity above which the sound does not matter."""
_HALF = 2
"""A name that no ledger lists must be kept in every second place: Parliament is kept in a title, else translated."""
_SHORT = 5
_SOUND, _SOME = 80, 60
"""How alike two words sound, and their letters are, that begin differently and are one name."""


class Lost(NamedTuple):
    """A name and the forms it may take, the language's own first; explained: all forms of all names, which no other
    name can be a misspelling of."""

    name: str
    forms: tuple[str, ...]
    explained: tuple[str, ...]
    pair: PairContext

    @property
    def right(self) -> str:
        """The form to suggest."""
        return self.forms[1] if len(self.forms) > 1 else self.forms[0]


def lost_names(document: Document) -> Iterator[Lost]:
    """Names of the ledger, and those that the translation mostly writes as the source does, where they are gone."""
    names = _accepted(document)
    explained = tuple(form for forms in names.values() for form in forms)
    for pair in document.pairs:
        if pair.pair.source is not None and pair.pair.target is not None:
            low, text = pair.pair.target.text.casefold(), pair.pair.source.text
            for name, forms in names.items():
                if name in text and not _states(low, forms):
                    yield Lost(name, forms, explained, pair)


def _states(low: str, forms: tuple[str, ...]) -> bool:
    """Whether a text (case folded) has one of the forms, with whatever accents and hyphens."""
    if any(present(form, low) for form in forms):
        return True
    bare = _bare(low)
    return any(present(_bare(form), bare) for form in forms)


def _bare(text: str) -> str:
    return letters(text).replace("-", " ")


def _accepted(document: Document) -> dict[str, tuple[str, ...]]:
    lang = document.target.lang
    names = {n.name: (n.name, *n.renderings.get(lang, ())) for n in document.ledger.names}
    known = " ".join(names)
    text = "\n".join(segment.text for segment in document.target.segments)
    source = "\n".join(segment.text for segment in document.source.segments)
    for name in latin_names(document.source.segments):
        if name not in known and 0 < source.count(name) <= _HALF * text.count(name):
            names[name] = (name,)
    return names


class Similar(NamedTuple):
    """A word of a translation that is a name misspelt. alike: 60 to 100; right: the form that it is most like."""

    alike: float
    span: Span
    right: str


def similar_word(lost: Lost, listed: bool) -> Similar | None:
    """The word of the translation that is the lost name misspelt; None where there is none.

    listed: whether the name is one of the ledger; any other may rightly be translated: Universidade for University,
    Çin for China.
    """
    assert lost.pair.pair.target is not None
    text, language = lost.pair.pair.target.text, load(lost.pair.target_lang)
    found = ((_alike(word, lost.forms), span) for word, span in candidates(text, lost.explained))
    score, span = max(found, default=(0.0, (0, 0)), key=lambda pair: pair[0])
    word = text[slice(*span)]
    if score < _ALIKE and (han := near_han(text, lost.forms)):
        return Similar(_SURELY_ALIKE, *han)
    if score < _ALIKE or is_place(word, language) or (_renamed(lost, word) if listed else _translated(lost, word)):
        return None
    right = max(lost.forms, key=lambda form: letter_similarity(word, form))
    if score < _SURELY_ALIKE and sounds_alike(head(word, lost.name), right) < _SAME_SOUND:
        return None
    return Similar(score, (span[0], span[0] + len(head(word, lost.name))), right)


def _renamed(lost: Lost, word: str) -> bool:
    """Whether a word may belong to what a language calls a listed name of which the ledger has no rendering: any for a
    place, and for a university one that is no slip in a word of its name."""
    name = next(name for name in lost.pair.ledger.names if name.name == lost.name)
    slips = (slip(part, word) for part in name.name.split() if name.kind != "place")
    return reworded(name, lost.pair.target_lang) and max(slips, default=Slip.NONE) < Slip.LIKELY


def _alike(word: str, forms: Iterable[str]) -> float:
    return max(max(similarity(word, form), _heard(word, form)) for form in forms)


def _heard(word: str, form: str) -> float:
    """For names that begin with another letter of the same sound: オルトマン for アルトマン."""
    if (
        min(len(word), len(form)) < _SHORT
        or similarity(form[0] + word[1:], form) < _SOME
        or word.isascii() != form.isascii()
    ):
        return 0.0
    return sounds_alike(word, form) if sounds_alike(word, form) >= _SOUND else 0.0


def _translated(lost: Lost, word: str) -> bool:
    """Whether a word may be what the language makes of a common noun, a title or a place, or of a name's accents."""
    ours, theirs = load(lost.pair.source_lang), load(lost.pair.target_lang)
    name, other = plain(lost.name), plain(word)
    if name in ours.not_names or name in ours.places or other in theirs.places or name == other:
        return True
    shared = Prefix.similarity(name.replace("c", "k"), other.replace("c", "k"))
    return shared >= max(min(4, len(name) - 2), len(name) // 2)
