"""A name of the ledger was translated word by word.

The name stands in none of its accepted forms where the source has it, no word there is like it, and a capitalised or
quoted phrase stands there that nothing explains: the ledger's rendering is the fix. The finding is an error where the
phrase shares a word with a name that the ledger gives the language's rendering of ("Fairy Child Eight Rebels" for
Traitorous Eight), else a warning: titles and articles are rightly translated (Los Beatles). In a text alone a
phrase must share a word with a name that the text never states. A literal translation in small letters is not seen.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..contexts import Document, TextContext
from ..languages import load
from ..model import Finding, Ledger, LedgerName, Severity, Span
from ..names.kinds import translatable
from ..names.listed import Listed
from ..names.literal import literal_phrase, shared_phrases
from ..names.lost import Lost, lost_names, similar_word
from ._base import Example, overlap, quote, remark

SEVERITY = Severity.ERROR
CATEGORY = "Accuracy/Mistranslation"
_SURE, _DOUBTFUL = 0.8, 0.5
_EIGHT = Ledger(names=(LedgerName("Traitorous Eight", "group", {"it": ("otto traditori",)}),))
_VERA = Ledger(names=(LedgerName("Vera", "person"),))
_SOURCE = "The best-known example is the Traitorous Eight, who left in 1957.\n\nThey founded many companies."
EXAMPLES = (
    Example(
        _SOURCE,
        "Contoh terkenal adalah Fairy Child Eight Rebels, yang pergi pada tahun 1957.\n\nMereka mendirikan perusahaan.",
        "id",
        ledger=_EIGHT,
    ),
    Example(
        _SOURCE,
        "L’esempio più noto sono gli otto traditori, che se ne andarono nel 1957.\n\nFondarono molte società.",
        "it",
        finds=False,
        ledger=_EIGHT,
    ),
    Example(
        "In the evening the actor met Vera in Rome.\n\nThey ate.",
        "Por la noche el actor se reunió con Hube Visto en Roma.\n\nComieron.",
        "es",
        ledger=_VERA,
    ),
    Example(
        "In the evening the actor met Vera in Rome.\n\nThey ate.",
        "Por la noche el actor se reunió con ella en Roma.\n\nComieron.",
        "es",
        finds=False,
        ledger=_VERA,
    ),
    Example("", "Contoh terkenal adalah Fairy Child Eight Rebels dari tahun 1957.", "id", ledger=_EIGHT),
    Example("", "Contoh terkenal adalah Traitorous Eight dari tahun 1957.", "id", finds=False, ledger=_EIGHT),
)


def check_document(document: Document) -> Iterator[Finding]:
    """Findings for names of the ledger in whose place another phrase stands."""
    lang = document.target.lang
    proper = {name.name for name in document.ledger.names if not translatable(name, lang)}
    taken = [(f.target.segment, f.target.span) for f in document.findings if f.target and f.check == "name-garbled"]
    for lost in lost_names(document) if proper else ():
        if lost.name not in proper or similar_word(lost, True):
            continue
        phrase, target = literal_phrase(lost), lost.pair.pair.target
        if phrase and target and not any(at == target.index and overlap(there, phrase[0]) for at, there in taken):
            yield _finding(lost, *phrase)


def _finding(lost: Lost, span: Span, shares: bool) -> Finding:
    pair = lost.pair
    assert pair.pair.source is not None
    assert pair.pair.target is not None
    sure = shares and len(lost.forms) > 1
    start, found = pair.pair.source.text.index(lost.name), pair.pair.target.text[slice(*span)]
    return Finding(
        "literal-name",
        Severity.ERROR if sure else Severity.WARNING,
        _SURE if sure else _DOUBTFUL,
        f"The source names {quote(lost.name)}, the translation puts {quote(found)} in its place; "
        f"expected {quote(lost.right)}.",
        pair.source_place((start, start + len(lost.name))),
        pair.target_place(span),
        source_value=lost.name,
        target_value=found,
        category=CATEGORY,
        suggestion=lost.right,
        lang=pair.target_lang,
    )


def check_text(text: TextContext) -> Iterator[Finding]:
    """Findings for phrases that share a word with a name of the ledger which the text never states."""
    if not text.ledger.names:
        return
    listed = Listed(text.ledger, load(text.article.lang))
    for segment, span, name in shared_phrases(text.article.segments, listed):
        right = listed.forms[name][0]
        message = (
            f"{quote(segment.text[slice(*span)])} may be a literal translation of the listed name {quote(name)}; "
            f"expected {quote(right)}."
        )
        alone = text.segment(segment)
        yield remark(alone, "literal-name", Severity.WARNING, _DOUBTFUL, message, CATEGORY, span, right)
