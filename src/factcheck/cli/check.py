"""factcheck check: existing translations, as articles or as a bitext."""

from __future__ import annotations

from pathlib import Path
from shlex import quote
from typing import Unpack

import click

from factcheck.cli._options import (
    Said,
    baseline_option,
    changed_option,
    check_options,
    decisions_option,
    example,
    format_option,
    settings,
)


@click.command(
    epilog=example(
        "factcheck check article.en.md translations/pt.md translations/ja.md",
        "factcheck check news.txt noticias.txt --source-lang en --target-lang es",
        "factcheck check article.en.md translations/*.md --changed-since origin/main",
        "factcheck check pairs.tsv --source-lang en --target-lang de",
        "factcheck check locale/*.po",
    )
)
@click.argument("source", type=click.Path(path_type=Path))
@click.argument("translations", nargs=-1, type=click.Path(path_type=Path), metavar="TRANSLATION...")
@click.option("--source-lang", metavar="LANG", help="Of SOURCE.  [default: from its name]")
@click.option("--target-lang", metavar="LANG", help="Of each TRANSLATION.  [default: from its name]")
@click.option("--ledger", type=click.Path(path_type=Path), metavar="FILE", help="What SOURCE is known to state.")
@decisions_option
@format_option
@click.option("--output", type=click.Path(path_type=Path), metavar="FILE", help="Instead of the screen.")
@changed_option
@baseline_option
@check_options
def command(
    source: Path,
    translations: tuple[Path, ...],
    source_lang: str | None,
    target_lang: str | None,
    ledger: Path | None,
    decisions: Path | None,
    format: str | None,
    output: Path | None,
    changed_since: str | None,
    **said: Unpack[Said],
) -> int:
    """Check each TRANSLATION against SOURCE.

    SOURCE alone may be a bitext: a .tsv table with a source and its translation in each row, with both languages
    given; or PO, XLIFF or TMX, which say their languages. Several are checked one after the other.
    """
    from factcheck.bitexts import is_bitext
    from factcheck.cases import case_of
    from factcheck.cli._baselines import only_new, waiting_for
    from factcheck.cli._bitexts import check_bitexts
    from factcheck.cli._changes import only_changed
    from factcheck.cli._report import chosen_checks, run_with_progress, show

    chosen = settings(said, format=format)
    checks, known = chosen_checks(chosen), waiting_for(chosen)
    if is_bitext(source):
        if ledger or decisions or changed_since or not all(map(is_bitext, translations)):
            raise click.UsageError("a bitext is checked alone and whole: no translation, ledger or revision fits")
        files, langs = (source, *translations), (source_lang or "", target_lang or "")
        return check_bitexts(files, langs, checks, chosen, output, known)
    if not translations:
        raise click.UsageError("nothing to check: give a TRANSLATION, or a bitext (.tsv, .po, .xlf, .tmx) as SOURCE")
    translations = _others(source, translations)
    case = case_of(source, translations, ledger, source_lang or "", target_lang or "", decisions)
    _name_unread(source.parent, ledger, decisions)
    case = only_changed(case, changed_since, chosen)
    report = only_new(run_with_progress(case, None, checks, chosen), known, chosen)
    return show(report, chosen, output)


def _others(source: Path, translations: tuple[Path, ...]) -> tuple[Path, ...]:
    """The translations without the source, which *.md takes along, and each once."""
    from factcheck.cli._console import note

    files = {file.resolve(): file for file in reversed(translations)}
    if files.pop(source.resolve(), None):
        note(f"{source} is the source, and no translation of itself: left out")
    if not files:
        raise click.UsageError(f"nothing to check: {source} is all that was given")
    return tuple(file for file in dict.fromkeys(translations) if files.get(file.resolve()) == file)


def _name_unread(folder: Path, ledger: Path | None, decisions: Path | None) -> None:
    """Say that what lies beside the source, and would find more or less, is not read here."""
    from factcheck.cli._console import note

    claims, case = folder / "claims.json", folder / "case.toml"
    if ledger is None and decisions is None and case.is_file():
        note(f"{case} is not read here: factcheck run {quote(str(folder))} checks the case")
    elif ledger is None and claims.is_file():
        note(f"{claims} is not read here: --ledger {quote(str(claims))} holds the texts to it")
