"""Engines for the tests, whose sentences are made by a function."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from factcheck import translation
from factcheck.translation import Engine, Pair


class FakeEngine(Engine):
    """An engine that keeps what it was asked. A sentence that becomes "LOSE" is not given back."""

    version, more = "2.0", "ask for more"

    def __init__(
        self,
        make: Callable[[str], str] = str.upper,
        *,
        name: str = "fake",
        pairs: str = "en-de de-en",
        rank: int = 1,
        lacks: str = "",
        batch: int = 32,
    ) -> None:
        self.make, self.name, self.rank, self.lacks, self.batch = make, name, rank, lacks, batch
        self._pairs = frozenset(tuple(pair.split("-", 1)) for pair in pairs.split())
        self.asked: list[str] = []

    def missing(self) -> str:
        return self.lacks

    def pairs(self) -> frozenset[Pair]:
        return self._pairs  # type: ignore[return-value]

    def translate(self, sentences: Sequence[str], source: str, target: str) -> list[str]:
        assert (source, target) in self.pairs()
        self.asked += sentences
        return [made for made in map(self.make, sentences) if made != "LOSE"]


def use(monkeypatch: pytest.MonkeyPatch, *fakes: Engine) -> None:
    """Let these be all the engines there are."""
    monkeypatch.setattr(translation, "engines", lambda: fakes)
