"""A case from an article and its translations: what case.toml has to say."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from shlex import quote

from .articles import language_in, read_article
from .errors import InputError
from .model import Article

SUFFIXES = (".md", ".markdown", ".txt")
"""Of the files that are read as texts of a case."""

_OFFERED = 4
_STEERING = dict.fromkeys([*range(32), *range(0x7F, 0xA0), 0x2028, 0x2029], " ")


def draft_case(article: Path, translations: Iterable[Path] = (), fail_on: str | None = None) -> str:
    """The text of a case.toml for the folder of an article. translations: files; without any, those that lie in
    translations/ are taken by their names. fail_on: the case's gate, None for what the project's settings say.
    InputError or LanguageError for a file that cannot be read."""
    source = read_article(article)
    texts = _by_language(read_article(file) for file in translations)
    lines = [f"title = {_quoted(_title(source, article))}", f"source = {_quoted(article.name)}"]
    if (article.parent / "claims.json").is_file():
        lines.append('ledger = "claims.json"')
    for lang, text in sorted(texts.items()):
        lines += ["", f"[translations.{lang}]", *_file(lang, Path(text.file), article.parent)]
    gate = f"fail-on = {_quoted(fail_on or 'error')} # error, warning or never"
    lines += ["", "[settings]", gate] if fail_on else ["", "# [settings] # go before those of the project", f"# {gate}"]
    return "\n".join(lines) + "\n"


def likely_articles(folder: Path) -> list[Path]:
    """The texts in a folder whose names say their language, as that of an article does; those called so come first."""
    texts = [file for file in sorted(folder.glob("[!.]*.*.*")) if file.suffix.lower() in SUFFIXES and language_in(file)]
    return sorted(texts, key=lambda file: not file.name.startswith("article"))


def first_step(folder: Path) -> str:
    """How a folder is made a case: the command, with the articles that may be meant."""
    articles = [quote(str(file)) for file in likely_articles(folder)[:_OFFERED]]
    if len(articles) == 1:
        return f"factcheck init {articles[0]}"
    return "factcheck init ARTICLE" + (f", which may be {', '.join(articles)}" if articles else "")


def beside(article: Path) -> list[Path]:
    """The texts beside an article that have its name but for the language: likely its translations."""
    name = article.stem.rpartition(".")[0]
    others = likely_articles(article.parent) if name else []
    return [file for file in others if file.stem.rpartition(".")[0] == name and file.name != article.name]


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
