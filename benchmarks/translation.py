"""Words a second of the engine argos and of Argos Translate's own translate(): the same package, article and core."""

from __future__ import annotations

import multiprocessing
import os
import statistics
import tempfile
import time
import zipfile
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any

ROUNDS = 5
"""Each translates the article so often, by turns, so that both see the same machine."""


def alone(package: Path, article: Path) -> list[str]:
    """-> the package's pair, the article's words, words a second of both, and the ratio; in a process of its own,
    which has one core and Argos's settings as they are when nobody changes them."""
    spawn = multiprocessing.get_context("spawn")
    with tempfile.TemporaryDirectory() as home, ProcessPoolExecutor(1, mp_context=spawn) as pool:
        return pool.submit(measure, package, article, Path(home)).result()


def measure(package: Path, article: Path, home: Path) -> list[str]:
    """What alone says, in this process. home: takes the package, and whatever Argos makes of itself."""
    _settle(home)
    with zipfile.ZipFile(package) as archive:
        archive.extractall(home / "packages")
    from factcheck.articles import read_article
    from factcheck.translation import translate
    from factcheck.translation.argos import Argos

    ((source, target),) = Argos().pairs()
    text = read_article(article, source)
    theirs = _argos(source, target)
    ours_times, their_times = [], []
    for _ in range(ROUNDS + 1):  # the first loads the models
        ours_times.append(_timed(lambda: translate(text, target, "argos")))
        their_times.append(_timed(lambda: theirs(text.text)))
    words = len(text.text.split())
    ours, their = (statistics.median(times[1:]) for times in (ours_times, their_times))
    return [
        f"{source} to {target}",
        f"{words:,}",
        f"{words / ours:,.0f}",
        f"{words / their:,.0f}",
        f"{their / ours:.1f}",
    ]


def _settle(home: Path) -> None:
    for name in [name for name in os.environ if name.startswith("ARGOS_")]:
        del os.environ[name]
    for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"):
        os.environ[name] = str(home)
    os.environ["ARGOS_PACKAGES_DIR"] = str(home / "packages")
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:1])


def _argos(source: str, target: str) -> Callable[[str], Any]:
    from argostranslate import translate

    translation = translate.get_translation_from_codes(source, target)

    def run(text: str) -> Any:
        translation.cache = {}  # it keeps the paragraphs of the text before
        return translation.translate(text)

    return run


def _timed(run: Callable[[], Any]) -> float:
    """Seconds on the clock: threads of Argos that only wait would count twice in processor time."""
    start = time.perf_counter()
    run()
    return time.perf_counter() - start
