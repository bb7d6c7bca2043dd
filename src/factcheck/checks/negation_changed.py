"""A negation of the source is not in the translation, or the translation denies what the source states.

Found only where nothing on the other side may stand for it: no word or part of a word that says no, and none
that may say it another way (unable, without, to lack, few). A side must say no once, plainly and not in a phrase such
as "not only"; questions are not judged, and what the translation alone denies only in segments of up to 200 characters.
So a third of the lost negations and half of the added ones are missed, more in languages that say no inside their verbs
(Turkish, Japanese). French and Russian say no where others do not: in them only the loss of a negation of the source is
found. Latin, Sanskrit and languages without a list of negations are not judged.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from .. import languages
from ..contexts import PairContext
from ..languages.negation import Negation
from ..model import Finding, Place, Severity, Span
from ._base import Example, quote

SEVERITY = Severity.WARNING
CATEGORY = "Accuracy/Mistranslation"
EXAMPLES = (
    Example("The company will not sell its data.", "कंपनी अपना डेटा बेचेगी।", "hi"),
    Example("It would not be ethical to sell the data.", "Es wäre ethisch, die Daten zu verkaufen.", "de"),
    Example("He didn't sign the contract on Monday.", "El lunes firmó el contrato.", "es"),
    Example("The board did not say why he had to go.", "Правление сообщило, почему он должен был уйти.", "ru"),
    Example("The board said why he had to go.", "Il consiglio non ha detto perché doveva andarsene.", "it"),
    Example("The board said why he had to go.", "이사회는 그가 떠나야 하는 이유를 밝히지 않았다.", "ko"),
    Example("The logical NOT comes before AND.", "L’operatore NOT precede AND.", "it", finds=False),
    Example("The lack of a siren cost lives.", "Dass es keine Sirene gab, kostete Leben.", "de", finds=False),
    Example(
        "It would not be ethical to sell the data.", "Es wäre nicht ethisch, die Daten zu verkaufen.", "de", finds=False
    ),
    Example(
        "It would not be ethical to sell the data.", "Es wäre unethisch, die Daten zu verkaufen.", "de", finds=False
    ),
    Example("“We never lost,” he said.", "„We never lost“, sagte er.", "de", finds=False),
    Example("Not only did he sign it, he smiled.", "Er unterschrieb und lächelte sogar.", "de", finds=False),
    Example("I could not agree more.", "Kesinlikle katılıyorum.", "tr", finds=False),
    Example("Isn't that the contract he signed?", "C’est le contrat qu’il a signé ?", "fr", finds=False),
    Example("He was unable to sign.", "Er konnte nicht unterschreiben.", "de", finds=False),
)
_QUESTION = re.compile("[?？؟;]")
_WORD = re.compile(r"\S+")
_LETTERS = re.compile(r"\w+")
_GROWN = re.compile(r"[^\W\d_]{25}")
"""Words without the blanks between them, which hide every other word."""
_LONG = 300
"""Characters of a source up to which a lost negation is evidence: long ones say no in many ways."""
_SHORT = 200
"""Characters of both up to which an added one is: translators say no more often than they leave it out."""
_AROUND = 3
"""Words that are quoted on each side of a negation."""


def check_pair(pair: PairContext) -> Iterator[Finding]:
    """A finding where only one side denies something."""
    source, target = pair.pair.source, pair.pair.target
    if source is None or target is None or "code" in (source.kind, target.kind):
        return
    one, two = languages.load(pair.source_lang).negation, languages.load(pair.target_lang).negation
    if one is None or two is None or not target.text.strip():
        return
    long = max(len(source.text), len(target.text))
    if len(source.text) <= _LONG and (lost := _only(source.text, one, target.text, two)):
        yield _finding(pair, lost, "source", pair.source_place(_around(source.text, lost)), pair.target_place())
    elif long <= _SHORT and (added := _only(target.text, two, source.text, one)):
        yield _finding(pair, added, "translation", pair.source_place(), pair.target_place(_around(target.text, added)))


def _only(text: str, own: Negation, other: str, others: Negation) -> re.Match[str] | None:
    """The one plain negation of a text whose counterpart says no in no way, or None."""
    if own.plain is None:
        return None
    low = text.lower()
    if not any(map(low.__contains__, own.pieces)) or others.any.search(other.lower()):
        return None
    found = own.plain.search(low)
    if (
        not found
        or _kept(text, found, other)
        or _QUESTION.search(text)
        or _QUESTION.search(other)
        or (own.idle and own.idle.search(low))
    ):
        return None
    if len(own.words.findall(low)) != 1 or (others.spaced and _GROWN.search(other)):
        return None
    return found


def _kept(text: str, found: re.Match[str], other: str) -> bool:
    """Whether the counterpart has a negation and the word behind it as they are, or in capitals as operators have it:
    what was not translated denies it."""
    word = text[slice(*found.span())]
    if word.isupper() and word in other:
        return True
    behind = _LETTERS.search(text, found.end())
    return behind is not None and text[found.start() : behind.end()] in other


def _around(text: str, found: re.Match[str]) -> Span:
    """A negation with the words beside it."""
    words = [word.span() for word in _WORD.finditer(text)]
    last = len(words) - 1
    at = next((i for i, (_, end) in enumerate(words) if end > found.start()), last)
    return words[max(0, at - _AROUND)][0], words[min(last, at + _AROUND)][1]


def _finding(pair: PairContext, found: re.Match[str], side: str, source: Place | None, target: Place | None) -> Finding:
    place, other = (source, "translation") if side == "source" else (target, "source")
    words = place.text if place else found.group()
    return Finding(
        check="negation-changed",
        severity=SEVERITY,
        confidence=0.6,
        message=f"The {side} denies something, {quote(words)}, and the {other} does not.",
        source=source,
        target=target,
        source_value=found.group().lower() if side == "source" else "",
        target_value=found.group().lower() if side != "source" else "",
        category=CATEGORY,
        lang=pair.target_lang,
    )
