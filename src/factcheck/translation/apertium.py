"""Apertium, the Debian command: translates by rules, well between related languages.

Limits: unknown words stay as they are, names that are words are translated, and numbers keep the digits and
separators of the source.
"""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from factcheck.errors import EngineError
from factcheck.translation._base import Engine, Pair
from factcheck.translation._codes import related, standard

_MODE = re.compile(r"([a-z]{2,3})-([a-z]{2,3}(?:_[A-Z]{2})?)")
_APART = "\n\n"  # Apertium ends a sentence there, and leaves it as it is
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")
_TIMEOUT = 60.0  # seconds for a start; and for each 1,000 characters one more
_RELATED = 9


class Apertium(Engine):
    """Translates with the modes of the installed command: one process for a batch of sentences."""

    name = "apertium"
    rank = 25
    batch = 128
    more = "apt-get install apertium-eng-spa (`apt-cache search ^apertium-` lists pairs)"

    @property
    def version(self) -> str:
        command = shutil.which("apertium")
        return _version(command) if command else ""

    def missing(self) -> str:
        if shutil.which("apertium") is None:
            return "the command apertium is not installed: apt-get install apertium apertium-eng-spa"
        return "" if _modes() else f"no language pairs are installed: {self.more}"

    def pairs(self) -> frozenset[Pair]:
        return frozenset(_modes())

    def cost(self, source: str, target: str) -> int:
        """Measured: from English, the way over Portuguese by another engine is better than the direct one."""
        return _RELATED if related(source, target) else self.rank

    def model(self, source: str, target: str) -> str:
        mode = _modes().get((source, target))
        return f"{mode.stem} {mode.stat().st_mtime_ns}" if mode else ""

    def translate(self, sentences: Sequence[str], source: str, target: str) -> list[str]:
        mode, command = _modes().get((source, target)), shutil.which("apertium")
        if mode is None or command is None:
            raise EngineError(f"apertium has no pair from {source!r} to {target!r}", hint=self.more)
        texts = [_CONTROL.sub(" ", sentence).strip() for sentence in sentences]
        made = _run([command, "-u", "-f", "txt", mode.stem], texts)
        if len(made) != len(texts) or "" in made:  # a sentence was joined to its neighbour: each by itself
            made = [" ".join(_run([command, "-u", "-f", "txt", mode.stem], [text])) for text in texts]
        return made


def _run(command: Sequence[str], texts: Sequence[str]) -> list[str]:
    """What the command makes of the texts; a process that takes too long is ended with all that it started."""
    data = _APART.join(texts) + _APART
    process = subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True
    )
    try:
        out, err = process.communicate(data.encode("utf-8", "replace"), _TIMEOUT + len(data) / 1000)
    except subprocess.TimeoutExpired:
        raise EngineError("apertium takes too long", hint="try another engine, or shorter sentences") from None
    finally:
        if process.returncode is None:
            os.killpg(process.pid, signal.SIGKILL)
            process.communicate()
    if process.returncode:
        reason = " ".join(err.decode("utf-8", "replace").split())[:200] or f"exit code {process.returncode}"
        raise EngineError(f"apertium failed: {reason}", hint=f"try it by itself: echo text | {' '.join(command)}")
    parts = out.decode("utf-8", "replace").strip().split(_APART)
    return [part.replace("\n", " ").strip() for part in parts] if texts else []


def _modes() -> dict[Pair, Path]:
    """The file of each pair. Read from the folder that `apertium -l` lists, which takes no process."""
    command = shutil.which("apertium")
    if command is None:
        return {}
    home = os.environ.get("APERTIUM_DATADIR") or Path(command).resolve().parent.parent / "share" / "apertium"
    found: dict[Pair, Path] = {}
    for path in sorted(Path(home, "modes").glob("*.mode")):
        if match := _MODE.fullmatch(path.stem):
            found.setdefault((standard(match[1]), standard(match[2])), path)
    return found


@cache
def _version(command: str) -> str:
    try:
        said = subprocess.run([command, "-V"], capture_output=True, text=True, timeout=10).stdout
    except (OSError, subprocess.TimeoutExpired):
        return ""
    match = re.search(r"\d+(?:\.\d+)+", said)
    return match[0] if match else ""
