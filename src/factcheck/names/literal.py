"""Names of a ledger that a text translates word by word: phrases that stand where the name should."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..languages import load
from ..model import Segment, Span
from .kinds import ORGANIZATIONS
from .listed import Listed
from .lost import Lost
from .mentions import mentions, names_of
from .phrases import beginnings, phrases, quotations, shares_word, unexplained, words_of
from .sounds import sounds_alike
from .spelling import is_place, letters

_SAME_NAME = 70
"""How alike a name and its rendering sound."""


def literal_phrase(lost: Lost) -> tuple[Span, bool] | None:
    """The phrase of the translation that stands for a lost name, and whether it shares a word with it; or None."""
    source, target = lost.pair.pair.source, lost.pair.pair.target
    assert source is not None
    assert target is not None
    known = beginnings((source.text, *lost.explained))
    language = load(lost.pair.target_lang)
    strange = [
        (words, span)
        for words, span in phrases(target.text)
        if unexplained(words, known) and not any(is_place(word, language) for word in words.split())
    ]
    shared = [span for words, span in strange if shares_word(words, (lost.name,))]
    if shared:
        return max(shared, key=lambda span: span[1] - span[0]), True
    if (
        len(strange) == 1
        and not _transliterated(lost, strange[0][0])
        and _only_loss(lost, source, target)
        and not _opens(strange[0][1], target)
    ):
        words, span = strange[0]
        quoted = span in quotations(target.text)
        if unexplained(words, known, every=True) and (not quoted or not quotations(source.text)):
            return span, False
    return None


def _transliterated(lost: Lost, phrase: str) -> bool:
    """Whether a phrase may be the name in another script, of which the ledger has no rendering."""
    foreign = not letters(phrase).isascii() and len(lost.forms) == 1
    return foreign or any(sounds_alike(lost.name, word) >= _SAME_NAME for word in phrase.split())


def _only_loss(lost: Lost, source: Segment, target: Segment) -> bool:
    """Whether all other names of the source stand in the translation, so that the phrase can stand for no other."""
    if load(lost.pair.target_lang).nouns_capital or load(lost.pair.source_lang).nouns_capital:
        return False
    own = set(words_of(" ".join((lost.name, *lost.explained))))
    there = names_of([target])
    return all(
        m.opening
        or m.word in target.text
        or set(words_of(m.word)) <= own
        or any(sounds_alike(m.word, word) >= _SAME_NAME for word in there)
        for m in mentions([source])
    )


def _opens(span: Span, segment: Segment) -> bool:
    """Whether a phrase begins a sentence, so that its first capital says nothing."""
    return any(mention.span[0] == span[0] and mention.opening for mention in mentions([segment]))


def shared_phrases(segments: Iterable[Segment], listed: Listed) -> Iterator[tuple[Segment, Span, str]]:
    """Capitalised phrases that share a word with a name of several words which the text states in no form."""
    segments = [segment for segment in segments if segment.kind != "code"]
    names = _unstated(segments, listed)
    if not names:
        return
    known = beginnings(form for forms in listed.forms.values() for form in forms)
    for segment in segments:
        if not any(word in segment.text for words in names.values() for word in words):
            continue
        for phrase, span in phrases(segment.text):
            name = next((n for n, words in names.items() if words & set(phrase.split())), None)
            if name and unexplained(phrase, known) and len(phrase.split()) > len(name.split()):
                yield segment, span, name


def _unstated(segments: list[Segment], listed: Listed) -> dict[str, set[str]]:
    """Names of two words and more that the text has in no form -> their words. Those of organizations are often common
    nouns: there are many universities."""
    whole = " ".join(segment.text for segment in segments).casefold()
    kinds = {name.name: name.kind for name in listed.ledger.names}
    return {
        name: {word for word in name.split() if len(word) > 3}
        for name, forms in listed.forms.items()
        if " " in name and kinds[name] not in ORGANIZATIONS and not any(form.casefold() in whole for form in forms)
    }
