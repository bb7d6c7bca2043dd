"""What changed since a revision in git: so that a gate looks only at what a change touches."""

from __future__ import annotations

import subprocess
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from .articles import language_in, parse_article
from .cases import Case
from .drafting import SUFFIXES
from .earlier import with_earlier
from .errors import FactcheckError, InputError
from .languages import tag
from .model import Article

_PATIENCE = 60
"""Seconds that git may take."""


def changed_case(case: Case, revision: str, shared: Iterable[Path] = ()) -> Case:
    """The case with only those translations that changed since a revision; with all of them where something changed
    that concerns all: the source, the ledger, case.toml, or one of the shared files. InputError as changed_files."""
    common = [case.source, case.folder / "case.toml", *shared, *filter(None, (case.ledger, case.decisions))]
    files = [entry.file for entry in case.translations]
    changed = changed_files([*files, *common], revision)
    if any(file in changed for file in common):
        return replace(case, since=revision)
    return replace(case, translations=tuple(entry for entry in case.translations if entry.file in changed))


def gone_translations(case: Case, revision: str) -> list[Path]:
    """The files in a case's translations/ that were there at a revision, in languages that the case has no more. What
    case.toml lists is no part of them: that is read, and missed. InputError as changed_files."""
    deleted = ("--diff-filter=D", "--no-renames", "--relative", "--name-only", "-z")
    names = _git(case.folder, "diff", "--no-ext-diff", *deleted, _base(case.folder, revision), "--", "./translations")
    have = {"", *(tag(entry.lang) for entry in case.translations)}
    gone = (case.folder / name for name in names.split("\0") if name.endswith(SUFFIXES))
    return [file for file in gone if language_in(file) not in have]


def as_before(article: Article, revision: str) -> Article:
    """The article, knowing the words that it had where the revision and HEAD parted, if it was there already."""
    file = Path(article.file)
    if not file.is_file():
        return article
    try:
        text = _git(file.parent, "show", f"{_base(file.parent, revision)}:./{file.name}")
        before = parse_article(text.removeprefix("\ufeff"), article.lang, article.file)
    except FactcheckError:  # not there, or no text that can be compared
        return article
    return article if "\0" in text else with_earlier(article, before)  # zero bytes: UTF-16


def changed_files(files: Sequence[Path], revision: str) -> frozenset[Path]:
    """Those of the files that are not as they were where the revision and HEAD parted, in the working tree.

    New files count, and in the working tree also what is not committed. A file that is not there counts too where it
    was there, or never was: whoever reads it next says so. Standard input always counts. InputError where git cannot
    tell.
    """
    known = [file for file in files if str(file) != "-" and file.exists()]
    by_folder: dict[Path, list[Path]] = {}
    for file in known:
        by_folder.setdefault(file.parent, []).append(file)
    same = {file for folder, held in by_folder.items() for file in held if file not in _changed(folder, held, revision)}
    gone = [file for file in files if str(file) != "-" and not file.exists() and file.name in _OPTIONAL]
    return frozenset(file for file in files if file not in same and file not in gone)


_OPTIONAL = frozenset({"case.toml", "decisions.json"})
"""Files that a case may have; one that is not there did not change."""


def _changed(folder: Path, files: Sequence[Path], revision: str) -> set[Path]:
    """The files of one folder that git says changed, or does not know."""
    names = {file.name: file for file in files}
    base = _base(folder, revision)
    paths = ["--", *(f"./{name}" for name in names)]
    told = _git(folder, "diff", "--no-ext-diff", "--no-renames", "--relative", "--name-only", "-z", base, *paths)
    told += _git(folder, "ls-files", "--others", "-z", *paths)
    return {names[name] for name in told.split("\0") if name in names}


def _base(folder: Path, revision: str) -> str:
    """The commit where the revision and HEAD parted; the revision itself where that is not known (a shallow clone)."""
    _git(folder, "rev-parse", "--git-dir", hint="--changed-since is for files that git knows")
    known = f"{revision}^{{commit}}"
    unknown = f"{revision!r} is not here: fetch it, in CI with fetch-depth: 0 or GIT_DEPTH: 0; or name another commit"
    commit = _git(folder, "rev-parse", "--verify", "--end-of-options", known, hint=unknown).strip()
    try:
        return _git(folder, "merge-base", commit, "HEAD").strip() or commit
    except InputError:
        return commit


def _git(folder: Path, *args: str, hint: str = "") -> str:
    """What git says; InputError, with the hint, for what it says when it fails."""
    command = ["git", "-C", str(folder), "-c", "core.fsmonitor=false", *args]
    try:
        done = subprocess.run(command, capture_output=True, timeout=_PATIENCE, check=False)
    except (OSError, ValueError, subprocess.TimeoutExpired) as error:
        raise InputError(f"--changed-since needs git, which failed: {error}", hint="install git") from None
    if done.returncode:
        said = " ".join(done.stderr.decode(errors="replace").split()) or "no reason given"
        raise InputError(f"git cannot tell what changed: {said:.200}", file=folder, hint=hint)
    return done.stdout.decode(errors="surrogateescape")
