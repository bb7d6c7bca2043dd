"""Gettext catalogues (PO). Fuzzy and empty messages are pending; obsolete ones are left out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from ..errors import InputError
from ..files import read_text
from ..model import Problem
from ._placeholders import without_digits
from ._rows import Row, bounded

if TYPE_CHECKING:
    from polib import POEntry

SUFFIXES = frozenset({".po"})
SEVERAL = False
_VARIABLE = re.compile(r"%[\w()$.#+-]*[a-z]|\{[^{}]{0,40}\}")


def read(path: str | Path, source_lang: str = "en") -> Iterator[Row | Problem]:
    """The messages of a catalogue; each plural form is held against the form of the source with the same variables.

    source_lang: what msgid is written in where the header does not say it; by default as the manual of gettext has it.
    """
    import polib

    try:
        catalogue = polib.pofile(read_text(path) + "\n")
    except (OSError, ValueError, UnicodeError) as error:  # all that the library raises for what it cannot read
        line = re.search(r"line (\d+)", str(error))
        place = f"line {line[1]}" if line else ""
        raise InputError(
            "is no catalogue of gettext", file=path, place=place, hint="msgfmt --check says more"
        ) from None
    langs = catalogue.metadata.get("X-Source-Language", source_lang), catalogue.metadata.get("Language", "")
    for entry in catalogue:
        if not entry.obsolete:
            for source, target in _forms(entry):
                row = Row(
                    entry.linenum or 1,
                    without_digits(source),
                    without_digits(target),
                    *langs,
                    pending=entry.fuzzy or not target.strip(),
                )
                yield bounded(row, path)


def _forms(entry: POEntry) -> Iterator[tuple[str, str]]:
    if not entry.msgid_plural:
        yield entry.msgid, entry.msgstr
        return
    for number, target in sorted(entry.msgstr_plural.items()):
        forms = (entry.msgid_plural, entry.msgid) if number else (entry.msgid, entry.msgid_plural)
        yield next((form for form in forms if _variables(form) == _variables(target)), forms[0]), target


def _variables(text: str) -> list[str]:
    return sorted(_VARIABLE.findall(text))
