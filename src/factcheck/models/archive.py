"""Archives of packages: looked through before anything is written, and unpacked with a count of every byte.

Limits: what the model and tokenizer do once libraries load them is not looked at; install from whom you trust.
"""

from __future__ import annotations

import errno
import hashlib
import json
import re
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn

from factcheck.errors import ModelError
from factcheck.models.entries import entries_fault
from factcheck.models.installed import METADATA, MODEL, TOKENIZERS
from factcheck.models.metadata import Metadata, parse_metadata

MOST_BYTES = 4 << 30
"""Of all files of a package, unpacked."""

_CHUNK = 1 << 20
_METADATA_BYTES = 1 << 20
_TOP = re.compile(r"[\w][\w.-]{0,99}", re.ASCII)
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, LookupError, NotImplementedError, RuntimeError, ValueError)


class ArchiveError(ModelError):
    """A file is no package, or none that is safe to unpack."""


class Archive:
    """An open package archive that has passed all checks that need no unpacking."""

    def __init__(self, path: Path, file: zipfile.ZipFile) -> None:
        self.path, self._zip = path, file
        if fault := entries_fault(file.infolist()):
            self._refuse(fault)
        self._files = [info for info in file.infolist() if not info.is_dir()]
        self.top = self._one_top()
        self.size = sum(info.file_size for info in self._files)
        if self.size > MOST_BYTES:
            self._refuse(f"would unpack to more than {MOST_BYTES >> 30} GB")
        self.metadata = self._metadata()
        self._complete()

    def unpack(self, folder: Path) -> dict[str, tuple[int, str]]:
        """Write all files into a folder that is made for it; size and SHA-256 of each. ModelError when it is broken."""
        made, left = {}, MOST_BYTES
        for info in self._files:
            name = info.filename.removeprefix(f"{self.top}/")
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            size, digest = self._write(info, path, min(left, info.file_size))
            left -= size
            made[name] = size, digest
        return made

    def _write(self, info: zipfile.ZipInfo, path: Path, most: int) -> tuple[int, str]:
        """Unpack a file; no more bytes than announced, so that a bomb ends at once."""
        digest, size = hashlib.sha256(), 0
        with _readable(self.path), self._zip.open(info) as packed, path.open("xb") as file:
            while data := packed.read(_CHUNK):
                size += len(data)
                if size > most:
                    self._refuse(f"{info.filename} unpacks to more than it announces")
                digest.update(data)
                file.write(data)
        return size, digest.hexdigest()

    def _one_top(self) -> str:
        tops = {info.filename.split("/", 1)[0] for info in self._zip.infolist()}
        top = tops.pop() if len(tops) == 1 else ""
        if not _TOP.fullmatch(top) or not all(info.filename.startswith(f"{top}/") for info in self._files):
            self._refuse("does not hold one folder, and nothing else")
        return top

    def _metadata(self) -> Metadata:
        info = next((info for info in self._files if info.filename == f"{self.top}/{METADATA}"), None)
        if info is None or info.file_size > _METADATA_BYTES:
            self._refuse(f"has no {METADATA}" if info is None else f"{METADATA} is too large")
        with _readable(self.path), self._zip.open(info) as file:
            data = file.read(_METADATA_BYTES)
        try:
            return parse_metadata(json.loads(data))
        except (ValueError, RecursionError) as error:
            what = "is no JSON" if isinstance(error, json.JSONDecodeError | RecursionError) else str(error)
            self._refuse(f"{METADATA}: {what}")

    def _complete(self) -> None:
        names = {info.filename.removeprefix(f"{self.top}/") for info in self._files}
        if MODEL not in names:
            self._refuse(f"has no {MODEL}")
        if names.isdisjoint(TOKENIZERS):
            self._refuse(f"has no tokenizer, {' or '.join(TOKENIZERS)}")

    def _refuse(self, what: str) -> NoReturn:
        raise ArchiveError(what, file=self.path, hint="nothing was installed")


@contextmanager
def open_archive(path: Path) -> Iterator[Archive]:
    """The archive, checked. ModelError, with what is wrong, for whatever is no package that is safe to unpack."""
    if not path.is_file():
        raise ModelError("no such file", file=path, hint="name a .argosmodel file, or a package such as FROM_TO")
    try:
        with _readable(path):
            file = zipfile.ZipFile(path)
    except OSError as error:
        raise ModelError(f"cannot be read: {error.strerror}", file=path) from None
    with file:
        with _readable(path):
            archive = Archive(path, file)
        yield archive


@contextmanager
def _readable(path: Path) -> Iterator[None]:
    try:
        yield
    except ModelError:
        raise
    except OSError as error:
        if error.errno != errno.EINVAL:  # of a position that no file has
            raise
        raise _broken(path, error) from None
    except _BROKEN as error:
        raise _broken(path, error) from None


def _broken(path: Path, error: Exception) -> ArchiveError:
    what = f"is no package, or only the beginning of one: {str(error)[:200] or type(error).__name__}"
    return ArchiveError(what, file=path, hint="get the file again; nothing was installed")
