"""The record of an installation, in the package's folder: the SHA-256 of the archive and of each file."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path

from factcheck.models.download import file_digest
from factcheck.models.installed import Package
from factcheck.models.metadata import Metadata

RECORD = "factcheck.json"

Files = Mapping[str, tuple[int, str]]
"""Size and SHA-256 by path."""


def write_record(folder: Path, archive: str, source: str, files: Files) -> None:
    """Write down what was installed: the archive's SHA-256, where it came from, and its files."""
    listed = {
        name: {"size": size, "sha256": digest} for name, (size, digest) in sorted(files.items()) if name != RECORD
    }
    record = {"archive": archive, "source": source, "files": listed}
    (folder / RECORD).write_text(json.dumps(record, indent=1) + "\n", "utf-8")


def recorded(package: Package) -> bool:
    """Whether there is a record to compare the package with."""
    return _files(package) is not None


def damage(package: Package, thorough: bool = True) -> str:
    """What is wrong with a package in one phrase, or "": compared with its record, or without one, what is missing.

    thorough: read every file. Otherwise only sizes are compared.
    """
    for name, (size, digest) in (_files(package) or {}).items():
        path = package.folder / name
        try:
            if path.stat().st_size != size:
                return f"{name} has another size than when it was installed"
            if thorough and file_digest(path) != digest:
                return f"{name} was changed since it was installed"
        except FileNotFoundError:
            return f"{name} is missing"
        except OSError as error:
            return f"{name} cannot be read: {error.strerror}"
    return package.fault


def is_met(wanted: Metadata, packages: Iterable[Package]) -> bool:
    """Whether one of the packages is for the pair, undamaged, and of that version or a later one."""
    same = (package for package in packages if package.pair == wanted.pair)
    return any(package.order >= wanted.order and not damage(package, thorough=False) for package in same)


def _files(package: Package) -> dict[str, tuple[int, str]] | None:
    try:
        files = json.loads((package.folder / RECORD).read_text("utf-8"))["files"]
        return {str(name): (int(file["size"]), str(file["sha256"])) for name, file in files.items()}
    except (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return None
