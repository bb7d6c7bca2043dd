"""XLIFF 1.2 and 2: the units of a translation project, each with source and target.

A unit without a target, or in the state "initial", "new" or "needs-translation", is pending; one that is not to be
translated is left out, and so are alternatives, notes and glossaries. A unit whose sentences are marked on both sides
(mrk of the type "seg") is a pair for each.
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
SEVERAL = True
_UNITS = frozenset({"trans-unit", "segment"})
_ASIDE = frozenset({"alt-trans", "match", "note", "glossary", "ignorable"})
_PENDING = frozenset({"initial", "new", "needs-translation"})


def read(path: str | Path, _: str = "") -> Iterator[Row | Problem]:
    """The units of a file, with its languages."""
    return read_xml(path, _Units)


class _Units(Reader):
    roots = frozenset({"xliff"})
    what = "XLIFF"

    def __init__(self, file: str | Path, locator: Locator) -> None:
        super().__init__(file, locator)
        self.langs = ("", "")
        self.texts: dict[str, str] = {}
        self.parts: dict[tuple[str, str], tuple[str, int]] = {}
        self.part = ""
        self.state = ""
        self.at = 0
        self.left_out: list[bool] = []

    def opened(self, name: str, attrs: AttributesImpl) -> None:
        """An element begins: translate="no" holds for all in it."""
        said, around = attrs.get("translate", ""), bool(self.left_out and self.left_out[-1])
        self.left_out.append(said == "no" or (around and said != "yes"))
        if name in ("xliff", "file"):
            source = attrs.get("source-language") or attrs.get("srcLang") or self.langs[0]
            target = attrs.get("target-language") or attrs.get("trgLang")
            self.langs = source, target or (self.langs[1] if attrs.get("source-language") is None else "")
        elif name in _UNITS:
            self.texts, self.parts, self.state, self.at = {}, {}, attrs.get("state", ""), self.line
        elif name in ("source", "target") and _ASIDE.isdisjoint(self.open):
            self.state = attrs.get("state") or self.state
            self.at = self.line
            self.listen()
        elif name == "mrk" and attrs.get("mtype") == "seg" and _ASIDE.isdisjoint(self.open):
            self.part = attrs.get("mid", "")
            self.listen()

    def closed(self, name: str) -> None:
        """An element ends."""
        left_out = self.left_out.pop()
        if name == "mrk" and self.part:
            side = "target" if "target" in self.open else "source"
            self.parts[side, self.part] = self.heard(), self.line
            self.part = ""
        elif name in ("source", "target") and _ASIDE.isdisjoint(self.open):
            self.texts[name] = self.heard()
        elif name in _UNITS and not left_out:
            self.rows += self._pairs()

    def _pairs(self) -> Iterator[Row]:
        said = [(part, text) for (side, part), (text, _) in self.parts.items() if side == "source"]
        if said and any(("target", part) in self.parts for part, _ in said):
            for part, source in said:
                target, line = self.parts.get(("target", part), ("", self.at))
                yield self._row(line, source, target)
        elif self.texts.get("source"):
            yield self._row(self.at, self.texts["source"], self.texts.get("target", ""))

    def _row(self, line: int, source: str, target: str) -> Row:
        return Row(line, source, target, *self.langs, pending=not target or self.state in _PENDING)
