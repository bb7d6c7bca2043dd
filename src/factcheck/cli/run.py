"""factcheck run: the main job, on a case."""

from __future__ import annotations

from pathlib import Path
from typing import Unpack

import click

from factcheck.cli._options import (
    Said,
    baseline_option,
    changed_option,
    check_options,
    example,
    format_option,
    making_options,
    settings,
)

FILES = {"records.jsonl": "jsonl", "report.json": "json", "report.html": "html"}
"""What a run writes beside the fresh translations, and in which format."""


@click.command(epilog=example("factcheck run claims/openai-founders", "factcheck run CASE --fail-on warning"))
@click.argument("case", type=click.Path(path_type=Path))
@format_option
@click.option("--output", metavar="FOLDER", help="Takes reports and translations.  [default: factcheck-report]")
@click.option("--round-trip", is_flag=True, help="Also make translations back, and check what they state then.")
@making_options
@changed_option
@baseline_option
@check_options
def command(
    case: Path,
    format: str | None,
    output: str | None,
    round_trip: bool,
    protect: bool,
    no_cache: bool,
    changed_since: str | None,
    **said: Unpack[Said],
) -> int:
    """Translate, extract, align, check and report a CASE.

    A case is a folder with case.toml, an article and its translations. Translations that case.toml marks as
    machine-made are made afresh in the output folder when this machine has an engine for them; all others are
    taken as they are.
    """
    from factcheck import reporting
    from factcheck.cases import load_case
    from factcheck.cli._baselines import only_new, waiting_for
    from factcheck.cli._changes import only_changed
    from factcheck.cli._console import note
    from factcheck.cli._report import chosen_checks, run_with_progress, show
    from factcheck.config import DEFAULTS
    from factcheck.files import write_text
    from factcheck.making import Making
    from factcheck.translation import Cache

    loaded = load_case(case)
    chosen = settings(said, loaded.settings, format=format, output=output)
    loaded = only_changed(loaded, changed_since, chosen)
    folder = _reports(chosen.output or "")
    making = Making(None if no_cache else Cache(), protect, round_trip=round_trip)
    known = waiting_for(chosen)
    report = only_new(run_with_progress(loaded, folder, chosen_checks(chosen), chosen, making), known, chosen)
    if chosen.output == DEFAULTS.output and not folder.exists():
        write_text(folder / ".gitignore", "*\n")  # reports are made again; nobody wants to commit them by accident
    for name, kind in FILES.items():
        write_text(folder / name, reporting.render(report, kind))
    code = show(report, chosen)
    note(f"written to {folder}: {', '.join(FILES)}")
    return code


def _reports(output: str) -> Path:
    """The folder of the reports; the usual one is no link that came with somebody's case."""
    from factcheck.boundaries import within
    from factcheck.config import DEFAULTS
    from factcheck.errors import InputError

    if output == DEFAULTS.output and not within(output, (".",)):
        hint = "name where it leads to with --output"
        raise InputError("is a link that leads out of the working folder", file=output, hint=hint)
    return Path(output)
