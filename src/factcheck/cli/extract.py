"""factcheck extract: the claims of one text."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from factcheck.cli._options import example

if TYPE_CHECKING:
    from factcheck.model import Claim

FORMATS = ("text", "json", "jsonl", "ledger")


@click.command(
    epilog=example(
        "factcheck extract claims/openai-founders/article.en.md",
        "factcheck extract notes.txt --lang de --format jsonl --output claims.jsonl",
        "factcheck extract article.en.md --format ledger --output claims.json",
    )
)
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--lang", metavar="LANG", help="Of FILE.  [default: from its name]")
@click.option("--ledger", type=click.Path(path_type=Path), metavar="FILE", help="Names to look for, and their forms.")
@click.option("--format", type=click.Choice(FORMATS), default="text", show_default=True)
@click.option("--output", type=click.Path(path_type=Path), metavar="FILE", help="Instead of the screen.")
def command(file: Path, lang: str | None, ledger: Path | None, format: str, output: Path | None) -> None:
    """Read amounts, dates, hedges and names out of FILE.

    The format "ledger" drafts a ledger of them: what matters of it, for you to cut and to put right.
    """
    from factcheck.articles import read_article
    from factcheck.cli._console import emit, grid
    from factcheck.errors import InputError
    from factcheck.ledger_drafts import draft_ledger
    from factcheck.names.reading import read_names
    from factcheck.pipeline import extract_article
    from factcheck.records import claim_lines, ledger_to_record, read_ledger

    article = read_article(file, lang)
    claims = extract_article(article)
    names = read_names(article, claims, read_ledger(ledger) if ledger else None)
    found = sorted((*claims, *names), key=lambda claim: (claim.segment, claim.span))
    lines = list(claim_lines(article, found))
    if format == "text":
        rows = [_row(claim, line["line"]) for claim, line in zip(found, lines, strict=True)]
        emit(grid(("Line", "Kind", "States", "Text"), rows), output)
    elif format == "ledger":
        if output and output.exists():  # a person has worked on it
            raise InputError("is there already", file=output, hint="a draft replaces no ledger")
        emit(_json(ledger_to_record(draft_ledger(article, claims, names)), "json"), output)
    else:
        emit(_json(lines, format), output)


def _row(claim: Claim, line: int) -> tuple[str, ...]:
    from factcheck.comparison.notation import statement

    return str(line), claim.kind, claim.name or statement(claim), claim.text


def _json(record: Any, format: str) -> str:
    import json

    if format == "json":
        return json.dumps(record, ensure_ascii=False, indent=2)
    return "\n".join(json.dumps(line, ensure_ascii=False) for line in record)
