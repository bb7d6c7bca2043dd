"""The frozen core types: Article, Segment, Claim, Pair, Finding, Report and what they are made of."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

Span = tuple[int, int]
"""Start and end offset (exclusive) in characters of the text that the span belongs to."""


class Kind(StrEnum):
    """What a claim states. Kinds are soft: a comparison may hold a count against a duration."""

    MONEY = "money"
    COUNT = "count"
    PERCENTAGE = "percentage"
    RATIO = "ratio"
    SCORE = "score"
    MEASURE = "measure"
    DATE = "date"
    TIME = "time"
    DURATION = "duration"
    ORDINAL = "ordinal"
    IDENTIFIER = "identifier"
    NAME = "name"


class Hedge(StrEnum):
    """How firmly an amount is stated. A claim without a hedge is stated as exact."""

    AT_LEAST = "at least"
    MORE_THAN = "more than"
    ABOUT = "about"
    NEARLY = "nearly"
    LESS_THAN = "less than"
    AT_MOST = "at most"


class Severity(StrEnum):
    """error: the texts state different facts and the evidence is on the page; warning: a person should look;
    info: differs harmlessly."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """2 for error, 1 for warning, 0 for info."""
        return _RANKS[self]


_RANKS = {Severity.ERROR: 2, Severity.WARNING: 1, Severity.INFO: 0}


@dataclass(frozen=True, slots=True)
class Claim:
    """What a text states at one place.

    value: exact decimal, in units of `unit`; None for names, identifiers and for dates that are no bare year.
    upper: the other end of a range, as written (below value where it goes down); of a score its second number.
    unit: ISO 4217 code for money; for measures and durations a CLDR unit id ("kilometer", "year"); "percent" or
    "percentage-point"; "" when there is none.
    moment: ISO 8601 for dates and times, with "-" for what is not stated: "2022-08", "--08-05", "T17:30".
    noun: the word that the number counts, as written, or "". step: the value of the last written
    digit (1e6 for "7 million", 1e5 for "5.7 million"): how precisely the amount is written.
    readings: other values the same characters could have ("1.250" in a text that uses both habits).
    spelled: written in words; small spelled numbers are weak evidence. aside: stands in brackets.
    """

    kind: Kind
    text: str
    span: Span
    value: Decimal | None = None
    upper: Decimal | None = None
    unit: str = ""
    hedge: Hedge | None = None
    moment: str = ""
    noun: str = ""
    step: Decimal = Decimal(1)
    readings: tuple[Decimal, ...] = ()
    spelled: bool = False
    segment: int = 0
    aside: bool = False


@dataclass(frozen=True, slots=True)
class Segment:
    """One block of an article: its text on one line, and where it starts in the file.

    kind: "heading", "paragraph", "item", "cell" or "code"; line: 1-based; offset: characters from the start of the
    file.
    """

    index: int
    text: str
    kind: str = "paragraph"
    line: int = 1
    offset: int = 0
    breaks: tuple[tuple[int, int], ...] = ()
    """Where the text goes on in another line of the file: (offset in text, line), ascending."""

    def line_at(self, offset: int) -> int:
        """The line of the file (1-based) that holds the character at this offset of the text."""
        return next((line for start, line in reversed(self.breaks) if start <= offset), self.line)


@dataclass(frozen=True, slots=True)
class Article:
    """A text in one language, in segments. file: the path as the user gave it, or "" for a text from memory."""

    lang: str
    segments: tuple[Segment, ...]
    file: str = ""
    text: str = ""
    origin: str = ""
    """"human", "machine" or "" when nobody said; for a machine followed by the engine: "machine: firefox 0.5.0"."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a text: file, segment, line (1-based), span within the segment, the words there, and the
    segment's text."""

    file: str
    segment: int
    line: int
    span: Span
    text: str
    context: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One difference between source and translation, with the evidence.

    check: the id of the check, "scale-changed". confidence: 0 to 1, apart from severity. message: one plain
    sentence. source, target: the places; None where there is none (a missing paragraph). source_value and
    target_value: the two statements in one notation, "USD 7000000000", or "". category: MQM. suggestion: text that
    would
    be right at the target place, or "".
    """

    check: str
    severity: Severity
    confidence: float
    message: str
    source: Place | None
    target: Place | None
    source_value: str = ""
    target_value: str = ""
    category: str = ""
    suggestion: str = ""
    lang: str = ""

    @property
    def key(self) -> str:
        """Identity of what is said, without offsets: check and values."""
        return f"{self.check}: {self.source_value} -> {self.target_value}"

    @property
    def fingerprint(self) -> str:
        """16 hex digits that stay the same as long as check, values and both segments' texts do."""
        texts = [place.context if place else "" for place in (self.source, self.target)]
        parts = json.dumps([self.lang, self.key, *texts], ensure_ascii=False)
        return hashlib.sha256(parts.encode()).hexdigest()[:16]


