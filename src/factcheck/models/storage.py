"""Writing to disk: what can go wrong there in one plain sentence, and what must survive a power cut."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from factcheck.errors import FULL, ModelError


@contextmanager
def writable(path: Path) -> Iterator[None]:
    """ModelError for what the system refuses below the path: no space, no permission."""
    try:
        yield
    except (TimeoutError, ConnectionError):  # of a download's other side
        raise
    except OSError as error:
        if not error.filename and error.errno not in FULL:
            raise
        hint = "make room, then run it again" if error.errno in FULL else "see ARGOS_PACKAGES_DIR for another folder"
        where = error.filename or path
        raise ModelError(f"cannot be written: {error.strerror}", file=str(where), hint=hint) from None


def sync(path: Path) -> None:
    """Have a file or folder on the disk before anything that relies on it."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def delete(path: Path) -> None:
    """Remove a folder and all in it, a file, or a link and not what it leads to."""
    if path.is_symlink() or not path.is_dir():
        path.unlink()
    else:
        shutil.rmtree(path)
