"""Acronyms of a source that became others in its translation.

The languages' tables say what an international acronym is called: UN is ONU in French, and United Nations in English.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import islice

from rapidfuzz.distance import OSA

from .. import languages
from ..model import Span
from ..wording.latin import plain
from .slips import Slip, slip

_CAPITALS = "A-ZÀ-ÖØ-ÞİŞĞΑ-ΩА-ЯЁІЇЄҐ"
_RUN = re.compile(f"[{_CAPITALS}]{{2,}}")
_CAPITAL = re.compile(f"[{_CAPITALS}]")
_LONGEST = 6
_ALIKE = 4
"""Letters from which on two acronyms with one wrong letter are one."""
_VOWELS = frozenset("AEIOUY")
_MOST = 20
"""Runs of capitals in a segment that are looked at; where there are more, it is a list of codes."""
_FEW = 3
"""Up to so many may be acronyms even in a short text."""
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class ChangedAcronym:
    """What the source says, the acronym that stands for it, both with their spans, and the right one, or ""."""

    name: str
    span: Span
    acronym: str
    place: Span
    right: str


def changed_acronyms(source: str, target: str, source_lang: str, lang: str) -> Iterator[ChangedAcronym]:
    """Acronyms of a translation that its source doesn't have, where one that it has is gone. Raises LanguageError."""
    strange = [
        (text, span)
        for text, span in _acronyms(target)
        if text not in source and not _stated(text, source, source_lang, lang) and not _cried(target, span)
    ]
    if not strange or _shouted(target) or _shouted(source):
        return
    initials, gone = _initials(source), list(_gone(source, target, source_lang, lang))
    for text, span in strange:
        if not any(text in run for run in initials):
            yield from islice(_for(text, span, gone, lang), 1)


def _stated(text: str, source: str, source_lang: str, lang: str) -> bool:
    """Whether the source says what an acronym of the translation means; an unknown short one may mean anything."""
    meanings = _meanings(lang).get(text, ())
    forms = languages.load(source_lang).acronyms
    if not meanings:
        return len(text) < _ALIKE
    return any(_find(form, source) for key in meanings for form in forms.get(key, ()))


def _for(text: str, span: Span, gone: list[tuple[str, str, Span]], lang: str) -> Iterator[ChangedAcronym]:
    """What is gone that a strange acronym stands for wrongly."""
    theirs, known = languages.load(lang).acronyms, text in _meanings(lang)
    for key, name, place in gone:
        other = known and (key in theirs or len(name) > 2)
        if sorted(name) != sorted(text) and (other or (not known and _misspelt(name, text))):
            right = next((form for form in reversed(theirs.get(key, ())) if form.isupper()), name)
            yield ChangedAcronym(name, place, text, span, right)


def _misspelt(name: str, text: str) -> bool:
    """Whether an acronym is another with one wrong letter. What can be pronounced may be a word (NOTE, NOTA)."""
    if min(len(name), len(text)) < _ALIKE:
        return False
    if _VOWELS.isdisjoint(name):
        return OSA.distance(name, text, score_cutoff=1) == 1
    return slip(name, text) is Slip.CLEAR


@cache
def _meanings(lang: str) -> Mapping[str, tuple[str, ...]]:
    """An acronym as the language writes it -> the English ones that it may stand for."""
    found: dict[str, tuple[str, ...]] = {}
    for key, forms in languages.load(lang).acronyms.items():
        for form in forms:
            found[form] = (*found.get(form, ()), key)
    return {form: keys for form, keys in found.items() if form.isupper()}


@cache
def _known(lang: str) -> Mapping[str, str]:
    """Acronyms of a language, and names of several words that have one -> what they mean."""
    forms = languages.load(lang).acronyms.items()
    return {form: key for key, spellings in forms for form in spellings if form.isupper() or " " in form}


_plain_form = cache(plain)
"""Of the forms that the languages' tables list."""
_plain_text = lru_cache(maxsize=2)(plain)
"""Of source and translation, in which many forms are looked for."""


def _acronyms(text: str) -> Iterator[tuple[str, Span]]:
    """Words of two to six capitals."""
    for match in _RUN.finditer(text):
        start, end = match.span()
        if end - start <= _LONGEST and not _cased(text[start - 1 : start]) and not _cased(text[end : end + 1]):
            yield match.group(), match.span()


def _cased(char: str) -> bool:
    """Whether a character goes on a word in letters that have capitals, or a number."""
    return char.isdigit() or char.lower() != char.upper()


def _gone(source: str, target: str, source_lang: str, lang: str) -> Iterator[tuple[str, str, Span]]:
    """Acronyms, and names of several words that have one, that the translation has in no form: what they mean, how
    the source says it, and where."""
    known = _known(source_lang)
    theirs = languages.load(lang).acronyms
    for name in dict.fromkeys(text for text, _ in _acronyms(source)) | dict.fromkeys(known):
        place = _find(name, source)
        key = known.get(name, name)
        if place and not any(_find(form, target) for form in (name, *theirs.get(key, ()))):
            yield key, name, place


def _find(form: str, text: str) -> Span | None:
    """Where a form stands: an acronym as a word or with points, with an ending or without; else as part of words."""
    if form.isupper() and form.isalpha():
        dotted = ".".join(form) + "."
        start = text.find(dotted)
        if start >= 0:
            return start, start + len(dotted)
        return _among_others(form, text)
    start = _plain_text(text).find(_plain_form(form))
    return (start, start + len(form)) if start >= 0 else None


def _among_others(form: str, text: str) -> Span | None:
    """Where an acronym stands that is no part of a longer one."""
    start = text.find(form)
    while start >= 0:
        end = start + len(form)
        if not (_CAPITAL.match(text, end) or (start and _CAPITAL.match(text, start - 1))):
            return start, end
        start = text.find(form, start + 1)
    return None


def _initials(text: str) -> tuple[str, str]:
    """The first letters of all words, and of those with a capital, as capitals: of "World Trade Organization" WTO."""
    words = _WORD.findall(text)
    capitals = "".join(word[0] for word in words if word[0].isupper() and not word.isupper())
    return "".join(word[0] for word in words).upper(), capitals


def _cried(text: str, span: Span) -> bool:
    """Whether a word in capitals has another beside it: it belongs to an exclamation or a heading."""
    before, after = text[: span[0]].rstrip()[-2:], text[span[1] :].lstrip()[:2]
    return any(len(word) == 2 and word.isalpha() and word.isupper() for word in (before, after))


def _shouted(text: str) -> bool:
    """Whether so many words of a text are in capitals that they are no acronyms."""
    runs = len(_RUN.findall(text))
    return runs > _MOST or (runs > _FEW and 3 * runs > len(_WORD.findall(text)))
