"""Every file of language data says only what the extraction reads, in the form that schemas/language.schema.json
gives."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from factcheck import languages, records
from factcheck.comparison import units
from factcheck.errors import InputError
from factcheck.model import Hedge
from factcheck.records.schemas import load_schema

SCHEMA = load_schema("language")
TABLES: dict[str, dict[str, Any]] = SCHEMA["properties"]
UNITS = frozenset(SCHEMA["$defs"]["unit"]["enum"])
ALONE = {"pixel", "dot-per-inch", "degree"}
"""Units that convert into no other."""
PERCENTAGES = set(TABLES["percent"]["properties"]) - {"tenth"}
UNREAD = {("meta", key) for key in ("language", "name", "babel", "cldr", "unicode-rbnf")}
"""Where a generated file comes from, for people."""

WRITTEN = [languages.HERE / "common.toml", *sorted(languages.HERE.glob("extra/*.toml"))]
GENERATED = sorted(languages.HERE.glob("cldr/*.json"))
FEW = {"en", "de", "ar", "ja"}
FILES = [
    *(pytest.param(path, id=path.stem) for path in WRITTEN),
    *(
        pytest.param(path, id=f"cldr-{path.stem}", marks=[] if path.stem in FEW else [pytest.mark.slow])
        for path in GENERATED
    ),
]


def data(path: Path) -> dict[str, Any]:
    text = path.read_text("utf-8")
    tables: dict[str, Any] = json.loads(text) if path.suffix == ".json" else tomllib.loads(text)
    return tables


def number(text: object) -> Fraction:
    """The value of 2, 0.5, "1e9", "1/3" or "+1/2"; ValueError for anything else."""
    top, _, bottom = str(text).partition("/")
    return Fraction(Decimal(top)) / Fraction(Decimal(bottom or 1))


def numbers(tables: Mapping[str, Any]) -> Iterator[tuple[str, Fraction]]:
    """(place, value) of all numbers in a file."""
    for table in ("words", "scales", "heads", "ordinals", "fractions", "augments", "multiples"):
        yield from ((f"{table} {form!r}", number(value)) for form, value in tables.get(table, {}).items())
    for form, amount in tables.get("amounts", {}).items():
        yield f"amounts {form!r}", number(amount.partition(" ")[0])


def fault(path: Path) -> str:
    """What the schema has against a file: place and reason, or nothing."""
    try:
        records.validate(data(path), "language", file=path)
    except InputError as error:
        return str(error)
    return ""


@pytest.mark.parametrize("path", FILES)
def test_file_is_valid(path: Path) -> None:
    assert fault(path) == ""


@pytest.mark.parametrize("path", FILES)
def test_values_mean_something(path: Path) -> None:
    tables = data(path)
    signed, zero = ("augments",), ("words",)
    assert [place for place, value in numbers(tables) if value < 0 and not place.startswith(signed)] == []
    assert [place for place, value in numbers(tables) if value == 0 and not place.startswith(zero)] == []
    assert {name for name in tables.get("units", {}) if name not in UNITS} <= {"none"}
    codes = {code for code in tables.get("currencies", {}).values() if not units.is_currency(code)}
    assert codes == set()
    stated = {amount.partition(" ")[2] for amount in tables.get("amounts", {}).values()} - {""}
    assert {unit for unit in stated if not (unit in UNITS | PERCENTAGES or units.is_currency(unit))} == set()
    assert set(tables.get("hedges", {})) <= set(Hedge)
    assert set(tables.get("months", {}).values()) <= set(range(1, 13))


@pytest.mark.parametrize("path", WRITTEN, ids=lambda path: path.stem)
def test_no_form_stands_twice(path: Path) -> None:
    def twice(forms: object, place: str) -> Iterator[str]:
        if isinstance(forms, dict):
            for key, value in forms.items():
                yield from twice(value, f"{place} {key}".strip())
        elif isinstance(forms, list) and place != "examples":
            yield from (f"{place} {form!r}" for form in dict.fromkeys(forms) if forms.count(form) > 1)

    assert list(twice(data(path), "")) == []


@pytest.mark.parametrize("code", languages.first_class())
def test_nothing_is_taken_out_in_vain(code: str) -> None:
    own, merged = data(languages.HERE / "extra" / f"{code}.toml"), languages._read(code)
    out = own.get("numbers", {}).get("not-words", [])
    banned = {*out, *own.get("numbers", {}).get("articles", [])}
    forms = {form for unit, spellings in merged["units"].items() if unit != "none" for form in spellings}
    assert set(out) - set(merged["words"]) == set()
    assert banned & set(own.get("words", {})) == set()
    assert set(own.get("units", {}).get("none", [])) - forms == set()


def test_units_of_the_schema_are_those_that_convert() -> None:
    assert {unit for unit in UNITS if not units.dimension(unit)} == ALONE
    assert set(load_schema("claim")["$defs"]["hedge"]["enum"]) == set(Hedge)


def test_the_tables_of_the_guide_are_valid_and_all_there() -> None:
    guide = (Path(__file__).parent.parent / "docs" / "languages.md").read_text("utf-8")
    blocks = [tomllib.loads(block) for block in re.findall(r"```toml\n(.*?)```", guide, re.DOTALL)]
    for block in blocks:
        records.validate(block, "language")
    assert set(TABLES) - {table for block in blocks for table in block} == {"meta", "weekdays", "names"}
    named = re.findall(r"[\w-]+", guide)
    keys = {key for table, node in TABLES.items() if table != "meta" for key in node.get("properties", {})}
    assert keys - set(named) == set()


def test_every_table_and_key_is_described() -> None:
    def bare(properties: Mapping[str, Any], place: str = "") -> Iterator[str]:
        for key, node in properties.items():
            if not node.get("description"):
                yield f"{place}{key}"
            yield from bare(node.get("properties", {}), f"{key}.")

    assert list(bare(TABLES)) == []


class Recorder(dict[str, Any]):
    """A table that remembers which keys were asked for, or that all of it was read."""

    def __init__(self, tables: Mapping[str, Any], read: set[tuple[str, ...]], place: tuple[str, ...] = ()) -> None:
        self.read, self.place = read, place
        items = tables.items()
        super().__init__({k: Recorder(v, read, (*place, k)) if isinstance(v, dict) else v for k, v in items})

    def get(self, key: str, default: Any = None) -> Any:
        self.read.add((*self.place, key))
        return super().get(key, {} if default is None else default)

    def items(self) -> Any:
        self.read |= {(*self.place, key) for key in self}
        return super().items()


def filled() -> dict[str, Any]:
    """Every closed table of the schema with all its keys, and the open ones with an entry."""
    open_tables: dict[str, Any] = {
        "words": {"two": 2},
        "scales": {"bn": "1e9"},
        "heads": {"kolmi": 3},
        "ordinals": {"first": 1},
        "fractions": {"half": "1/2"},
        "augments": {"half and": "1/2"},
        "multiples": {"twice": 2},
        "amounts": {"fortnight": "2 week"},
        "currencies": {"bucks": "USD"},
        "subunits": {"cents": 100},
        "acronyms": {"UN": ["ONU"]},
        "months": {"may": 5},
        "weekdays": {"monday": 1},
        "days": {"idibus martiis": "03-15"},
        "decades": {"the twenties": 1920},
        "hedges": {"about": {"before": ["about"], "after": ["or so"]}},
        "units": {"meter": ["m"], "none": ["ha"]},
    }
    singles: dict[str, Any] = {"decimal": ".", "order": "dmy", "eras": {"reiwa": 2018}, "english_name": "Example"}
    singles |= {"year-offset": 543, "numerals": {"둘": "2"}, "directly": {"native": ["명"]}}
    singles |= {"prefixes": {"m": "1e6"}, "small": {"inch": ["in"]}, "about": {"hundreds": 100}}
    tables: dict[str, Any] = {"examples": [["Two.", "2"]]}
    for table, node in TABLES.items():
        if table not in tables:
            keys = node.get("properties", {})
            tables[table] = open_tables.get(table) or {k: singles.get(k, empty(keys[k])) for k in keys}
    return tables


def empty(node: Mapping[str, Any]) -> Any:
    return False if node.get("type") == "boolean" else "" if node.get("type") == "string" else []


def test_the_schema_has_every_key_that_is_read_and_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    read: set[tuple[str, ...]] = set()
    tables = filled()
    for reader in ("_read", "_cldr"):
        monkeypatch.setattr(languages, reader, lambda _: Recorder(tables, read))
    language = languages._load.__wrapped__("xx")
    assert languages.name("en") == language.name == "Example"
    keys = {(table, key) for table, node in TABLES.items() for key in node.get("properties", {})} - UNREAD
    assert keys - read == set()
    assert {(table,) for table in TABLES} - read == set()
    assert {place for place in read if len(place) == 1} == {(table,) for table in TABLES}
    closed = {table for table, node in TABLES.items() if node.get("additionalProperties") is False}
    assert {place for place in read if len(place) == 2 and place[0] in closed} == {k for k in keys if k[0] in closed}


@pytest.mark.parametrize(
    ("tables", "reason"),
    [
        ({"number": {}}, "unknown key"),
        ({"numbers": {"joiner": ["and"]}}, "unknown key"),
        ({"vague": {"forms": ["dozens"], "examples": [["Two.", "2"]]}}, "unknown key"),
        ({"units": {"kilometre": ["km"]}}, "is not known here"),
        ({"currencies": {"bucks": "usd"}}, "not written as it must be"),
        ({"hedges": {"roughly": {"before": ["roughly"]}}}, "is not known here"),
        ({"months": {"smarch": 13}}, "greater than the maximum"),
        ({"fractions": {"half": "0.5"}}, "not written as it must be"),
        ({"vague": {"forms": "dozens"}}, "must be"),
    ],
)
def test_faults_are_found(tables: dict[str, Any], reason: str) -> None:
    with pytest.raises(InputError, match=reason):
        records.validate(tables, "language")
