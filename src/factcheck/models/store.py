"""Installing and removing packages, whole or not at all, one program at a time.

Everything is made ready in the work folder and then moved with one rename. A program may be killed at any moment: the
next one finds what it left in the work folder, and finishes or undoes it.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from uuid import uuid4

from factcheck.errors import ModelError
from factcheck.models.archive import Archive, open_archive
from factcheck.models.checksums import is_met, write_record
from factcheck.models.download import file_digest
from factcheck.models.folders import packages_folder, work_folder
from factcheck.models.installed import Package, installed, read_package
from factcheck.models.metadata import Pair
from factcheck.models.storage import delete, sync, writable

_WAIT = 600.0  # seconds for another program to finish


class Store:
    """The folder of packages. Used inside `with store.locked():`, which first cleans up after a killed program."""

    def __init__(self, home: Path | None = None) -> None:
        self.home = home or packages_folder()
        self._work = work_folder(self.home)
        self.downloads = self._work / "downloads"
        self._unpacked, self._replaced = self._work / "unpacked", self._work / "replaced"

    @contextmanager
    def locked(self, waiting: Callable[[], None] = lambda: None, patience: float = _WAIT) -> Iterator[None]:
        """Keep other programs out, after waiting for them at most so many seconds; waiting: called when one is in."""
        try:
            from filelock import FileLock, Timeout
        except ImportError:
            raise ModelError("filelock is not installed", hint="pip install 'factcheck[translate]'") from None
        self._make_folders()
        lock = FileLock(self._work / "lock")
        try:
            with writable(self._work), suppress(Timeout):
                lock.acquire(timeout=0)
            if not lock.is_locked:
                waiting()
                lock.acquire(timeout=patience)
        except Timeout:
            raise ModelError("another program is changing the packages", file=self._work, hint="try later") from None
        try:
            self._recover()
            yield
        finally:
            lock.release()

    def tidy(self) -> None:
        """Finish what a killed program left half-done, if there is anything, and nobody is at work."""
        if any(folder.is_dir() and any(folder.iterdir()) for folder in (self._replaced, self._unpacked)):
            with suppress(ModelError), self.locked(patience=0):
                pass

    def _make_folders(self) -> None:
        with writable(self._work):
            self.home.mkdir(parents=True, exist_ok=True)
            if self._work.parent.stat().st_dev != self.home.stat().st_dev:
                hint = "set ARGOS_PACKAGES_DIR to a folder below it"
                raise ModelError(
                    "is a file system of its own, where nothing can be moved in", file=self.home, hint=hint
                )
            for folder in (self.downloads, self._unpacked, self._replaced):
                folder.mkdir(parents=True, exist_ok=True)

    def install(self, file: Path, wanted: Pair | None = None, source: str = "", force: bool = False) -> Package | None:
        """Install an archive, in place of an earlier version of the same pair; None when there is nothing to do.

        wanted: the pair that it must be for. source: where it came from, for the record. force: also what is
        installed already, or an older version. ModelError, with everything as it was, when it can't be done.
        """
        with open_archive(file) as archive:
            if wanted and archive.metadata.pair != wanted:
                said = f"is a package for {archive.metadata.name}, not for {'_'.join(wanted)}"
                raise ModelError(said, file=file, hint="nothing was installed")
            if not force and is_met(archive.metadata, installed(self.home)):
                return None
            older = [package for package in installed(self.home) if package.pair == archive.metadata.pair]
            folder = self._free(archive, older)
            with writable(self._work):
                made = self._make(archive, source or file.name)
                self._exchange(made, folder, older)
        return read_package(folder)

    def remove(self, package: Package) -> None:
        """Remove an installed package: at one moment it is there whole, at the next it is gone."""
        with writable(package.folder):
            aside = self._unpacked / package.folder.name
            package.folder.rename(aside)
            delete(aside)

    def _free(self, archive: Archive, older: Sequence[Package]) -> Path:
        """The folder to install into: the archive's own name, unless it is somebody else's."""
        folder = self.home / archive.top
        if os.path.lexists(folder) and folder not in [package.folder for package in older]:
            raise ModelError("is there already and is another package, or none", file=folder, hint="move it away first")
        space = shutil.disk_usage(self._work).free
        if archive.size > space:
            needs = f"{archive.size / 1e6:.1f} MB are needed and {space / 1e6:.1f} MB are free"
            raise ModelError(f"not enough space: {needs}", file=self.home, hint="make room, then run it again")
        return folder

    def _make(self, archive: Archive, source: str) -> Path:
        folder = self._unpacked / uuid4().hex / archive.top
        folder.mkdir(parents=True)
        try:
            write_record(folder, file_digest(archive.path), source, archive.unpack(folder))
            for path in (*folder.rglob("*"), folder):
                sync(path)
        except BaseException:
            delete(folder.parent)
            raise
        return folder

    def _exchange(self, made: Path, folder: Path, older: Sequence[Package]) -> None:
        """Older packages aside, the new one in. Recovery puts them back if we are killed in between."""
        for package in older:
            package.folder.rename(self._replaced / package.folder.name)
        try:
            made.rename(folder)
        except BaseException:
            self._recover()
            raise
        sync(self.home)
        self._recover()

    def _recover(self) -> None:
        """Put back a package whose successor never came; delete what a killed program left."""
        with writable(self._work):
            there = {package.pair for package in installed(self.home)}
            for folder in self._replaced.iterdir():
                package = read_package(folder)
                if package and package.pair not in there and not os.path.lexists(self.home / folder.name):
                    folder.rename(self.home / folder.name)
                else:
                    delete(folder)
            for folder in self._unpacked.iterdir():
                delete(folder)
