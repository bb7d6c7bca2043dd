"""factcheck init: a case that runs at once, whatever the article holds."""

from __future__ import annotations

from pathlib import Path

import pytest

from command_line import Capture, factcheck
from factcheck.cases import load_case
from factcheck.errors import InputError

SOURCE = "# Acme grows\n\nAcme raised US$7 billion.\n"
GERMAN = "# Acme wächst\n\nAcme sammelte 7 Milliarden US-Dollar ein.\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "news/translations").mkdir(parents=True)
    (tmp_path / "news/article.en.md").write_text(SOURCE, "utf-8")
    (tmp_path / "news/translations/de.md").write_text(GERMAN, "utf-8")
    return tmp_path / "news"


def test_a_case_runs_at_once(capsys: Capture, folder: Path) -> None:
    made = factcheck(capsys, "init", "news/article.en.md")
    assert (made.code, made.out) == (0, "")
    assert made.err.startswith("written to news/case.toml: de\nnext: factcheck run news\nthen: factcheck review news ")
    assert load_case(folder).title == "Acme grows"
    assert factcheck(capsys, "run", "news").code == 0


def test_files_are_named_where_they_lie(capsys: Capture, folder: Path) -> None:
    (folder.parent / "noticia ñ.es.md").write_text("# Acme crece\n\nAcme recaudó 7000 millones de dólares.\n", "utf-8")
    (folder / "claims.json").write_text('{"version": 1, "facts": []}')
    args = ("init", "news/article.en.md", "news/translations/de.md", "noticia ñ.es.md", "--fail-on", "warning")
    assert factcheck(capsys, *args).code == 0
    case = load_case(folder)
    assert [(entry.lang, entry.file.resolve().name) for entry in case.translations] == [
        ("de", "de.md"),
        ("es", "noticia ñ.es.md"),
    ]
    assert case.ledger == folder / "claims.json"
    assert case.settings.fail_on == "warning"
    assert factcheck(capsys, "check", "news/article.en.md", "noticia ñ.es.md").code == 0


@pytest.mark.parametrize("title", ['"quoted" \\ back', "a \x7f b \x85 c", "'''", '"""', "\u202eevil", "𐐀 ä"])
def test_any_title_is_kept(capsys: Capture, folder: Path, title: str) -> None:
    (folder / "article.en.md").write_text(f"# {title}\n\nText.\n", "utf-8")
    assert factcheck(capsys, "init", "news/article.en.md").code == 0
    assert load_case(folder).title


def test_nothing_is_replaced_unasked(capsys: Capture, folder: Path) -> None:
    (folder / "case.toml").write_text('source = "other.md"\n')
    result = factcheck(capsys, "init", "news/article.en.md")
    assert result.code == 2
    assert "news/case.toml: is there already (--force replaces it)" in result.err
    assert (folder / "case.toml").read_text() == 'source = "other.md"\n'
    assert factcheck(capsys, "init", "news/article.en.md", "--force").code == 0


@pytest.mark.parametrize("files", [["no.en.md"], ["article.en.md", "no.de.md"], ["article.en.md", "de.md", "a.de.md"]])
def test_what_cannot_be_read_writes_nothing(capsys: Capture, folder: Path, files: list[str]) -> None:
    for name in ("de.md", "a.de.md"):
        (folder / name).write_text(GERMAN, "utf-8")
    assert factcheck(capsys, "init", *(folder / name for name in files)).code == 2
    assert not (folder / "case.toml").exists()


@pytest.mark.parametrize("asked", [[], ["--fail-on", "error"]])
def test_the_gate_of_the_project_holds_unless_another_is_asked_for(
    capsys: Capture, folder: Path, asked: list[str]
) -> None:
    (folder.parent / "factcheck.toml").write_text('fail-on = "never"\n')
    (folder / "translations/de.md").write_text(GERMAN.replace("Milliarden", "Millionen"), "utf-8")
    assert factcheck(capsys, "init", "news/article.en.md", *asked).code == 0
    assert factcheck(capsys, "run", "news").code == (1 if asked else 0)
    text = (folder / "case.toml").read_text("utf-8")
    (folder / "case.toml").write_text(text.replace("# [", "[").replace("# fail", "fail"), "utf-8")
    assert load_case(folder).settings.fail_on == "error"  # as the comment would have it


def test_the_next_step_is_one_that_can_be_taken(capsys: Capture, folder: Path) -> None:
    (folder / "translations/de.md").rename(folder / "article.de.md")
    made = factcheck(capsys, "init", "news/article.en.md")
    assert "next: factcheck init news/article.en.md news/article.de.md --force\n" in made.err
    assert factcheck(capsys, *made.err.split("next: factcheck ")[1].split()).code == 0
    assert factcheck(capsys, "run", "news").code == 0
    (folder / "article.de.md").unlink()
    made = factcheck(capsys, "init", "news/article.en.md", "--force")
    assert "next: put translations into news/translations, each named xx.md" in made.err
    (folder / "translations/notes.md").write_text("x")
    (folder / "translations/fr.md").write_text("x")
    made = factcheck(capsys, "init", "news/article.en.md", "--force")
    assert "not checked: news/translations/notes.md: its name says no language" in made.err


def test_what_keeps_a_case_from_being_read_is_said_when_it_is_made(capsys: Capture, folder: Path) -> None:
    (folder / "translations/DE.txt").write_text(GERMAN, "utf-8")
    made = factcheck(capsys, "init", "news/article.en.md")
    assert made.code == 2
    assert "written to news/case.toml, but the case cannot be checked yet\n" in made.err
    assert "is in 'de', as DE.txt" in made.err


def test_a_folder_that_is_no_case_names_the_command_that_makes_it_one(capsys: Capture, folder: Path) -> None:
    said = factcheck(capsys, "run", "news")
    assert said.code == 2
    assert "there is no case.toml in it (make it one: factcheck init news/article.en.md)" in said.err
    assert "is a folder, not an article (factcheck init news/article.en.md)" in factcheck(capsys, "init", "news").err
    (folder / "an article.de.md").write_text(GERMAN, "utf-8")
    said = factcheck(capsys, "run", "news")
    assert "factcheck init ARTICLE, which may be news/article.en.md, 'news/an article.de.md'" in said.err
    assert "make it one: factcheck init ARTICLE)" in factcheck(capsys, "run", "news/translations").err


def test_translations_may_be_called_as_articles_are(tmp_path: Path) -> None:
    (tmp_path / "case.toml").write_text('source = "article.en.md"\n', "utf-8")
    folder = tmp_path / "translations"
    folder.mkdir()
    for name in ("article.de.md", "fr.md", "notes.md"):
        (folder / name).write_text("Text.\n", "utf-8")
    assert [entry.lang for entry in load_case(tmp_path).translations] == ["de", "fr"]
    (folder / "de.md").write_text("Text.\n", "utf-8")
    with pytest.raises(InputError, match="is in 'de'"):
        load_case(tmp_path)
