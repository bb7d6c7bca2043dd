"""One program at a time: a lock on a folder, which leaves nothing behind where the system can lock folders."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from factcheck.errors import InputError

_FILE = ".factcheck.lock"
"""Is locked instead, and stays, on Windows and on network file systems that lock files only."""


@contextmanager
def locked(folder: str | Path) -> Iterator[None]:
    """Holds the lock of a folder, after waiting for who has it. InputError when the folder cannot be locked.

    Holds among threads too. It is advice: only programs that ask for it are kept apart.
    """
    try:
        handle = _lock(Path(folder))
    except OSError as error:
        hint = "check that the folder is there, and its permissions"
        raise InputError(f"cannot be locked: {error.strerror or error}", file=folder, hint=hint) from None
    try:
        yield
    finally:
        os.close(handle)  # gives the lock back, as the end of the program does


def _lock(folder: Path) -> int:
    if sys.platform != "win32":
        try:
            return _held(os.open(folder, os.O_RDONLY | os.O_CLOEXEC))
        except OSError:
            pass
    return _held(os.open(folder / _FILE, os.O_RDWR | os.O_CREAT, 0o666))


if sys.platform == "win32":

    def _held(handle: int) -> int:
        import msvcrt

        msvcrt.locking(handle, msvcrt.LK_LOCK, 1)
        return handle
else:

    def _held(handle: int) -> int:
        import fcntl

        try:
            fcntl.flock(handle, fcntl.LOCK_EX)
        except OSError:
            os.close(handle)
            raise
        return handle
