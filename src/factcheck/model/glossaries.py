"""Which words a translation is to use, and which it is to keep."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

ANY = "*"
"""In place of a language: a rendering for every one."""


@dataclass(frozen=True, slots=True)
class Term:
    """A concept and its words: language -> the terms that are right there. "" is the language of a source that nobody
    named, ANY of renderings every one.

    forbidden: language -> the terms that must not be used for it.
    """

    terms: Mapping[str, tuple[str, ...]]
    forbidden: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, eq=False)
class Glossary:
    """Terms with their renderings, and words that are kept as they are. Compared by identity, as it may be large."""

    terms: tuple[Term, ...] = ()
    kept: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.terms or self.kept)
