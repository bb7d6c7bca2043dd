"""Countries of a source that became others in its translation, by the names that the languages have for them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import groupby, islice

from .. import languages
from ..languages import Language
from ..model import Span
from ..wording.latin import plain

_STEM = 4
"""Letters that are left of a name, or of a word that belongs to one, when its ending is taken off."""
_LONG = 6
"""Letters from which on a name loses its last one where names change their endings."""
_ENDING = r"\w{0,4}(?!\w)"


@dataclass(frozen=True, slots=True)
class Mention:
    """A country's code, the words that name it, and their place."""

    code: str
    text: str
    span: Span


def exchanged(source: str, target: str, source_lang: str, lang: str) -> tuple[Mention, Mention] | None:
    """The one country of the source that the translation names in no form, and the one of the translation that the
    source names in no form, where both name as many. Raises LanguageError."""
    stated = _mentions(source, source_lang)
    gone = [mention for mention in stated.values() if not _said(mention.code, target, source_lang, lang)]
    found = _mentions(target, lang) if len(gone) == 1 else {}
    new = [mention for mention in found.values() if not _said(mention.code, source, source_lang, lang)]
    return (gone[0], new[0]) if len(new) == 1 and len(stated) == len(found) else None


def _mentions(text: str, lang: str) -> dict[str, Mention]:
    """The countries that a text names by nouns, by code, each where it is named first."""
    pattern, codes = _pattern(lang)
    found: dict[str, Mention] = {}
    for match in pattern.finditer(text) if pattern else ():
        code = codes[(match.lastindex or 1) - 1]
        found.setdefault(code, Mention(code, match.group(), match.span()))
    return found


@cache
def _pattern(lang: str) -> tuple[re.Pattern[str] | None, tuple[str, ...]]:
    """One expression for all names of a language, by their first letters so that most of a text is passed over, and
    the codes of its groups."""
    language = languages.load(lang)
    names = sorted(language.territories.items(), key=lambda item: (item[0][0], -len(item[0])))
    parts = [
        f"{re.escape(first)}{_START if _apart(language) else ''}(?:{'|'.join(_tail(n, language) for n, _ in group)})"
        for first, group in groupby(names, key=lambda item: item[0][0])
    ]
    return re.compile("|".join(parts)) if parts else None, tuple(code for _, code in names)


_START = r"(?<!\w.)"
"""Behind the first letter of a word. Before it, it would be tried at every place of a text."""


@lru_cache(maxsize=64)
def _apart(language: Language) -> bool:
    """Whether names stand between what are no letters: elsewhere articles and particles are written to them."""
    return language.spaced and any(name[0] != name[0].lower() for name in language.territories)


def _tail(name: str, language: Language) -> str:
    """What matches a name behind its first letter, as a group, with the endings that it may have."""
    if not _apart(language):
        return f"({re.escape(name[1:])})"
    if language.inflection == "none":
        return rf"({re.escape(name[1:])})(?!\w)"
    cut = language.inflection == "ending"
    stems = [re.escape(word[:-1] if cut and len(word) >= _LONG else word) for word in name.split()]
    return f"({(_ENDING + ' ').join(stems)[len(re.escape(name[0])) :]}{_ENDING})"


_plain = lru_cache(maxsize=4)(plain)
"""Of source and translation, in which several words are looked for."""


def _said(code: str, text: str, source_lang: str, lang: str) -> bool:
    """Whether a text has any word that belongs to a country in one of the two languages."""
    low = _plain(text)
    return any(word in low for one in (lang, source_lang) for word in _words(one).get(code, ()))


@cache
def _words(lang: str) -> Mapping[str, tuple[str, ...]]:
    """The beginnings of the words that belong to one country alone: of its names, and of what its currencies are
    called."""
    language = languages.load(lang)
    names: dict[str, list[str]] = defaultdict(list)
    for name, code in language.territories.items():
        names[code].append(plain(name))
    owners: dict[str, set[str]] = defaultdict(set)
    for name, code in (*language.territories.items(), *_currencies(language)):
        for word in name.split():
            owners[plain(word)].add(code)
    every = " ".join(name for own in names.values() for name in own)
    found: dict[str, set[str]] = defaultdict(set)
    for word, (code, *others) in owners.items():
        if not others:
            found[code] |= _beginning(word, language, every, " ".join(names[code]))
    return {code: (*own, *sorted(found[code].difference(own))) for code, own in names.items()}


def _beginning(word: str, language: Language, every: str, own: str) -> set[str]:
    """A word without its ending, or with it where it is a part of another country's name without, or nothing.

    every: the names of all countries; own: those of the one that the word belongs to.
    """
    forms = (form for form in (_stem(word, language), word) if every.count(form) == own.count(form))
    return {form for form in islice(forms, 1) if len(form) >= _STEM or not language.spaced}


def _currencies(language: Language) -> Iterator[tuple[str, str]]:
    """Names of several words for currencies, which hold the adjectives of their countries, with the codes of these."""
    for form, marks in (*language.before.forms.items(), *language.after.forms.items()):
        yield from ((form, mark.name[:2]) for mark in marks if mark.role == "currency" and " " in form)


def _stem(word: str, language: Language) -> str:
    """A word without its ending, and, where articles and particles are written to a word, without its beginning."""
    if not language.spaced:
        return word
    start = 0 if _apart(language) else min(2, max(0, len(word) - _STEM))
    return word[start : max(start + _STEM, len(word) - 2)]
