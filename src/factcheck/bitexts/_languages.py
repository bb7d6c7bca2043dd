"""Which languages a bitext is in: what is given, what it says, and what its place says."""

from __future__ import annotations

from pathlib import Path

from .. import languages
from ..articles import language_in
from ..errors import InputError, LanguageError
from ._rows import Row

_FOLDER = "LC_MESSAGES"


def same(one: str, other: str) -> bool:
    """Whether two tags may mean the same: fr and fr-CA, but not pt-BR and pt-PT."""
    try:
        if languages.base(one) != languages.base(other):
            return False
    except LanguageError:
        return False
    (_, *first), (_, *second) = (languages.tag(code).split("-") for code in (one, other))
    return not first or not second or first == second


def told(row: Row, path: str | Path, source_lang: str, target_lang: str) -> Row:
    """The row with both languages; one that is not translated yet needs none. InputError where one is not known."""
    row = row._replace(
        source_lang=source_lang or row.source_lang, target_lang=target_lang or row.target_lang or _placed(Path(path))
    )
    if row.pending:
        return row
    if not row.source_lang or not row.target_lang:
        missing = {"--source-lang": row.source_lang, "--target-lang": row.target_lang}
        hint = " and ".join(option for option, lang in missing.items() if not lang)
        raise InputError("does not say its languages", file=path, place=f"line {row.line}", hint=f"give {hint}")
    try:
        languages.base(row.source_lang)
        languages.base(row.target_lang)
    except LanguageError as error:
        raise InputError(error.message, file=path, place=f"line {row.line}", hint=error.hint or "") from None
    return row


def _placed(path: Path) -> str:
    """As the name of the file has it, or the folder of gettext: de/LC_MESSAGES/app.po."""
    folder = path.absolute().parent
    return language_in(folder.parent) if folder.name == _FOLDER else language_in(path)
