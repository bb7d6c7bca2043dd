"""Texts as they were at an earlier revision, by their words: what changed since, and what did not."""

from __future__ import annotations

from dataclasses import replace

from .model import Article

_EDGES = ".,;:!?…\"'“”„‘’«»()[]–—-。、！？「」"


def with_earlier(article: Article, before: Article) -> Article:
    """The article, knowing the words that it had before."""
    return replace(article, earlier=f" {' '.join(in_words(segment.text) for segment in before.segments)} ")


def stood(article: Article, text: str) -> bool:
    """Whether a text stood in an article before, word for word; punctuation beside words does not count."""
    return f" {in_words(text)} " in article.earlier


def in_words(text: str) -> str:
    """The words of a text without punctuation beside them, with a blank between."""
    return " ".join(filter(None, (word.strip(_EDGES) for word in text.split())))
