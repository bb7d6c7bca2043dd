"""A paragraph, heading or item of the source has no counterpart in the translation.

Segments are aligned over the whole document by structure, length, values and names, so that one dropped paragraph
is one
finding and does not shift the rest.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..contexts import Document, PairContext
from ..model import Finding, Severity
from ._base import Example, quote, shorten

SEVERITY = Severity.ERROR
CATEGORY = "Accuracy/Omission"
_PARTS = (
    "In June, Ilya Sutskever founded a company whose only goal is a safe superintelligence.",
    "OpenAI had promised the team 20% of its computing power, in the end all teams shared it.",
    "At the end of July, OpenAI moved its head of preparedness to work on AI reasoning.",
    "Li Wei'an does not believe that money drove the 11 founders away.",
)
_GERMAN = (
    "Im Juni gründete Ilya Sutskever ein Unternehmen, dessen einziges Ziel eine sichere Superintelligenz ist.",
    "OpenAI hatte dem Team 20 % seiner Rechenleistung versprochen, am Ende teilten alle Teams sie sich.",
    "Ende Juli versetzte OpenAI seinen Leiter für Vorsorge in die Arbeit am Schlussfolgern der KI.",
    "Li Wei'an glaubt nicht, dass Geld die 11 Gründer vertrieben hat.",
)
EXAMPLES = (
    Example("\n\n".join(_PARTS), "\n\n".join((*_GERMAN[:1], *_GERMAN[2:])), "de"),
    Example("\n\n".join(_PARTS), "\n\n".join(_GERMAN), "de", finds=False),
)


def check_document(document: Document) -> Iterator[Finding]:
    """Findings for segments of the source that were left out."""
    for pair in document.pairs:
        if pair.pair.target is None and pair.pair.source is not None:
            yield _finding(pair)


def _finding(pair: PairContext) -> Finding:
    assert pair.pair.source is not None
    segment = pair.pair.source
    claims = len(pair.pair.source_claims)
    holds = f", which states {claims} claim{'s' * (claims != 1)}" if claims else ""
    message = f"The translation lacks the {segment.kind} {quote(segment.text)}{holds}."
    serious = segment.kind != "heading" and len(segment.text) > 60
    return Finding(
        "segment-missing",
        Severity.ERROR if serious else Severity.WARNING,
        0.8,
        message,
        pair.source_place(),
        None,
        source_value=shorten(segment.text),
        category=CATEGORY,
        lang=pair.target_lang,
    )
