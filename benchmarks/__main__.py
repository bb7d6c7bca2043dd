"""python -m benchmarks alarms|lint|recall|speed|cases|catalogues FOLDER: figures per language, as a table."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

import click
from rich.console import Console
from rich.table import Table

import factcheck
from factcheck.articles import parse_article
from factcheck.model import Finding

from . import cases, catalogues, speed, translation
from .corpus import CODES, DataError, languages, pairs
from .defects import KINDS, defects


@click.group()
def main() -> None:
    """Measure factcheck on a folder of NTREX-128 (news and its human translations)."""


def _options(command: click.Command) -> click.Command:
    folder = click.Path(exists=True, file_okay=False, path_type=Path)
    command.params.insert(0, click.Argument(["folder"], type=folder))
    command.params.append(click.Option(["--langs"], help="Only these, as NTREX names them: deu,fra."))
    command.params.append(click.Option(["--lines"], help="Only these lines: 1000-1997."))
    return command


def _data(folder: Path, langs: str | None, lines: str | None) -> dict[str, list[tuple[str, str]]]:
    first, _, last = (lines or "").partition("-")
    part = slice(int(first or 1) - 1, int(last) if last else None)
    chosen = langs.split(",") if langs else languages(folder)
    if unknown := [code for code in chosen if code not in CODES]:
        raise DataError(f"unknown language {unknown[0]!r}; known are {', '.join(CODES)}")
    data = {code: pairs(folder, code)[part] for code in chosen}
    if empty := [code for code in chosen if not data[code]]:
        raise DataError(f"{folder}: no lines {lines} in {empty[0]}; it has {len(pairs(folder, empty[0]))}")
    return data


def _check(data: list[tuple[str, str]], lang: str) -> list[list[Finding]]:
    return list(factcheck.check_pairs(data, source_lang="en", target_lang=lang))


def _show(head: list[str], rows: list[list[str]]) -> None:
    table = Table(*head, box=None, pad_edge=False)
    for row in rows:
        table.add_row(*row)
    Console(width=240).print(table)


@_options
@main.command()
@click.option("--show", type=click.Choice(["error", "warning"]), help="Print the findings of this level and above.")
def alarms(folder: Path, langs: str | None, lines: str | None, show: str | None) -> None:
    """Segments of human translations with a finding: almost every one is a false alarm."""
    rows, total = [], Counter[str]()
    for code, data in _data(folder, langs, lines).items():
        count = Counter[str](n=len(data))
        for (source, target), found in zip(data, _check(data, CODES[code]), strict=True):
            worst = max((f.severity.rank for f in found), default=0)
            count["error"] += worst == 2
            count["warning"] += worst >= 1
            if show and worst >= {"error": 2, "warning": 1}[show]:
                click.echo(
                    f"{code}\t{[f'{f.severity} {f.key}' for f in found if f.severity.rank]}\n  {source}\n  {target}"
                )
        total += count
        rows.append([code, *_per_thousand(count)])
    _show(
        ["language", "segments", "with an error, per 1000", "with a warning or error"],
        [*rows, ["all", *_per_thousand(total)]],
    )


def _per_thousand(count: Counter[str]) -> list[str]:
    return [str(count["n"]), *(f"{1000 * count[level] / count['n']:.1f}" for level in ("error", "warning"))]


@_options
@main.command()
@click.option("--show", is_flag=True, help="Print the findings.")
def lint(folder: Path, langs: str | None, lines: str | None, show: bool) -> None:
    """Findings, of level warning and above, in each human translation as one text without its source."""
    rows, total = [], Counter[str]()
    for code, data in _data(folder, langs, lines).items():
        article = parse_article("\n\n".join(target for _, target in data), CODES[code], "ref.txt")
        found = [f for f in factcheck.lint(article) if f.severity.rank]
        checks = Counter(f.check for f in found)
        if show:
            for finding in found:
                click.echo(f"{code}\t{finding.check}: {finding.message}")
        total.update(lines=len(data), found=len(found), **checks)
        by_check = ", ".join(f"{check} {number}" for check, number in sorted(checks.items()))
        rows.append([code, str(len(data)), f"{1000 * len(found) / len(data):.1f}", by_check])
    share = f"{1000 * total['found'] / total['lines']:.2f}"
    _show(["language", "lines", "findings per 1000", "by check"], [*rows, ["all", str(total["lines"]), share, ""]])


@_options
@main.command()
@click.option("--show", is_flag=True, help="Print the defects that were missed.")
def recall(folder: Path, langs: str | None, lines: str | None, show: bool) -> None:
    """Defects found: a finding of level warning or above that the clean pair does not have."""
    rows, total = [], Counter[str]()
    for code, data in _data(folder, langs, lines).items():
        made = list(defects(data, CODES[code]))
        before = _check([(d.source, d.clean) for d in made], CODES[code])
        after = _check([(d.source, d.broken) for d in made], CODES[code])
        count = Counter[str]()
        for defect, old, new in zip(made, before, after, strict=True):
            caught = bool(_keys(new) - _keys(old))
            count.update({defect.kind: 1, f"{defect.kind} caught": caught})
            if show and not caught:
                click.echo(f"{code} {defect.kind}\n  {defect.source}\n  {defect.broken}")
        total += count
        rows.append([code, *(_share(count, kind) for kind in KINDS)])
    _show(["language", *KINDS], [*rows, ["all", *(_share(total, kind) for kind in KINDS)]])


def _keys(found: list[Finding]) -> Counter[str]:
    return Counter(f.key for f in found if f.severity.rank >= 1)


def _share(count: Counter[str], kind: str) -> str:
    n, caught = count[kind], count[f"{kind} caught"]
    return f"{caught}/{n} {100 * caught / n:.1f}%" if n else "-"


@_options
@main.command(name="speed")
def speed_(folder: Path, langs: str | None, lines: str | None) -> None:
    """Pairs a second on one core, no text twice; beside translate-toolkit's checks where it is installed."""
    rows = [[code, *speed.alone(data, CODES[code])] for code, data in _data(folder, langs, lines).items()]
    _show(["language", "factcheck, pairs/s", "translate-toolkit, all checks", "ratio"], rows)


