"""A fact of the ledger is not stated.

Each fact of claims.json is looked for among all claims of the text, wherever they stand; so a fact is missed even
when its sentence could not be aligned. A fact whose sentence already has a finding is not reported twice. A text alone,
the source too, is held to the ledger in the same way.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..comparison.notation import statement
from ..contexts import Document, TextContext
from ..facts import as_claim, locate, stated
from ..model import Fact, Finding, Severity
from ._base import Example

SEVERITY = Severity.ERROR
CATEGORY = "Accuracy/Omission"
LAST = True
EXAMPLES: tuple[Example, ...] = ()


def check_document(document: Document) -> Iterator[Finding]:
    """Findings for facts that the translation does not state."""
    for fact in _unstated(document):
        if not _covered(fact, document):
            yield _finding(fact, "translation", document.target.lang)


def check_text(text: TextContext) -> Iterator[Finding]:
    """Findings for facts that the text does not state."""
    for fact in _unstated(text):
        yield _finding(fact, "text", text.article.lang)


def _unstated(text: Document | TextContext) -> Iterator[Fact]:
    for fact in text.ledger.facts:
        if (fact.value is not None or fact.moment) and not stated(fact, text.claims):
            yield fact


def _covered(fact: Fact, document: Document) -> bool:
    """Whether a finding already stands at the place where the source states the fact."""
    claims = [claim for pair in document.pairs for claim in pair.pair.source_claims]
    home = locate(fact, claims)
    if home is None:
        return False
    said = statement(home)
    for finding in document.findings:
        at = finding.source
        if (
            at
            and at.segment == home.segment
            and (finding.check in ("segment-missing", "untranslated") or finding.source_value == said)
        ):
            return True
    return False


def _finding(fact: Fact, whose: str, lang: str) -> Finding:
    message = f"The ledger states: {fact.sentence} The {whose} does not state {statement(as_claim(fact))}."
    return Finding(
        "ledger-violated",
        Severity.ERROR,
        0.8,
        message,
        None,
        None,
        source_value=f"{fact.id}: {statement(fact)}",
        category=CATEGORY,
        lang=lang,
    )
