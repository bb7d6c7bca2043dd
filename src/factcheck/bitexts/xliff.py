"""XLIFF 1.2 and 2: the units of a translation project, each with source and target.

A unit without a target, or in the state "initial", "new" or "needs-translation", is pending; one that is not to be
translated is left out, and so are alternatives, notes and glossaries.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from ..model import Problem
from ._rows import Row
from ._xml import Reader, read_xml

if TYPE_CHECKING:
    from xml.sax.xmlreader import AttributesImpl, Locator

SUFFIXES = frozenset({".xlf", ".xliff", ".sdlxliff", ".mqxliff"})
SEVERAL = False
_UNITS = frozenset({"trans-unit", "segment"})
_ASIDE = frozenset({"alt-trans", "match", "note", "glossary", "ignorable", "seg-source"})
_PENDING = frozenset({"initial", "new", "needs-translation"})


def read(path: str | Path) -> Iterator[Row | Problem]:
    """The units of a file, with its languages."""
    return read_xml(path, _Units)


class _Units(Reader):
    roots = frozenset({"xliff"})
    what = "XLIFF"

    def __init__(self, file: str | Path, locator: Locator) -> None:
        super().__init__(file, locator)
        self.langs = ("", "")
        self.texts: dict[str, str] = {}
        self.state = ""
        self.at = 0
        self.kept: list[bool] = []

    def opened(self, name: str, attrs: AttributesImpl) -> None:
        """An element begins: translate="no" holds for all in it."""
        self.kept.append(
            attrs.get("translate", "") == "no" or bool(self.kept and self.kept[-1] and attrs.get("translate") != "yes")
        )
        if name in ("xliff", "file"):
            source = attrs.get("source-language") or attrs.get("srcLang") or self.langs[0]
            self.langs = source, attrs.get("target-language") or attrs.get("trgLang") or self.langs[1]
        elif name in _UNITS:
            self.texts, self.state, self.at = {}, attrs.get("state", ""), self.line
        elif name in ("source", "target") and _ASIDE.isdisjoint(self.open):
            self.state = attrs.get("state") or self.state
            self.at = self.line
            self.listen()

    def closed(self, name: str) -> None:
        """An element ends."""
        kept = self.kept.pop()
        if name in ("source", "target") and _ASIDE.isdisjoint(self.open):
            self.texts[name] = self.heard()
        elif name in _UNITS and not kept and self.texts.get("source"):
            target = self.texts.get("target", "")
            pending = not target or self.state in _PENDING
            self.rows.append(Row(self.at, self.texts["source"], target, *self.langs, pending))
