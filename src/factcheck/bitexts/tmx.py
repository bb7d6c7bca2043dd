"""TMX 1.4: translation memories. Each variant of a unit in another language is held against the source's."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from ..model import Problem
from ._rows import Row
from ._xml import Reader, read_xml

if TYPE_CHECKING:
    from xml.sax.xmlreader import AttributesImpl, Locator

SUFFIXES = frozenset({".tmx"})
SEVERAL = True
_ANY = "*all*"


def read(path: str | Path) -> Iterator[Row | Problem]:
    """The pairs of a memory: the variant in the source's language, else the first, with each other one."""
    return read_xml(path, _Memory)


class _Memory(Reader):
    roots = frozenset({"tmx"})
    what = "TMX"

    def __init__(self, file: str | Path, locator: Locator) -> None:
        super().__init__(file, locator)
        self.all_from = self.source = self.lang = ""
        self.variants: list[tuple[str, str, int]] = []
        self.at = 0

    def opened(self, name: str, attrs: AttributesImpl) -> None:
        """An element begins."""
        if name == "header":
            self.all_from = attrs.get("srclang", "")
        elif name == "tu":
            self.variants, self.source = [], attrs.get("srclang") or self.all_from
        elif name == "tuv":
            self.lang, self.at = attrs.get("xml:lang") or attrs.get("lang") or "", self.line
        elif name == "seg":
            self.listen()

    def closed(self, name: str) -> None:
        """An element ends."""
        if name == "seg":
            self.variants.append((self.lang, self.heard(), self.at))
        elif name == "tu" and self.variants:
            wanted = [variant for variant in self.variants if variant[0].lower() == self.source.lower()]
            first = (wanted or self.variants)[0]
            for variant in self.variants:
                if variant is not first:
                    lang, text, line = variant
                    self.rows.append(Row(line, first[1], text, first[0], lang, pending=not text))
