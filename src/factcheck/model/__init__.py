"""The frozen core types: Article, Segment, Claim, Pair, Finding, Report and what they are made of."""

from .claims import Claim, Hedge, Kind, Match, Pair, Relation
from .findings import Finding, Severity
from .ledgers import Fact, Ledger, LedgerName
from .reports import FactCell, Problem, Report, TranslationReport
from .suppressions import Suppression
from .texts import Article, Column, Comment, Place, Segment, Span

__all__ = [
    "Article",
    "Claim",
    "Column",
    "Comment",
    "Fact",
    "FactCell",
    "Finding",
    "Hedge",
    "Kind",
    "Ledger",
    "LedgerName",
    "Match",
    "Pair",
    "Place",
    "Problem",
    "Relation",
    "Report",
    "Segment",
    "Severity",
    "Span",
    "Suppression",
    "TranslationReport",
]
