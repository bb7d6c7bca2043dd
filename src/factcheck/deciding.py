"""Deciding: which findings are meant, and writing it down without losing what another person decided."""

from __future__ import annotations

import getpass
import os
import subprocess
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from factcheck.errors import InputError
from factcheck.files import write_text
from factcheck.locking import locked
from factcheck.model import Decision, Finding, Place, State
from factcheck.records import decisions_to_text, read_decisions

_WORDS = 80
"""Characters of the words at a place that a decision keeps."""


def decision(finding: Finding, state: State, author: str, reason: str = "") -> Decision:
    """A decision about a finding, made now. InputError where what is accepted lacks a reason."""
    reason = " ".join(reason.split())
    if state is State.ACCEPTED and not reason:
        raise InputError("what is accepted needs a reason", hint='--reason "..." says why it may stand')
    return Decision(
        fingerprint=finding.fingerprint,
        state=state,
        author=author,
        date=datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        reason=reason,
        check=finding.check,
        lang=finding.lang,
        source=_words(finding.source),
        target=_words(finding.target),
    )


def _words(place: Place | None) -> str:
    text = " ".join(place.text.split()) if place else ""
    return text if len(text) <= _WORDS else text[: _WORDS - 1] + "…"


@dataclass(frozen=True, slots=True)
class Written:
    """What is in the file now, by fingerprint, and what was not written as another person had decided meanwhile: each
    with what stands in the file instead, None where there is no decision any more."""

    decisions: Mapping[str, Decision]
    conflicts: Mapping[str, Decision | None]


def write(
    path: str | Path,
    changes: Mapping[str, Decision | None],
    seen: Mapping[str, Decision | None] | None = None,
) -> Written:
    """Write decisions into a file, beside whatever else it holds; None takes one out.

    seen: what the person who decides saw for each fingerprint; where the file holds something else by now, that stays
    and is a conflict. Without it, the last one to write wins. InputError for a file that is broken or a link, which is
    left as it is, or cannot be written.
    """
    path = Path(path)
    if path.is_symlink():  # would be replaced, or lead out of the case
        raise InputError("is a link and is not written", file=path, hint="put the file itself there")
    with locked(path.parent):
        held = read_decisions(path)
        seen = held if seen is None else seen
        conflicts = {key: held.get(key) for key in changes if held.get(key) != seen.get(key)}
        for key in changes.keys() - conflicts.keys():
            new = changes[key]
            if new:
                held[key] = new
            else:
                held.pop(key, None)
        if changes.keys() - conflicts.keys():
            write_text(path, decisions_to_text(held.values()))
    return Written(held, conflicts)


def named(fingerprints: Iterable[str], known: Collection[str]) -> list[str]:
    """The fingerprints that these, or their beginnings, stand for. InputError for none and for several."""
    found = []
    for text in fingerprints:
        meant = [key for key in dict.fromkeys(known) if key.startswith(text.lower())] if text else []
        if len(meant) != 1:
            many = f"the beginning of {len(meant)} fingerprints" if meant else "no fingerprint of a finding here"
            raise InputError(f"{text!r:.40} is {many}", hint="factcheck decide CASE --list shows them all")
        found += meant
    return found


def author(folder: str | Path = ".") -> str:
    """The name of the person at work: as git knows it, in the environment or for the repository; else the account's."""
    named = os.environ.get("GIT_AUTHOR_NAME", "").strip()
    return named or _git_name(folder) or _account()


def _git_name(folder: str | Path) -> str:
    command = ["git", "-C", str(folder), "config", "user.name"]
    try:
        return subprocess.run(command, capture_output=True, encoding="utf-8", timeout=5, check=False).stdout.strip()
    except (OSError, ValueError, subprocess.TimeoutExpired):
        return ""


def _account() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # no account has this number
        return "unknown"
