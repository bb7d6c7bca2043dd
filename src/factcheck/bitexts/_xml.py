"""Bitexts in XML, read as they pass by: in constant memory, without entities, and nothing is fetched."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from xml.sax.handler import ContentHandler, feature_external_ges

from ..errors import InputError
from ..files import decoded
from ..model import Problem
from ._placeholders import without_digits
from ._rows import Row, bounded

if TYPE_CHECKING:
    from xml.sax.xmlreader import AttributesImpl, Locator

_NATIVE = re.compile("bpt|ept|ph|it|ut|x|sub")
"""Inline elements that stand for code of the original document; what they hold is that code."""
_BREAK = "lb"
_PLACEHOLDER = {"x": "{x}", "ph": "{x}"}
"""What stands alone where words of the original are: a variable, an image. The same in both texts, so no finding."""
_DEEPEST = 200


class Reader(ContentHandler):
    """Collects pairs as elements pass by: a subclass says in `opened` and `closed` what they mean."""

    roots: frozenset[str] = frozenset()
    what = ""

    def __init__(self, file: str | Path, locator: Locator) -> None:
        super().__init__()
        self.file, self.locator = file, locator
        self.rows: list[Row] = []
        self.open: list[str] = []
        self._native = self._placed = 0
        self._words: list[str] | None = None

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
        self._words, self._native = [], 0

    def heard(self) -> str:
        """The text since `listen`, with one blank for each stretch of them."""
        words, self._words = " ".join("".join(self._words or ()).split()), None
        return without_digits(words)

    def startElement(self, name: str, attrs: AttributesImpl) -> None:
        """Told by the parser."""
        local = name.rpartition(":")[2]
        if not self.open and local not in self.roots:
            raise InputError(
                f"is XML, but no {self.what}: it begins with <{local:.40}>", file=self.file, place="line 1"
            )
        self.open.append(local)
        if len(self.open) > _DEEPEST:
            raise InputError("is nested too deeply", file=self.file, place=f"line {self.line}")
        if self._words is not None and _NATIVE.fullmatch(local):
            kind = attrs.get("ctype") or attrs.get("type") or ""
            if not self._native:
                self._words.append(" " if kind == _BREAK else "" if kind else _PLACEHOLDER.get(local, ""))
                self._placed = len(self._words) - 1
            self._native += 1
        else:
            self.opened(local, attrs)

    def endElement(self, _: str) -> None:
        """Told by the parser."""
        local = self.open.pop()
        if self._words is not None and _NATIVE.fullmatch(local):
            self._native -= 1
        else:
            self.closed(local)

    def characters(self, content: str) -> None:
        """Told by the parser."""
        if self._words is None:
            return
        if not self._native:
            self._words.append(content)
        elif content.lower().lstrip("< ").startswith("br"):
            self._words[self._placed] = " "  # the code of a line break


def read_xml(path: str | Path, reader: Callable[[str | Path, Locator], Reader]) -> Iterator[Row | Problem]:
    """The rows that a reader collects from a file, as soon as it has them. InputError with the line for broken XML,
    and for entities, which are not read."""
    from xml.sax import SAXParseException

    from defusedxml.common import DefusedXmlException
    from defusedxml.sax import make_parser

    parser = make_parser()
    handler = reader(path, parser)
    parser.setFeature(feature_external_ges, False)  # a DTD may be named, but nothing is fetched
    parser.forbid_dtd = parser.forbid_external = False
    parser.setContentHandler(handler)
    try:
        for chunk in decoded(path):
            parser.feed(chunk)
            yield from (bounded(row, path) for row in handler.rows)
            handler.rows.clear()
        parser.close()
    except SAXParseException as error:
        place = f"line {error.getLineNumber() or 0}"
        raise InputError(f"broken XML: {error.getMessage()}", file=path, place=place, hint="is it cut off?") from None
    except DefusedXmlException:
        hint = "write the characters themselves"
        raise InputError(
            "declares entities, which are not read", file=path, place=f"line {handler.line}", hint=hint
        ) from None
