"""The files in a case's translations/ that its case.toml does not list: taken by their names, or named as unread."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from factcheck.articles import language_in
from factcheck.boundaries import within
from factcheck.drafting import SUFFIXES
from factcheck.errors import InputError
from factcheck.languages import meant, tag
from factcheck.model import Problem

_NOSUFFIXES = ("readme",)
"""Names that say what a folder holds, in whatever folder they lie."""

_COPIES = (".bak", ".old", ".orig", ".rej", ".swp", ".tmp")
_NAMED = 20
"""So many files are named one by one."""

_THERE = "put the text itself there"


@dataclass(slots=True)
class Unlisted:
    """Translations by their languages, and what nobody would check: a gate must not be green over it unsaid."""

    files: dict[str, Path] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


def find_unlisted(folder: Path, listed: Mapping[str, Path], roots: tuple[str, ...]) -> Unlisted:
    """What lies in a folder of translations. listed: the files that case.toml has, by language; roots: where files may
    lie, with their links followed. Hidden files, copies that editors leave and README are passed over.

    InputError where two files are in one language: nobody can tell which is meant.
    """
    known = {os.path.realpath(file) for file in listed.values()}
    tags = {tag(lang): file for lang, file in listed.items()}
    found, others = Unlisted(), []
    for file in _entries(folder, found.problems):
        if os.path.realpath(file) in known:
            continue
        why = _why_not(file, folder, tags, roots)
        if why is None:
            _take(file, found.files)
        elif file.suffix.lower() in SUFFIXES or file.is_dir():
            found.problems.append(Problem(*why))
        else:
            others.append((file, Problem(*why)))
    have = tags.keys() | found.files.keys()
    found.problems += [unread for file, unread in others if language_in(file) and language_in(file) not in have]
    if len(found.problems) > _NAMED:
        more = Problem(f"{len(found.problems) - _NAMED:,} more files are no translations either", str(folder))
        found.problems[_NAMED:] = [more]
    return found


def _entries(folder: Path, problems: list[Problem]) -> Iterator[Path]:
    """Every file in a folder and below, and links to folders, which are not followed: they may lead in a circle."""

    def failed(error: OSError) -> None:
        problems.append(Problem(f"cannot be read: {error.strerror}", str(error.filename), hint="check its permissions"))

    if not os.path.lexists(folder):
        return
    for path, folders, files in os.walk(folder, onerror=failed):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        links = [name for name in folders if (Path(path) / name).is_symlink()]
        yield from (Path(path) / name for name in sorted((*files, *links)) if not _passed_over(name))


def _passed_over(name: str) -> bool:
    file = Path(name.lower())
    return name.startswith((".", "#", "~")) or name.endswith("~") or file.stem in _NOSUFFIXES or file.suffix in _COPIES


def _why_not(
    file: Path, folder: Path, listed: Mapping[str, Path], roots: tuple[str, ...]
) -> tuple[str, str, str, str] | None:
    """Why a file is no translation, as a problem says it; None if it is one."""
    lang, name = language_in(file), file.relative_to(folder.parent).as_posix()
    likely = lang or language_in(file.parent) or meant(file.stem.rpartition(".")[2].lower()) or "xx"
    table = f'[translations.{likely}] with file = "{name}" in case.toml'
    if file.is_dir():
        return "is a link to a folder and not followed", str(file), "", "list its files in case.toml"
    if not within(file, roots):
        return "is a link that leads out of the project", str(file), "", _THERE
    if file.exists() and not file.is_file():
        return "is no regular file", str(file), "", _THERE
    if file.suffix.lower() not in SUFFIXES:
        return "is no text: translations are .md, .markdown or .txt", str(file), "", "save its text as one of these"
    if file.parent != folder:
        return "lies in a folder of its own", str(file), "", f"write {table}"
    if not lang:
        hint = f"rename it to {likely}.md, as its language, or write {table}; what is no translation belongs elsewhere"
        return "its name says no language", str(file), "", hint
    if lang in listed:
        hint = f"a case has one translation a language: move one elsewhere, or write {table}"
        return f"is in {lang!r}, which is {listed[lang].name:.60} by case.toml", str(file), "", hint
    return None


def _take(file: Path, files: dict[str, Path]) -> None:
    lang = language_in(file)
    if lang in files:
        hint = "a case is one article with one translation a language: the other belongs into a case of its own"
        raise InputError(f"is in {lang!r}, as {files[lang].name}", file=file, hint=hint)
    files[lang] = file
