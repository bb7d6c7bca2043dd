"""Cases: a folder with case.toml, an article, its translations and what the article is known to state."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from factcheck import languages
from factcheck.boundaries import bound, check_settings, roots, within
from factcheck.config import Settings, settings_from
from factcheck.drafting import first_step
from factcheck.errors import InputError, LanguageError
from factcheck.model import Problem
from factcheck.tomlfiles import Toml, read_toml
from factcheck.unlisted import find_unlisted

_KEYS = ("title", "source", "ledger", "translations", "settings")
_TRANSLATION_KEYS = ("file", "origin", "engine", "version", "chain", "date")
_ORIGINS = ("machine", "human")


@dataclass(frozen=True, slots=True)
class CaseTranslation:
    """A translation of a case: its file, its language, and who made it ("machine", "human" or "", not said).

    lang: "" when it is to be read from the file's name. For a machine's: engine, version and chain are one or several,
    with commas between, as it was made: "firefox, apertium", "0.5.0, 3.8.3", "en-pt, pt-es"; date: ISO 8601.
    """

    lang: str
    file: Path
    origin: str = ""
    engine: str = ""
    version: str = ""
    chain: str = ""
    date: str = ""


@dataclass(frozen=True, slots=True)
class Case:
    """What is to be checked against what, as case.toml states it; the files themselves are not read yet.

    ledger: None when there is none; source_lang: "" when it is to be read from the file's name. decisions: the file
    that holds them, which need not be there. since: a revision in git whose texts are to be compared with, "" for none.
    problems: what lies among the translations and is none, or that there are none.
    """

    folder: Path
    title: str
    source: Path
    translations: tuple[CaseTranslation, ...]
    ledger: Path | None = None
    settings: Settings = Settings()
    source_lang: str = ""
    decisions: Path | None = None
    since: str = ""
    problems: tuple[Problem, ...] = ()


def load_case(folder: str | Path) -> Case:
    """The case in a folder.

    Files in its translations/ that case.toml does not list are taken by their names, with nothing said about who made
    them, or become problems; claims.json is the ledger when case.toml names none. InputError, with line and key, for a
    broken case.toml, or one that names files outside the project (see boundaries).
    """
    folder = Path(folder)
    toml = _case_toml(folder)
    toml.only(_KEYS)
    if "source" not in toml.values:
        raise toml.error("source", "names no source article", 'write source = "article.xx.md"')
    bounds, settings = roots(folder), settings_from(toml.table("settings"))
    check_settings(toml.table("settings"), settings, bounds)
    listed = tuple(_listed(folder, toml.table("translations"), bounds))
    others = find_unlisted(folder / "translations", {entry.lang: entry.file for entry in listed}, bounds)
    translations = (*listed, *(CaseTranslation(lang, file) for lang, file in sorted(others.files.items())))
    return Case(
        folder,
        toml.string("title", folder.name),
        bound(toml, "source", folder / toml.string("source"), bounds),
        translations,
        _ledger(folder, toml, bounds),
        settings,
        decisions=bound(toml, "decisions", folder / "decisions.json", bounds),
        problems=tuple(others.problems) if translations or others.problems else (_none(folder),),
    )


def _none(folder: Path) -> Problem:
    hint = "put one into its translations/, named xx.md as its language, or list it in case.toml"
    return Problem("has no translation", str(folder), hint=hint)


def case_of(
    source: Path,
    translations: Iterable[Path],
    ledger: Path | None = None,
    source_lang: str = "",
    target_lang: str = "",
    decisions: Path | None = None,
) -> Case:
    """Files as a case; languages are read from their names where they are not given."""
    entries = tuple(CaseTranslation(target_lang, file) for file in translations)
    return Case(source.parent, source.name, source, entries, ledger, source_lang=source_lang, decisions=decisions)


def _case_toml(folder: Path) -> Toml:
    if folder.is_file() or not folder.exists():
        what = "is a file, not the folder of a case" if folder.is_file() else "no such folder"
        raise InputError(what, file=folder, hint="for files: factcheck check SOURCE TRANSLATION...")
    if not (folder / "case.toml").is_file():
        cases = sorted(path.parent.name for path in folder.glob("*/case.toml"))
        hint = f"cases in it: {', '.join(cases[:8])}" if cases else f"make it one: {first_step(folder)}"
        raise InputError("holds no case: there is no case.toml in it", file=folder, hint=hint)
    if not within(folder / "case.toml", roots(folder)):
        raise InputError(
            "is a link that leads out of the project", file=folder / "case.toml", hint="put it there itself"
        )
    return read_toml(folder / "case.toml")


def _ledger(folder: Path, toml: Toml, bounds: tuple[str, ...]) -> Path | None:
    usual = folder / "claims.json"
    if "ledger" in toml.values:
        return bound(toml, "ledger", folder / toml.string("ledger"), bounds)
    return bound(toml, "ledger", usual, bounds) if usual.is_file() else None


def _listed(folder: Path, table: Toml, bounds: tuple[str, ...]) -> Iterator[CaseTranslation]:
    for lang in table.values:
        try:
            languages.base(lang)
        except LanguageError as error:
            raise table.error(lang, error.message, error.hint or "") from None
        entry = table.table(lang)
        entry.only(_TRANSLATION_KEYS)
        file = bound(entry, "file", folder / entry.string("file", f"translations/{lang}.md"), bounds)
        engine, version, chain = (entry.string(key) for key in ("engine", "version", "chain"))
        origin = entry.choice("origin", _ORIGINS)
        yield CaseTranslation(lang, file, origin, engine, version, chain, entry.date("date"))
