"""What a translation engine is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

Pair = tuple[str, str]
"""Language codes: from, to."""


class Engine(Protocol):
    """An offline translation engine: a class in a file of this package whose `name` is the file's name.

    It is created without arguments. `rank` orders engines that have the same pair: the lowest is asked first.
    """

    @property
    def name(self) -> str: ...

    @property
    def rank(self) -> int: ...

    @property
    def version(self) -> str:
        """Of the package that does the work; "" when it is not installed."""

    @property
    def more(self) -> str:
        """How to get more pairs, in one line; "" when there is no way."""

    def missing(self) -> str:
        """What to install before it can translate anything, in one line; "" when it is ready."""

    def pairs(self) -> frozenset[Pair]:
        """What it can translate on this machine now. Cheap: nothing heavy is imported."""

    def translate(self, sentences: Sequence[str], source: str, target: str) -> list[str]:
        """As many translations as sentences, in order; a sentence has no line ends. EngineError when it fails."""


def installed(*distributions: str) -> str:
    """The version of the first of these distributions that is installed, or ""."""
    from importlib.metadata import PackageNotFoundError, version

    for name in distributions:
        try:
            return version(name)
        except PackageNotFoundError:
            continue
    return ""
