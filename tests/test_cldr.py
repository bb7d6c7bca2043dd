"""The generated language data: equal to their source, and in the shape that the extraction relies on."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from factcheck.languages import import_cldr
from factcheck.languages.cldr_tables import UNITS

FILES = sorted(import_cldr.FOLDER.glob("*.json"))
NEEDED = """
    ko ru en fr id sa ja de pt el es it fi la zh ar hi tr
    bg ca cs da et ga hr hu lt lv mt nb nl nn pl ro sk sl sv uk he fa th vi
"""


def data(code: str) -> dict[str, Any]:
    tables: dict[str, Any] = json.loads((import_cldr.FOLDER / f"{code}.json").read_text("utf-8"))
    return tables


def forms(tables: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """(table, form) of all forms of a language."""
    for table in ("words", "scales", "ordinals", "currencies", "months", "weekdays"):
        yield from ((table, form) for form in tables.get(table, {}))
    for table in ("units", "percent", "times"):
        yield from ((table, form) for found in tables.get(table, {}).values() for form in found)


def test_every_language_that_matters_has_a_file() -> None:
    assert set(NEEDED.split()) <= {path.stem for path in FILES}
    assert len(FILES) > 200


@pytest.mark.parametrize("code", ["id", "sa", "fi"])
def test_committed_data_equal_their_source(code: str) -> None:
    assert (import_cldr.FOLDER / f"{code}.json").read_text("utf-8") == import_cldr.generate(code)


@pytest.mark.slow
def test_all_committed_data_equal_their_source() -> None:
    assert import_cldr.stale(import_cldr.codes()) == []
    assert {path.stem for path in FILES} == set(import_cldr.codes())


def test_sanskrit_leaves_other_languages_alone() -> None:
    import_cldr.generate("sa")
    assert json.loads(import_cldr.generate("lb"))["months"] == data("lb")["months"]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_forms_have_the_shape_that_matching_expects(path: Path) -> None:
    tables = json.loads(path.read_text("utf-8"))
    for table, form in forms(tables):
        where = f"{path.stem} {table} {form!r}"
        assert form == " ".join(form.split()) != "", where
        assert unicodedata.is_normalized("NFC", form), where
        assert not any(char.isdigit() or char in "’‘\u00ad\u200b\u200f\u00a0\u202f" for char in form), where
        assert form == form.lower() or (len(form) <= 2 and form.isascii()), where
        assert len(form) > 1 or not unicodedata.name(form).startswith("LATIN"), where


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_values_are_of_the_type_that_the_tables_have(path: Path) -> None:
    tables = json.loads(path.read_text("utf-8"))
    assert {"meta", "numbers", "dates"} <= set(tables)
    assert all(isinstance(n, int) and n >= 0 for n in tables.get("words", {}).values())
    assert all(1 <= n <= 100 for n in tables.get("ordinals", {}).values())
    assert all(1 <= n <= 12 for n in tables.get("months", {}).values())
    assert all(1 <= n <= 7 for n in tables.get("weekdays", {}).values())
    assert all(100 <= float(n) <= 1e13 for n in tables.get("scales", {}).values())
    assert all(len(code) == 3 and code.isupper() for code in tables.get("currencies", {}).values())
    assert set(tables.get("units", {})) <= set(UNITS)
    assert set(tables.get("times", {})) <= {"am", "pm", "noon", "midnight"}
    assert tables["dates"]["order"] in {"dmy", "mdy", "ymd", "ydm"}
    assert tables["numbers"]["decimal"] not in tables["numbers"]["group"]


@pytest.mark.parametrize(
    ("code", "table", "form", "value"),
    [
        ("de", "words", "fünfundzwanzig", 25),
        ("fr", "words", "soixante-dix-sept", 77),
        ("fr", "words", "septante", 70),
        ("es", "words", "ciento", 100),
        ("ru", "words", "двумстам", 200),
        ("ar", "words", "مائتان", 200),
        ("id", "words", "seribu", 1000),
        ("zh", "words", "二百零五", 205),
        ("hi", "words", "निन्यानबे", 99),
        ("fi", "words", "kahdessakymmenessäyhdessä", 21),
        ("en", "ordinals", "twelfth", 12),
        ("it", "ordinals", "ventesima", 20),
        ("ru", "ordinals", "третьего", 3),
        ("de", "scales", "milliarden", "1e9"),
        ("fr", "scales", "mille", "1e3"),
        ("es", "scales", "billones", "1e12"),
        ("pt", "scales", "bilhões", "1e9"),
        ("ja", "scales", "億", "1e8"),
        ("ko", "scales", "조", "1e12"),
        ("zh", "scales", "萬", "1e4"),
        ("hi", "scales", "करोड़", "1e7"),
        ("ru", "scales", "миллиардов", "1e9"),
        ("en", "currencies", "dollars", "USD"),
        ("en", "currencies", "australian dollars", "AUD"),
        ("zh", "currencies", "人民币", "CNY"),
        ("zh", "currencies", "¥", "CNY"),
        ("ja", "currencies", "韓国ウォン", "KRW"),
        ("de", "months", "jänner", 1),
        ("ru", "months", "августа", 8),
        ("pl", "months", "sierpnia", 8),
        ("en", "weekdays", "sunday", 7),
    ],
)
def test_known_forms(code: str, table: str, form: str, value: object) -> None:
    assert data(code)[table][form] == value


@pytest.mark.parametrize(
    ("code", "decimal", "group", "order", "spaced"),
    [
        ("en", ".", ",", "mdy", True),
        ("de", ",", ".", "dmy", True),
        ("fr", ",", " ", "dmy", True),
        ("ja", ".", ",", "ymd", False),
        ("th", ".", ",", "dmy", False),
        ("ko", ".", ",", "ymd", True),
        ("fa", ".", ",", "ymd", True),
    ],
)
def test_habits(code: str, decimal: str, group: str, order: str, spaced: bool) -> None:
    tables = data(code)
    assert tables["numbers"]["decimal"] == decimal
    assert tables["numbers"]["group"][0] == group
    assert tables["dates"]["order"] == order
    assert tables["meta"]["spaced"] is spaced


def test_abbreviations_that_are_other_words_are_left_out() -> None:
    assert "sept" not in data("fr")["months"]
    assert data("fr")["months"]["sept."] == 9
    assert "in" not in data("en")["units"]["inch"]
    assert all("'" not in found for tables in map(data, NEEDED.split()) for found in tables.get("units", {}).values())
    assert "XAU" not in data("en")["currencies"].values()


def test_check_tells_what_differs(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(import_cldr, "_generate_all", lambda wanted: [import_cldr.written(data(c)) for c in wanted])
    assert import_cldr.main(["--check", "id", "fi"]) == 0
    monkeypatch.setattr(import_cldr, "_generate_all", lambda wanted: ["{}" for _ in wanted])
    assert import_cldr.main(["--check", "id"]) == 1
    assert "id.json differs" in capsys.readouterr().out


def test_a_language_that_babel_lacks_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        import_cldr.main(["de", "xx"])
    assert stop.value.code == 2
    assert "Babel has no data for xx" in capsys.readouterr().err
