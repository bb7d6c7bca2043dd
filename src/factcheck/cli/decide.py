"""factcheck decide: what may stand, and what is to be fixed."""

from __future__ import annotations

from pathlib import Path

import click

from factcheck.cli._completing import complete_check
from factcheck.cli._options import example


@click.command(
    epilog=example(
        "factcheck decide CASE --list",
        'factcheck decide CASE 3f2a 91bc --accept --reason "the agency corrected the figure"',
        "factcheck decide CASE --check name-garbled --lang de --to-fix",
        "factcheck decide CASE --lapsed --undo",
        "factcheck decide report.json --decisions decisions.json 3f2a --to-fix",
    )
)
@click.argument("case", type=click.Path(path_type=Path))
@click.argument("fingerprints", nargs=-1, metavar="[FINGERPRINT]...")
@click.option("--accept", "action", flag_value="accepted", help="They may stand, and fail no gate. Needs --reason.")
@click.option("--to-fix", "action", flag_value="to-fix", help="The text is wrong, and somebody will change it.")
@click.option("--undo", "action", flag_value="undo", help="As if nothing had been decided about them.")
@click.option("--list", "action", flag_value="list", help="Show them, with their fingerprints.  [the default]")
@click.option("--reason", default="", metavar="TEXT", help="Why, in one sentence.")
@click.option(
    "--check",
    "checks",
    multiple=True,
    metavar="CHECK",
    help="Those that this check found.",
    shell_complete=complete_check,
)
@click.option("--lang", "langs", multiple=True, metavar="LANG", help="Those in this language.")
@click.option("--value", "values", multiple=True, metavar="TEXT", help="Those with these words or this value.")
@click.option("--lapsed", is_flag=True, help="Decisions whose findings are there no more.")
@click.option("--author", metavar="NAME", help="Who decides.  [default: GIT_AUTHOR_NAME, git's user.name, the account]")
@click.option("--decisions", type=click.Path(path_type=Path), metavar="FILE", help="[default: CASE/decisions.json]")
def command(
    case: Path,
    fingerprints: tuple[str, ...],
    action: str | None,
    reason: str,
    checks: tuple[str, ...],
    langs: tuple[str, ...],
    values: tuple[str, ...],
    lapsed: bool,
    author: str | None,
    decisions: Path | None,
) -> None:
    """Decide about findings of a CASE, or of a saved report.json.

    FINGERPRINT says which, or its beginning; --check, --lang and --value choose by what they have in common. Decisions
    stand in decisions.json, to be committed. They lapse when the texts at their place change.
    """
    from factcheck.cli._choosing import Choice, choose
    from factcheck.cli._console import emit, grid, note
    from factcheck.cli._decide import HEAD, decide, read, row

    chosen = Choice(fingerprints, checks, langs, values, lapsed)
    if action in (None, "list"):
        report = read(case, decisions)[0]
        return emit(grid(HEAD, [row(item) for item in choose(report, chosen)]))
    if chosen == Choice():
        raise click.UsageError("say which findings: FINGERPRINT, --check, --lang, --value or --lapsed")
    report, path = read(case, decisions)
    if path is None:
        raise click.UsageError("for a saved report, --decisions FILE says where decisions stand")
    return note(decide(choose(report, chosen, action or ""), path, action or "", author, reason))
