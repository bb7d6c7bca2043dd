"""Reads a folder of NTREX-128: one sentence a line, the same line in every file."""

from __future__ import annotations

from pathlib import Path

CODES = {
    "arb": "ar", "bul": "bg", "cat": "ca", "ces": "cs", "dan": "da", "deu": "de", "ell": "el", "fas": "fa", "fin": "fi",
    "fra": "fr", "heb": "he", "hin": "hi", "hun": "hu", "ind": "id", "ita": "it", "jpn": "ja", "kor": "ko", "nld": "nl",
    "nob": "nb", "pol": "pl", "por": "pt", "ron": "ro", "rus": "ru", "spa": "es", "swe": "sv", "tha": "th", "tur": "tr",
    "ukr": "uk", "vie": "vi", "zho-CN": "zh",
}  # fmt: skip
"""ISO 639-3 as NTREX names its files -> the code that factcheck knows."""

Pairs = list[tuple[str, str]]


class DataError(Exception):
    """The folder is not what the benchmark expects; the message says what to do."""


def languages(folder: Path) -> list[str]:
    """The codes of CODES that the folder has a translation for, sorted."""
    return sorted(code for code in CODES if _file(folder, f"ref.{code}.txt"))


def pairs(folder: Path, code: str) -> Pairs:
    """(English sentence, its translation) for every line. Raises DataError."""
    source, target = _lines(folder, "src.eng.txt"), _lines(folder, f"ref.{code}.txt")
    if len(source) != len(target):
        raise DataError(f"{folder}: English has {len(source)} lines, {code} {len(target)}; fetch the data afresh")
    return list(zip(source, target, strict=True))


def _file(folder: Path, name: str) -> Path | None:
    return next((path for prefix in ("", "newstest2019-") if (path := folder / f"{prefix}{name}").is_file()), None)


def _lines(folder: Path, name: str) -> list[str]:
    path = _file(folder, name)
    if path is None:
        raise DataError(
            f"{folder}: no {name} or newstest2019-{name}; name the folder NTREX-128 of the NTREX repository"
        )
    return path.read_text(encoding="utf-8").rstrip("\n").split("\n")
