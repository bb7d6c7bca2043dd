"""A word holds characters that only look right, or cannot be seen.

Found are letters of another script inside a word (an error, where all of them have look-alikes in the script of the
rest: the page proves it), a small l for a capital I and a zero for an O where the source, the ledger or the same text
writes the word rightly, a small l where hardly any language has one (OpenAl, lntel), and invisible or bidirectional
control characters where the script needs none. Greek letters as symbols, names with a hyphen before an ending, joiners
of Arabic and Indic scripts and of emoji are right. A word that is wholly of the other script is not found.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator

from ..contexts import SegmentContext, TextContext
from ..model import Finding, Severity
from ..wording.capital_i import SHAPE, SMALL_L, count, likelier, small_ls
from ..wording.invisible import DIRECTIONS, EMBEDDINGS, HIDDEN, around, needed
from ..wording.lookalikes import counted, repaired, script
from ._base import Example, quote, remark

SEVERITY = Severity.ERROR
CATEGORY = "Fluency/Character encoding"
_ID = "lookalike-characters"
EXAMPLES = (
    Example("OpenAI sued Musk.", "OpenAl verklagte Musk.", "de"),
    Example("Intel grew.", "lntel wuchs.", "de"),
    Example("", "OpenAl verklagte lntel, lBM und die UNlCEF wegen OpenAls Daten.", "de"),
    Example("", "OpenAIs Chef kennt die Legierungen TiAl und NiCrAl, 5 lm und ln 2.", "de", finds=False),
    Example("", "Musk verklagte OpenAI. Im August traf OpenAl die nächste Klage, sagte OpenAI.", "de"),
    Example("", "Die Bank schlоss alle Filialen.", "de"),
    Example("", "Компания наняла 30 сотрудникoв.", "ru"),
    Example("", "Το κόστος αυξήθηκε κατά 5% o ρυθμός τoυς έπεσε.", "el"),
    Example("", "Die Ban\u200bk schloss alle Filialen.", "de"),
    Example("", "Die \u202eBank schloss alle Filialen.", "de"),
    Example("", "IT-компания выпустила 3D-модель для МиГ-29, сообщил сайт ВКонтакте.", "ru", finds=False),
    Example("", "NFκB und TNFα wurden auf 5 μm genau gemessen, die Σ-Algebra auf 3 kΩ.", "de", finds=False),
    Example("", "TシャツとX線はＩＴ企業OpenAIの製品だ。", "ja", finds=False),
    Example("", "می\u200cخواهم کتاب‌ها را بخوانم.", "fa", finds=False),
    Example("", "Die Familie 👨\u200d👩\u200d👧 ist da.", "de", finds=False),
    Example("", "Al Gore kennt die AI von Allen, und die KI.", "de", finds=False),
)
_LATIN, _OTHER = "A-Za-zÀ-ɏ", "\u0370-\u03ff\u0400-\u052f\u0531-\u0587\u1f00-\u1fff"
_MIXED = re.compile(
    rf"[{_LATIN}](?:(?=[{_OTHER}])|(?<=[{_OTHER}].))|[\u0370-\u03ff](?:(?=[\u0400-\u052f])|(?<=[\u0400-\u052f].))"
)
_LETTER = re.compile(f"[{_OTHER}]")
_WORD = re.compile(r"(?:[^\W_]|[\u0300-\u036f])+")
_LISTED = 10**6
"""What a name of the ledger counts for: more than a text repeats a wrong one."""


def check_segment(segment: SegmentContext) -> Iterator[Finding]:
    """Findings for letters of other scripts and hidden characters; for l and I where the source shows the word."""
    text = segment.segment.text
    if segment.segment.kind == "code":
        return
    if not text.isascii():
        if _LETTER.search(text) and _MIXED.search(text):
            yield from _mixed(segment)
        if HIDDEN.search(text):
            yield from _hidden(segment)
    if SMALL_L.search(text):
        yield from _small_l(segment)
    if segment.source and SHAPE.search(text):
        right: dict[str, Counter[str]] = defaultdict(Counter)
        count(segment.source.text, right)
        yield from _misread(segment, {form: words for form, words in right.items() if len(words) == 1})


def check_text(text: TextContext) -> Iterator[Finding]:
    """Findings for l and I, 0 and O in words that the text writes otherwise as well."""
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    segments = [segment for segment in text.article.segments if segment.kind != "code"]
    for segment in segments:
        count(segment.text, forms)
    for name in text.ledger.names:
        for form in (name.name, *name.renderings.get(text.article.lang, ())):
            count(form, forms, _LISTED)
    doubtful = {form: words for form, words in forms.items() if len(words) > 1}
    known = {finding.target_value for finding in text.findings if finding.check == _ID}
    for segment in segments if doubtful else ():
        for finding in _misread(text.segment(segment), doubtful):
            if finding.target_value not in known:
                yield finding


def _small_l(segment: SegmentContext) -> Iterator[Finding]:
    """A small l for a capital I. Formulas of chlorine and aluminium have fewer letters beside it. A word that the
    source writes rightly is compared with that."""
    for span, word, right in small_ls(segment.segment.text):
        if not segment.source or (word not in segment.source.text and right not in segment.source.text):
            message = f"{quote(word)} has a small L for a capital I; expected {quote(right)}."
            yield remark(segment, _ID, Severity.WARNING, 0.8, message, CATEGORY, span, right)


def _misread(segment: SegmentContext, forms: dict[str, Counter[str]]) -> Iterator[Finding]:
    """Words that are written otherwise, and likelier, among these forms."""
    source = segment.source.text if segment.source else ""
    for span, word, right in likelier(segment.segment.text, forms):
        if word not in source:
            message = f"{quote(word)} is written with look-alikes of the letters of {quote(right)}."
            yield remark(segment, _ID, Severity.WARNING, 0.9, message, CATEGORY, span, right)


def _mixed(segment: SegmentContext) -> Iterator[Finding]:
    """Words of two scripts that are words of one, with look-alikes."""
    text, end = segment.segment.text, 0
    excused = set(_WORD.findall(segment.source.text)) if segment.source else ()
    counts = counted(text)
    home = max(counts, key=lambda name: counts[name])
    for pair in _MIXED.finditer(text):
        if pair.start() >= end:
            match = _word_at(text, pair.start())
            word, end = match.group(), match.end()
            right = repaired(word, home)
            if right and word not in excused and not _numbered(word):
                severity = Severity.WARNING if _ending(word) else Severity.ERROR
                message = f"{quote(word)} mixes letters of two scripts that look alike; expected {quote(right)}."
                yield remark(segment, _ID, severity, 0.95, message, CATEGORY, match.span(), right)


def _word_at(text: str, at: int) -> re.Match[str]:
    """The word that the letter at a place belongs to."""
    while at and _WORD.match(text[at - 1]):
        at -= 1
    match = _WORD.match(text, at)
    assert match
    return match


def _ending(word: str) -> bool:
    """Whether the letters of the other script may be an ending behind a foreign name: Facebook with a Cyrillic a."""
    name = word.rstrip("".join(char for char in word if script(char) != script(word[0])))
    return script(word[0]) == "LATIN" and len(name) > 2 and len(counted(name)) == 1


def _numbered(word: str) -> bool:
    """Whether a word has the letter of a section grown to it: a capital behind a small letter."""
    return word[-1].isupper() and word[-2].islower()


def _hidden(segment: SegmentContext) -> Iterator[Finding]:
    """Characters without a shape that nothing needs: a warning inside a word, else harmless."""
    text = segment.segment.text
    excused = set(segment.source.text) if segment.source else set()
    if any(unicodedata.bidirectional(char) in ("R", "AL") for char in text):
        excused.update(DIRECTIONS)
    end = -1
    for match in HIDDEN.finditer(text):
        char, at = match.group(), match.start()
        doubled, end = at == end, at + 1
        if doubled or char in excused or needed(text, at):
            continue
        sure = char in EMBEDDINGS or (text[at - 1 : at].isalnum() and text[at + 1 : at + 2].isalnum())
        name = unicodedata.name(char, f"U+{ord(char):04X}").lower()
        message = f"An invisible character, {name}, stands in {quote(around(text, at))}."
        severity = Severity.WARNING if sure else Severity.INFO
        yield remark(segment, _ID, severity, 0.9, message, CATEGORY, match.span(), value=f"U+{ord(char):04X}")
