"""A segment stands in another language than the translation.

Told by script, else by the frequent words of some thirty languages: those of the other language that the right one
lacks outnumber by far those of the right one. An error only for a dozen words or more; close relatives
(Portuguese and Spanish, Danish and Norwegian) are never more than a warning, and only with ample text. In a text alone
a heading, an item and a paragraph in quotation marks are warnings, since they may be meant so. What stands in brackets
with a year or an address is taken for a reference. A language whose frequent words are not known is not judged, and
none of them is named: Galician is taken for Portuguese.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from rapidfuzz import fuzz

from .. import languages
from ..contexts import SegmentContext
from ..model import Finding, Severity
from ..wording.identification import Guess, identify, related, suspicious, tokens
from ..wording.scripts import foreign_script, scripts
from ._base import Example, quote, remark

SEVERITY = Severity.ERROR
CATEGORY = "Accuracy/Untranslated"
EXAMPLES = (
    Example(
        "The bank said on Monday that it will close its branches in the north.",
        "La banque a dit lundi qu’elle fermera toutes les agences qui sont dans le nord du pays.",
        "de",
    ),
    Example("", "Банк заявил, что он закроет все отделения на севере страны.", "fi"),
    Example("", "The bank said that it will close all of its branches in the north of the country.", "ja"),
    Example("", "銀行は月曜日に北部のすべての支店を閉鎖すると発表した。", "zh"),
    Example("", "El banco dijo que cerrará todas las sucursales que tiene en el norte del país.", "pt"),
    Example("", "Die Bank teilte am Montag mit, dass sie alle Filialen im Norden schließt.", "de", finds=False),
    Example("", "“To be or not to be” ist der Anfang eines Monologs, und alle kennen ihn.", "de", finds=False),
    Example("", "Smith, J. (2019). The effects of money on the founders of a bank. Oxford.", "id", finds=False),
    Example("", "東京都", "de", finds=False),
    Example("", "OpenAI, Google, Bank of America, The New York Times", "ru", finds=False),
)
_REFERENCE = re.compile(r"\((?:19|20)\d\d[a-z]?\)|https?://|\bdoi\b|\bISBN\b|\bet al\b|\bpp?\.\s?\d", re.IGNORECASE)
_QUOTATION = re.compile("[“„«‹‘\"'「『»].*[”“»›’\"'」』«][.,!?…]?", re.DOTALL)
_ASIDE = re.compile(r"\([^()]{1,200}\)|（[^（）]{1,200}）")
_RUNNING = 16
"""Letters in words without a capital from which on a text is more than names."""
_FEW = 4
"""Words in another script that may be a name in its own letters."""
_HAN = {"CJK": "Han"}
_COPY = 90
"""Similarity in percent to the source from which on a segment was not translated at all, which another check says."""


def check_segment(segment: SegmentContext) -> Iterator[Finding]:
    """A finding for a segment that is in another language."""
    text = segment.segment.text
    if segment.segment.kind == "code" or not suspicious(text, segment.lang) or _REFERENCE.search(text):
        return
    guess = stands_in(text, segment.lang)
    script = "" if guess or sum(word.weight for word in tokens(text)) < _FEW else foreign_script(text, segment.lang)
    if not (guess or script) or _copied(segment):
        return
    sure = (sure_of(guess, segment.lang) if guess else len(text) >= 60) and not _perhaps_meant(segment)
    right = languages.name(segment.lang)
    found = languages.name(guess.lang) if guess else _written_in(script)
    message = f"The text should be in {right}, but {quote(text)} is in {found}."
    severity, confidence = (Severity.ERROR, 0.95) if sure else (Severity.WARNING, 0.7)
    yield remark(segment, "wrong-language", severity, confidence, message, CATEGORY, (0, len(text)))


def _perhaps_meant(segment: SegmentContext) -> bool:
    """Whether a text alone may have the segment as it should be: a quotation, a title in a list."""
    quoted = _QUOTATION.fullmatch(segment.segment.text.strip())
    return segment.source is None and bool(quoted or segment.segment.kind != "paragraph")


@lru_cache(maxsize=2)  # several checks ask about one segment
def stands_in(text: str, lang: str) -> Guess | None:
    """The other language that a whole text stands in, or None. Names of things in it are no evidence."""
    words = tokens(_ASIDE.sub(" ", text))
    guess = identify(words, lang)
    if guess is None:
        return None
    least, share = (12, 4) if related(lang, guess.lang) else (6, 8)
    if guess.own * share > guess.hits or guess.size < least:
        return None
    enough = guess.hits >= 3 and guess.kinds >= 3 and (guess.hits + guess.shared) * 5 >= guess.size
    alone = guess.kinds >= 2 and guess.own == guess.shared == 0 and guess.size >= 10
    return (
        guess
        if (enough or alone) and sum(len(word.low) for word in words if word.text == word.low) >= _RUNNING
        else None
    )


def sure_of(guess: Guess, lang: str) -> bool:
    """Whether the words of a text leave no doubt that it is in another language."""
    ample = guess.size >= 12 and guess.hits >= 5 and guess.kinds >= 4 and guess.own * 8 <= guess.hits
    return ample and not related(lang, guess.lang)


def _written_in(script: str) -> str:
    """The language that alone has a script, or the letters of the script."""
    users = [code for code in languages.frequent() if script in scripts(code)]
    return languages.name(users[0]) if len(users) == 1 else f"{_HAN.get(script, script.capitalize())} letters"


def _copied(segment: SegmentContext) -> bool:
    source = segment.source
    return source is not None and fuzz.ratio(source.text, segment.segment.text, score_cutoff=_COPY) >= _COPY
