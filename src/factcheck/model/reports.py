"""What a run found out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from .baselines import Known
from .claims import Claim, Pair
from .decisions import Decision
from .findings import Finding
from .ledgers import Ledger
from .suppressions import Suppressed
from .texts import Article


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
    """One translation: the article, its aligned pairs, its claims (with segment set) and its findings, sorted.

    A text that was read alone comes in the same form, without pairs.
    """

    article: Article
    pairs: tuple[Pair, ...]
    claims: tuple[Claim, ...]
    findings: tuple[Finding, ...]
    note: str = ""
    """What the reader should know about it: "machine-made, no engine here: taken as committed"."""
    suppressed: tuple[Suppressed, ...] = ()
    """What a comment in one of the two texts says to leave out; no part of the findings."""
    back_from: str = ""
    """Of a translation that was made back into the language of the source: the language it was in."""
    accepted: tuple[Finding, ...] = ()
    """What a person decided may stand; no part of the findings."""
    known: tuple[Finding, ...] = ()
    """What a baseline knows; no part of the findings."""


@dataclass(frozen=True, slots=True)
class Report:
    """Everything that a run found out. made_by: version, data version, checks, thresholds (plain JSON values).

    source: None where each text was read alone; then the translations are these texts, and translations of nothing.
    """

    source: Article | None
    source_claims: tuple[Claim, ...]
    source_findings: tuple[Finding, ...]
    """Facts of the ledger that the source itself does not state."""
    translations: tuple[TranslationReport, ...]
    ledger: Ledger = Ledger()
    headline: tuple[FactCell, ...] = ()
    problems: tuple[Problem, ...] = ()
    made_by: Mapping[str, object] = field(default_factory=dict)
    title: str = ""
    source_accepted: tuple[Finding, ...] = ()
    """Of what was found in the source, what may stand; no part of source_findings."""
    decisions: tuple[Decision, ...] = ()
    """Those that speak of findings of this report, sorted by fingerprint."""
    source_known: tuple[Finding, ...] = ()
    """Of what was found in the source, what a baseline knows; no part of source_findings."""
    lapsed: tuple[Decision, ...] = ()
    """Those whose findings are there no more: the texts at their place changed, or something else did."""
    stale: tuple[Known, ...] = ()
    """The entries of the baseline that covered nothing."""

    def findings(self) -> Iterator[Finding]:
        """All findings, in the order of texts, without those that were suppressed, accepted or known."""
        yield from self.source_findings
        for translation in self.translations:
            yield from translation.findings

    def accepted(self) -> Iterator[Finding]:
        """All findings that may stand, in the order of texts."""
        yield from self.source_accepted
        for translation in self.translations:
            yield from translation.accepted
