"""A fact of the ledger is not stated.

Each fact of claims.json is looked for among all claims of the text, wherever they stand; so a fact is missed even
when its sentence
could not be aligned. A fact whose sentence already has a finding is not reported twice.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..facts import as_claim, locate, stated
from ..model import Fact, Finding, Severity
from ..notation import statement
from ._base import Document, Example

SEVERITY = Severity.ERROR
CATEGORY = "Accuracy/Omission"
EXAMPLES: tuple[Example, ...] = ()


def check_document(document: Document) -> Iterator[Finding]:
    """Findings for facts that the text does not state."""
    for fact in document.ledger.facts:
        if (fact.value is None and not fact.moment) or stated(fact, document.claims) or _covered(fact, document):
            continue
        yield _finding(fact, document)


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


def _finding(fact: Fact, document: Document) -> Finding:
    whose = "source" if document.source is document.target else "translation"
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
        lang=document.target.lang,
    )
