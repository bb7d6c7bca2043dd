"""The texts of a case: read as they are, or made afresh where a machine made them and an engine is at hand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from itertools import zip_longest
from pathlib import Path

from factcheck import records, translation
from factcheck.articles import read_article
from factcheck.boundaries import within
from factcheck.cases import Case, CaseTranslation
from factcheck.errors import EngineError, FactcheckError, InputError
from factcheck.making import AS_USUAL, Making, make, make_back
from factcheck.model import Article, Decision, Ledger, Problem


@dataclass(frozen=True, slots=True)
class Gathered:
    """What there is to check: translations with a note each (by position), the ledger, the decisions by fingerprint,
    and what cannot be read.

    returned: translations made back into the language of the source, each with the language that it comes from.
    """

    translations: tuple[Article, ...] = ()
    notes: tuple[str, ...] = ()
    returned: tuple[tuple[str, Article], ...] = ()
    ledger: Ledger = Ledger()
    problems: tuple[Problem, ...] = ()
    decisions: Mapping[str, Decision] = field(default_factory=dict)


def gather(case: Case, source: Article, output: Path | None = None, making: Making = AS_USUAL) -> Gathered:
    """The translations and the ledger of a case, in the order of case.toml.

    output: the folder that takes fresh translations, as translations/<lang>.md; None: all are taken as they are.
    making: how they are made.
    InputError when a fresh translation would replace a file of the case; all other errors become problems.
    """
    if output:
        _protect(case, output)
    found = Gathered()
    ledger, problems = _read_ledger(case.ledger)
    problems += case.problems
    decisions = _read_decisions(case.decisions, problems)
    making = replace(making, names=ledger.names)
    for entry in case.translations:
        try:
            article, note = _obtain(entry, source, output, making)
        except FactcheckError as error:
            problems.append(problem(error))
            continue
        if making.round_trip and output:
            back, why = _return(article, source, output, making)
            found = replace(found, returned=(*found.returned, *([(article.lang, back)] if back else [])))
            note = "; ".join(filter(None, (note, why)))
        found = replace(found, translations=(*found.translations, article), notes=(*found.notes, note))
    return replace(found, ledger=ledger, problems=tuple(problems), decisions=decisions)


def gather_texts(
    files: Iterable[Path], lang: str = "", ledger: Path | None = None, decisions: Path | None = None
) -> Gathered:
    """Texts that are read alone, in the order given, and what is known of them. lang: of all of them, "" to tell it by
    each name.

    What cannot be read becomes a problem.
    """
    facts, problems = _read_ledger(ledger)
    decided = _read_decisions(decisions, problems)
    articles = []
    for file in files:
        try:
            articles.append(read_article(file, lang or None))
        except FactcheckError as error:
            problems.append(problem(error))
    return Gathered(tuple(articles), ("",) * len(articles), ledger=facts, problems=tuple(problems), decisions=decided)


def _read_ledger(path: Path | None) -> tuple[Ledger, list[Problem]]:
    try:
        return records.read_ledger(path) if path else Ledger(), []
    except FactcheckError as error:
        return Ledger(), [problem(error)]


def _read_decisions(path: Path | None, problems: list[Problem]) -> Mapping[str, Decision]:
    """The decisions in a file; what is wrong with it is added to the problems."""
    try:
        return records.read_decisions(path) if path else {}
    except FactcheckError as error:
        problems.append(problem(error))
        return {}


def problem(error: FactcheckError) -> Problem:
    """An error as a report holds it."""
    return Problem(error.message, error.file or "", error.place or "", error.hint or "")


def _protect(case: Case, output: Path) -> None:
    """A report never lands in the folder of a case: its translations/ may be the committed ones."""
    hint = "name another folder with --output"
    if (output / "case.toml").exists() or output.resolve() == case.folder.resolve():
        raise InputError("is the folder of a case; a report would replace its files", file=output, hint=hint)
    for folder in (output / "translations", output / "round-trip"):
        if not within(folder, (output,)):
            raise InputError("is a link that leads out of the folder of the report", file=folder, hint="remove it")
    texts = output / "translations"
    if within(output, (case.folder / "translations",)) or any(
        within(entry.file, (texts,)) for entry in case.translations
    ):
        raise InputError("holds translations of the case, which a report would replace", file=output, hint=hint)


def _obtain(entry: CaseTranslation, source: Article, output: Path | None, making: Making) -> tuple[Article, str]:
    """The translation, and what the reader should know about it."""
    if entry.origin != "machine" or output is None:
        return _committed(entry), ""
    try:
        return make(entry, source, output / "translations", making), "made afresh"
    except EngineError as error:
        return _committed(entry), f"machine-made, {error.message}: taken as committed"


def _return(article: Article, source: Article, output: Path, making: Making) -> tuple[Article | None, str]:
    """The translation made back into the language of the source, and what the reader should know about that."""
    try:
        translation.route(article.lang, source.lang)
    except EngineError:
        return None, "no engine for a round trip"
    try:
        return make_back(article, source, output / "round-trip", making), ""
    except EngineError as error:
        return None, f"no round trip: {error.message}"


def _committed(entry: CaseTranslation) -> Article:
    return replace(read_article(entry.file, entry.lang or None), origin=_origin(entry))


def _origin(entry: CaseTranslation) -> str:
    """As case.toml records it: "machine: firefox 0.5.0 en-pt, apertium 3.8.3 pt-es"."""
    recorded = [text.split(", ") for text in (entry.engine, entry.version, entry.chain) if text]
    legs = ", ".join(" ".join(filter(None, parts)) for parts in zip_longest(*recorded, fillvalue=""))
    return f"{entry.origin}: {legs}" if legs else entry.origin
