"""Sentences through a route, batch by batch: each leg takes what the one before made; what is known is not asked."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence

from factcheck.errors import EngineError, FactcheckError
from factcheck.translation._cache import Cache
from factcheck.translation._protection import Protection, mask
from factcheck.translation._routes import Leg, Route

_BLANKS = re.compile(r"[^\S\xa0\u202f]+")  # line ends too, but no-break spaces stay
_HINT = "try another engine, or look at `factcheck engines`"

Step = Callable[[int, int], None]
"""Told how many sentences of how many are done."""


def speak(
    route: Route,
    texts: Sequence[str],
    step: Step,
    cache: Cache | None = None,
    protection: Protection | None = None,
) -> Mapping[str, str]:
    """Each text's translation, on one line. Texts without a letter stay as they are: there is nothing to say."""
    known = {text: text for text in texts}
    prose = [text for text in known if _speaks(text)]
    size = min(leg.engine.batch for leg in route)
    for start in range(0, len(prose), size):
        batch = prose[start : start + size]
        made = _protected(route, batch, cache, protection) if protection else _through(route, batch, cache)
        known.update(zip(batch, made, strict=True))
        step(start + len(batch), len(prose))
    return known


def _protected(route: Route, texts: Sequence[str], cache: Cache | None, protection: Protection) -> Sequence[str]:
    """The texts translated; where a name got lost, once more with a made-up word in its place."""
    made = list(_through(route, texts, cache))
    lost = {at: protection.lost(text, made[at]) for at, text in enumerate(texts)}
    again = {at: mask(texts[at], kept) for at, kept in lost.items() if kept}
    spoken = _through(route, [item.text for item in again.values()], cache)
    for (at, masked), text in zip(again.items(), spoken, strict=True):
        restored = masked.restored(text)
        if restored is not None and len(protection.lost(texts[at], restored)) < len(lost[at]):
            made[at] = restored
    return made


def _through(route: Route, texts: Sequence[str], cache: Cache | None) -> Sequence[str]:
    for leg in route:
        texts = _spoken(leg, texts, cache)
    return texts


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
