"""What --changed-since leaves to check."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from factcheck.cases import Case
from factcheck.cli._console import note
from factcheck.config import Settings


def only_changed(case: Case, revision: str | None, settings: Settings) -> Case:
    """The case with only the translations that changed since the revision, None for all; says how many these are."""
    if revision is None:
        return case
    from factcheck.revisions import changed_case, gone_translations

    for file in gone_translations(case, revision):
        note(f"{file}: is gone since {revision}, and nothing is checked in its language")
    left = changed_case(case, revision, shared(settings))
    _say(len(left.translations), len(case.translations), revision)
    return left


def only_changed_files(
    files: Sequence[Path], revision: str | None, settings: Settings, common: Sequence[Path | None]
) -> Sequence[Path]:
    """The files that changed since the revision; all of them where one of what they have in common did."""
    if revision is None:
        return files
    from factcheck.revisions import changed_files

    together = [*filter(None, common), *shared(settings)]
    changed = changed_files([*files, *together], revision)
    left = files if any(file in changed for file in together) else [file for file in files if file in changed]
    _say(len(left), len(files), revision)
    return left


def shared(settings: Settings) -> list[Path]:
    """The files of the settings that say what is found in every text."""
    words = settings.do_not_translate
    return [*(settings.glossary or ()), *([words] if isinstance(words, Path) else [])]


def _say(left: int, number: int, revision: str) -> None:
    note(f"{left} of {number} {'text' if number == 1 else 'texts'} changed since {revision}")
