"""A translation that is killed at any moment: the next run succeeds, and what was made is not made again."""

from __future__ import annotations

import os
import random
import shutil
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

CASE = Path(__file__).parent.parent / "claims" / "openai-founders"
KILLS = 20


def start(folder: Path, *args: object) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "factcheck", "translate", *map(str, args)]
    environment = {**os.environ, "FACTCHECK_CACHE_DIR": str(folder / "cache")}
    return subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)


def kill(folder: Path, after: float, *args: object) -> bool:
    """Whether the process was still at work when it was killed."""
    process = start(folder, *args)
    time.sleep(after)
    process.kill()
    process.communicate()
    return process.returncode < 0


def finish(folder: Path, *args: object) -> float:
    """Seconds that a run takes that nobody kills."""
    begin, process = time.monotonic(), start(folder, *args)
    said = process.communicate()[1].decode()
    assert process.returncode == 0, said
    return time.monotonic() - begin


def sentences(folder: Path) -> int:
    """How many the cache holds, which is whole."""
    file = folder / "cache" / "translations.sqlite3"
    if not file.exists():
        return 0
    with closing(sqlite3.connect(file)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        tables = connection.execute("SELECT name FROM sqlite_master WHERE name = 'translations'").fetchall()
        return int(connection.execute("SELECT count(*) FROM translations").fetchone()[0]) if tables else 0


@pytest.mark.slow
def test_a_killed_translation_succeeds_in_the_next_run(tmp_path: Path) -> None:
    shutil.copytree(CASE, tmp_path / "case")
    shutil.copy(CASE / "article.en.md", tmp_path / "whole.en.md")
    (tmp_path / "case/translations/pt.md").unlink()
    usual = finish(tmp_path, tmp_path / "whole.en.md", "--to", "pt", "--no-cache")
    moments, killed, kept = random.Random(5), 0, 0
    while killed < KILLS:
        if kill(tmp_path, moments.uniform(0, usual), tmp_path / "case", "--update"):
            killed += 1
        else:  # it was done before: begin again with nothing
            shutil.rmtree(tmp_path / "cache", ignore_errors=True)
            kept = 0
        made = tmp_path / "case/translations/pt.md"
        assert not made.exists() or made.read_text("utf-8") == (CASE / "translations/pt.md").read_text("utf-8")
        assert sentences(tmp_path) >= kept
        kept = sentences(tmp_path)
    finish(tmp_path, tmp_path / "case", "--update")
    assert (tmp_path / "case/translations/pt.md").read_text("utf-8") == (CASE / "translations/pt.md").read_text("utf-8")
    assert 'chain = "en-pt"' in (tmp_path / "case/case.toml").read_text("utf-8")
