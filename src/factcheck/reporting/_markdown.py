"""Texts that stay texts in Markdown: no markup, no links, no one called, no formula."""

from __future__ import annotations

import re

from factcheck.reporting._plain import plain

_SIGNS = re.compile(r"([\\`*_\[\]|~#@]|:(?=//)|(?<=www)\.)")
_BREAK = "<!-- -->"
_CALLS = re.compile(r"([@#!%~](?=\w)|:(?=[\w+-]{1,40}:)|GH(?=-\d)|\{(?=[+-]))", re.IGNORECASE)
"""What GitHub and GitLab turn into a person, an issue, a merge request, an emoji or a change, even behind a
backslash."""


def escaped(text: str) -> str:
    """A text as Markdown that shows just these characters, on one line."""
    return _safe(_SIGNS.sub(r"\\\1", _entities(text))).replace("$", "<span>$</span>")


def as_html(text: str) -> str:
    """The same for a line of HTML, where Markdown is not read."""
    return _safe(_entities(text))


def _entities(text: str) -> str:
    return plain(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _safe(text: str) -> str:
    return _CALLS.sub(rf"\1{_BREAK}", text)
