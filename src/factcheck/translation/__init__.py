"""Offline translation: one file an engine, found by its name; files that begin with _ are helpers.

What every engine gets for free: chains, sentences, Markdown, a cache, progress, errors.
"""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Sequence
from functools import cache
from typing import TYPE_CHECKING

from factcheck import languages
from factcheck.errors import EngineError, InputError
from factcheck.model import Article, LedgerName
from factcheck.translation._base import Engine, Pair
from factcheck.translation._cache import Cache
from factcheck.translation._routes import Leg, Route, choose, described, instead, reachable

if TYPE_CHECKING:
    from factcheck.translation._speaking import Speaker

__all__ = ["Cache", "Engine", "Failed", "Pair", "Route", "described", "engines", "route", "translate", "ways"]


@cache
def engines() -> tuple[Engine, ...]:
    """All engines, ready or not, the cheapest first."""
    names = [module.name for module in pkgutil.iter_modules(__path__) if not module.name.startswith("_")]
    return tuple(sorted(map(_engine, names), key=lambda engine: (engine.rank, engine.name)))


def _engine(name: str) -> Engine:
    module = importlib.import_module(f"{__name__}.{name}")
    classes: list[tuple[str, Callable[[], Engine]]] = inspect.getmembers(module, inspect.isclass)
    return next(make for _, make in classes if getattr(make, "name", None) == name)()


def route(source: str, to: str, engine: str = "auto") -> Route:
    """The legs by which translate goes. EngineError where nothing leads there."""
    return choose(engines(), engine, source, to)


def ways(source: str) -> dict[str, Route]:
    """Every language that a text in this one can be translated into, and by which legs."""
    return reachable(engines(), source)


Failed = Callable[[EngineError, Route], None]
"""Told what failed, and by which legs it is tried again."""


def translate(
    article: Article,
    to: str,
    engine: str = "auto",
    progress: Callable[[int], None] | None = None,
    *,
    cache: Cache | None = None,
    names: Sequence[LedgerName] = (),
    keep: Sequence[str] = (),
    protect: bool = True,
    failed: Failed | None = None,
) -> Article:
    """The article in another language; its text keeps its Markdown, or is plain when the article's file is a .txt.

    engine: "auto" for the cheapest way over all engines, a name, or several with commas between; where no engine has
    the pair itself, a chain of pairs is taken, sentence by sentence. With "auto", where a leg fails, the next way is
    taken, and failed is told. progress: told how many of the article's segments are done, in proportion to sentences.
    cache: keeps each sentence as soon as it is made. protect: names of a ledger, words to keep and identifiers are put
    back where an engine garbled them. The result has no file; its origin names engines, versions and pairs.
    LanguageError for an unknown language; EngineError when an engine is unknown or not ready, when nothing leads to the
    language, or when an engine fails and there is no other way.

    Limits: a region is ignored where no engine has it: "pt-BR" is made by a model for "pt".
    """
    from factcheck.translation._protection import Protection
    from factcheck.translation._speaking import LegError, Speaker

    languages.base(to)
    protection = Protection(names, article.lang, to, keep) if protect else None
    legs, broken = route(article.lang, to, engine), set[Leg]()
    while True:
        try:
            return _made(article, to, Speaker(legs, _steps(progress, len(article.segments)), cache, protection))
        except LegError as error:
            broken.add(error.leg)
            legs = instead(engines(), engine, article.lang, to, broken)
            if not legs:
                raise
            if failed:
                failed(error, legs)


def _made(article: Article, to: str, speaker: Speaker) -> Article:
    from factcheck.articles import parse_article
    from factcheck.translation._markdown import translate_text

    text = article.text.encode("utf-8", "replace").decode("utf-8")  # no engine can take half a surrogate pair
    markdown = not article.file.lower().endswith(".txt")
    made = translate_text(text, article.lang, speaker.speak, markdown)
    speaker.step(1, 1)
    if speaker.cache:
        speaker.cache.trim()
    try:
        segments = parse_article(made, to, "" if markdown else article.file).segments
    except InputError as error:
        makers = ", ".join(leg.engine.name for leg in speaker.route)
        raise EngineError(f"{makers} made a text that cannot be read: {error.message}") from None
    return Article(to, segments, text=made, origin=f"machine: {described(speaker.route)}")


def _steps(progress: Callable[[int], None] | None, segments: int) -> Callable[[int, int], None]:
    """A function that is told how many sentences of how many are done, and passes on the number of segments."""
    reported = -1

    def step(done: int, total: int) -> None:
        nonlocal reported
        number = segments * done // max(total, 1)
        if progress and number > reported:
            reported = number
            progress(number)

    return step
