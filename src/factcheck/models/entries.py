"""What may stand in the list of an archive's files: plain files and folders at plain paths, none of them twice."""

from __future__ import annotations

import re
import stat
from collections.abc import Sequence
from pathlib import PurePosixPath
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipInfo

MOST_FILES = 2_000

_PART = re.compile(r"[^\x00-\x1f/\\:*?\"<>|]{1,200}")
_ENCRYPTED = 0x1


def entries_fault(infos: Sequence[ZipInfo]) -> str:
    """What is wrong with the entries, in one phrase, or ""."""
    if len(infos) > MOST_FILES:
        return f"has more than {MOST_FILES} files"
    names = [info.filename.rstrip("/").casefold() for info in infos]  # two names may be one file
    files = {name for name, info in zip(names, infos, strict=True) if not info.is_dir()}
    seen: set[str] = set()
    for name, info in zip(names, infos, strict=True):
        if fault := _fault(info):
            return fault
        if name in seen:
            return f"has two files {info.filename[:100]!r}"
        if not files.isdisjoint(map(str, PurePosixPath(name).parents)):
            return f"has a file where it has a folder: {info.filename[:100]!r}"
        seen.add(name)
    return ""


def _fault(info: ZipInfo) -> str:
    parts = info.filename.removesuffix("/").split("/")
    if info.filename != info.orig_filename or not all(map(_plain, parts)):
        return f"has a path that leads elsewhere: {info.orig_filename[:100]!r}"
    kind = stat.S_IFMT(info.external_attr >> 16)
    if kind not in (0, stat.S_IFDIR if info.is_dir() else stat.S_IFREG):
        return f"has a link or a device: {info.filename[:100]!r}"
    if info.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
        return f"is compressed in a way that Argos does not use: {info.filename[:100]!r}"
    return "is encrypted" if info.flag_bits & _ENCRYPTED else ""


def _plain(part: str) -> bool:
    return part not in (".", "..") and not part.endswith((".", " ")) and _PART.fullmatch(part) is not None
