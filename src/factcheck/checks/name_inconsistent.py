"""One name is spelt in two ways inside one text.

In a text alone: two capitalised words (or words in Katakana) with the same consonants but other letters, of which the
text itself shows that they are one name: the same first name stands before both, or one is introduced by a first name
and the other, always alone, follows soon after, or they differ in nothing that is heard. Inflected forms, names of
countries, two people with first names of their own, and two names in one sentence are none. Where every noun has a
capital only the first name counts.

With the source, in another script: the words that sound like one name of the source are compared from place to place
(anyascii), and the usual one is the fix. Where two spellings stand once each, the later one is reported; where only
vowels differ it is a note. What the ledger has is never odd, however rare it is.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..contexts import Document, SegmentContext, TextContext
from ..languages import load
from ..model import Article, Finding, Severity, Span
from ..names.listed import Listed
from ..names.mentions import Mention
from ..names.renderings import Odd, odd_renderings
from ..names.sounds import vowels_differ
from ..names.variants import Variant, variants
from ._base import Example, overlap, quote, remark

SEVERITY = Severity.WARNING
CATEGORY = "Terminology/Inconsistent use of terminology"
_SOURCE = (
    "Ilya Sutskever resigned in May.\n\nIn June, Sutskever founded a company.\n\n"
    "His aim, Sutskever said, is safety.\n\nNobody but Sutskever knows more."
)
EXAMPLES = (
    Example("", "Jan Leike mundur pada Mei. Dari perusahaan itu Lake pindah ke pesaing.", "id"),
    Example("", "Ilya Sutskever renunció en mayo.\n\nEn junio, Suzkwer fundó una empresa.", "es"),
    Example("", "Angela Merkel spoke for an hour. Then Merkle left.", "en"),
    Example("", "Angela Merkel sprach eine Stunde. Dann ging Merkle.", "de"),
    Example("", "Karel Novák přišel v pět. Neodcházej, Karle, řekli mu.", "cs", finds=False),
    Example("", "О Сутскевере говорили все.\n\nНо Сутскевер молчал.", "ru", finds=False),
    Example("", "Pamela Anderson a rencontré Hans Andersen. Puis Andersen est parti.", "fr", finds=False),
    Example("", "Le Chili a battu Jon Smith, et John Smyth a perdu.", "fr", finds=False),
    Example(
        _SOURCE,
        "Илья Суцкевер ушёл в мае.\n\nВ июне Суцкевер основал компанию.\n\n"
        "Цель, по словам Сутскевера, — безопасность.\n\nНикто, кроме Суцкевера, не знает больше.",
        "ru",
    ),
    Example(
        _SOURCE,
        "イリヤ・サツケヴァー氏は5月に辞任した。\n\nサツケバー氏は6月に会社を設立した。\n\n"
        "サツケヴァー氏の目標は安全だ。\n\nサツケヴァー氏のほかに詳しい人はいない。",
        "ja",
    ),
    Example(
        _SOURCE,
        "Илья Суцкевер ушёл в мае.\n\nВ июне Суцкевер основал компанию.\n\n"
        "Цель, по словам Суцкевера, — безопасность.\n\nОб этом знают только вместе с Суцкевером.",
        "ru",
        finds=False,
    ),
)
_ONCE, _MORE = 0.6, 0.8
"""How sure a rendering is odd where the usual one stands once, and more often."""


def check_document(document: Document) -> Iterator[Finding]:
    """Findings for renderings of a name that differ from the usual one, and for odd spellings in the translation."""
    taken, listed = _places(document.findings), Listed(document.ledger, load(document.target.lang))
    for odd in odd_renderings(document):
        name, mention = odd.rendering.places
        if not _taken(taken, mention.segment.index, mention.span) and not listed.explains(mention.word):
            taken.append((mention.segment.index, mention.span))
            yield _rendered(odd, name, mention)
    known = " ".join(segment.text for segment in document.source.segments)
    for variant in _variants(document.target, taken):
        if variant.mention.word not in known and not listed.explains(variant.mention.word):
            segment = variant.mention.segment
            yield _spelt(SegmentContext(segment, document.target.lang, document.target.file), variant)


def check_text(text: TextContext) -> Iterator[Finding]:
    """Findings for the odd spellings of names in a text alone."""
    listed = Listed(text.ledger, load(text.article.lang))
    for variant in _variants(text.article, _places(text.findings)):
        if not listed.explains(variant.mention.word):
            yield _spelt(text.segment(variant.mention.segment), variant)


def _places(findings: tuple[Finding, ...]) -> list[tuple[int, Span]]:
    return [(finding.target.segment, finding.target.span) for finding in findings if finding.target]


def _taken(taken: list[tuple[int, Span]], segment: int, span: Span) -> bool:
    return any(at == segment and overlap(there, span) for at, there in taken)


def _variants(article: Article, taken: list[tuple[int, Span]]) -> Iterator[Variant]:
    for variant in variants(article.segments, load(article.lang)):
        if not _taken(taken, variant.mention.segment.index, variant.mention.span):
            yield variant


def _spelt(segment: SegmentContext, variant: Variant) -> Finding:
    mention, right = variant.mention, variant.right
    line = right.segment.line_at(right.span[0])
    message = f"{quote(mention.word)} seems to be {quote(right.word)}, as line {line} spells the name."
    return remark(segment, "name-inconsistent", SEVERITY, variant.sure, message, CATEGORY, mention.span, right.word)


def _rendered(odd: Odd, name: Mention, mention: Mention) -> Finding:
    pair, word = odd.rendering.pair, mention.word
    times = "once" if odd.times == 1 else f"{odd.times} times"
    message = (
        f"The source names {quote(name.word)}, the translation writes {quote(word)} here and {quote(odd.usual)} "
        f"elsewhere, {times}."
    )
    return Finding(
        "name-inconsistent",
        Severity.INFO if vowels_differ(word, odd.usual) else SEVERITY,
        _ONCE if odd.times == 1 else _MORE,
        message,
        pair.source_place(name.span),
        pair.target_place(mention.span),
        source_value=name.word,
        target_value=word,
        category=CATEGORY,
        suggestion=odd.usual,
        lang=pair.target_lang,
    )
