"""Bitexts in XML, read as they pass by: in constant memory, without entities, and nothing is fetched."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING
from xml.sax.handler import ContentHandler

from ..articles import MAX_PARAGRAPH
from ..errors import InputError
from ..files import decoded
from ..model import Problem
from ..xmlfiles import parsed
from ._placeholders import without_digits
from ._rows import Row, Words, bounded

if TYPE_CHECKING:
    from xml.sax.xmlreader import AttributesImpl, Locator

_NATIVE = re.compile("bpt|ept|ph|it|ut|x|sub")
"""Inline elements that stand for code of the original document; what they hold is that code."""
_BREAK = "lb"
_PLACEHOLDER = {"x": "{x}", "ph": "{x}"}
"""What stands alone where words of the original are: a variable, an image. The same in both texts, so no finding."""
_DEEPEST = 200
_STANDING = 16
"""Pieces of the file, of 64 kB each, that one tag or comment may have: with each the parser begins it anew."""
_SAYS = re.compile(rb"^\s*<\?xml[^>]{0,80}encoding\s*=\s*[\"']([\w.:-]{1,40})")
_HINTS = {
    "no element found": "is it cut off?",
    "unclosed token": "is it cut off?",
    "undefined entity": "write the character itself",
}


class Reader(ContentHandler):
    """Collects pairs as elements pass by: a subclass says in `opened` and `closed` what they mean."""

    roots: frozenset[str] = frozenset()
    what = ""

    def __init__(self, file: str | Path, locator: Locator) -> None:
        super().__init__()
        self.file, self.locator = file, locator
        self.rows: list[Row] = []
        self.open: list[str] = []
        self.moved = False
        self._native: list[bool] = []
        self._code, self._stands = 0, ""
        self._words: Words | None = None

    @property
    def line(self) -> int:
        """Where the parser is."""
        return self.locator.getLineNumber() or 0

    def opened(self, name: str, attrs: AttributesImpl) -> None:
        """An element begins."""

    def closed(self, name: str) -> None:
        """An element ends."""

    def listen(self) -> None:
        """From here on the text is collected."""
        self._words, self._code = Words(4 * MAX_PARAGRAPH), 0

    def heard(self) -> str:
        """The text since `listen`, with one blank for each stretch of them."""
        words, self._words = self._words or Words(), None
        return str(words) if words.cut else without_digits(" ".join(str(words).split()))

    def startElement(self, name: str, attrs: AttributesImpl) -> None:
        """Told by the parser."""
        local, self.moved = name.rpartition(":")[2], True
        if not self.open and local not in self.roots:
            raise InputError(
                f"is XML, but no {self.what}: it begins with <{local:.40}>", file=self.file, place="line 1"
            )
        self.open.append(local)
        if len(self.open) > _DEEPEST:
            raise InputError("is nested too deeply", file=self.file, place=f"line {self.line}")
        self._native.append(bool(self._words and _NATIVE.fullmatch(local)))
        if not self._native[-1]:
            self.opened(local, attrs)
            return
        kind = attrs.get("ctype") or attrs.get("type") or ""
        if not self._code:
            self._stands = " " if kind == _BREAK else "" if kind else _PLACEHOLDER.get(local, "")
        self._code += 1

    def endElement(self, _: str) -> None:
        """Told by the parser."""
        local, self.moved = self.open.pop(), True
        if not self._native.pop():
            self.closed(local)
        elif self._code:
            self._code -= 1
            if self._words and not self._code:
                self._words.add(self._stands)

    def characters(self, content: str) -> None:
        """Told by the parser."""
        self.moved = True
        if not self._words:
            return
        if not self._code:
            self._words.add(content)
        elif content.lower().lstrip("< ").startswith("br"):
            self._stands = " "  # the code of a line break

    def skippedEntity(self, name: str) -> None:
        """Told by the parser, of one that a DTD elsewhere may declare."""
        self.characters(unescape(f"&{name[:40]};"))


def read_xml(path: str | Path, reader: Callable[[str | Path, Locator], Reader]) -> Iterator[Row | Problem]:
    """The rows that a reader collects from a file, as soon as it has them. InputError with the line for broken XML,
    and for entities, which are not read."""
    standing = 0
    for handler in parsed(decoded(path, _SAYS), path, reader, "xmllint --noout says more", _HINTS):
        standing = 0 if handler.moved else standing + 1
        if standing > _STANDING:
            raise InputError("a tag or a comment of over 1 MB", file=path, place=f"line {handler.line}")
        handler.moved = False
        yield from (bounded(row, path) for row in handler.rows)
        handler.rows.clear()
