"""Pairs a second, of factcheck and of translate-toolkit, in turn in one process, so that both see the same machine."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from typing import Any

import factcheck

ROUNDS = 5


def measure(pairs: list[tuple[str, str]], lang: str) -> list[str]:
    """-> pairs a second of factcheck, of translate-toolkit, and the ratio; "-" where that is not installed."""
    other = _toolkit(lang)
    ours_times, other_times = [], []
    _ours(pairs[:1], lang)  # loads the languages
    for turn in range(ROUNDS):
        fresh = [(f"{source}{' ' * turn}", f"{target}{' ' * turn}") for source, target in pairs]  # no text is seen twice
        ours_times.append(_timed(lambda now=fresh: _ours(now, lang)))
        if other:
            other_times.append(_timed(lambda now=fresh: other(now)))
    ours = len(pairs) / statistics.median(ours_times)
    if not other:
        return [f"{ours:,.0f}", "-", "-"]
    ratio = statistics.median(b / a for a, b in zip(ours_times, other_times, strict=True))
    return [f"{ours:,.0f}", f"{len(pairs) / statistics.median(other_times):,.0f}", f"{ratio:.1f}"]


def _ours(pairs: list[tuple[str, str]], lang: str) -> None:
    for _ in factcheck.check_pairs(pairs, source_lang="en", target_lang=lang):
        pass


def _timed(run: Callable[[], Any]) -> float:
    start = time.process_time()
    run()
    return time.process_time() - start


def _toolkit(lang: str) -> Callable[[list[tuple[str, str]]], None] | None:
    """All checks of translate-toolkit, as its pofilter runs them."""
    try:
        from translate.filters import checks
        from translate.storage import base
    except ImportError:
        return None
    checker = checks.StandardChecker(checkerconfig=checks.CheckerConfig(targetlanguage=lang))

    def run(pairs: list[tuple[str, str]]) -> None:
        for source, target in pairs:
            unit = base.TranslationUnit(source)
            unit.target = target
            checker.run_filters(unit)

    return run
