"""The packages that are installed, by whatever program."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from factcheck.errors import ModelError
from factcheck.models.folders import packages_folder
from factcheck.models.metadata import Metadata, parse_metadata, parse_name

METADATA = "metadata.json"
MODEL = "model/model.bin"
TOKENIZERS = ("sentencepiece.model", "bpe.model")


@dataclass(frozen=True, slots=True)
class Package(Metadata):
    """An installed package and its folder."""

    folder: Path

    @property
    def size(self) -> int:
        """Bytes of all files."""
        return sum(path.stat().st_size for path in self.folder.rglob("*") if path.is_file())

    @property
    def fault(self) -> str:
        """What is missing before it can translate, or ""."""
        if not (self.folder / MODEL).is_file():
            return f"{MODEL} is missing"
        tokenizers = [name for name in TOKENIZERS if (self.folder / name).is_file()]
        return "" if tokenizers else "it has no tokenizer"


def installed(home: Path | None = None) -> list[Package]:
    """All packages, by pair; of a pair the latest version last. What is no package is left out."""
    folders = (path.parent for path in (home or packages_folder()).glob(f"*/{METADATA}"))
    packages = [package for package in map(read_package, folders) if package]
    return sorted(packages, key=lambda package: (package.pair, package.order, package.folder))


def read_package(folder: Path) -> Package | None:
    """The package in a folder, or None."""
    try:
        data = parse_metadata(json.loads((folder / METADATA).read_text("utf-8")))
    except (OSError, ValueError, RecursionError):
        return None
    return Package(data.source, data.target, data.version, folder)


def find(name: str, packages: Sequence[Package]) -> list[Package]:
    """The packages of a name: of the folder's, or of the pair's. ModelError when there is none."""
    named = [package for package in packages if package.folder.name == name]
    if not named and (packages_folder() / name).is_dir():
        raise ModelError("is no package", file=packages_folder() / name, hint="nothing was done to it")
    if not named:
        pair = parse_name(name)
        named = [package for package in packages if package.pair == pair]
    if not named:
        there = ", ".join(dict.fromkeys(package.name for package in packages)) or "none"
        raise ModelError(f"no package {name} is installed", hint=f"there are: {there}")
    return named
