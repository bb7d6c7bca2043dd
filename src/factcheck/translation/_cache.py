"""Translations made before: an SQLite file in the user's cache folder, safe with several processes at once.

Whatever is wrong with the file, translation goes on without it, and a note on the log says so once.
"""

from __future__ import annotations

import hashlib
import json
import logging
import os
import sqlite3
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import closing
from pathlib import Path

MOST_BYTES = 64 * 1024 * 1024
"""Of text. What was used longest ago goes first."""

_WAIT = 10.0  # seconds for another process to finish writing
_LOG = logging.getLogger("factcheck")
_DAY = 86_400  # seconds; when something was used need not be known better
_SCHEMA = """
CREATE TABLE IF NOT EXISTS translations (key BLOB PRIMARY KEY, made TEXT NOT NULL, used INTEGER NOT NULL) WITHOUT ROWID
"""


def cache_folder() -> Path:
    """FACTCHECK_CACHE_DIR, else the platform's folder for caches."""
    from platformdirs import user_cache_path

    chosen = os.environ.get("FACTCHECK_CACHE_DIR")
    return Path(chosen) if chosen else user_cache_path("factcheck", appauthor=False)


class Cache:
    """Sentences and what an engine made of them.

    file: None for the user's. A connection lives as long as one call: a process that ends anyhow leaves nothing open.
    """

    def __init__(self, file: Path | None = None, most_bytes: int = MOST_BYTES) -> None:
        self._file = file
        self._most = most_bytes
        self._broken = False

    @property
    def file(self) -> Path:
        """Where it is. Asked late, as the package that knows comes with the extra for translation."""
        return self._file or cache_folder() / "translations.sqlite3"

    def get(self, scope: Sequence[str], texts: Iterable[str]) -> dict[str, str]:
        """What is known of these texts. scope: all that a translation depends on beside the text."""
        keys = {_key(scope, text): text for text in texts}
        found: dict[str, str] = {}

        def read(connection: sqlite3.Connection) -> None:
            rows = [row for key in keys for row in connection.execute(_READ, (key,))]
            found.update((keys[key], made) for key, made, _ in rows if isinstance(made, str))
            old = [(_now(), key) for key, _, used in rows if used < _now() - _DAY]
            if old:  # writing makes others wait
                connection.executemany("UPDATE translations SET used = ? WHERE key = ?", old)

        self._try(read)
        return found

    def put(self, scope: Sequence[str], made: Mapping[str, str]) -> None:
        """Keep what was made, at once and for good."""
        rows = [(_key(scope, text), translation, _now()) for text, translation in made.items()]
        self._try(lambda to: to.executemany("INSERT OR REPLACE INTO translations VALUES (?, ?, ?)", rows))

    def trim(self) -> None:
        """Drop what was used longest ago, down to nine tenths of the limit, if the limit is passed."""

        def drop(connection: sqlite3.Connection) -> None:
            (size,) = connection.execute("SELECT coalesce(sum(length(made)), 0) FROM translations").fetchone()
            if size > self._most:
                connection.execute(_DROP, (size - self._most * 9 // 10,))

        self._try(drop)

    def _try(self, work: Callable[[sqlite3.Connection], object]) -> None:
        """Do it in a transaction; after the first error, nothing any more."""
        if self._broken:
            return
        try:
            with closing(self._connect()) as connection, connection:
                work(connection)
        except (sqlite3.Error, OSError, ImportError) as error:
            self._broken = True
            where = "" if isinstance(error, ImportError) else f"{self.file}: "
            _LOG.warning("the cache of translations is not used: %s%s", where, error)

    def _connect(self) -> sqlite3.Connection:
        file = self.file
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not file.exists():
            file.touch(mode=0o600)  # also in a folder that others may read
        connection = sqlite3.connect(file, timeout=_WAIT)
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute(_SCHEMA)
        except BaseException:
            connection.close()
            raise
        return connection


_READ = "SELECT key, made, used FROM translations WHERE key = ?"
_DROP = """
DELETE FROM translations WHERE key IN (
  SELECT key FROM (SELECT key, sum(length(made)) OVER (ORDER BY used, key) - length(made) AS before FROM translations)
  WHERE before < ?)
"""


def _key(scope: Sequence[str], text: str) -> bytes:
    return hashlib.sha256(json.dumps([*scope, text]).encode()).digest()


def _now() -> int:
    return int(time.time())
