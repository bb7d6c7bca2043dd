"""A case from an article and its translations: what case.toml has to say."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from .articles import read_article
from .errors import InputError
from .model import Article

_STEERING = dict.fromkeys([*range(32), *range(0x7F, 0xA0), 0x2028, 0x2029], " ")


def draft_case(article: Path, translations: Iterable[Path] = (), fail_on: str = "error") -> str:
    """The text of a case.toml for the folder of an article. translations: files; without any, those that lie in
    translations/ are taken by their names. InputError or LanguageError for a file that cannot be read."""
    source = read_article(article)
    texts = _by_language(read_article(file) for file in translations)
    lines = [f"title = {_quoted(_title(source, article))}", f"source = {_quoted(article.name)}"]
    if (article.parent / "claims.json").is_file():
        lines.append('ledger = "claims.json"')
    for lang, text in sorted(texts.items()):
        lines += ["", f"[translations.{lang}]", *_file(lang, Path(text.file), article.parent)]
    lines += ["", "[settings]", f"fail-on = {_quoted(fail_on)} # error, warning or never"]
    return "\n".join(lines) + "\n"


def _by_language(texts: Iterable[Article]) -> dict[str, Article]:
    found: dict[str, Article] = {}
    for text in texts:
        if text.lang in found:
            hint = "a case has one translation a language"
            raise InputError(f"is in {text.lang!r}, as {found[text.lang].file}", file=text.file, hint=hint)
        found[text.lang] = text
    return found


def _title(source: Article, article: Path) -> str:
    """Its first heading, else its name."""
    return next((segment.text for segment in source.segments if segment.kind == "heading"), article.name)


def _file(lang: str, file: Path, folder: Path) -> Iterator[str]:
    """Where the file lies, unless it is where a case looks for it by itself."""
    name = Path(os.path.relpath(file, folder)).as_posix()
    if name != f"translations/{lang}.md":
        yield f"file = {_quoted(name)}"
    yield '# origin = "human" # or "machine", with engine = "..."'


def _quoted(text: str) -> str:
    """A text as TOML has it, where JSON agrees."""
    return json.dumps(text.translate(_STEERING), ensure_ascii=False)
