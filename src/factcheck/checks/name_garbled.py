"""A name of the source appears misspelt in the translation.

Between two segments: a name in Latin letters is gone, and a word stands there that is the same name with one slip of
the hand: two letters swapped, one dropped, added or replaced. What languages do to names is none: accents, endings, c
for k, doubled and silent letters, their own words for countries and cities (CLDR). Doubtful slips (Thomas, Tomas) count
only beside a word that was kept, or inside text of another script. Names of up to three letters, and transliterated
ones, are not seen. A warning: the source may be what is misspelt.

Against the ledger, and in the document: a name is looked for where the source has it, in its own spelling and in the
renderings that the ledger accepts for the language. Where none is found but a similar word stands there, by letters or
by sound, the name is garbled. Without a ledger, a name counts that the translation elsewhere writes as the source does.
Names that are left out are no finding.

In a text alone a word is garbled that is nearly a name of the ledger: of six letters or more, with one letter wrong
(two in long names) or other letters for the same consonants. A shorter one needs the name nearby, and is a warning:
"Lake" for somebody who was just called Jan Leike.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..contexts import Document, PairContext, TextContext
from ..model import Finding, Ledger, LedgerName, Severity
from ..names.misspelt import misspelt
from ._base import Example, quote
from ._listed import in_document, in_text

SEVERITY = Severity.ERROR
CATEGORY = "Accuracy/Mistranslation"
_LEDGER = Ledger(
    names=(
        LedgerName("Sutskever", "person", {"ru": ("Сутскевер",), "zh": ("苏茨克维",), "ja": ("サツケヴァー",)}),
        LedgerName("Leike", "person", {"ja": ("ライク",)}),
    )
)
_SOURCE = "The chief scientist Sutskever resigned in May.\n\nIn June, Sutskever founded a new company."
EXAMPLES = (
    Example("The firm moved to Birmingham.", "Das Unternehmen zog nach Birmignham.", "de"),
    Example("Judge Kavanaugh spoke first.", "Kavnaaughin puheenvuoro oli ensimmäinen.", "fi"),
    Example("Bryan Cranston plays the teacher.", "Bryan Crantson joue le professeur.", "fr"),
    Example("It was a photo on Instagram.", "Это был снимок в Instagarm.", "ru"),
    Example("The president of Bolivia came to Athens.", "Bolivya cumhurbaşkanı Atina'ya geldi.", "tr", finds=False),
    Example("President Lopez met the Californians.", "Präsident López traf die Kalifornier.", "de", finds=False),
    Example("Thomas was at the Center for Theatre.", "Tomas était au Centre du théâtre.", "fr", finds=False),
    Example(
        _SOURCE,
        "Der Chefwissenschaftler Sutskever trat im Mai zurück.\n\nIm Juni gründete Suzkwer eine neue Firma.",
        "de",
    ),
    Example(
        _SOURCE,
        "Der Chefwissenschaftler Sutskever trat im Mai zurück.\n\nIm Juni gründete er eine neue Firma.",
        "de",
        finds=False,
    ),
    Example("", "Am Montag gründete Suzkwer eine Firma.", "de", ledger=_LEDGER),
    Example("", "В июне Сутскевера сменил другой.", "ru", finds=False, ledger=_LEDGER),
    Example("", "在6月，苏兹克维创办了公司。", "zh", ledger=_LEDGER),
    Example("", "Jan Leike mundur pada Mei, lalu Lake bergabung dengan pesaing.", "id", ledger=_LEDGER),
    Example("", "Jan Leike mundur pada Mei, lalu Leike pindah ke Lake Geneva.", "id", finds=False, ledger=_LEDGER),
    Example("", "6月、サツケヴァー氏とライク氏が会社を設立した。", "ja", finds=False, ledger=_LEDGER),
)
_SLIP = 0.8
"""How often a slip between two segments is one: fewer than one in five is a spelling that the translator meant."""


def check_pair(pair: PairContext) -> Iterator[Finding]:
    """Findings for names with a slip of the hand."""
    source, target = pair.pair.source, pair.pair.target
    if source is None or target is None:
        return
    for found in misspelt(source.text, target.text, pair.source_lang, pair.target_lang):
        yield Finding(
            "name-garbled",
            Severity.WARNING,
            _SLIP,
            f"The source names {quote(found.name)}, the translation writes {quote(found.word)}: one is misspelt.",
            pair.source_place(found.span),
            pair.target_place(found.place),
            source_value=found.name,
            target_value=found.word,
            category=CATEGORY,
            suggestion=found.name,
            lang=pair.target_lang,
        )


def check_document(document: Document) -> Iterator[Finding]:
    """Findings for names that were misspelt or replaced, where the source has them and wherever else they stand."""
    yield from in_document(document, "name-garbled", CATEGORY)


def check_text(text: TextContext) -> Iterator[Finding]:
    """Findings for words that are nearly a name of the ledger."""
    yield from in_text(text, "name-garbled", CATEGORY)
