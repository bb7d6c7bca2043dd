"""False alarms on the messages of programs: compiled catalogues of gettext, as Debian installs them."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import polib

from factcheck import check_pair, languages
from factcheck.bitexts import Row, read_bitext
from factcheck.errors import InputError, LanguageError
from factcheck.model import Finding

MOST = 9_000
"""Messages of a language after which no further catalogue is read."""


def checked(folder: Path, lang: str) -> Iterator[tuple[str, Row, list[Finding]]]:
    """Each different message of a language's catalogues with its findings: (program, message, findings)."""
    seen: set[str] = set()
    for file in sorted(folder.glob(f"{lang}/LC_MESSAGES/*.mo")):
        if len(seen) > MOST:
            return
        for row in _rows(file, lang):
            if not row.pending and row.source not in seen:
                seen.add(row.source)
                yield file.stem, row, check_pair(row.source, row.target, row.source_lang, row.target_lang)


def known(folder: Path) -> list[str]:
    """The languages of a folder of catalogues whose messages have a supplement here, by the folders' names."""
    return sorted(path.name for path in folder.iterdir() if list(path.glob("LC_MESSAGES/*.mo")) and _first(path.name))


def _first(lang: str) -> bool:
    try:
        return "@" not in lang and languages.base(lang) in languages.first_class()
    except LanguageError:
        return False


def _rows(file: Path, lang: str) -> Iterator[Row]:
    """The messages as a translator's catalogue would hold them, by the way that `factcheck check` takes."""
    try:
        compiled = polib.mofile(str(file))
    except (OSError, ValueError, UnicodeError):
        return
    catalogue = polib.POFile()
    catalogue.metadata = {"Language": lang, "Content-Type": "text/plain; charset=UTF-8"}
    for entry in compiled:
        texts = {"msgid_plural": entry.msgid_plural, "msgstr_plural": entry.msgstr_plural}
        catalogue.append(polib.POEntry(msgid=entry.msgid, msgstr=entry.msgstr, **texts))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "messages.po"
        path.write_text(str(catalogue), "utf-8")
        with suppress(InputError):  # a catalogue without messages
            yield from (row for row in read_bitext(path) if isinstance(row, Row))
