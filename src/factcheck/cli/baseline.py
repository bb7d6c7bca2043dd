"""factcheck baseline: what is known, so that a gate stops only what is new."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Unpack

import click

from factcheck.cli._options import Said, choice_options, example, settings

if TYPE_CHECKING:
    from factcheck.cases import Case
    from factcheck.config import Settings
    from factcheck.model import Report

DEFAULT = "factcheck-baseline.json"


@click.command(
    epilog=example(
        "factcheck baseline claims/openai-founders",
        "factcheck baseline article.en.md translations/*.md --output known.json",
        "factcheck baseline locale/*.po",
        "factcheck baseline factcheck-report/report.json",
    )
)
@click.argument("what", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="WHAT...")
@click.option("--output", type=click.Path(path_type=Path), metavar="FILE", help=f"The baseline.  [default: {DEFAULT}]")
@click.option("--source-lang", metavar="LANG", default="", help="Of the article, or of bitexts.")
@click.option("--target-lang", metavar="LANG", default="", help="Of the translations, or of bitexts.")
@choice_options
def command(
    what: tuple[Path, ...], output: Path | None, source_lang: str, target_lang: str, **said: Unpack[Said]
) -> int:
    """Write down the findings in WHAT as known.

    WHAT is a case, or an article and its translations, or bitexts, or a report that --format json wrote. With
    --baseline FILE, or `baseline` in the settings, run, check, lint and report then show, and fail for, only what is
    new. What a baseline that is there says on other files stays.
    """
    import json

    from factcheck.baseline import renewed
    from factcheck.bitexts import is_bitext
    from factcheck.cli._console import note, tell
    from factcheck.files import write_text
    from factcheck.records import baseline_to_record, read_baseline

    langs = source_lang, target_lang
    case = _case(what, langs)
    chosen = settings(said, case.settings if case else None)
    path = output or chosen.baseline or Path(DEFAULT)
    old = read_baseline(path) if path.exists() else ()
    report = _report(what, case, chosen, langs)
    new = renewed(old, report)
    write_text(path, json.dumps(baseline_to_record(new), ensure_ascii=False, indent=2) + "\n")
    note(f"written to {path}: {len(new):,} known, {len(old):,} before")
    if not is_bitext(what[0]):
        tell(report.problems)
    return 2 if report.problems else 0


def _case(what: tuple[Path, ...], langs: tuple[str, str]) -> Case | None:
    """The case that is meant: a folder, or an article and its translations; None for a saved report and bitexts."""
    from factcheck.bitexts import is_bitext
    from factcheck.cases import case_of, load_case

    first, *rest = what
    if is_bitext(first):
        return None
    if rest:
        return case_of(first, rest, None, *langs)
    if first.suffix == ".json":
        return None
    if first.is_file():
        raise click.UsageError("nothing to check: give a case, a report, bitexts, or an article and its translations")
    return load_case(first)


def _report(what: tuple[Path, ...], case: Case | None, chosen: Settings, langs: tuple[str, str]) -> Report:
    from factcheck.bitexts import is_bitext
    from factcheck.cli._bitexts import bitexts_report
    from factcheck.cli._report import chosen_checks, run_with_progress
    from factcheck.records import read_report

    if case:
        return run_with_progress(case, None, chosen_checks(chosen), chosen)
    if is_bitext(what[0]):
        if not all(map(is_bitext, what)):
            raise click.UsageError("bitexts are checked alone: no translation fits")
        return bitexts_report(what, langs, chosen_checks(chosen), chosen)
    return read_report(what[0])
