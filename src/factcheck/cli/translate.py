"""factcheck translate: offline translation."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from factcheck.cli._options import example

if TYPE_CHECKING:
    from factcheck.model import Article
    from factcheck.translation import Cache


@click.command(
    epilog=example(
        "factcheck translate claims/openai-founders/article.en.md --to pt",
        "factcheck translate FILE --to pt,es --output drafts",
    )
)
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--to", required=True, metavar="LANGS", help="Codes of the languages to make, separated by commas.")
@click.option("--from", "--lang", "lang", metavar="LANG", help="Of FILE.  [default: from its name]")
@click.option("--engine", default="auto", show_default=True, help="See `factcheck engines`.")
@click.option("--output", type=click.Path(path_type=Path), metavar="FOLDER", help="Takes a file a language.")
@click.option("--no-cache", is_flag=True, help="Translate each sentence again, even where it was made before.")
@click.option("--force", is_flag=True, help="Replace files that are there.")
def command(
    file: Path, to: str, lang: str | None, engine: str, output: Path | None, no_cache: bool, force: bool
) -> int:
    """Translate FILE offline; its Markdown stays.

    One language without --output is printed. A language that cannot be made is named, the others are still made,
    and the command exits 2.
    """
    from factcheck.articles import read_article
    from factcheck.cli._console import note
    from factcheck.errors import FactcheckError
    from factcheck.translation import Cache

    targets = list(dict.fromkeys(code.strip() for code in to.split(",") if code.strip()))
    if not targets or (len(targets) > 1 and output is None):
        raise click.UsageError(
            "--output FOLDER is needed for several languages" if targets else "--to names no language"
        )
    source, cache, failed = read_article(file, lang), None if no_cache else Cache(), 0
    for target in targets:
        try:
            _translate(source, target, engine, cache, output / f"{target}.md" if output else None, force)
        except FactcheckError as error:
            note(f"factcheck: {error}")
            failed += 1
    return 2 if failed else 0


def _translate(source: Article, target: str, engine: str, cache: Cache | None, path: Path | None, force: bool) -> None:
    from factcheck import translation
    from factcheck.cli._console import emit, progress, stepper
    from factcheck.errors import InputError

    if path and path.exists() and not force:
        raise InputError("is there already", file=path, hint="--force replaces it")
    with progress() as bars:
        step = stepper(bars, f"translating into {target}", len(source.segments))
        made = translation.translate(source, target, engine, step, cache=cache)
    emit(made.text, path)
