"""factcheck finds out whether an article's translations still state its facts.

    factcheck.extract(text, lang="de") -> list[Claim]
    factcheck.check_pair(source, target, source_lang="en", target_lang="de") -> list[Finding]
    factcheck.check_pairs(pairs, source_lang="en", target_lang="de") -> Iterator[list[Finding]]
    factcheck.read_article(path, lang=None) -> Article
    factcheck.check_article(source, translations, ledger=None) -> Report
    factcheck.render(report, "html") -> str
    factcheck.lint(text, lang="id") -> list[Finding]
    factcheck.translate(article, to="pt", engine="auto") -> Article

Each is imported when it is first used, so that importing the package costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .articles import read_article
    from .extraction import extract
    from .linting import lint
    from .model import Article, Claim, Finding, Ledger, Report, Segment
    from .pipeline import check_article, check_pair, check_pairs
    from .reporting import render
    from .translation import translate

__version__ = "0.1.0"
__all__ = [
    "Article",
    "Claim",
    "Finding",
    "Ledger",
    "Report",
    "Segment",
    "check_article",
    "check_pair",
    "check_pairs",
    "extract",
    "lint",
    "read_article",
    "render",
    "translate",
]
_HOMES = {
    "extract": "extraction",
    "translate": "translation",
    "read_article": "articles",
    "render": "reporting",
    "lint": "linting",
} | dict.fromkeys(["check_article", "check_pair", "check_pairs"], "pipeline")


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f".{_HOMES.get(name, 'model')}", __name__), name)
