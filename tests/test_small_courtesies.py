"""What users do by the way: globs that take the source along, a file twice, a report folder in git, Python."""

from __future__ import annotations

from pathlib import Path

import pytest

import factcheck as api
from command_line import Capture, factcheck

SOURCE = "Acme raised US$7 billion in May.\n"
BAD = "Acme nahm im Mai 7 Millionen Dollar ein.\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "article.en.md").write_text(SOURCE, "utf-8")
    (tmp_path / "article.de.md").write_text(BAD, "utf-8")
    return tmp_path


def test_the_source_is_no_translation_of_itself_and_a_file_counts_once(capsys: Capture) -> None:
    result = factcheck(capsys, "check", "article.en.md", "article.de.md", "./article.en.md", "./article.de.md")
    assert result.code == 1
    assert "article.en.md is the source, and no translation of itself" in result.err
    assert "1 translation: 1 error" in result.out
    alone = factcheck(capsys, "check", "article.en.md", "article.en.md")
    assert (alone.code, "article.en.md is all that was given" in alone.err) == (2, True)


def test_the_usual_report_folder_keeps_itself_out_of_git(capsys: Capture, folder: Path) -> None:
    factcheck(capsys, "init", "article.en.md")
    factcheck(capsys, "run", ".")
    assert (folder / "factcheck-report" / ".gitignore").read_text() == "*\n"
    factcheck(capsys, "run", ".", "--output", "kept")
    assert not (folder / "kept" / ".gitignore").exists()


def test_settings_in_the_wrong_table_say_where_they_belong(capsys: Capture, folder: Path) -> None:
    (folder / "factcheck.toml").write_text('[tool.factcheck]\nfail-on = "never"\n')
    result = factcheck(capsys, "config")
    assert (result.code, "here the keys stand without [tool.factcheck]" in result.err) == (2, True)


def test_nothing_lapsed_is_nothing_wrong(capsys: Capture, folder: Path) -> None:
    factcheck(capsys, "init", "article.en.md", "article.de.md")
    result = factcheck(capsys, "decide", ".", "--lapsed", "--undo")
    assert (result.code, result.err) == (0, "undone in decisions.json: 0\n")
    assert not (folder / "decisions.json").exists()


def test_what_is_clean_prints_nothing_on_github(capsys: Capture) -> None:
    result = factcheck(
        capsys, "check", "article.en.md", "article.de.md", "--select", "date-changed", "--format", "github"
    )
    assert (result.code, result.out) == (0, "")


def test_the_version_is_short_to_ask_for(capsys: Capture) -> None:
    assert factcheck(capsys, "-V").out == f"factcheck {api.__version__}\n"


def test_python_reads_checks_and_renders() -> None:
    report = api.check_article(api.read_article("article.en.md"), [api.read_article("article.de.md")])
    assert [finding.check for finding in report.findings()] == ["scale-changed"]
    assert "scale-changed" in api.render(report, "csv")
