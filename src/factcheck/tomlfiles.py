"""TOML files of the user, read so that every fault can be shown at its line and key."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from difflib import get_close_matches
from pathlib import Path

from factcheck.errors import InputError
from factcheck.files import read_text

_TABLE = re.compile(r"\s*\[\s*([^\[\]]+?)\s*\]\s*(?:#.*)?")
_KEY = re.compile(r"""\s*["']?([\w-]+)["']?\s*=""")
_AT_LINE = re.compile(r"\s*\(at (?:(line \d+), column \d+|end of document)\)")


@dataclass(frozen=True)
class Toml:
    """A table of a TOML file: its values, the file it stands in, and its name ("" for the whole file)."""

    file: Path
    text: str = field(repr=False)
    values: Mapping[str, object]
    name: str = ""

    def table(self, key: str) -> Toml:
        """The table under a key, empty when it is not there. InputError when the key holds anything else."""
        values = self.values.get(key, {})
        if not isinstance(values, dict):
            raise self.error(key, f"{key} must be a table", f"write [{self._path(key)}]")
        return Toml(self.file, self.text, values, self._path(key))

    def string(self, key: str, default: str = "") -> str:
        """The string under a key, or the default. InputError when it is none or is empty."""
        value = self.values.get(key, default)
        if not isinstance(value, str) or (key in self.values and not value.strip()):
            raise self.error(key, f"{key} must be a text, not {value!r:.40}", f'write {key} = "..."')
        return value

    def date(self, key: str) -> str:
        """The date under a key in ISO 8601, "" when it is not there. InputError when it is none."""
        value = self.values.get(key, "")
        if key in self.values and (not isinstance(value, date) or isinstance(value, datetime)):
            raise self.error(key, f"{key} must be a date, not {value!r:.40}", f"write {key} = 2024-08-05")
        return str(value)

    def choice(self, key: str, known: Collection[str], default: str = "") -> str:
        """The string under a key, one of the known ones, or the default; else InputError with the nearest."""
        value = self.string(key, default)
        if key in self.values and value not in known:
            raise self.error(key, f"unknown {key} {value!r:.60}", did_you_mean(value, known))
        return value

    def strings(self, key: str) -> tuple[str, ...]:
        """The list of strings under a key, a single string being a list of one; () when it is not there."""
        value = self.values.get(key, [])
        items = [value] if isinstance(value, str) else value
        if not isinstance(items, list) or not all(isinstance(item, str) for item in items):
            raise self.error(key, f"{key} must be a list of texts", f'write {key} = ["..."]')
        return tuple(items)

    def only(self, known: Collection[str]) -> None:
        """InputError with the nearest known key when the table has a key beside the known ones."""
        for key in self.values:
            if key not in known:
                raise self.error(key, f"unknown key {key!r:.60}", did_you_mean(key, known))

    def error(self, key: str, message: str, hint: str) -> InputError:
        """An error about the value of a key, placed at its line when that can be found, and at the key."""
        line = self.line(key)
        place = f"line {line}, {self._path(key)}" if line else self._path(key)
        return InputError(message, file=self.file, place=place, hint=hint)

    def line(self, key: str) -> int:
        """The line (1-based) where a key stands; 0 where it cannot be found."""
        return _line(self.text, self.name, key)

    def _path(self, key: str) -> str:
        return f"{self.name}.{key}" if self.name else key


def read_toml(path: Path) -> Toml:
    """A TOML file. InputError with the line when it cannot be read or is broken."""
    text = read_text(path)
    try:
        return Toml(path, text, tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        at, reason = _AT_LINE.search(str(error)), _AT_LINE.sub("", str(error))
        place = (at.group(1) if at else "") or "end of the file"
        raise InputError(f"broken TOML: {reason}", file=path, place=place, hint="see https://toml.io") from None
    except RecursionError:
        raise InputError("is nested too deeply", file=path, hint="see https://toml.io") from None


def did_you_mean(word: str, known: Collection[str]) -> str:
    """A hint with the nearest known word, or with all of them when none is near."""
    near = get_close_matches(word, sorted(known), 1)
    return f"did you mean {near[0]!r}?" if near else f"known: {', '.join(sorted(known))}"


def _line(text: str, table: str, key: str) -> int:
    """The line (1-based) where a key of a table stands, or the header of the table it names; 0: not found."""
    current = ""
    for number, line in enumerate(text.split("\n"), 1):
        header = _TABLE.fullmatch(line)
        if header:
            current = header.group(1).replace(" ", "")
            if current == (f"{table}.{key}" if table else key):
                return number
        entry = _KEY.match(line)
        if entry and current == table and entry.group(1) == key:
            return number
    return 0
