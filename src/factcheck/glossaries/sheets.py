"""Glossaries as tables: a column a language, or a row a rendering.

    en,de,fr                                source,target,lang,forbidden
    neural network,neuronales Netz,...      network,Netz,de,Netzwerk|Netzwerke

Separated by commas, semicolons or tabs, as the first row shows. "|" stands between several terms of a cell.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from .. import languages
from ..errors import InputError, LanguageError
from ..model import ANY, Term
from . import MAX_TERM

_SOURCE = frozenset({"source", "term", "source term"})
_NOTES = frozenset({"", "note", "notes", "comment", "comments", "definition", "description", "id"})
_LONG = ("target", "lang", "language", "forbidden")
_YES = frozenset({"yes", "true", "1", "x"})

Words = dict[str, tuple[str, ...]]


def parse_sheet(text: str, file: str | Path) -> Iterator[Term]:
    """The terms of a table, rows with the same source term joined. InputError with the line for the first fault."""
    found: dict[tuple[str, ...], tuple[Words, Words]] = {}
    for terms, forbidden in _rows(text, file):
        home = next(iter(terms.items()))
        known, banned = found.setdefault((home[0], *home[1]), ({}, {}))
        _add(known, terms)
        _add(banned, forbidden)
    yield from (Term(terms, forbidden) for terms, forbidden in found.values())


def _add(into: Words, more: Mapping[str, tuple[str, ...]]) -> None:
    for lang, words in more.items():
        into[lang] = tuple(dict.fromkeys((*into.get(lang, ()), *words)))


def _rows(text: str, file: str | Path) -> Iterator[tuple[Words, Words]]:
    first = text.lstrip("\ufeff\n").partition("\n")[0]
    delimiter = max(",;\t", key=first.count)
    rows = csv.reader(io.StringIO(text), delimiter=delimiter, strict=True)
    head: list[str] = []
    try:
        for cells in rows:
            row = [" ".join(cell.split()) for cell in cells]
            if not any(row):
                continue
            if not head:
                head = _head(row, file, rows.line_num)
            else:
                yield _row(head, row, file, rows.line_num)
    except csv.Error as error:
        raise InputError(f"broken table: {error}", file=file, place=f"line {rows.line_num}", hint=_QUOTES) from None


_QUOTES = 'is there a " without a partner?'


def _head(row: Sequence[str], file: str | Path, line: int) -> list[str]:
    """What each column holds: "source", "target", "lang", "forbidden", "note", or a language code."""
    names = [cell.casefold() for cell in row]
    long = "target" in names
    head = [_column(name, cell, long, file, line) for name, cell in zip(names, row, strict=True)]
    twice = next((row[at] for at, name in enumerate(head) if name and name in head[:at]), None)
    if twice is not None:
        raise InputError(f"two columns are named {twice!r:.60}", file=file, place=f"line {line}", hint="name each once")
    if (long and "source" not in head) or len([name for name in head if name]) < 2:
        hint = "the first row names the columns: source,target,lang or language codes: en,de,fr"
        raise InputError("no columns of source terms and renderings", file=file, place=f"line {line}", hint=hint)
    return head


def _column(name: str, cell: str, long: bool, file: str | Path, line: int) -> str:
    if name in _SOURCE:
        return "source"
    if name in _NOTES:
        return ""
    if long and name in _LONG:
        return name.removesuffix("uage")
    try:
        languages.base(cell)
    except LanguageError:
        hint = "columns are either language codes and note, or source, target, lang, forbidden and note"
        raise InputError(f"unknown column {cell!r:.60}", file=file, place=f"line {line}", hint=hint) from None
    return cell


def _row(head: Sequence[str], row: Sequence[str], file: str | Path, line: int) -> tuple[Words, Words]:
    """The terms and the forbidden terms of a row, the source terms first."""
    if len(row) > len(head):
        message = f"{len(row)} cells where the first row names {len(head)}"
        raise InputError(message, file=file, place=f"line {line}", hint='put "quotes" around cells with a separator')
    longest = max(map(len, row))
    if longest > MAX_TERM:
        hint = "a term is a word or a few"
        raise InputError(f"a cell of {longest:,} characters", file=file, place=f"line {line}", hint=hint)
    cells = {name: cell for name, cell in zip(head, row, strict=False) if name and cell}
    if "target" in head:
        return _rendering(cells, file, line)
    terms = {"" if name == "source" else name: _split(cell) for name, cell in cells.items()}
    if not any(terms.values()) or ("source" in head and "source" not in cells):
        raise InputError("a row without a source term", file=file, place=f"line {line}", hint="fill its first cell")
    return terms, {}


def _rendering(cells: Mapping[str, str], file: str | Path, line: int) -> tuple[Words, Words]:
    lang, target, banned = cells.get("lang", ANY), _split(cells.get("target", "")), cells.get("forbidden", "")
    try:
        if lang != ANY:
            languages.base(lang)
    except LanguageError as error:
        raise InputError(error.message, file=file, place=f"line {line}", hint=error.hint) from None
    source = _split(cells.get("source", ""))
    if not source:
        raise InputError("a row without a source term", file=file, place=f"line {line}", hint="fill its first cell")
    if banned.casefold() in _YES:
        return {"": source}, {lang: target}
    return {"": source, lang: target}, {lang: _split(banned)}


def _split(cell: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in cell.split("|") if word.strip())
