"""What a package says of itself, in its metadata.json and in an index."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from factcheck import languages
from factcheck.errors import LanguageError, ModelError
from factcheck.translation._codes import standard

Pair = tuple[str, str]

_CODE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})?")
_VERSION = re.compile(r"\d{1,9}(?:\.\d{1,9}){0,3}")


@dataclass(frozen=True, slots=True)
class Metadata:
    """A package's languages, as BCP 47 tags, and version, as numbers between dots."""

    source: str
    target: str
    version: str

    @property
    def pair(self) -> Pair:
        """Languages: from, to."""
        return self.source, self.target

    @property
    def name(self) -> str:
        """The name that `factcheck models` knows it by: "en_es"."""
        return f"{self.source}_{self.target}"

    @property
    def order(self) -> tuple[int, ...]:
        """The version as numbers: 1.10 is later than 1.9."""
        return tuple(map(int, self.version.split(".")))

    @property
    def languages(self) -> str:
        """For people: "English to Spanish"."""
        return f"{languages.name(self.source)} to {languages.name(self.target)}"


def parse_metadata(data: Any) -> Metadata:
    """Metadata from JSON. ValueError, with what is wrong, unless it is a translation package of known languages."""
    if not isinstance(data, dict):
        raise ValueError("is no JSON object")
    if data.get("type", "translate") != "translate":
        raise ValueError(f"is of type {str(data['type'])[:40]!r}, no translation package")
    version = data.get("package_version")
    if not isinstance(version, str) or not _VERSION.fullmatch(version):
        raise ValueError(f"package_version is no version: {str(version)[:40]!r}")
    return Metadata(_tag(data, "from_code"), _tag(data, "to_code"), version)


def _tag(data: dict[str, Any], key: str) -> str:
    code = data.get(key)
    if not isinstance(code, str) or not _CODE.fullmatch(code):
        raise ValueError(f"{key} is no language code: {str(code)[:40]!r}")
    tag = standard(code)
    try:
        languages.base(tag)
    except LanguageError as error:
        raise ValueError(f"{key}: {error.message}") from None
    return tag


def parse_name(name: str) -> Pair:
    """Languages from a package's name: "en_es", "translate-en_es" or "en-es". ModelError, with how to write it."""
    from_code, _, to_code = name.removeprefix("translate-").partition("_" if "_" in name else "-")
    try:
        data = {"from_code": from_code, "to_code": to_code}
        return _tag(data, "from_code"), _tag(data, "to_code")
    except ValueError as error:
        raise ModelError(f"{name!r} names no package: {error}", hint="write FROM_TO with language codes") from None
