"""Bitexts: files that hold source and translation side by side, read pair by pair. A module a format, found by itself.

Each module has SUFFIXES, by which its files are known, SEVERAL, whether one file may hold several languages, and
`read(path, source_lang)`, which gives a Row for each pair, in order, and a Problem for what is none; InputError, once
reached, for what ends the reading. source_lang, if given, chooses the source where several texts may be it.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from types import ModuleType

from ..errors import InputError
from ..model import Problem
from ._languages import same, told
from ._rows import Row

__all__ = ["Row", "is_bitext", "read_bitext", "suffixes"]


_NAMED = 5


@cache
def suffixes() -> dict[str, ModuleType]:
    """The endings of bitexts' names, with the module that reads each."""
    found = sorted(item.name for item in iter_modules(__path__) if not item.name.startswith("_"))
    modules = [import_module(f"{__name__}.{name}") for name in found]
    return {suffix: module for module in modules for suffix in sorted(module.SUFFIXES)}


def is_bitext(path: str | Path) -> bool:
    """Whether a file is a bitext, by its name."""
    return Path(path).suffix.lower() in suffixes()


def read_bitext(path: str | Path, source_lang: str = "", target_lang: str = "") -> Iterator[Row | Problem]:
    """The pairs of a file, each with both languages: those that are given, else those that the file says, or its name.

    Of a file in several languages, those that are given choose. InputError, once reached, for a file that cannot be
    read, and where nothing says the languages or nobody knows them, or there is nothing in them.
    """
    format, others, found = suffixes()[Path(path).suffix.lower()], set[str](), False
    for item in format.read(path, source_lang):
        if isinstance(item, Row) and format.SEVERAL and not _chosen(item, source_lang, target_lang):
            others.add(f"{item.source_lang} to {item.target_lang}") if len(others) < _NAMED else None
        else:
            found = True
            yield told(item, path, source_lang, target_lang) if isinstance(item, Row) else item
    if not found:
        wanted = source_lang or target_lang if format.SEVERAL else ""
        hint = f"it is from {', '.join(sorted(others))}" if others else "check that this is the right file"
        raise InputError(f"holds no pairs in {wanted}" if wanted else "holds no pairs", file=path, hint=hint)


def _chosen(row: Row, source_lang: str, target_lang: str) -> bool:
    sides = (row.source_lang, source_lang), (row.target_lang, target_lang)
    return all(not said or not wanted or same(said, wanted) for said, wanted in sides)
