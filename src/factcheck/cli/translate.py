"""factcheck translate: offline translation."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from factcheck.cli._options import example, keep_option, making_options

if TYPE_CHECKING:
    from factcheck.making import Making
    from factcheck.model import Article, LedgerName


@click.command(
    epilog=example(
        "factcheck translate claims/openai-founders/article.en.md --to pt",
        "factcheck translate FILE --to pt,es --output drafts",
        "factcheck translate CASE --update",
    )
)
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--to", metavar="LANGS", help="Codes of the languages to make, separated by commas.")
@click.option("--from", "--lang", "lang", metavar="LANG", help="Of FILE.  [default: from its name]")
@click.option("--engine", metavar="NAMES", help="See `factcheck engines`.  [default: the best for each language]")
@click.option("--ledger", type=click.Path(path_type=Path), help="Names to protect.  [default: claims.json beside FILE]")
@keep_option
@making_options
@click.option("--output", type=click.Path(path_type=Path), metavar="FOLDER", help="Takes a file a language.")
@click.option("--force", is_flag=True, help="Replace files that are there.")
@click.option("--update", is_flag=True, help="FILE is the folder of a case: make its machine translations again.")
def command(
    file: Path,
    to: str | None,
    lang: str | None,
    engine: str | None,
    ledger: Path | None,
    do_not_translate: Path | None,
    protect: bool,
    no_cache: bool,
    output: Path | None,
    force: bool,
    update: bool,
) -> int:
    """Translate FILE offline; its Markdown stays.

    One language without --output is printed. A language that cannot be made is named, the others are still made,
    and the command exits 2. With --update, the translations of a case that case.toml marks as machine-made are made
    again, all or those of --to, and case.toml records engine, version, chain and date.
    """
    from factcheck.articles import read_article
    from factcheck.cli._console import note
    from factcheck.making import Making
    from factcheck.translation import Cache

    making = Making(None if no_cache else Cache(), protect, keep=_kept(do_not_translate))
    targets = list(dict.fromkeys(code.strip() for code in (to or "").split(",") if code.strip()))
    if update:
        if lang or ledger or output or force:
            raise click.UsageError("--update takes everything from case.toml: only --to and --engine go with it")
        return _update(file, targets, engine or "", making)
    if not targets or (len(targets) > 1 and output is None):
        raise click.UsageError(
            "--output FOLDER is needed for several languages" if targets else "--to names no language"
        )
    source, making = read_article(file, lang), replace(making, names=_ledger(file, ledger) if protect else ())
    suffix = ".txt" if file.suffix.lower() == ".txt" else ".md"
    paths = {target: output / f"{target}{suffix}" if output else None for target in targets}
    kept = [path for path in paths.values() if path and path.exists() and not force]
    for path in kept:
        note(f"factcheck: {path}: is there already (--force replaces it)")
    made = [_translate(source, code, engine or "", making, path) for code, path in paths.items() if path not in kept]
    return 0 if all(made) and not kept else 2


def _kept(option: Path | None) -> tuple[str, ...]:
    """The words to keep: those of the file, else those that the settings of this directory name."""
    from factcheck.config import find_settings

    return _words(option or find_settings(Path()).do_not_translate or ())


def _words(said: Path | tuple[str, ...]) -> tuple[str, ...]:
    from factcheck.glossaries import read_kept

    return read_kept(said) if isinstance(said, Path) else said


def _update(folder: Path, targets: list[str], engine: str, making: Making) -> int:
    from factcheck.cases import load_case
    from factcheck.cli._console import note
    from factcheck.cli._report import with_progress
    from factcheck.updating import update_case

    case = load_case(folder)
    making = replace(making, keep=making.keep or _words(case.settings.do_not_translate or ()))
    with with_progress(making) as shown:
        updates = update_case(case, targets, engine, shown)
    for item in updates:
        note(f"{item.file}: {'made again' if item.changed else 'as it was'}, {item.origin}")
    if not updates:
        note(f"{folder}: no translation is machine-made")
    return 0


def _ledger(file: Path, given: Path | None) -> tuple[LedgerName, ...]:
    """The names of the ledger that is given, else of the one beside the file."""
    from factcheck import records

    usual = file.parent / "claims.json"
    known = given or (usual if file.is_file() and usual.is_file() else None)
    return records.read_ledger(known).names if known else ()


def _translate(source: Article, target: str, engine: str, making: Making, path: Path | None) -> bool:
    """Whether it could be made; if not, the reason is said."""
    from factcheck.cli._console import emit, note
    from factcheck.cli._report import with_progress
    from factcheck.errors import FactcheckError

    try:
        with with_progress(making) as shown:
            made = shown.translate(source, target, engine)
        emit(made.text, path)
    except FactcheckError as error:
        note(f"factcheck: {error}")
        return False
    return True
