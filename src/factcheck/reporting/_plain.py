"""Texts of articles as one harmless line of a bounded length, and paths as other programs want them."""

from __future__ import annotations

import re
from pathlib import PurePath
from urllib.parse import quote

from factcheck.model import Problem
from factcheck.reporting._passages import visible

MOST = 1_000
"""Characters: more than any honest sentence has."""

_FORMULA = frozenset("=+-@＝＋－＠")
_HALVES = re.compile("[\ud800-\udc7f\udd00-\udfff]")
"""Halves of characters that stand for no byte of a file's name."""


def plain(text: str, most: int = MOST) -> str:
    """A text on one line that steers nothing, cut where it is longer than `most` characters."""
    text = visible(text[: most + 1])
    return text if len(text) <= most else text[:most] + "…"


def cell(text: str, most: int = MOST) -> str:
    """A text for a cell of a table: with an apostrophe before what a spreadsheet would take for a formula."""
    text = plain(text, most)
    return f"'{text}" if text.lstrip()[:1] in _FORMULA else text


def path(file: str) -> str:
    """A file as the user named it, without "./" before it; "text" for a text from memory."""
    return plain(PurePath(file).as_posix()) if file else "text"


def uri(file: str) -> str:
    """A file as a URI reference: relative as the user named it, percent-encoded."""
    name = PurePath(_HALVES.sub("\ufffd", file) or "text")
    return name.as_uri() if name.is_absolute() else quote(name.as_posix(), errors="surrogateescape")


def not_checked(problem: Problem) -> str:
    """What could not be checked, in a sentence: place, reason and hint."""
    text = f"{problem.place}: {problem.message}" if problem.place else problem.message
    return plain(f"Not checked: {text} ({problem.hint})" if problem.hint else f"Not checked: {text}")
