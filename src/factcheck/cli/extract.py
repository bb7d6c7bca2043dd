"""factcheck extract: the claims of one text."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from factcheck.cli._options import example

if TYPE_CHECKING:
    from factcheck.model import Claim

FORMATS = ("text", "json", "jsonl")


@click.command(
    epilog=example(
        "factcheck extract claims/openai-founders/article.en.md",
        "factcheck extract notes.txt --lang de --format jsonl --output claims.jsonl",
    )
)
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--lang", metavar="LANG", help="Of FILE.  [default: from its name]")
@click.option("--format", type=click.Choice(FORMATS), default="text", show_default=True)
@click.option("--output", type=click.Path(path_type=Path), metavar="FILE", help="Instead of the screen.")
def command(file: Path, lang: str | None, format: str, output: Path | None) -> None:
    """Read amounts, dates, hedges and names out of FILE."""
    from factcheck.articles import read_article
    from factcheck.cli._console import emit, grid
    from factcheck.model import Report
    from factcheck.pipeline import extract_article
    from factcheck.records import report_lines

    article = read_article(file, lang)
    claims = extract_article(article)
    lines = list(report_lines(Report(article, claims, (), ())))
    if format == "text":
        rows = [_row(claim, line["line"]) for claim, line in zip(claims, lines, strict=True)]
        emit(grid(("Line", "Kind", "States", "Text"), rows), output)
    else:
        emit(_json(lines, format), output)


def _row(claim: Claim, line: int) -> tuple[str, ...]:
    from factcheck.comparison.notation import statement

    return str(line), claim.kind, statement(claim), claim.text


def _json(lines: list[dict[str, Any]], format: str) -> str:
    import json

    if format == "json":
        return json.dumps(lines, ensure_ascii=False, indent=2)
    return "\n".join(json.dumps(line, ensure_ascii=False) for line in lines)
