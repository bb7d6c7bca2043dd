"""Errors a user can act on: what, where, what to do. The command line prints them in one line and exits 2."""

from __future__ import annotations

import errno
from pathlib import Path

FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
"""What a system says when a disk is full."""

NO_WAY = (errno.EACCES, errno.EPERM, errno.ENAMETOOLONG)
"""What it says of a path that it does not let anybody look at."""


class FactcheckError(Exception):
    """Something could not be checked.

    message: what is wrong, without a full stop; file and place: where, when it is known (place is
    "line 3", "facts[2].value", ...); hint: what to do next.
    """

    def __init__(
        self,
        message: str,
        *,
        file: str | Path | None = None,
        place: str | None = None,
        hint: str | None = None,
    ) -> None:
        super().__init__(message)
        self.message = message
        self.file = _shown(str(file)) if file is not None else None
        self.place = place
        self.hint = hint

    def __str__(self) -> str:
        where = ", ".join(part for part in (self.file, self.place) if part)
        text = f"{where}: {self.message}" if where else self.message
        return f"{text} ({self.hint})" if self.hint else text


def _shown(file: str) -> str:
    """A file, or the URL of one without what may be secret in it."""
    if "://" not in file:
        return file
    from factcheck.addresses import shown

    return shown(file)


class InputError(FactcheckError):
    """A file of the user can't be read or does not hold what it should."""


class LanguageError(FactcheckError):
    """A language is unknown, or a text's language was not given."""


class EngineError(FactcheckError):
    """A translation engine is not there, lacks the pair, or failed."""


class ModelError(FactcheckError):
    """A language package can't be had, is not what it should be, or can't be installed."""
