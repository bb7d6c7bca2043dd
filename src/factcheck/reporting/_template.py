"""The templates of the HTML page, their style and scripts, and what the page may do.

Templates escape every text; the page's policy forbids whatever is not its own style and script, known by their hashes.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from factcheck.reporting._passages import runs_right_to_left, visible

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup

_PAGE = Path(__file__).with_name("page")
_QUOTED = re.compile("“([^“”]*)”")
_AT_ONCE = 500
"""Pieces of a page that are handed on together."""


def parts(template: str, names: Mapping[str, object]) -> Iterator[str]:
    """A template filled in, in parts, so that a browser can begin with the first while the others are made."""
    stream = _environment().get_template(template).stream(names)
    stream.enable_buffering(_AT_ONCE)
    yield from stream


@cache
def _environment() -> Environment:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    return Environment(
        loader=FileSystemLoader(_PAGE),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=_harmless,
    )


def _harmless(value: object) -> object:
    """Every text of the report without what steers; the page's own parts as they are."""
    return visible(value) if isinstance(value, str) and not hasattr(value, "__html__") else value


def isolated(message: str) -> Markup:
    """A message whose quotations do not reorder what stands around them: those with right-to-left letters, apart."""
    from markupsafe import Markup, escape

    message = visible(message)
    if not runs_right_to_left(message):
        return escape(message)
    return Markup(_QUOTED.sub(r"“<bdi>\1</bdi>”", str(escape(message))))


def encoded(text: str) -> str:
    """A text of the report for a query in an address, as it stands on the page."""
    return quote(visible(text), safe="")


def plain(value: object) -> str:
    """A JSON value as a person would say it."""
    if isinstance(value, Mapping):
        return ", ".join(f"{key} {plain(item)}" for key, item in value.items())
    return ", ".join(map(plain, value)) if isinstance(value, list | tuple) else str(value)


@cache
def asset(name: str) -> str:
    """A style or a script of the page."""
    return (_PAGE / name).read_text("utf-8")


def policy(styles: Sequence[str], scripts: Sequence[str], review: bool) -> str:
    """Nothing but these styles and scripts, known by their hashes, may do anything on the page; that of a review may
    ask the server it came from."""
    allowed = [
        " ".join([kind, *(f"'sha256-{_hash(text)}'" for text in texts)])
        for kind, texts in (("style-src", styles), ("script-src", scripts))
    ]
    own = ["connect-src 'self'"] if review else []
    return "; ".join(["default-src 'none'", *allowed, *own, "base-uri 'none'", "form-action 'none'"])


def _hash(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
