"""The texts of a case that a machine makes: translations, and round trips back into the language of the source."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from factcheck import translation
from factcheck.cases import CaseTranslation
from factcheck.errors import EngineError
from factcheck.files import write_text
from factcheck.model import Article, LedgerName
from factcheck.translation import Cache, Failed

Watch = Callable[[str, int], Callable[[int], None]]
"""Told the language of each translation that begins and its number of segments; what it returns is told how many
of them are done."""


@dataclass(frozen=True, slots=True)
class Making:
    """How texts are made. cache, protect, names, keep: as in translation.translate; round_trip: whether texts are
    also made back; failed: told of each engine that fails where another takes over."""

    cache: Cache | None = None
    protect: bool = True
    watch: Watch | None = None
    round_trip: bool = False
    names: tuple[LedgerName, ...] = ()
    keep: tuple[str, ...] = ()
    failed: Failed | None = None

    def translate(self, article: Article, to: str, engine: str = "") -> Article:
        """As translation.translate does; engine: "" for the best."""
        progress = self.watch(to, len(article.segments)) if self.watch else None
        return translation.translate(
            article,
            to,
            engine or "auto",
            progress,
            cache=self.cache,
            names=self.names,
            keep=self.keep,
            protect=self.protect,
            failed=self.failed,
        )


AS_USUAL = Making()


def make(entry: CaseTranslation, source: Article, folder: Path, making: Making) -> Article:
    """A fresh translation in a folder, by the engine that made the committed one, else by any that can. EngineError."""
    made = None
    if entry.engine:
        with suppress(EngineError):
            made = making.translate(source, entry.lang, entry.engine)
    made = made or making.translate(source, entry.lang)
    return _written(made, folder / f"{entry.lang}.md")


def make_back(article: Article, source: Article, folder: Path, making: Making) -> Article:
    """A translation made back into the language of the source, in a folder. EngineError where no engine can."""
    made = making.translate(article, source.lang)
    return _written(made, folder / f"{article.lang}.{source.lang}.md")


def _written(article: Article, path: Path) -> Article:
    write_text(path, article.text)
    return replace(article, file=str(path))
