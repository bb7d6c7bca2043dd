"""Term bases in TBX (ISO 30042), version 2 (martif, termEntry, langSet, tig) and 3 (conceptEntry, langSec, termSec).

Read by a parser that declares no entities and fetches nothing; a DTD that is only named is passed over. Terms whose
administrative status is deprecated are forbidden; all others are right.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from xml.sax.handler import ContentHandler

from .. import languages
from ..errors import InputError, LanguageError
from ..model import Term
from ..xmlfiles import parsed
from . import MAX_TERM

if TYPE_CHECKING:
    from xml.sax.xmlreader import AttributesImpl, Locator

_CONCEPT = frozenset({"termEntry", "conceptEntry"})
_LANGUAGE = frozenset({"langSet", "langSec"})
_TERM = frozenset({"tig", "ntig", "termSec"})
_ROOTS = frozenset({"martif", "tbx"})
_STATUS = "administrativeStatus"
_CHUNK = 1 << 16


def parse_tbx(text: str, file: str | Path) -> Iterator[Term]:
    """The terms of a term base. InputError with the line for what is broken, unknown or declares entities."""
    terms: list[Term] = []
    chunks = (text[start : start + _CHUNK] for start in range(0, len(text), _CHUNK))
    for reader in parsed(chunks, file, _Reader, "is it cut off?"):
        terms = reader.terms
    return iter(terms)


class _Reader(ContentHandler):
    """Collects the terms of the concepts as their elements pass by."""

    def __init__(self, file: str | Path, locator: Locator) -> None:
        super().__init__()
        self.file = file
        self.locator = locator
        self.terms: list[Term] = []
        self.root = self.lang = self.term = self.status = ""
        self.right: dict[str, tuple[str, ...]] = {}
        self.banned: dict[str, tuple[str, ...]] = {}
        self.words: list[str] | None = None

    def error(self, message: str, hint: str) -> InputError:
        """An error at the place where the parser is."""
        return InputError(message, file=self.file, place=f"line {self.locator.getLineNumber()}", hint=hint)

    def startElement(self, name: str, attrs: AttributesImpl) -> None:
        """Told by the parser."""
        local = name.rpartition(":")[2]
        if not self.root:
            self.root = local
            if local not in _ROOTS:
                raise self.error(
                    f"is XML, but no TBX: it begins with <{local:.40}>", "a term base is <tbx> or <martif>"
                )
        if local in _CONCEPT:
            self.right, self.banned = {}, {}
        elif local in _LANGUAGE:
            self.lang = self._language(attrs.get("xml:lang") or attrs.get("lang") or "")
        elif local in _TERM:
            self.term = self.status = ""
        elif local == "term" or _STATUS in (local, attrs.get("type")):
            self.words = []

    def _language(self, code: str) -> str:
        try:
            languages.base(code)
        except LanguageError as error:
            raise self.error(error.message, error.hint or "") from None
        return code

    def characters(self, content: str) -> None:
        """Told by the parser."""
        if self.words is not None:
            self.words.append(content)

    def endElement(self, name: str) -> None:
        """Told by the parser."""
        local = name.rpartition(":")[2]
        if local == "term":
            self.term, self.words = self._said(), None
            if len(self.term) > MAX_TERM:
                raise self.error(f"a term of {len(self.term):,} characters", "a term is a word or a few")
        elif local in ("termNote", _STATUS) and self.words is not None:
            self.status, self.words = self._said(), None
        elif local in _TERM and self.term:
            into = self.banned if self.status.startswith(("deprecated", "forbidden")) else self.right
            into[self.lang] = (*into.get(self.lang, ()), self.term)
        elif local in _CONCEPT and (self.right or self.banned):
            self.terms.append(Term(self.right, self.banned))

    def _said(self) -> str:
        return " ".join("".join(self.words or ()).split())