class Relation(StrEnum):
    """How a claim of the source relates to its counterpart in the translation."""

    SAME = "same"
    ROUNDED = "rounded"
    CONVERTED = "converted"
    CHANGED = "changed"
    MISSING = "missing"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Match:
    """A claim of the source and its counterpart. One of the two is None where there is no counterpart."""

    source: Claim | None
    target: Claim | None
    relation: Relation


@dataclass(frozen=True, slots=True)
class Pair:
    """Segments of source and translation that say the same thing, with the claims of both, matched.

    source or target is None where the other side has no counterpart. Merged or split paragraphs are joined into
    one segment whose text holds both with a blank between.
    """

    source: Segment | None
    target: Segment | None
    source_claims: tuple[Claim, ...] = ()
    target_claims: tuple[Claim, ...] = ()
    matches: tuple[Match, ...] = ()


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact that the article is known to state. value, upper, unit, hedge, moment as in Claim.

    subject: the English name (a key of Ledger.names) or noun it is about; sentence: says it in plain English;
    source: where it comes from.
    headline: whether the report's table of headline claims shows it.
    """

    id: str
    kind: Kind
    sentence: str
    subject: str = ""
    value: Decimal | None = None
    upper: Decimal | None = None
    unit: str = ""
    hedge: Hedge | None = None
    moment: str = ""
    source: str = ""
    headline: bool = False


@dataclass(frozen=True, slots=True)
class LedgerName:
    """A name that matters. renderings: language -> the forms accepted there beside the name itself."""

    name: str
    kind: str = ""
    renderings: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Ledger:
    """What an article is known to state: facts, and the names that matter."""

    facts: tuple[Fact, ...] = ()
    names: tuple[LedgerName, ...] = ()


@dataclass(frozen=True, slots=True)
class FactCell:
    """What one text states for one headline fact. state: "right", "changed" or "missing"; found: the words in the
    text, or ""."""

    fact: str
    lang: str
    state: str
    found: str = ""
    claim: Claim | None = None


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that could not be checked, as errors.FactcheckError says it; the rest of the report stands."""

    message: str
    file: str = ""
    place: str = ""
    hint: str = ""


@dataclass(frozen=True, slots=True)
class TranslationReport:
    """One translation: the article, its aligned pairs, its claims (with segment set) and its findings, sorted."""

    article: Article
    pairs: tuple[Pair, ...]
    claims: tuple[Claim, ...]
    findings: tuple[Finding, ...]
    note: str = ""
    """What the reader should know about it: "machine-made, no engine here: taken as committed"."""


@dataclass(frozen=True, slots=True)
class Report:
    """Everything that a run found out. made_by: version, data version, checks, thresholds (plain JSON values)."""

    source: Article
    source_claims: tuple[Claim, ...]
    source_findings: tuple[Finding, ...]
    """Facts of the ledger that the source itself does not state."""
    translations: tuple[TranslationReport, ...]
    ledger: Ledger = Ledger()
    headline: tuple[FactCell, ...] = ()
    problems: tuple[Problem, ...] = ()
    made_by: Mapping[str, object] = field(default_factory=dict)
    title: str = ""

    def findings(self) -> Iterator[Finding]:
        """All findings, in the order of texts."""
        yield from self.source_findings
        for translation in self.translations:
            yield from translation.findings
