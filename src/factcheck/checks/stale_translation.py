"""A paragraph of the source changed, and its translation did not.

Asked with `--changed-since REV`, which knows both texts as they were: the words of a paragraph of the source are new
since then, those of its counterpart stood there already. Punctuation and line breaks do not count, and a paragraph
with another finding is not reported twice. Not seen are files that are new or renamed. A warning: the change may be one
that needs no other words in the translation.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..contexts import Document
from ..earlier import stood
from ..model import Finding, Severity
from ._base import Example, finding, quote

SEVERITY = Severity.WARNING
CATEGORY = "Accuracy/Mistranslation"
LAST = True
EXAMPLES = (
    Example(
        "Acme moved to Porto.\n\nIt grows.",
        "Acme zog nach Lissabon.\n\nEs wächst.",
        "de",
        earlier=("Acme moved to Lisbon.\n\nIt grows.", "Acme zog nach Lissabon.\n\nEs wächst."),
    ),
    Example(
        "The bridge will open soon.\n\nIt is long.",
        "橋は開通した。\n\n長い橋だ。",
        "ja",
        earlier=("The bridge has opened.\n\nIt is long.", "橋は開通した。\n\n長い橋だ。"),
    ),
    Example(
        "Acme moved to Porto.\n\nIt grows.",
        "Acme zog nach Porto.\n\nEs wächst.",
        "de",
        finds=False,
        earlier=("Acme moved to Lisbon.\n\nIt grows.", "Acme zog nach Lissabon.\n\nEs wächst."),
    ),
    Example(
        "“Acme moved,” she said.\n\nIt grows.",
        "« Acme a déménagé », dit-elle.\n\nElle grandit.",
        "fr",
        finds=False,
        earlier=("Acme moved, she said!\n\nIt grows.", "« Acme a déménagé », dit-elle.\n\nElle grandit."),
    ),
)


def check_document(document: Document) -> Iterator[Finding]:
    """A finding for each paragraph that was left behind."""
    if not document.source.earlier or not document.target.earlier:
        return
    told = {found.target.segment for found in document.findings if found.target and found.severity.rank}
    for context in document.pairs:
        source, target = context.pair.source, context.pair.target
        if source is None or target is None or source.kind == "code" or target.index in told:
            continue
        if stood(document.target, target.text) and not stood(document.source, source.text):
            message = f"The source changed to {quote(source.text)}; the translation {quote(target.text)} did not."
            yield finding(context, "stale-translation", SEVERITY, 0.6, message, CATEGORY)
