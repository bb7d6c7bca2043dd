"""What a check may look at: a pair of segments, a translation as a whole, a segment or a text alone."""

from __future__ import annotations

from dataclasses import dataclass

from .model import Article, Claim, Finding, Glossary, Ledger, Pair, Place, Segment, Span


@dataclass(slots=True)  # made for every segment, and freezing triples its price: nobody changes it all the same
class PairContext:
    """Two aligned segments with their matched claims, and what they belong to."""

    pair: Pair
    source_lang: str
    target_lang: str
    source_file: str = ""
    target_file: str = ""
    ledger: Ledger = Ledger()
    glossary: Glossary = Glossary()

    def source_place(self, span: Span | None = None) -> Place | None:
        """A span of the source segment (all of it without one) as a place."""
        return place(self.pair.source, self.source_file, span)

    def target_place(self, span: Span | None = None) -> Place | None:
        """A span of the target segment (all of it without one) as a place."""
        return place(self.pair.target, self.target_file, span)

    def alone(self, target: Segment) -> SegmentContext:
        """The segment of the translation as checks of a text alone see it."""
        langs = self.source_lang, self.ledger, self.glossary
        return SegmentContext(target, self.target_lang, self.target_file, self.pair.source, *langs)


@dataclass(frozen=True, slots=True)
class Document:
    """A translation as a whole: its pairs in order, its claims (with segment), the ledger."""

    source: Article
    target: Article
    pairs: tuple[PairContext, ...]
    claims: tuple[Claim, ...]
    ledger: Ledger = Ledger()
    findings: tuple[Finding, ...] = ()
    """What the checks of pairs have found: a fact is reported once."""
    glossary: Glossary = Glossary()


@dataclass(slots=True)
class SegmentContext:
    """A segment of one text. source: what it was made from, which excuses what stands there too; None without one."""

    segment: Segment
    lang: str
    file: str = ""
    source: Segment | None = None
    source_lang: str = ""
    ledger: Ledger = Ledger()
    glossary: Glossary = Glossary()

    def place(self, span: Span | None = None) -> Place | None:
        """A span of the segment (all of it without one) as a place."""
        return place(self.segment, self.file, span)


@dataclass(frozen=True, slots=True)
class TextContext:
    """A text as a whole, with its claims (with segment). source: what it was made from, or None.

    findings: what was found in it so far: a thing is reported once.
    """

    article: Article
    claims: tuple[Claim, ...]
    ledger: Ledger = Ledger()
    source: Article | None = None
    findings: tuple[Finding, ...] = ()
    glossary: Glossary = Glossary()

    def segment(self, segment: Segment) -> SegmentContext:
        """One of its segments in its own context."""
        return SegmentContext(segment, self.article.lang, self.article.file, ledger=self.ledger, glossary=self.glossary)


def place(segment: Segment | None, file: str, span: Span | None = None) -> Place | None:
    """A span of a segment as a place in its file; None where there is no segment."""
    if segment is None:
        return None
    start, end = span or (0, len(segment.text))
    return Place(file, segment.index, segment.line_at(start), (start, end), segment.text[start:end], segment.text)
