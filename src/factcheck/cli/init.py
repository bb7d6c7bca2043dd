"""factcheck init: a case from an article and its translations."""

from __future__ import annotations

from pathlib import Path

import click

from factcheck.cli._options import example
from factcheck.gate import FAIL_ON


@click.command(
    epilog=example(
        "factcheck init article.en.md",
        "factcheck init news/article.en.md news/translations/*.md --fail-on warning",
    )
)
@click.argument("article", type=click.Path(path_type=Path))
@click.argument("translations", nargs=-1, type=click.Path(path_type=Path), metavar="[TRANSLATION]...")
@click.option("--fail-on", type=click.Choice(FAIL_ON), default="error", show_default=True, help="The case's gate.")
@click.option("--force", is_flag=True, help="Replace a case.toml that is there.")
def command(article: Path, translations: tuple[Path, ...], fail_on: str, force: bool) -> None:
    """Make the folder of ARTICLE a case: write its case.toml.

    Without any TRANSLATION, the files in translations/ beside ARTICLE belong to the case by their names.
    """
    from factcheck.cases import load_case
    from factcheck.cli._console import note
    from factcheck.drafting import draft_case
    from factcheck.errors import InputError
    from factcheck.files import write_text

    path = article.parent / "case.toml"
    if path.exists() and not force:
        raise InputError("is there already", file=path, hint="--force replaces it")
    write_text(path, draft_case(article, translations, fail_on))
    case = load_case(article.parent)
    langs = ", ".join(entry.lang for entry in case.translations) or "no translations yet"
    note(f"written to {path}: {langs}")
    note(f"next: factcheck run {article.parent}")
