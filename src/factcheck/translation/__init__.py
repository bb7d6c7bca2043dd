"""Offline translation: one file an engine, found by its name; files that begin with _ are helpers.

What every engine gets for free is here: the choice of an engine, sentences, Markdown, progress, errors.
"""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache

from factcheck import languages
from factcheck.errors import EngineError, FactcheckError, InputError
from factcheck.model import Article
from factcheck.translation._base import Engine, Pair

__all__ = ["Engine", "Pair", "engines", "translate"]

_BLANKS = re.compile(r"[^\S\xa0\u202f]+")  # line ends too, but no-break spaces stay
_BATCH = 32  # sentences between two steps of progress


@cache
def engines() -> tuple[Engine, ...]:
    """All engines, ready or not, in the order in which they are asked."""
    names = [module.name for module in pkgutil.iter_modules(__path__) if not module.name.startswith("_")]
    return tuple(sorted(map(_engine, names), key=lambda engine: (engine.rank, engine.name)))


def _engine(name: str) -> Engine:
    module = importlib.import_module(f"{__name__}.{name}")
    classes: list[tuple[str, Callable[[], Engine]]] = inspect.getmembers(module, inspect.isclass)
    return next(make for _, make in classes if getattr(make, "name", None) == name)()


def translate(
    article: Article, to: str, engine: str = "auto", progress: Callable[[int], None] | None = None
) -> Article:
    """The article in another language; its text keeps its Markdown, or is plain when the article's file is a .txt.

    engine: a name, or "auto" for the best that has the pair. progress: told how many of the article's segments are
    done, in proportion to sentences. The result has no file; its origin names engine and version. LanguageError for
    an unknown language; EngineError when the engine is unknown or not ready, has not the pair, or fails.

    Limits: a region is ignored where no engine has it: "pt-BR" is made by a model for "pt".
    """
    from factcheck.articles import parse_article
    from factcheck.translation._markdown import translate_text

    languages.base(to)
    chosen, pair = _choose(engine, article.lang, to)
    steps = _steps(progress, len(article.segments))
    text = article.text.encode("utf-8", "replace").decode("utf-8")  # no engine can take half a surrogate pair

    def say(sentences: Sequence[str]) -> Mapping[str, str]:
        return _say(chosen, pair, sentences, steps)

    markdown = not article.file.lower().endswith(".txt")
    made = translate_text(text, article.lang, say, markdown)
    steps(1, 1)
    try:
        segments = parse_article(made, to, "" if markdown else article.file).segments
    except InputError as error:
        raise EngineError(f"{chosen.name} made a text that cannot be read: {error.message}") from None
    return Article(to, segments, text=made, origin=f"machine: {chosen.name} {chosen.version}".rstrip())


def _choose(name: str, source: str, target: str) -> tuple[Engine, Pair]:
    """The engine by its name, or the first that is ready and has the pair; and the pair as the engine names it."""
    wanted = [engine for engine in engines() if name in ("auto", engine.name)]
    if not wanted:
        from factcheck.tomlfiles import did_you_mean

        raise EngineError(f"unknown engine {name!r}", hint=did_you_mean(name, ["auto", *(e.name for e in engines())]))
    for engine in wanted:
        pair = None if engine.missing() else _pair(engine, source, target)
        if pair:
            return engine, pair
    raise _without(wanted, name, source, target)


def _pair(engine: Engine, source: str, target: str) -> Pair | None:
    pairs = engine.pairs()
    tried = [(one, other) for one in _without_region(source) for other in _without_region(target)]
    return next((pair for pair in tried if pair in pairs), None)


def _without_region(code: str) -> tuple[str, str]:
    """The code as it is, and without a region: a script stays, as another one would be another text."""
    return code, re.sub(r"[-_](?:[A-Za-z]{2}|\d{3})$", "", code)


def _without(wanted: Sequence[Engine], name: str, source: str, target: str) -> EngineError:
    """The error for a pair that none of the wanted engines has: which there are, and how to get more."""
    ready = [engine for engine in wanted if not engine.missing()]
    more = [engine.missing() or engine.more for engine in wanted]
    if name != "auto" and not ready:
        return EngineError(f"the engine {name} is not ready", hint=more[0])
    pairs = sorted({pair for engine in ready for pair in engine.pairs()})
    near = [pair for pair in pairs if source in pair or target in pair] or pairs
    listed = ", ".join(f"{one} to {other}" for one, other in near[:12]) or "none"
    whose = "no engine here translates" if name == "auto" else f"{name} does not translate"
    hint = "; ".join([f"pairs there are: {listed}", *filter(None, more)])
    return EngineError(f"{whose} {languages.name(source)} into {languages.name(target)}", hint=hint)


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


def _say(engine: Engine, pair: Pair, texts: Sequence[str], step: Callable[[int, int], None]) -> Mapping[str, str]:
    """Each text's translation, on one line. Texts without a letter stay as they are: there is nothing to say."""
    known = {text: text for text in texts}
    prose = [text for text in known if any(map(str.isalpha, text))]
    for start in range(0, len(prose), _BATCH):
        batch = prose[start : start + _BATCH]
        for text, translation in zip(batch, _ask(engine, pair, batch), strict=True):
            known[text] = _BLANKS.sub(" ", translation).strip()
        step(start + len(batch), len(prose))
    return known


def _ask(engine: Engine, pair: Pair, batch: Sequence[str]) -> Sequence[str]:
    hint = "try another engine, or look at `factcheck engines`"
    try:
        made = engine.translate(batch, *pair)
    except FactcheckError:
        raise
    except Exception as error:  # an engine is somebody else's code
        raise EngineError(f"{engine.name} failed: {type(error).__name__}: {error}", hint=hint) from error
    if len(made) != len(batch):
        raise EngineError(f"{engine.name} gave {len(made)} sentences back for {len(batch)}", hint=hint)
    return made
