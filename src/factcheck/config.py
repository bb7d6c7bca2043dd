"""Settings: [tool.factcheck] in pyproject.toml, factcheck.toml, and [settings] in a case's case.toml."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, replace
from pathlib import Path

from factcheck.errors import InputError
from factcheck.gate import FAIL_ON
from factcheck.tomlfiles import Toml, read_toml


@dataclass(frozen=True, slots=True)
class Settings:
    """What a run is asked to do. None means: not said.

    select, ignore: ids of checks, () for no choice; fail_on: the gate, one of FAIL_ON; format: of the report
    on the screen; output: the folder that `run` writes into; glossary: files; do_not_translate: words, or a file of
    them; baseline: the file of findings that are known. Files stand in settings relative to the file that holds these.
    """

    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] | None = None
    fail_on: str | None = None
    format: str | None = None
    output: str | None = None
    glossary: tuple[Path, ...] | None = None
    do_not_translate: tuple[str, ...] | Path | None = None
    baseline: Path | None = None

    def over(self, other: Settings) -> Settings:
        """These settings, with the other ones wherever these say nothing."""
        missing = {name: getattr(other, name) for name in _NAMES if getattr(self, name) is None}
        return replace(self, **missing)


_NAMES = tuple(field.name for field in fields(Settings))
_KEYS = tuple(name.replace("_", "-") for name in _NAMES)
DEFAULTS = Settings((), (), "error", "text", "factcheck-report", (), ())


def settings_from(table: Toml) -> Settings:
    """The settings in a table of TOML. InputError, with line and key, for an unknown key or a wrong value."""
    from factcheck import reporting

    table.only(_KEYS)
    for key in ("select", "ignore"):
        _check_ids(table, key)
    return Settings(
        select=table.strings("select") if "select" in table.values else None,
        ignore=table.strings("ignore") if "ignore" in table.values else None,
        fail_on=table.choice("fail-on", FAIL_ON) or None,
        format=table.choice("format", reporting.formats()) or None,
        output=table.string("output") or None,
        glossary=_glossaries(table),
        do_not_translate=_kept(table),
        baseline=table.file.parent / table.string("baseline") if "baseline" in table.values else None,
    )


def _glossaries(table: Toml) -> tuple[Path, ...] | None:
    if "glossary" not in table.values:
        return None
    return tuple(table.file.parent / name for name in table.strings("glossary"))


def _kept(table: Toml) -> tuple[str, ...] | Path | None:
    """A list holds the words themselves, a text names their file."""
    key = "do-not-translate"
    if isinstance(table.values.get(key), str):
        return table.file.parent / table.string(key)
    return tuple(filter(None, map(str.strip, table.strings(key)))) if key in table.values else None


def _check_ids(table: Toml, key: str) -> None:
    from factcheck import checks

    try:
        checks.select(table.strings(key), ())
    except InputError as error:
        if error.file:
            raise
        raise table.error(key, error.message, error.hint or "") from None


def find_settings(start: Path) -> Settings:
    """The settings that hold in a directory: those of the nearest directory upwards that states any.

    In one directory factcheck.toml goes before pyproject.toml. Nothing found: nothing said.
    """
    table = find_table(start)
    return settings_from(table) if table else Settings()


def find_table(start: Path) -> Toml | None:
    """The table of settings that holds in a directory, None where nobody states any."""
    for folder in (start.resolve(), *start.resolve().parents):
        own, project = folder / "factcheck.toml", folder / "pyproject.toml"
        if own.is_file():
            return _bare(read_toml(own))
        if project.is_file():
            tool = read_toml(project).table("tool")
            if "factcheck" in tool.values:
                return tool.table("factcheck")
    return None


def _bare(table: Toml) -> Toml:
    """The table of factcheck.toml. InputError where it is written as in pyproject.toml."""
    if "tool" in table.values:
        raise table.error("tool", "is a table of pyproject.toml", "here the keys stand without [tool.factcheck]")
    return table


@dataclass(frozen=True, slots=True)
class Origin:
    """A setting that is in force. value: as TOML; file: None for a default; line: 1-based, 0 where it is not known."""

    key: str
    value: str
    file: Path | None = None
    line: int = 0


def in_force(tables: Sequence[Toml]) -> Iterator[Origin]:
    """Every setting with its value and where that comes from. tables: what goes first comes first. InputError."""
    for table in tables:
        settings_from(table)
    for name, key in zip(_NAMES, _KEYS, strict=True):
        holding = next((table for table in tables if key in table.values), None)
        if holding:
            yield Origin(key, _shown(holding.values[key]), holding.file, holding.line(key))
        else:
            yield Origin(key, _shown(getattr(DEFAULTS, name)))


def _shown(value: object) -> str:
    """A value as TOML would have it; "" for none."""
    if value is None:
        return ""
    return json.dumps(list(value) if isinstance(value, tuple) else value, ensure_ascii=False)
