"""factcheck engines: the translation engines there are."""

from __future__ import annotations

import click

from factcheck.cli._options import example


@click.command(epilog=example("factcheck engines"))
def command() -> None:
    """List the translation engines and what they can do here."""
    from factcheck import translation
    from factcheck.cli._console import emit, grid

    rows = []
    for engine in translation.engines():
        missing = engine.missing()
        pairs = "" if missing else ", ".join(f"{source} to {target}" for source, target in sorted(engine.pairs()))
        rows.append((engine.name, engine.version, missing or "ready", pairs or "none", engine.more))
    emit(grid(("Engine", "Version", "State", "Pairs", "More"), rows))
