"""factcheck explain: one check, with examples."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from factcheck.cli._completing import complete_check
from factcheck.cli._options import example

if TYPE_CHECKING:
    from factcheck.checks import Check


@click.command(epilog=example("factcheck explain scale-changed"))
@click.argument("check", shell_complete=complete_check)
def command(check: str) -> None:
    """Say what a CHECK finds, with examples."""
    from factcheck import checks

    click.echo("\n".join(_explanation(checks.get(check))))


def _explanation(check: Check) -> Iterator[str]:
    yield f"{check.id}: {check.title}"
    yield f"severity {check.severity}, MQM category {check.category}"
    if check.description:
        yield f"\n{check.description}"
    for finds, head in ((True, "Finds:"), (False, "Lets pass:")):
        shown = [item for item in check.examples if item.finds is finds]
        for number, item in enumerate(shown):
            yield f"\n{head}" if number == 0 else ""
            if item.source:
                yield _said(item.source_lang, item.source)
            yield _said(item.lang, item.target)
            if item.given:
                yield f"  ({item.given})"


def _said(lang: str, text: str) -> str:
    """A text behind its language, further lines below the first."""
    return f"  {lang}  " + text.replace("\n", f"\n  {' ' * len(lang)}  ")
