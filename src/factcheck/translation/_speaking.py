"""Sentences through a route, batch by batch: each leg takes what the one before made; what is known is not asked."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from factcheck.errors import EngineError, FactcheckError
from factcheck.translation._cache import Cache
from factcheck.translation._protection import Protection, mask
from factcheck.translation._routes import Leg, Route

_BLANKS = re.compile(r"(?:[^\S\xa0\u202f]|[\x00-\x1f\x7f-\x9f])+")  # line ends too, but no-break spaces stay
_HINT = "try another engine, or look at `factcheck engines`"


class LegError(EngineError):
    """A leg of a route failed, where another route might not."""

    def __init__(self, error: EngineError, leg: Leg) -> None:
        super().__init__(error.message, file=error.file, place=error.place, hint=error.hint)
        self.leg = leg


Step = Callable[[int, int], None]
"""Told how many sentences of how many are done."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """Takes sentences through a route. step: told of progress; cache, protection: None for none."""

    route: Route
    step: Step
    cache: Cache | None = None
    protection: Protection | None = None

    def speak(self, texts: Iterable[str]) -> Mapping[str, str]:
        """Each text's translation, on one line. Texts without a letter stay as they are: there is nothing to say."""
        known = {text: text for text in texts}
        prose = [text for text in known if _speaks(text)]
        made = self._through(prose, self.step)
        if self.protection:
            made = self._protected(prose, made, self.protection)
        return {**known, **dict(zip(prose, made, strict=True))}

    def _protected(self, texts: Sequence[str], made: Sequence[str], protection: Protection) -> Sequence[str]:
        """Where a name got lost, the text is translated once more with a made-up word in its place."""
        best = list(made)
        lost = {at: protection.lost(text, best[at]) for at, text in enumerate(texts)}
        again = {at: mask(texts[at], kept) for at, kept in lost.items() if kept}
        spoken = self._through([item.text for item in again.values()], lambda *_: None)
        for (at, masked), text in zip(again.items(), spoken, strict=True):
            restored = masked.restored(text)
            if restored is not None and len(protection.lost(texts[at], restored)) < len(lost[at]):
                best[at] = restored
        return best

    def _through(self, texts: Sequence[str], step: Step) -> Sequence[str]:
        """Each leg takes all that the one before made, in batches of its own size."""
        total = len(texts) * len(self.route)
        for number, leg in enumerate(self.route):
            made: list[str] = []
            for start in range(0, len(texts), leg.engine.batch):
                made += self._spoken(leg, texts[start : start + leg.engine.batch])
                step(number * len(texts) + len(made), total)
            texts = made
        return texts

    def _spoken(self, leg: Leg, texts: Sequence[str]) -> list[str]:
        asked = dict.fromkeys(filter(_speaks, texts))
        known = self.cache.get(_scope(leg), asked) if self.cache else {}
        new = [text for text in asked if text not in known]
        if new:
            made = {text: _clean(said) for text, said in zip(new, _asked(leg, new), strict=True)}
            if self.cache:
                self.cache.put(_scope(leg), made)
            known = {**known, **made}
        return [known.get(text, text) for text in texts]


def _clean(said: str) -> str:
    """On one line, without what steers terminals or no file can hold: half a surrogate pair."""
    return _BLANKS.sub(" ", said).strip().encode("utf-8", "replace").decode("utf-8")


def _scope(leg: Leg) -> tuple[str, ...]:
    """All but the text that a translation depends on."""
    return leg.engine.name, leg.engine.version, leg.engine.model(*leg.pair), *leg.pair


def _speaks(text: str) -> bool:
    return any(map(str.isalpha, text))


def _asked(leg: Leg, batch: Sequence[str]) -> Iterable[str]:
    try:
        return _ask(leg, batch)
    except EngineError as error:
        raise LegError(error, leg) from error


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
