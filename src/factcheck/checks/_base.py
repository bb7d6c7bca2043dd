"""What a check is given and what it returns.

A check is a module with a docstring (first line: the title; the rest: what it finds and its limits), SEVERITY,
CATEGORY (MQM),
EXAMPLES, and one or both of
    check_pair(pair: PairContext) -> Iterator[Finding]          for two aligned segments; with NEEDS_MATCHES = True only
                                                                for those that state anything
    check_document(document: Document) -> Iterator[Finding]     for a translation as a whole
    check_segment(segment: SegmentContext) -> Iterator[Finding] for a segment of a text alone
    check_text(text: TextContext) -> Iterator[Finding]          for a text alone, as a whole
    check_suppressions(idle) -> Iterator[Finding]               for the comments that suppressed nothing
check_segment and check_text are all that `factcheck lint` can ask. Where there is a source they are asked too, of the
translation: of a check without check_pair its check_segment, of one without check_document its check_text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from types import ModuleType

from ..comparison.claims import aspect as aspect_of
from ..comparison.evidence import strong
from ..comparison.notation import roughly, statement
from ..contexts import Document, PairContext, SegmentContext, TextContext
from ..model import Claim, Finding, Glossary, Ledger, Severity, Span, Suppression, Term


@dataclass(frozen=True, slots=True)
class Example:
    """A pair of texts, and whether the check finds something in it. The check's tests and its documentation.

    source: "" for a text alone. ledger: what the texts are known to state, for checks that hold them against it.
    earlier: the two texts as they were before.
    """

    source: str
    target: str
    lang: str
    finds: bool = True
    source_lang: str = "en"
    ledger: Ledger = Ledger()
    glossary: Glossary = Glossary()
    earlier: tuple[str, str] | None = None

    @property
    def given(self) -> str:
        """What the texts are held to, in words: "listed: Leike", "glossary: network = Netz, not Netzwerk", or ""."""
        listed, kept = [name.name for name in self.ledger.names], self.glossary.kept
        parts = [f"listed: {', '.join(listed)}"] if listed else []
        parts += [f"glossary: {_in_words(term)}" for term in self.glossary.terms]
        parts += [f"before: {one} / {two}".replace("\n\n", " ") for one, two in [self.earlier or ("", "")] if one]
        return "; ".join([*parts, *([f"kept: {', '.join(kept)}"] if kept else [])])


def _in_words(term: Term) -> str:
    right, banned = (", ".join(w for words in side.values() for w in words) for side in (term.terms, term.forbidden))
    return right.replace(", ", " = ", 1) + (f", not {banned}" if banned else "")


PairCheck = Callable[[PairContext], Iterator[Finding]]
DocumentCheck = Callable[[Document], Iterator[Finding]]
SegmentCheck = Callable[[SegmentContext], Iterator[Finding]]
TextCheck = Callable[[TextContext], Iterator[Finding]]
SuppressionCheck = Callable[[Iterable[Suppression]], Iterator[Finding]]


@dataclass(frozen=True, slots=True, eq=False)
class Check:
    """A check as the pipeline runs it and `factcheck explain` shows it."""

    id: str
    title: str
    description: str
    category: str
    severity: Severity
    examples: tuple[Example, ...]
    check_pair: PairCheck | None
    check_document: DocumentCheck | None
    check_segment: SegmentCheck | None
    check_text: TextCheck | None
    check_suppressions: SuppressionCheck | None = None
    needs_matches: bool = False
    last: bool = False
    """Whether it looks at what the other checks found."""

    @classmethod
    def of(cls, module: ModuleType) -> Check:
        """The check that a module holds."""
        title, _, description = (module.__doc__ or "").strip().partition("\n")
        return cls(
            id=module.__name__.rpartition(".")[2].replace("_", "-"),
            title=title.strip(),
            description=description.strip(),
            category=module.CATEGORY,
            severity=module.SEVERITY,
            examples=tuple(module.EXAMPLES),
            check_pair=getattr(module, "check_pair", None),
            check_document=getattr(module, "check_document", None),
            check_segment=getattr(module, "check_segment", None),
            check_text=getattr(module, "check_text", None),
            check_suppressions=getattr(module, "check_suppressions", None),
            needs_matches=getattr(module, "NEEDS_MATCHES", False),
            last=getattr(module, "LAST", False),
        )

    @property
    def alone(self) -> bool:
        """Whether it can look at a text without a source."""
        return bool(self.check_segment or self.check_text)

    @property
    def paired(self) -> bool:
        """Whether it can hold a text against its source."""
        return bool(self.check_pair or self.check_document)


def finding(
    pair: PairContext,
    check: str,
    severity: Severity,
    confidence: float,
    message: str,
    category: str,
    source: Claim | None = None,
    target: Claim | None = None,
    suggestion: str = "",
) -> Finding:
    """A finding on a claim of the source, of the target, or on both; a side without a claim points at the whole
    segment."""
    return Finding(
        check=check,
        severity=severity,
        confidence=confidence,
        message=message,
        source=pair.source_place(source.span if source else None),
        target=pair.target_place(target.span if target else None),
        source_value=statement(source) if source else "",
        target_value=statement(target) if target else "",
        category=category,
        suggestion=suggestion,
        lang=pair.target_lang,
    )


def remark(
    segment: SegmentContext,
    check: str,
    severity: Severity,
    confidence: float,
    message: str,
    category: str,
    span: Span,
    suggestion: str = "",
    value: str | None = None,
) -> Finding:
    """A finding on words of a text alone. value: what they state, where it is not the words themselves."""
    words = segment.segment.text[slice(*span)]
    return Finding(
        check=check,
        severity=severity,
        confidence=confidence,
        message=message,
        source=None,
        target=segment.place(span),
        target_value=words if value is None else value,
        category=category,
        suggestion=suggestion,
        lang=segment.lang,
    )


def overlap(one: Span, other: Span) -> bool:
    """Whether two spans of one text have a character in common."""
    return one[0] < other[1] and other[0] < one[1]


def changed(pair: PairContext, aspect: str) -> Iterator[tuple[Claim, Claim]]:
    """The claims of source and target where just this aspect changed."""
    for match in pair.pair.matches:
        if match.source and match.target and aspect_of(match) == aspect:
            yield match.source, match.target


def weighed(
    pair: PairContext,
    check: str,
    confidence: float,
    message: str,
    category: str,
    source: Claim,
    target: Claim,
    sure: bool,
) -> Finding:
    """A finding on two claims: an error where the evidence is sure, else a warning of confidence 0.5."""
    severity = Severity.ERROR if sure else Severity.WARNING
    return finding(pair, check, severity, confidence if sure else 0.5, message, category, source, target)


def firm(source: Claim, target: Claim) -> bool:
    """Whether both claims are firm enough evidence for an error."""
    return strong(source) and strong(target)


def wholly(claim: Claim) -> bool:
    """Whether an amount is 100 percent without more, which writers put for "fully" and translators leave out."""
    return claim.value == 100 and claim.unit == "percent" and claim.hedge is None and claim.upper is None


def quote(claim: Claim | str) -> str:
    """Words of a text, bounded at the end of a word, in quotation marks, on one line."""
    return f"“{shorten(claim if isinstance(claim, str) else claim.text)}”"


def shorten(text: str, most: int = 80) -> str:
    """At most so many characters of a text on one line, cut between words where it has blanks."""
    text = " ".join(text.split())
    return text if len(text) <= most else (text[:most].rpartition(" ")[0] or text[:most]) + "…"


def around(text: str, at: int, before: int = 0, after: int = 0) -> str:
    """The character at a place with at most so many before and after it, cut between words where the text has
    blanks."""
    start, end = max(0, at - before), min(len(text), at + 1 + after)
    if start and text[start - 1] != " ":
        start = text.find(" ", start, at) + 1 or start
    if end < len(text) and text[end] != " ":
        blank = text.rfind(" ", at + 1, end)
        end = blank if blank > at else end
    return text[start:end].strip()


_COUNTABLE = 15
"""Zeros from which on nobody counts them."""


def factor(ratio: Decimal) -> str:
    """1000 -> "1,000 times too large", 0.1 -> "10 times too small"; from a quadrillion up only the power: "10^72"."""
    large = ratio > 1
    size = ratio if large else 1 / ratio
    times = f"10^{size.adjusted()}" if size.adjusted() >= _COUNTABLE else f"{Decimal(roughly(size)):,f}"
    return f"{times} times too {'large' if large else 'small'}"