@main.command(name="cases")
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
def cases_(folder: Path) -> None:
    """Test cases of Recognizers-Text (FOLDER: its folder Specs) whose numbers are all among the claims."""
    models = [model.removesuffix("Model") for models in cases.MODELS.values() for model in models]
    _show(["culture", *models], list(cases.rows(folder)))


@main.command(name="translation")
@click.argument("package", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.argument("article", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def translation_(package: Path, article: Path) -> None:
    """Words a second on one core of the engine argos and of Argos Translate itself, with the same PACKAGE."""
    head = ["pair", "words", "factcheck, words/s", "Argos Translate, words/s", "ratio"]
    _show(head, [translation.alone(package, article)])


@main.command(name="catalogues")
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path), default="/usr/share/locale")
@click.option("--langs", help="Only these, as the folder names them: de,pt_BR.")
@click.option("--show", is_flag=True, help="Print the findings.")
def catalogues_(folder: Path, langs: str | None, show: bool) -> None:
    """False alarms on the messages of programs, from compiled catalogues of gettext."""
    rows = []
    for lang in langs.split(",") if langs else catalogues.known(folder):
        number, found = 0, Counter[str]()
        for program, row, findings in catalogues.checked(folder, lang):
            number += 1
            for finding in findings:
                found[str(finding.severity)] += 1
                if show and finding.severity.rank:
                    print(f"{lang} {program}: {finding.severity} {finding.check}: {finding.message} | {row.source!r}")
        if number:
            rate = [f"{1000 * count / number:.1f}" for count in (found["error"], found["error"] + found["warning"])]
            rows.append([lang, f"{number:,}", *rate])
    _show(["language", "messages", "errors in 1,000", "with warnings"], rows)


if __name__ == "__main__":
    try:
        main(prog_name="python -m benchmarks")
    except DataError as error:
        print(f"error: {error}", file=sys.stderr)
        sys.exit(2)
