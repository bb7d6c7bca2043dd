"""Settings and cases: every wrong key or value is shown at its line, with the nearest that is known."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.cases import CaseTranslation, load_case
from factcheck.config import DEFAULTS, Settings, find_settings, settings_from
from factcheck.errors import InputError
from factcheck.tomlfiles import read_toml


def toml(folder: Path, text: str, name: str = "factcheck.toml") -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path


def test_settings_are_read(tmp_path: Path) -> None:
    path = toml(
        tmp_path,
        'select = ["number-changed", "scale-changed"]\nignore = "untranslated"\n'
        'fail-on = "warning"\nformat = "json"\noutput = "out"\n',
    )
    assert settings_from(read_toml(path)) == Settings(
        ("number-changed", "scale-changed"), ("untranslated",), "warning", "json", "out"
    )


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('# x\nfail_on = "error"', r"line 2, fail_on: unknown key 'fail_on' \(did you mean 'fail-on'\?\)"),
        ('fail-on = "warnings"', r"line 1, fail-on: unknown fail-on 'warnings' \(did you mean 'warning'\?\)"),
        ('format = "xml"', r"line 1, format: unknown format 'xml' \((did you mean|known)"),
        ("format = 3", "line 1, format: format must be a text, not 3"),
        ("select = [1]", "line 1, select: select must be a list of texts"),
        ('select = ["scale-change"]', r"line 1, select: unknown check 'scale-change' \(did you mean 'scale-changed'"),
        ('\n\nignore = ["zzz"]', "line 3, ignore: unknown check 'zzz'"),
        ('select = ["a"', "broken TOML: Unclosed array"),
        ("a = 1\na = 2\nb = 3", "line 2: broken TOML: Cannot overwrite a value"),
        ("a = " + "[" * 3000, "is nested too deeply"),
    ],
)
def test_a_fault_is_shown_at_its_line(tmp_path: Path, text: str, message: str) -> None:
    path = toml(tmp_path, text)
    with pytest.raises(InputError, match=message) as caught:
        settings_from(read_toml(path))
    assert caught.value.file == str(path)
    assert caught.value.hint


def test_the_line_is_that_of_the_right_table(tmp_path: Path) -> None:
    path = toml(tmp_path, '[tool.other]\nselect = 5\n[tool.factcheck]\n"select" = 5\n', "pyproject.toml")
    with pytest.raises(InputError, match=r"line 4, tool\.factcheck\.select"):
        find_settings(path.parent)


def test_the_nearest_directory_upwards_holds(tmp_path: Path) -> None:
    toml(tmp_path, '[tool.factcheck]\nfail-on = "never"\n', "pyproject.toml")
    toml(tmp_path, "[tool.other]\n", "a/pyproject.toml")
    assert find_settings(tmp_path / "a").fail_on == "never"
    toml(tmp_path, 'fail-on = "warning"\n', "a/factcheck.toml")
    assert find_settings(tmp_path / "a").fail_on == "warning"


def test_settings_fill_what_others_leave_open() -> None:
    merged = Settings(fail_on="never").over(Settings(("a",), None, "warning")).over(DEFAULTS)
    assert merged == Settings(("a",), (), "never", "text", "factcheck-report", (), ())


def test_a_case_is_loaded(tmp_path: Path) -> None:
    toml(
        tmp_path,
        'title = "T"\nsource = "article.en.md"\n[translations.pt]\norigin = "machine"\nengine = "firefox"\n'
        '[translations.de]\nfile = "german.md"\n[settings]\nfail-on = "never"\n',
        "case.toml",
    )
    for name in ("fr.md", "pt.md", "README.md"):
        toml(tmp_path, "x", f"translations/{name}")
    case = load_case(tmp_path)
    assert (case.title, case.source, case.ledger) == ("T", tmp_path / "article.en.md", None)
    assert case.settings == Settings(fail_on="never")
    assert case.translations == (
        CaseTranslation("pt", tmp_path / "translations/pt.md", "machine", "firefox"),
        CaseTranslation("de", tmp_path / "german.md"),
        CaseTranslation("fr", tmp_path / "translations/fr.md"),
    )


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('title = "x"', "source: names no source article"),
        ('source = "a.md"\nlegder = "x"', r"line 2, legder: unknown key 'legder' \(did you mean 'ledger'"),
        ('source = "a.md"\n[translations]\nxq = {}', "line 3, translations.xq: unknown language 'xq'"),
        ('source = "a.md"\ntranslations = 3', r"line 2, translations: translations must be a table"),
        (
            'source = "a.md"\n[translations.pt]\n\norigin = "robot"',
            r"line 4, translations\.pt\.origin: unknown origin 'robot' \(known: human, machine\)",
        ),
        ('source = "a.md"\n[settings]\nfail-on = 1', r"line 3, settings\.fail-on: fail-on must be a text"),
        ('source = ""', "line 1, source: source must be a text"),
    ],
)
def test_a_broken_case_is_shown_at_its_line(tmp_path: Path, text: str, message: str) -> None:
    toml(tmp_path, text, "case.toml")
    with pytest.raises(InputError, match=message):
        load_case(tmp_path)


def test_a_directory_without_a_case_names_those_in_it(tmp_path: Path) -> None:
    toml(tmp_path, "", "one/case.toml")
    with pytest.raises(InputError, match=r"holds no case.*cases in it: one"):
        load_case(tmp_path)
    with pytest.raises(InputError, match=r"is a file, not the folder.*factcheck check"):
        load_case(tmp_path / "one/case.toml")
