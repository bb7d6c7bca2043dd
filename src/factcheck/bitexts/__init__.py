"""Bitexts: files that hold source and translation side by side, read pair by pair. A module a format, found by itself.

Each module has SUFFIXES, by which its files are known, SEVERAL, whether one file may hold several languages, and
`read(path)`, which gives a Row for each pair, in order, and a Problem for what is none; InputError, once reached, for
what ends the reading.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from types import ModuleType

from ..errors import InputError, LanguageError
from ..model import Problem
from ._rows import Row

__all__ = ["Row", "is_bitext", "read_bitext", "suffixes"]


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
    """The pairs of a file, each with both languages: those that are given, else those that the file says.

    Of a file in several languages, target_lang chooses. InputError, once reached, for a file that cannot be read, and
    where nothing says the languages or nobody knows them.
    """
    format = suffixes()[Path(path).suffix.lower()]
    for item in format.read(path):
        if isinstance(item, Problem):
            yield item
        elif not format.SEVERAL or not target_lang or _same(item.target_lang, target_lang):
            yield _said(item, path, source_lang, target_lang)


def _said(row: Row, path: str | Path, source_lang: str, target_lang: str) -> Row:
    from .. import languages

    row = row._replace(source_lang=source_lang or row.source_lang, target_lang=target_lang or row.target_lang)
    if not row.source_lang or not row.target_lang:
        raise InputError("does not say its languages", file=path, hint="give --source-lang and --target-lang")
    try:
        languages.base(row.source_lang)
        languages.base(row.target_lang)
    except LanguageError as error:
        raise InputError(error.message, file=path, place=f"line {row.line}", hint=error.hint or "") from None
    return row


def _same(one: str, other: str) -> bool:
    from .. import languages

    try:
        return languages.base(one) == languages.base(other)
    except LanguageError:
        return False
