"""Writes cldr/<code>.json, what CLDR knows about a language, in the tables that extra/<code>.toml has.

    python -m factcheck.languages.import_cldr            writes all languages
    python -m factcheck.languages.import_cldr de fr      writes these
    python -m factcheck.languages.import_cldr --check    says which files differ from their source, and exits 1

The sources are Babel (signs, scale words, currencies, units, calendar, places) and unicode-rbnf (number words). A
language's file holds the forms of its regions and scripts as well: Austrian months, traditional characters. Forms are
in lower case, except those of one or two ASCII letters; apostrophes are straight, blanks plain.
Needs the packages of the test extra.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from importlib.metadata import version
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from . import cldr_calendar, cldr_currencies, cldr_places, cldr_tables, cldr_words
from .cldr_forms import add_missing, spaced

FOLDER = Path(__file__).parent / "cldr"
_FEW_CURRENCIES = 5  # fewer names than this: Babel knows the calendar at most
_SHORT_TONS = {"en"}  # where the bare word is the ton of 2000 pounds
_NOT_IN_NEWS = ("_Dsrt", "_Shaw", "zh_Latn")  # scripts that no paper is printed in


@cache
def codes() -> tuple[str, ...]:
    """The languages that CLDR knows well enough: months of their own, and currency names or number words."""
    from babel import localedata

    bases = (code for code in localedata.locale_identifiers() if "_" not in code)
    return tuple(sorted(code for code in bases if code != "no" and _known(code)))


def _known(code: str) -> bool:
    data = cldr_tables.load(code)
    own = data["months"]["format"]["wide"].get(1, "M01") != "M01"
    return own and (len(data["currency_names"]) >= _FEW_CURRENCIES or code in cldr_words.locales())


@cache
def _variants(code: str) -> tuple[str, ...]:
    from babel import localedata

    names = (name for name in localedata.locale_identifiers() if name.startswith(f"{code}_"))
    return tuple(sorted(name for name in names if not any(part in name for part in _NOT_IN_NEWS)))


def language(code: str) -> dict[str, Any]:
    """All tables of one language; empty ones are left out."""
    data = cldr_tables.load(code)
    variants = [cldr_tables.load(name) for name in _variants(code)]
    tables = _base(code, data)
    for name, variant in zip(_variants(code), variants, strict=True):
        _add_variant(tables, name, variant)
    tables["numbers"] |= cldr_tables.numbers(data, variants)
    tables["percent"] = cldr_tables.percent(tables["units"], data)
    tables["meta"] = _meta(code, data, tables)
    _drop_clashes(tables)
    return {key: table for key, table in tables.items() if table}


def _base(code: str, data: Any) -> dict[str, Any]:
    tables: dict[str, Any] = {"words": {}, "scales": {}, "ordinals": {}, "ordinal": {}, "numbers": {}}
    tables |= cldr_words.tables(code)
    add_missing(tables["scales"], cldr_tables.scales(data, ("long", "short")))
    tables["currencies"] = cldr_currencies.signs(data) | cldr_currencies.names(data)
    tables["units"] = cldr_tables.units(data)
    if code not in _SHORT_TONS:
        cldr_tables.bare_tons(tables["units"])
    tables["months"] = cldr_calendar.calendar(data, "months", 0)
    tables["weekdays"] = cldr_calendar.calendar(data, "days", 1)
    tables["times"] = cldr_calendar.times(data)
    tables["dates"] = cldr_calendar.dates(data)
    tables["names"] = {key: names for key, names in [("places", cldr_places.places(data, code))] if names}
    tables["territories"] = cldr_places.territories(data)
    return tables


def _add_variant(tables: dict[str, Any], name: str, data: Any) -> None:
    """Adds the forms of a region or script; the base language's meaning of a form stands."""
    more = cldr_words.tables(name)
    for table in ("words", "scales", "ordinals"):
        add_missing(tables[table], more.get(table, {}))
    add_missing(tables["scales"], cldr_tables.scales(data, ("long",)))
    add_missing(tables["currencies"], cldr_currencies.names(data))
    add_missing(tables["months"], cldr_calendar.calendar(data, "months", 0))
    add_missing(tables["weekdays"], cldr_calendar.calendar(data, "days", 1))
    cldr_tables.merge_units(tables["units"], cldr_tables.units(data, ("long",)))


def _drop_clashes(tables: dict[str, Any]) -> None:
    """Takes out abbreviations that are something else in the same language: "sept" is seven before it is September."""
    for month in [form for form in tables["months"] if form in tables["words"]]:
        del tables["months"][month]
    taken = {*tables["scales"], *tables["months"], *tables["weekdays"], *tables["ordinal"].get("suffixes", [])}
    kept = {name: sorted(set(forms) - taken) for name, forms in tables["units"].items()}
    tables["units"] = {name: forms for name, forms in kept.items() if forms}


def _meta(code: str, data: Any, tables: dict[str, Any]) -> dict[str, Any]:
    from babel.core import get_cldr_version

    english, own = cldr_tables.load("en")["languages"], data["languages"]
    names = [*tables["months"], *tables["weekdays"], *tables["currencies"]]
    meta = {
        "language": code,
        "name": own.get(code, code),
        "english_name": english.get(code, code),
        "spaced": spaced(names),
    }
    return meta | {"babel": version("babel"), "cldr": get_cldr_version(), "unicode-rbnf": version("unicode-rbnf")}


def written(tables: dict[str, Any]) -> str:
    """JSON with an entry a line, sorted, so that a change of a form is a change of a line."""
    parts = []
    for table in sorted(tables):
        rows = (f"{_json(key)}: {_json(tables[table][key])}" for key in sorted(tables[table]))
        parts.append(f"{_json(table)}: {{\n" + ",\n".join(rows) + "\n}")
    return "{\n" + ",\n".join(parts) + "\n}\n"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def generate(code: str) -> str:
    """The text of cldr/<code>.json."""
    return written(language(code))


def stale(wanted: Iterable[str]) -> list[str]:
    """The languages whose committed file differs from its source."""
    wanted = list(wanted)
    return [code for code, text in zip(wanted, _generate_all(wanted), strict=True) if _committed(code) != text]


def _committed(code: str) -> str:
    path = FOLDER / f"{code}.json"
    return path.read_text("utf-8") if path.exists() else ""


def _generate_all(wanted: list[str]) -> list[str]:
    """In fresh processes, so that nothing that was read before can have changed Babel's objects."""
    with ProcessPoolExecutor(mp_context=get_context("spawn")) as pool:
        return list(pool.map(generate, wanted))


def main(arguments: list[str] | None = None) -> int:
    """The command; 0 when all is written or nothing differs, 1 when files differ."""
    parser = argparse.ArgumentParser(
        prog="import_cldr", description="Generate cldr/*.json from Babel and unicode-rbnf."
    )
    parser.add_argument("codes", nargs="*", help="languages; all when none is given")
    parser.add_argument("--check", action="store_true", help="compare instead of writing")
    options = parser.parse_args(arguments)
    known = list(codes())
    wanted = options.codes or known
    if unknown := set(wanted) - set(known):
        parser.error(f"Babel has no data for {', '.join(sorted(unknown))}")
    if options.check:
        differing = stale(wanted)
        print("\n".join(f"{code}.json differs from its source" for code in differing) or "all files are up to date")
        return 1 if differing else 0
    FOLDER.mkdir(exist_ok=True)
    for code, text in zip(wanted, _generate_all(wanted), strict=True):
        (FOLDER / f"{code}.json").write_text(text, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
