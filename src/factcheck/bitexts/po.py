"""Gettext catalogues (PO). Fuzzy and empty messages are pending; obsolete ones are left out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from ..files import decoded
from ..model import Problem
from ._messages import Message, messages
from ._placeholders import without_digits
from ._rows import Row, bounded

SUFFIXES = frozenset({".po"})
SEVERAL = False
_VARIABLE = re.compile(r"%[\w()$.#+-]*[a-z]|\{[^{}]{0,40}\}")
_SAID = re.compile(r"^(Language|X-Source-Language):[ \t]*([\w-]*)", re.MULTILINE)
_CHARSET = re.compile(rb'"Content-Type:[^"\n]{0,80}charset=([\w.:-]{1,40})', re.IGNORECASE)


def read(path: str | Path, _: str = "") -> Iterator[Row | Problem]:
    """The messages of a catalogue, each at the line of its translation; each plural form is held against the form of
    the source with the same variables.

    Where the header does not say it, msgid is English, as the manual of gettext has it.
    """
    langs = _langs("")
    for message in messages(decoded(path, _CHARSET), path):
        if not message.source:
            langs = _langs(message.forms.get(0, ""))
        else:
            for source, target in _forms(message):
                pending = message.fuzzy or not target.strip()
                row = Row(message.line, without_digits(source), without_digits(target), *langs, pending)
                yield bounded(row, path)


def _langs(header: str, source_lang: str = "en") -> tuple[str, str]:
    said = dict(_SAID.findall(header))
    return said.get("X-Source-Language") or source_lang, said.get("Language", "")


def _forms(message: Message) -> Iterator[tuple[str, str]]:
    one, more = message.source, message.plural
    for number, target in sorted(message.forms.items()):
        forms = [form for form in ((more, one) if number else (one, more)) if form]
        yield next((form for form in forms if _variables(form) == _variables(target)), forms[0]), target


def _variables(text: str) -> list[str]:
    return sorted(_VARIABLE.findall(text))
