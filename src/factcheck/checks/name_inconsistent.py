"""One name is spelt in two ways inside one text.

XX
"""

from __future__ import annotations

from collections.abc import Iterator

from ..languages import load
from ..model import Finding, Severity
from ..names.variants import variants
from ._base import Example, overlap, quote, remark
from ._contexts import TextContext

SEVERITY = Severity.WARNING
CATEGORY = "Terminology/Inconsistent use of terminology"
EXAMPLES: tuple[Example, ...] = ()


def check_text(text: TextContext) -> Iterator[Finding]:
    """Findings for the odd spellings of names in a text alone."""
    taken = [(f.target.segment, f.target.span) for f in text.findings if f.target]
    for mention, right, sure in variants(text.article.segments, load(text.article.lang)):
        segment = mention.segment
        if any(at == segment.index and overlap(span, mention.span) for at, span in taken):
            continue
        line = right.segment.line_at(right.span[0])
        message = f"{quote(mention.word)} seems to be {quote(right.word)}, as line {line} spells the name."
        alone = text.segment(segment)
        yield remark(alone, "name-inconsistent", Severity.WARNING, sure, message, CATEGORY, mention.span, right.word)
