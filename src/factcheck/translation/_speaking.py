"""Sentences through a route, batch by batch: each leg takes what the one before made; what is known is not asked."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence

from factcheck.errors import EngineError, FactcheckError
from factcheck.translation._cache import Cache
from factcheck.translation._routes import Leg, Route

_BLANKS = re.compile(r"[^\S\xa0\u202f]+")  # line ends too, but no-break spaces stay
_HINT = "try another engine, or look at `factcheck engines`"

Step = Callable[[int, int], None]
"""Told how many sentences of how many are done."""


def speak(route: Route, texts: Sequence[str], step: Step, cache: Cache | None = None) -> Mapping[str, str]:
    """Each text's translation, on one line. Texts without a letter stay as they are: there is nothing to say."""
    known = {text: text for text in texts}
    prose = [text for text in known if _speaks(text)]
    size = min(leg.engine.batch for leg in route)
    for start in range(0, len(prose), size):
        batch = prose[start : start + size]
        made: Sequence[str] = batch
        for leg in route:
            made = _spoken(leg, made, cache)
        known.update(zip(batch, made, strict=True))
        step(start + len(batch), len(prose))
    return known


def _spoken(leg: Leg, texts: Sequence[str], cache: Cache | None) -> list[str]:
    asked = dict.fromkeys(filter(_speaks, texts))
    known = cache.get(_scope(leg), asked) if cache else {}
    new = [text for text in asked if text not in known]
    if new:
        made = {text: _BLANKS.sub(" ", said).strip() for text, said in zip(new, _ask(leg, new), strict=True)}
        if cache:
            cache.put(_scope(leg), made)
        known = {**known, **made}
    return [known.get(text, text) for text in texts]


def _scope(leg: Leg) -> tuple[str, ...]:
    """All but the text that a translation depends on."""
    return leg.engine.name, leg.engine.version, leg.engine.model(*leg.pair), *leg.pair


def _speaks(text: str) -> bool:
    return any(map(str.isalpha, text))


def _ask(leg: Leg, batch: Sequence[str]) -> Iterable[str]:
    name = leg.engine.name
    try:
        made = leg.engine.translate(batch, *leg.pair)
    except FactcheckError:
        raise
    except Exception as error:  # an engine is somebody else's code
        raise EngineError(f"{name} failed: {type(error).__name__}: {error}", hint=_HINT) from error
    if len(made) != len(batch):
        raise EngineError(f"{name} gave {len(made)} sentences back for {len(batch)}", hint=_HINT)
    return made
