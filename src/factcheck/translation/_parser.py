"""The parser of Markdown, which leaves URLs as they stand in the file."""

from __future__ import annotations

from functools import cache

from markdown_it import MarkdownIt


class _Parser(MarkdownIt):
    def normalizeLink(self, url: str) -> str:
        return url

    def normalizeLinkText(self, link: str) -> str:
        return link

    def validateLink(self, url: str) -> bool:
        del url  # nothing here follows it
        return True


@cache
def parser() -> MarkdownIt:
    """For CommonMark with tables."""
    return _Parser("commonmark").enable("table")
