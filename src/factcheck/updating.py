"""Making a case's machine translations again, and writing down in case.toml what made them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factcheck import records, translation
from factcheck.articles import read_article
from factcheck.boundaries import within
from factcheck.cases import Case, CaseTranslation
from factcheck.errors import EngineError, InputError
from factcheck.files import read_text, write_text
from factcheck.making import AS_USUAL, Making
from factcheck.model import Article
from factcheck.translation import Route

if TYPE_CHECKING:
    from tomlkit import TOMLDocument


@dataclass(frozen=True, slots=True)
class Update:
    """A translation as it was made again: its file, whether that says anything new, and what made it."""

    file: Path
    changed: bool
    origin: str


def update_case(case: Case, only: Collection[str] = (), engine: str = "", making: Making = AS_USUAL) -> list[Update]:
    """Make the machine translations of a case again, all or only some, and record engine, version, chain and date.

    engine: "" for the one that case.toml names for each. Nothing is written before all are made; then each file is
    written whole, and case.toml says nothing of it meanwhile. A translation that comes out as it was keeps its record.
    InputError and EngineError.
    """
    entries = [entry for entry in case.translations if entry.origin == "machine" and (not only or entry.lang in only)]
    if unknown := sorted(set(only) - {entry.lang for entry in entries}):
        hint = 'in case.toml, origin = "machine" says that a translation is'
        raise InputError(f"has no machine-made translation into {unknown[0]}", file=case.folder, hint=hint)
    for entry in entries:
        _inside(case, entry.file)
    source = read_article(case.source, case.source_lang or None)
    making = replace(making, names=records.read_ledger(case.ledger).names if case.ledger else ())
    path, document, made = case.folder / "case.toml", _document(case.folder / "case.toml"), []
    for entry in entries:
        article, legs = _make(source, entry, engine or entry.engine or "auto", making)
        changed = not entry.file.is_file() or read_text(entry.file) != article.text
        _record(document, entry, legs, changed)
        made.append((entry, article.text, Update(entry.file, changed, article.origin)))
    fresh = [(entry, text) for entry, text, update in made if update.changed]
    _write(path, _without_records(path, [entry.lang for entry, _ in fresh]))
    for entry, text in fresh:
        write_text(entry.file, text)
    _write(path, document)
    return [update for _, _, update in made]


def _make(source: Article, entry: CaseTranslation, engine: str, making: Making) -> tuple[Article, Route]:
    """The translation, and the legs that made it in the end."""
    taken = [translation.route(source.lang, entry.lang, engine)]

    def failed(error: EngineError, legs: Route) -> None:
        taken.append(legs)
        if making.failed:
            making.failed(error, legs)

    return replace(making, failed=failed).translate(source, entry.lang, engine), taken[-1]


def _without_records(path: Path, langs: Sequence[str]) -> TOMLDocument:
    """case.toml with nothing said about how these were made: true, wherever the program is stopped. The next update
    finds nothing there and writes it down."""
    document = _document(path)
    table: Any = document["translations"] if langs else {}
    for lang in langs:
        for key in ("version", "chain", "date"):
            table[lang].pop(key, None)
    return document


def _inside(case: Case, file: Path) -> None:
    """Nothing outside a case is written: its case.toml may be somebody else's."""
    if not within(file, (case.folder,)):
        hint = "name a file in the folder of the case"
        raise InputError("lies outside the case and is not written", file=file, hint=hint)


def _document(path: Path) -> TOMLDocument:
    try:
        import tomlkit
    except ImportError:
        raise EngineError("tomlkit is not installed", hint="pip install 'factcheck[translate]'") from None
    return tomlkit.parse(read_text(path))


def _record(document: TOMLDocument, entry: CaseTranslation, route: Route, changed: bool) -> None:
    """Write down what made a translation; comments and everything else stay as they are."""
    table: Any = document["translations"]
    record = table[entry.lang]
    said = {
        "engine": _listed([leg.engine.name for leg in route]),
        "version": _listed([leg.engine.version for leg in route]),
        "chain": _listed(["-".join(leg.pair) for leg in route]),
    }
    if changed or any(record.get(key) != value for key, value in said.items()) or "date" not in record:
        record.update({**said, "date": date.today()})


def _listed(parts: Sequence[str]) -> str:
    return ", ".join(parts)


def _write(path: Path, document: TOMLDocument) -> None:
    import tomlkit

    text = tomlkit.dumps(document)
    if text != read_text(path):
        write_text(path, text)
