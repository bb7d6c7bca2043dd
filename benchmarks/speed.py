"""Pairs a second, of factcheck and of translate-toolkit, in turn in one process, so that both see the same machine."""

from __future__ import annotations

import multiprocessing
import statistics
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from typing import Any

import factcheck

PARTS = 5
"""The data are cut into so many parts, each checked once by both: no text is seen twice, so no cache helps."""


def measure(pairs: list[tuple[str, str]], lang: str) -> list[str]:
    """-> pairs a second of factcheck, of translate-toolkit, and the ratio; "-" where that is not installed."""
    other = _toolkit(lang)
    _ours([("1", "1")], lang)  # loads the languages
    ours_times, other_times = [], []
    for part in (pairs[at::PARTS] for at in range(PARTS)):
        ours_times.append(_timed(partial(_ours, part, lang)) / len(part))
        if other:
            other_times.append(_timed(partial(other, part)) / len(part))
    ours = 1 / statistics.median(ours_times)
    if not other:
        return [f"{ours:,.0f}", "-", "-"]
    ratio = statistics.median(b / a for a, b in zip(ours_times, other_times, strict=True))
    return [f"{ours:,.0f}", f"{1 / statistics.median(other_times):,.0f}", f"{ratio:.1f}"]


def alone(pairs: list[tuple[str, str]], lang: str) -> list[str]:
    """measure() in a process of its own, so that no language finds the English texts read by the one before."""
    spawn = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(1, mp_context=spawn) as pool:
        return pool.submit(measure, pairs, lang).result()


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
