"""Package archives made for a test: the files that are looked for, without a model in them."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Mapping
from pathlib import Path

TOP = "translate-en_es-1_0"


def metadata(source: str = "en", target: str = "es", version: str = "1.0", **more: object) -> dict[str, object]:
    """What metadata.json says."""
    return {"package_version": version, "argos_version": "1.9", "from_code": source, "to_code": target, **more}


def contents(data: object = None) -> dict[str, bytes]:
    """The files of a package, as small as they can be."""
    return {
        "metadata.json": json.dumps(metadata() if data is None else data).encode(),
        "model/model.bin": b"weights" * 100,
        "sentencepiece.model": b"pieces",
    }


def write(path: Path, files: Mapping[str | zipfile.ZipInfo, bytes]) -> Path:
    """An archive of these entries."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for entry, data in files.items():
            archive.writestr(entry, data, zipfile.ZIP_DEFLATED)
    return path


def package(folder: Path, source: str = "en", target: str = "es", version: str = "1.0", **more: bytes) -> Path:
    """A package's archive, named as Argos names them; more: further files."""
    top = f"translate-{source}_{target}-{version.replace('.', '_')}"
    files = {**contents(metadata(source, target, version)), **more}
    return write(folder / f"{top}.argosmodel", {f"{top}/{name}": data for name, data in files.items()})
