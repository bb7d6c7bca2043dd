"""Glossaries of the user: tables (CSV), term bases (TBX), and lists of words that are not translated."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from ..errors import InputError
from ..files import read_text
from ..gathering import problem
from ..model import Glossary, Problem, Term

MAX_TERM = 200
"""Characters of the longest term: what is longer is a text."""


def read_terms(path: str | Path) -> tuple[Term, ...]:
    """The terms of a glossary: TBX where the file holds XML, else a table. InputError with file, line and hint."""
    text = read_text(path)
    if text.lstrip().startswith("<"):
        from .tbx import parse_tbx as parse
    else:
        from .sheets import parse_sheet as parse
    terms = tuple(parse(text, path))
    if not terms:
        raise InputError("holds no terms", file=path, hint="docs/glossary.md says what a glossary looks like")
    return terms


def read_kept(path: str | Path) -> tuple[str, ...]:
    """The words of a do-not-translate list: one a line, without lines that begin with #. InputError."""
    words = []
    for number, line in enumerate(read_text(path).split("\n"), 1):
        word = " ".join(line.split())
        if len(word) > MAX_TERM:
            raise InputError(
                f"a term of {len(word):,} characters", file=path, place=f"line {number}", hint="one a line"
            )
        words += [word] if word and not word.startswith("#") else []
    return tuple(words)


def gather_glossary(files: Iterable[Path], kept: Path | Sequence[str] = ()) -> tuple[Glossary, tuple[Problem, ...]]:
    """The terms of several glossaries and the words to keep (a file or the words themselves) as one glossary, and a
    problem for each file that cannot be read."""
    terms: list[Term] = []
    problems: list[Problem] = []
    for file in files:
        try:
            terms += read_terms(file)
        except InputError as error:
            problems.append(problem(error))
    try:
        words = read_kept(kept) if isinstance(kept, Path) else tuple(kept)
    except InputError as error:
        words, problems = (), [*problems, problem(error)]
    return Glossary(tuple(terms), words), tuple(problems)
