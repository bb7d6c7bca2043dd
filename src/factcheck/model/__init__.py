"""The frozen core types: Article, Segment, Claim, Pair, Finding, Report and what they are made of."""

from .baselines import Known
from .claims import Claim, Hedge, Kind, Match, Pair, Relation
from .decisions import Decision, State
from .findings import Finding, Severity
from .glossaries import ANY, Glossary, Term
from .ledgers import Fact, Ledger, LedgerName
from .reports import FactCell, Problem, Report, TranslationReport
from .suppressions import Suppressed, Suppression
from .texts import Article, Column, Comment, Place, Segment, Span

__all__ = [
    "ANY",
    "Article",
    "Claim",
    "Column",
    "Comment",
    "Decision",
    "Fact",
    "FactCell",
    "Finding",
    "Glossary",
    "Hedge",
    "Kind",
    "Known",
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
    "State",
    "Suppressed",
    "Suppression",
    "Term",
    "TranslationReport",
]
