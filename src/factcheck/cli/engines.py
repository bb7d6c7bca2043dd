"""factcheck engines: the translation engines there are, and the ways they offer."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

from factcheck.cli._options import example, server_option

if TYPE_CHECKING:
    from rich.console import RenderableType

    from factcheck.translation import Pair


@click.command(epilog=example("factcheck engines", "factcheck engines --from en --to es"))
@click.option("--from", "source", metavar="LANG", help="Show what can be made of this language instead, and how.")
@click.option("--to", "target", metavar="LANG", help="With --from: only into this language.")
@server_option
def command(source: str | None, target: str | None) -> None:
    """List the translation engines in the order in which they are preferred, and what is missing.

    A chain of engines is taken where it is better than a direct way: --from shows which.
    """
    from factcheck.cli._console import emit

    if target and not source:
        raise click.UsageError("--to goes with --from")
    emit(_ways(source, target) if source else _engines())


def _engines() -> RenderableType:
    from importlib.util import find_spec

    from factcheck import translation
    from factcheck.cli._console import grid, note

    if find_spec("sentencex") is None:
        note("no engine can translate without sentencex: pip install 'factcheck[translate]'")
    rows = []
    for engine in translation.engines():
        missing = engine.missing()
        pairs = "" if missing else _grouped(engine.pairs())
        rows.append((engine.name, engine.version, missing or "ready", pairs or "none", engine.more))
    return grid(("Engine", "Version", "State", "Pairs", "More"), rows)


def _grouped(pairs: Iterable[Pair]) -> str:
    """The pairs by source: "en to ca, es; pt to es"."""
    targets: dict[str, list[str]] = {}
    for source, target in sorted(pairs):
        targets.setdefault(source, []).append(target)
    return "; ".join(f"{source} to {', '.join(several)}" for source, several in targets.items())


def _ways(source: str, target: str | None) -> RenderableType:
    from factcheck import languages, translation
    from factcheck.cli._console import grid, note
    from factcheck.translation import described

    for code in filter(None, (source, target)):
        languages.base(code)
    routes = translation.ways(source) if target is None else {target: translation.route(source, target)}
    if not routes:
        note(f"no engine here translates {languages.name(source)}")
    rows = [(code, languages.name(code), described(route)) for code, route in sorted(routes.items())]
    return grid(("To", "Language", "By"), rows)
