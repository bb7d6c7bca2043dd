"""The messages of a catalogue of gettext, read line by line in constant memory.

As the manual of gettext says a PO file is built; comments but for flags, and what is obsolete (#~), are passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from ..articles import MAX_PARAGRAPH
from ..errors import InputError
from ._rows import Words, lines

_LONGEST = 2 * MAX_PARAGRAPH
"""A line of the file: each character of a text may be escaped."""
_ENTRY = re.compile(r'(?:(domain|msgctxt|msgid_plural|msgid|msgstr)(?:\[(\d{1,2})\])?)?\s*"((?:[^"\\]|\\.)*)"')
_FIRST = re.compile(r"#|msgctxt\b|msgid\b|domain\b")
_ESCAPE = re.compile(r"\\(?:([0-7]{1,3})|x([0-9A-Fa-f]{1,2})|(.))")
_SIGNS = {"n": "\n", "t": "\t", "r": "\r", "a": " ", "b": " ", "f": " ", "v": " "}
_FLAGS = ("#,", "#=")


class Message:
    """A message and its translation: forms by their number, 0 where it has no plural. line: of the translation."""

    def __init__(self) -> None:
        self.fuzzy = False
        self.line = 0
        self._texts: dict[tuple[str, int], Words] = {}
        self._last: Words | None = None

    @property
    def source(self) -> str:
        """msgid"""
        return str(self._texts.get(("msgid", 0), ""))

    @property
    def plural(self) -> str:
        """msgid_plural"""
        return str(self._texts.get(("msgid_plural", 0), ""))

    @property
    def forms(self) -> dict[int, str]:
        """msgstr"""
        return {number: str(text) for (keyword, number), text in self._texts.items() if keyword == "msgstr"}

    @property
    def begun(self) -> bool:
        """Whether it has any text."""
        return bool(self._texts)

    def add(self, keyword: str, number: int, text: str, line: int) -> bool:
        """A line of it; False where it goes on with nothing, or says the same twice."""
        if keyword:
            if (keyword, number) in self._texts:
                return False
            self._last = self._texts[keyword, number] = Words()
            if keyword == "msgstr" and not self.line:
                self.line = line
        if self._last is None:
            return False
        self._last.add(_unescaped(text))
        return True


def messages(chunks: Iterable[str], path: str | Path) -> Iterator[Message]:
    """Each message in order, the header first where there is one. InputError with the line for what is none."""
    message = Message()
    for number, line in enumerate(lines(chunks, _LONGEST), 1):
        line = line.strip()
        if message.line and _FIRST.match(line):
            yield message
            message = Message()
        if line.startswith("#~"):
            message = Message()
        elif line.startswith(_FLAGS):
            message.fuzzy |= "fuzzy" in re.split(r"[\s,]+", line)
        elif line and not line.startswith("#"):
            _told(message, line, number, path)
    if message.line:
        yield message
    elif message.begun:
        raise _none(path, number, "is it cut off?")


def _told(message: Message, line: str, number: int, path: str | Path) -> None:
    if len(line) > _LONGEST:
        line = line[:_LONGEST].rstrip("\\") + '"'
    match = _ENTRY.fullmatch(line)
    if not match or not message.add(match[1] or "", int(match[2] or 0), match[3], number):
        raise _none(path, number, "msgfmt --check says more")


def _none(path: str | Path, line: int, hint: str) -> InputError:
    return InputError("is no catalogue of gettext", file=path, place=f"line {line}", hint=hint)


def _unescaped(text: str) -> str:
    return _ESCAPE.sub(_sign, text) if "\\" in text else text


def _sign(match: re.Match[str]) -> str:
    if match[3]:
        return _SIGNS.get(match[3], match[3])
    return chr(int(match[1], 8) if match[1] else int(match[2], 16))
