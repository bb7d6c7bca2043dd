"""TMX 1.4: translation memories. Each variant of a unit in another language is held against the source's."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from ..errors import InputError
from ..model import Problem
from ._languages import same
from ._rows import Row
from ._xml import Reader, read_xml

if TYPE_CHECKING:
    from xml.sax.xmlreader import AttributesImpl, Locator

SUFFIXES = frozenset({".tmx"})
SEVERAL = True
_MOST = 1_000
"""Variants of a unit: a memory has some dozen languages."""


def read(path: str | Path, source_lang: str = "") -> Iterator[Row | Problem]:
    """The pairs of a memory: the variant in the source's language with each in another one. source_lang: if it is
    to be another than what the memory says; of units without it there are no pairs."""
    return read_xml(path, partial(_Memory, source_lang))


class _Memory(Reader):
    roots = frozenset({"tmx"})
    what = "TMX"

    def __init__(self, wanted: str, file: str | Path, locator: Locator) -> None:
        super().__init__(file, locator)
        self.wanted = wanted
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
            if len(self.variants) > _MOST:
                raise InputError(f"a unit of over {_MOST:,} variants", file=self.file, place=f"line {self.line}")
        elif name == "tu" and (source := self._first()):
            own, said, _ = source
            for lang, text, line in self.variants:
                if _language(lang) != _language(own):
                    self.rows.append(Row(line, said, text, own, lang, pending=not text))

    def _first(self) -> tuple[str, str, int] | None:
        """The variant that is the source: in just this language, in this language elsewhere, else the first."""
        lang = self.wanted or self.source
        exact = [variant for variant in self.variants if variant[0].lower() == lang.lower()]
        near = exact or [variant for variant in self.variants if same(variant[0], lang)]
        return next(iter(near or ([] if self.wanted else self.variants)), None)


def _language(lang: str) -> str:
    return lang.lower().replace("_", "-").partition("-")[0]
