"""Cases: a folder with case.toml, an article, its translations and what the article is known to state."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from factcheck import languages
from factcheck.config import Settings, settings_from
from factcheck.errors import InputError, LanguageError
from factcheck.tomlfiles import Toml, read_toml

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


def load_case(folder: str | Path) -> Case:
    """The case in a folder.

    Files in its translations/ that case.toml does not list are taken too, with nothing said about who made
    them; claims.json is the ledger when case.toml names none. InputError, with line and key, for a broken
    case.toml.
    """
    folder = Path(folder)
    toml = _case_toml(folder)
    toml.only(_KEYS)
    if "source" not in toml.values:
        raise toml.error("source", "names no source article", 'write source = "article.xx.md"')
    settings = settings_from(toml.table("settings"))
    source = folder / toml.string("source")
    translations = tuple(_translations(folder, toml.table("translations")))
    return Case(
        folder,
        toml.string("title", folder.name),
        source,
        translations,
        _ledger(folder, toml),
        settings,
        decisions=folder / "decisions.json",
    )


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
        hint = f"cases in it: {', '.join(cases[:8])}" if cases else "see the README for what case.toml says"
        raise InputError("holds no case: there is no case.toml in it", file=folder, hint=hint)
    return read_toml(folder / "case.toml")


def _ledger(folder: Path, toml: Toml) -> Path | None:
    if "ledger" in toml.values:
        return folder / toml.string("ledger")
    usual = folder / "claims.json"
    return usual if usual.is_file() else None


def _translations(folder: Path, table: Toml) -> Iterator[CaseTranslation]:
    for lang in table.values:
        try:
            languages.base(lang)
        except LanguageError as error:
            raise table.error(lang, error.message, error.hint or "") from None
        entry = table.table(lang)
        entry.only(_TRANSLATION_KEYS)
        file = folder / entry.string("file", f"translations/{lang}.md")
        engine, version, chain = (entry.string(key) for key in ("engine", "version", "chain"))
        origin = entry.choice("origin", _ORIGINS)
        yield CaseTranslation(lang, file, origin, engine, version, chain, entry.date("date"))
    yield from _unlisted(folder / "translations", table.values)


def _unlisted(folder: Path, listed: Collection[str]) -> Iterator[CaseTranslation]:
    """Files called xx.md or NAME.xx.md, as articles are: one that was passed over would pass the gate unread."""
    found: dict[str, Path] = {}
    for file in sorted(folder.glob("*.md")):
        lang = file.stem.rpartition(".")[2]
        if lang in listed or lang not in languages.available():
            continue
        if lang in found:
            hint = "a case has one translation a language; say which in case.toml"
            raise InputError(f"is in {lang!r}, as {found[lang].name}", file=file, hint=hint)
        found[lang] = file
        yield CaseTranslation(lang, file)
