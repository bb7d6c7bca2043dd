"""One program at a time: a lock on a folder, which leaves nothing behind where the system can lock folders."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from factcheck.errors import InputError


@contextmanager
def locked(folder: str | Path) -> Iterator[None]:
    """Holds the lock of a folder, after waiting for who has it. InputError when the folder cannot be opened.

    Holds among threads too. It is advice: only programs that ask for it are kept apart.
    """
    try:
        handle = _open(Path(folder))
    except OSError as error:
        hint = "check that the folder is there, and its permissions"
        raise InputError(f"cannot be locked: {error.strerror or error}", file=folder, hint=hint) from None
    try:
        _wait(handle)
        yield
    finally:
        os.close(handle)  # gives the lock back, as the end of the program does


if sys.platform == "win32":
    import msvcrt

    def _open(folder: Path) -> int:
        return os.open(folder / ".factcheck.lock", os.O_RDWR | os.O_CREAT)

    def _wait(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_LOCK, 1)
else:
    import fcntl

    def _open(folder: Path) -> int:
        return os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)

    def _wait(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX)
