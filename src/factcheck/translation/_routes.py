"""Ways from one language to another: over one engine's pair, or a chain of pairs of several engines."""

from __future__ import annotations

import heapq
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import count
from typing import NamedTuple

from factcheck import languages
from factcheck.errors import EngineError
from factcheck.translation._base import Engine, Pair
from factcheck.translation._codes import without_region

AUTO = "auto"
_TRIES = 3  # so many legs may fail before a text is given up
_REGION_LOST = 5
"""What a route costs more that ends in a language without the region asked for: less than any further leg."""


class Leg(NamedTuple):
    """One translation: by an engine, of a pair as the engine names it."""

    engine: Engine
    pair: Pair

    def __str__(self) -> str:
        parts = (self.engine.name, self.engine.version, "-".join(self.pair))
        return " ".join(part for part in parts if part)


Route = tuple[Leg, ...]
"""Legs, each beginning in the language where the one before ends."""


def described(route: Route) -> str:
    """The route as reports name it: "firefox 0.5.0 en-pt, apertium 3.8.3 pt-es"."""
    return ", ".join(map(str, route))


def reachable(engines: Sequence[Engine], source: str) -> dict[str, Route]:
    """The cheapest route to every other language; to one of a region only where that is another route."""
    legs = _ready_legs(engines)
    codes = sorted({leg.pair[1] for leg in legs if without_region(leg.pair[1])[-1] != without_region(source)[-1]})
    routes = {code: route for code in codes if (route := _cheapest(legs, source, code))}
    return {code: route for code, route in routes.items() if not _same_without_region(code, routes)}


def _same_without_region(code: str, routes: Mapping[str, Route]) -> bool:
    base = without_region(code)[-1]
    return code != base and routes[code] == routes.get(base)


def choose(engines: Sequence[Engine], names: str, source: str, target: str) -> Route:
    """The cheapest route. names: "auto", or names of engines with commas or plus signs between.

    EngineError when an engine is unknown or not ready, or when nothing leads there.
    """
    wanted = _named(engines, names)
    route = _cheapest(_ready_legs(wanted), source, target)
    if route:
        return route
    raise _without(wanted, names, source, target)


def instead(engines: Sequence[Engine], names: str, source: str, target: str, broken: Collection[Leg]) -> Route:
    """The cheapest route without some legs, which failed; () where nothing leads there, where too many failed for
    another to be worth a try, or where the engines were chosen by name."""
    if names.strip() != AUTO or len(broken) > _TRIES:
        return ()
    return _cheapest([leg for leg in _ready_legs(engines) if leg not in broken], source, target)


def _cheapest(legs: Sequence[Leg], source: str, target: str) -> Route:
    """() where nothing leads there."""
    ends = without_region(target)
    found = [
        (cost + _REGION_LOST * ends.index(end), len(route), number, route)
        for number, start in enumerate(without_region(source))
        for end, (cost, route) in _reached(legs, start).items()
        if end in ends and route
    ]
    return min(found, key=lambda item: item[:3])[3] if found else ()


def _ready_legs(engines: Sequence[Engine]) -> list[Leg]:
    return [leg for engine in engines if not engine.missing() for leg in _legs(engine)]


def _named(engines: Sequence[Engine], names: str) -> Sequence[Engine]:
    wanted = [name.strip() for name in re.split(r"[,+]", names) if name.strip()]
    known = {engine.name: engine for engine in engines}
    unknown = [name for name in wanted if name not in known and name != AUTO]
    if unknown or not wanted:
        from factcheck.tomlfiles import did_you_mean

        first = unknown[0] if unknown else ""
        raise EngineError(f"unknown engine {first!r}", hint=did_you_mean(first, [AUTO, *known]))
    return engines if AUTO in wanted else [known[name] for name in dict.fromkeys(wanted)]


def _legs(engine: Engine) -> Iterator[Leg]:
    return (Leg(engine, pair) for pair in sorted(engine.pairs()))


def _reached(legs: Iterable[Leg], start: str) -> dict[str, tuple[int, Route]]:
    """Every language that can be reached, with the cheapest route to it; of equal ones the one with fewer legs."""
    by_source: dict[str, list[Leg]] = {}
    for leg in legs:
        by_source.setdefault(leg.pair[0], []).append(leg)
    done: dict[str, tuple[int, Route]] = {}
    number = count()  # routes themselves cannot be compared
    queue: list[tuple[int, int, int, str, Route]] = [(0, 0, next(number), start, ())]
    while queue:
        cost, length, _, at, route = heapq.heappop(queue)
        if at in done:
            continue
        done[at] = cost, route
        for leg in by_source.get(at, ()):
            more = leg.engine.cost(*leg.pair)
            heapq.heappush(queue, (cost + more, length + 1, next(number), leg.pair[1], (*route, leg)))
    return done


def _without(wanted: Sequence[Engine], names: str, source: str, target: str) -> EngineError:
    """The error for a pair that nothing reaches: what can be reached instead, and how to get more."""
    ready = [engine for engine in wanted if not engine.missing()]
    more = [engine.missing() or engine.more for engine in wanted]
    if names != AUTO and not ready:
        return EngineError(f"the engine {names} is not ready", hint="; ".join(filter(None, more)))
    whose = "no engine here translates" if names == AUTO else f"{names} does not translate"
    hint = "; ".join([_near(ready, source, target), *filter(None, more)])
    return EngineError(f"{whose} {languages.name(source)} into {languages.name(target)}", hint=hint)


def _near(ready: Sequence[Engine], source: str, target: str) -> str:
    """What there is instead: targets from this source, else sources of this target, else pairs."""
    if targets := reachable(ready, source):
        return f"from {languages.name(source)} there is: {_listed(targets)}"
    legs = [leg for engine in ready for leg in _legs(engine)]
    into = {leg.pair[0] for leg in legs if leg.pair[1] in without_region(target)}
    if into:
        return f"into {languages.name(target)} there is: {_listed(into)}"
    return f"pairs there are: {_listed(' to '.join(leg.pair) for leg in legs)}"


def _listed(items: Iterable[str]) -> str:
    return ", ".join(sorted(set(items))[:20]) or "none"
