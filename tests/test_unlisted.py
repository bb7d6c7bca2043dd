"""Files in translations/ that case.toml does not list: each is checked, or named, and then the gate is not green."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from command_line import Capture, factcheck
from factcheck.cases import load_case
from factcheck.errors import InputError

SOURCE = "# Acme grows\n\nAcme raised US$7 billion.\n"
GERMAN = "# Acme wächst\n\nAcme sammelte 7 Milliarden US-Dollar ein.\n"


@pytest.fixture(autouse=True)
def case(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "news/translations").mkdir(parents=True)
    (tmp_path / "news/case.toml").write_text('source = "article.en.md"\n')
    (tmp_path / "news/article.en.md").write_text(SOURCE, "utf-8")
    return tmp_path / "news"


def put(case: Path, *names: str) -> None:
    for name in names:
        (case / "translations" / name).parent.mkdir(exist_ok=True)
        (case / "translations" / name).write_text(GERMAN, "utf-8")


def problems(case: Path) -> dict[str, str]:
    return {Path(found.file).name: found.message for found in load_case(case).problems}


@pytest.mark.parametrize(
    ("name", "lang"),
    [
        ("de.md", "de"),
        ("DE.MD", "de"),
        ("de.txt", "de"),
        ("de_AT.markdown", "de-AT"),
        ("pt-br.md", "pt-BR"),
        ("zh-hant.md", "zh-Hant"),
        ("article.de_DE.md", "de-DE"),
    ],
)
def test_a_name_that_says_a_language_is_a_translation(case: Path, name: str, lang: str) -> None:
    put(case, name)
    loaded = load_case(case)
    assert [(entry.lang, entry.file.name) for entry in loaded.translations] == [(lang, name)]
    assert loaded.problems == ()


@pytest.mark.parametrize(
    ("name", "message", "hint"),
    [
        ("xx.md", "its name says no language", '[translations.xx] with file = "translations/xx.md"'),
        ("notes.txt", "its name says no language", "belongs elsewhere"),
        ("de/article.md", "lies in a folder of its own", '[translations.de] with file = "translations/de/article.md"'),
        ("fr.docx", "is no text: translations are .md, .markdown or .txt", "save its text"),
    ],
)
def test_what_is_not_taken_is_named_and_the_rest_is_checked(
    capsys: Capture, case: Path, name: str, message: str, hint: str
) -> None:
    put(case, "de.md", name)
    result = factcheck(capsys, "run", "news", "--format", "json")
    report = json.loads(result.out)
    assert result.code == 2
    assert [text["article"]["lang"] for text in report["translations"]] == ["de"]
    (problem,) = report["problems"]
    assert (problem["file"], problem["message"]) == (f"news/translations/{name}", message)
    assert hint in problem["hint"]


def test_what_is_no_translation_by_any_name_is_passed_over(capsys: Capture, case: Path) -> None:
    put(case, "de.md", "README.md", "readme.txt", ".fr.md", "fr.md~", "#fr.md#", "fr.md.bak", "fr.orig", ".git/fr.md")
    put(case, "de.html", "logo.png")  # made of a text that is checked, and no text
    assert factcheck(capsys, "run", "news").code == 0


def test_a_case_without_translations_is_not_green(capsys: Capture, case: Path) -> None:
    result = factcheck(capsys, "run", "news")
    assert result.code == 2
    assert "news: has no translation" in result.out.replace("\n", " ")
    put(case, "README.md")
    assert factcheck(capsys, "run", "news").code == 2
    (case / "translations/README.md").unlink()
    (case / "translations").rmdir()
    assert factcheck(capsys, "run", "news").code == 2


def test_what_case_toml_lists_is_no_second_translation(case: Path) -> None:
    put(case, "de/article.md", "de.md", "de.de.txt")
    (case / "case.toml").write_text('source = "article.en.md"\n[translations.de]\nfile = "translations/de/article.md"')
    assert [entry.file.name for entry in load_case(case).translations] == ["article.md"]
    assert problems(case) == dict.fromkeys(("de.md", "de.de.txt"), "is in 'de', which is article.md by case.toml")


@pytest.mark.parametrize("names", [("de.md", "DE.txt"), ("a.de.md", "b.de.md"), ("pt-BR.md", "pt_br.md")])
def test_two_files_in_one_language_are_an_error(case: Path, names: tuple[str, str]) -> None:
    put(case, *names)
    with pytest.raises(InputError, match=r"is in '.*', as .*one translation a language"):
        load_case(case)


def test_a_language_and_its_variety_are_two(case: Path) -> None:
    put(case, "pt.md", "pt-BR.md")
    assert [entry.lang for entry in load_case(case).translations] == ["pt", "pt-BR"]


def test_odd_files_stop_nothing(capsys: Capture, case: Path) -> None:
    put(case, "de.md", "two\nlines.md")
    folder = case / "translations"
    (folder / "loop").symlink_to(".")
    (folder / "ko.md").symlink_to("ko.md")
    (folder / "ja.md").symlink_to("nowhere.md")
    os.mkfifo(folder / "el.md")
    (folder / os.fsdecode(b"\xff.md")).write_text("Text.", "utf-8")
    result = factcheck(capsys, "run", "news", "--format", "json")
    assert result.code == 2
    report = json.loads(result.out)
    assert [text["article"]["lang"] for text in report["translations"]] == ["de"]
    assert {Path(item["file"]).name: item["message"] for item in report["problems"]} | {
        "loop": "is a link to a folder and not followed",
        "el.md": "is no regular file",
        "ja.md": "no such file",
        "two\nlines.md": "its name says no language",
    } == {Path(item["file"]).name: item["message"] for item in report["problems"]}
    assert len(report["problems"]) == 6
    assert "two lines.md" in " ".join(factcheck(capsys, "run", "news").out.split())


def test_very_many_are_counted(case: Path) -> None:
    put(case, "de.md", *(f"note-{number}.md" for number in range(50)))
    found = load_case(case).problems
    assert len(found) == 21
    assert found[-1].message == "30 more files are no translations either"


def test_translations_that_are_no_folder_are_named(case: Path) -> None:
    (case / "translations").rmdir()
    (case / "translations").write_text("x")
    assert "Not a directory" in problems(case)["translations"]


def test_the_code_of_a_country_is_no_language_but_near_one(case: Path) -> None:
    put(case, "article.gr.md")
    (problem,) = load_case(case).problems
    assert "rename it to el.md" in problem.hint
    assert '[translations.el] with file = "translations/article.gr.md"' in problem.hint
