"""factcheck init: a case from an article and its translations."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from shlex import join, quote
from typing import TYPE_CHECKING

import click

from factcheck.cli._options import example
from factcheck.gate import FAIL_ON

if TYPE_CHECKING:
    from factcheck.cases import Case


@click.command(
    epilog=example(
        "factcheck init article.en.md",
        "factcheck init news/article.en.md news/translations/*.md --fail-on warning",
    )
)
@click.argument("article", type=click.Path(path_type=Path))
@click.argument("translations", nargs=-1, type=click.Path(path_type=Path), metavar="[TRANSLATION]...")
@click.option("--fail-on", type=click.Choice(FAIL_ON), help="The case's gate.  [default: the project's, or error]")
@click.option("--force", is_flag=True, help="Replace a case.toml that is there.")
def command(article: Path, translations: tuple[Path, ...], fail_on: str | None, force: bool) -> None:
    """Make the folder of ARTICLE a case: write its case.toml.

    Without any TRANSLATION, the files in translations/ beside ARTICLE belong to the case by their names.
    """
    from factcheck.cases import load_case
    from factcheck.cli._console import note
    from factcheck.drafting import draft_case, first_step
    from factcheck.errors import FactcheckError, InputError
    from factcheck.files import write_text

    if article.is_dir():
        raise InputError("is a folder, not an article", file=article, hint=first_step(article))
    path = article.parent / "case.toml"
    if path.exists() and not force:
        raise InputError("is there already", file=path, hint="--force replaces it")
    write_text(path, draft_case(article, translations, fail_on))
    try:
        case = load_case(article.parent)
    except FactcheckError:
        note(f"written to {path}, but the case cannot be checked yet")
        raise
    langs = ", ".join(entry.lang for entry in case.translations) or "no translations yet"
    note(f"written to {path}: {langs}")
    for line in _next_steps(case):
        note(line)


def _next_steps(case: Case) -> Iterator[str]:
    """What to do with a case that has just been made."""
    from factcheck.drafting import beside
    from factcheck.errors import FactcheckError

    folder, found = quote(str(case.folder)), beside(case.source)
    if case.translations:
        for problem in case.problems:
            yield f"not checked: {FactcheckError(problem.message, file=problem.file, hint=problem.hint)}"
        yield f"next: factcheck run {folder}"
        yield f"then: factcheck review {folder} to decide about findings, or factcheck baseline {folder} to keep them"
        yield f"gate: factcheck run {folder} in CI exits 1 for findings, see docs/ci.md"
    elif found:
        yield f"next: {join(['factcheck', 'init', str(case.source), *map(str, found), '--force'])}"
    else:
        into = quote(str(case.folder / "translations"))
        yield f"next: put translations into {into}, each named xx.md as its language, then factcheck run {folder}"
        yield f"or make them: factcheck translate {quote(str(case.source))} --to xx --output {into}"
