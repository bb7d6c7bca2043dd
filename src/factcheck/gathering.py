"""The texts of a case: read as they are, or made afresh where a machine made them and an engine is at hand."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from factcheck import records, translation
from factcheck.articles import read_article
from factcheck.cases import Case, CaseTranslation
from factcheck.errors import EngineError, FactcheckError, InputError
from factcheck.files import write_text
from factcheck.model import Article, Ledger, Problem

Watch = Callable[[str, int], Callable[[int], None]]
"""Told the language of each translation that begins and its number of segments; what it returns is told how many
of them are done."""


@dataclass(frozen=True, slots=True)
class Gathered:
    """What there is to check: translations with a note each (by position), the ledger, and what cannot be read."""

    translations: tuple[Article, ...] = ()
    notes: tuple[str, ...] = ()
    ledger: Ledger = Ledger()
    problems: tuple[Problem, ...] = ()


def gather(case: Case, source: Article, output: Path | None = None, watch: Watch | None = None) -> Gathered:
    """The translations and the ledger of a case, in the order of case.toml.

    output: the folder that takes fresh translations, as translations/<lang>.md; None: all are taken as they are.
    InputError when a fresh translation would replace a file of the case; all other errors become problems.
    """
    if output:
        _protect(case, output)
    found = Gathered()
    ledger, problems = _read_ledger(case.ledger)
    for entry in case.translations:
        try:
            article, note = _obtain(entry, source, output, watch)
        except FactcheckError as error:
            problems.append(problem(error))
        else:
            found = replace(found, translations=(*found.translations, article), notes=(*found.notes, note))
    return replace(found, ledger=ledger, problems=tuple(problems))


def gather_texts(files: Iterable[Path], lang: str = "", ledger: Path | None = None) -> Gathered:
    """Texts that are read alone, in the order given, and a ledger. lang: of all of them, "" to tell it by each name.

    What cannot be read becomes a problem.
    """
    facts, problems = _read_ledger(ledger)
    articles = []
    for file in files:
        try:
            articles.append(read_article(file, lang or None))
        except FactcheckError as error:
            problems.append(problem(error))
    return Gathered(tuple(articles), ("",) * len(articles), facts, tuple(problems))


def _read_ledger(path: Path | None) -> tuple[Ledger, list[Problem]]:
    try:
        return records.read_ledger(path) if path else Ledger(), []
    except FactcheckError as error:
        return Ledger(), [problem(error)]


def problem(error: FactcheckError) -> Problem:
    """An error as a report holds it."""
    return Problem(error.message, error.file or "", error.place or "", error.hint or "")


def _protect(case: Case, output: Path) -> None:
    """A report never lands in the folder of a case: its translations/ may be the committed ones."""
    if (output / "case.toml").exists() or output.resolve() == case.folder.resolve():
        hint = "name another folder with --output"
        raise InputError("is the folder of a case; a report would replace its files", file=output, hint=hint)


def _obtain(entry: CaseTranslation, source: Article, output: Path | None, watch: Watch | None) -> tuple[Article, str]:
    """The translation, and what the reader should know about it."""
    if entry.origin != "machine" or output is None:
        return _committed(entry), ""
    try:
        made = _make(entry, source, watch(entry.lang, len(source.segments)) if watch else None)
    except EngineError as error:
        return _committed(entry), f"machine-made, {error.message}: taken as committed"
    path = output / "translations" / f"{entry.lang}.md"
    write_text(path, made.text)
    return replace(made, file=str(path)), "made afresh"


def _make(entry: CaseTranslation, source: Article, progress: Callable[[int], None] | None) -> Article:
    """A fresh translation by the engine that made the committed one, else by any that can."""
    if entry.engine:
        with suppress(EngineError):
            return translation.translate(source, entry.lang, entry.engine, progress)
    return translation.translate(source, entry.lang, "auto", progress)


def _committed(entry: CaseTranslation) -> Article:
    origin = f"{entry.origin}: {entry.engine}" if entry.engine else entry.origin
    return replace(read_article(entry.file, entry.lang or None), origin=origin)
