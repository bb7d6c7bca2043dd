"""How far a case may reach. Its case.toml may be a stranger's: it reads nothing outside the project, and writes nothing
outside the case and the working folder, also not over links."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from factcheck.config import Settings
from factcheck.tomlfiles import Toml


def roots(folder: Path) -> tuple[str, ...]:
    """Where the files of a case may lie: in its folder, in the repository that holds it, in the working folder."""
    case = Path(os.path.realpath(folder))
    repository = next((str(path) for path in (case, *case.parents) if (path / ".git").exists()), "")
    return tuple(root for root in (str(case), repository, os.path.realpath(".")) if Path(root).parent != Path(root))


def within(path: str | Path, folders: Iterable[str | Path]) -> bool:
    """Whether a path, with every link followed, lies in one of the folders or is it."""
    try:
        real = Path(os.path.realpath(path))  # Path.resolve fails where links lead in a circle
    except ValueError:  # a zero byte: no place at all
        return False
    return any(real.is_relative_to(os.path.realpath(folder)) for folder in folders)


def bound(toml: Toml, key: str, file: Path, folders: Iterable[str]) -> Path:
    """The file, if it lies in one of the folders; else InputError, at the key of case.toml that it is for."""
    if not within(file, folders):
        hint = "put it into the repository of the case, or run this in a folder that holds both"
        raise toml.error(key, f"{file} is outside the project and is not read", hint)
    return file


def check_settings(table: Toml, settings: Settings, folders: Iterable[str]) -> None:
    """InputError where the settings of a case name a file that is not in these folders, or write elsewhere than in the
    case or the working folder. table: where they stand."""
    kept = settings.do_not_translate
    named = [("glossary", file) for file in settings.glossary or ()]
    named += [("do-not-translate", kept)] if isinstance(kept, Path) else []
    named += [("baseline", settings.baseline)] if settings.baseline else []
    for key, file in named:
        bound(table, key, file, folders)
    if settings.output and not within(settings.output, (table.file.parent, ".")):
        hint = "a case writes into its own folder or the working one; --output may name any"
        raise table.error("output", f"{settings.output} is outside the case and is not written", hint)
