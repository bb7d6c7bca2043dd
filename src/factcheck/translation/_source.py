"""The Markdown source of inline tokens that are not translated, and the text of those that are."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it.token import Token

_ENTITY = re.compile(r"&(?=#?\w{1,31};)")
_BRACKETS = re.compile(r"\([^()]*\)")


def as_is(token: Token) -> str:
    """Source of what is not translated: code, HTML, an image without a text."""
    if token.type == "code_inline":
        inner = token.content
        pad = " " if inner.startswith("`") or inner.endswith("`") else ""
        return f"{token.markup}{pad}{inner}{pad}{token.markup}"
    return f"![{target(token, 'src')}" if token.type == "image" else token.content


def words(token: Token) -> str:
    """The text of an image, without markup."""
    if token.children:
        return "".join(map(words, token.children))
    if token.type == "html_inline":
        return ""
    return " " if token.type in ("softbreak", "hardbreak") else flat(token.content)


def target(token: Token, key: str) -> str:
    """The end of a link or image: its target and title."""
    url, title = (_ENTITY.sub("&amp;", str(token.attrs.get(name, ""))) for name in (key, "title"))
    if not url or re.search(r"[\s<>()]", _BRACKETS.sub("", url)):
        url = "<" + re.sub(r"[<>]", r"\\\g<0>", url) + ">"
    title = re.sub(r'["\\]', r"\\\g<0>", title)
    return f']({url} "{title}")' if title else f"]({url})"


def flat(text: str) -> str:
    """Text on one line."""
    return re.sub(r"[\x00-\x20\x7f-\x9f\u2028\u2029]", " ", text)
