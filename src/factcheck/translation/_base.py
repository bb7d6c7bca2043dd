"""What a translation engine is."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence

Pair = tuple[str, str]
"""Language codes: from, to."""


class Engine(ABC):
    """A translation engine: a class in a file of this package whose `name` is the file's name.

    It is created without arguments. rank: what a translation by it costs; the cheapest way is taken. batch: how many
    sentences it gets at once.
    """

    name: str
    rank: int
    batch: int = 32

    @property
    def more(self) -> str:
        """How to get more pairs, in one line; "" when there is no way."""
        return ""

    @property
    @abstractmethod
    def version(self) -> str:
        """Of the package that does the work; "" when it is not installed."""

    @abstractmethod
    def missing(self) -> str:
        """What to install before it can translate anything, in one line; "" when it is ready."""

    @abstractmethod
    def pairs(self) -> frozenset[Pair]:
        """What it can translate on this machine now. Cheap: nothing heavy is imported."""

    @abstractmethod
    def translate(self, sentences: Sequence[str], source: str, target: str) -> list[str]:
        """As many translations as sentences, in order; a sentence has no line ends. EngineError when it fails."""

    def cost(self, source: str, target: str) -> int:
        """What this pair costs in a chain."""
        del source, target
        return self.rank

    def model(self, source: str, target: str) -> str:
        """Names the model of a pair: what another one made is not taken for its work. "" if there is only one."""
        del source, target
        return ""


def installed(*distributions: str) -> str:
    """The version of the first of these distributions that is installed, or ""."""
    from importlib.metadata import PackageNotFoundError, version

    for name in distributions:
        try:
            return version(name)
        except PackageNotFoundError:
            continue
    return ""
