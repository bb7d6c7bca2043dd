"""factcheck check on the files of a case: what it does not read there is said."""

from __future__ import annotations

from pathlib import Path

import pytest

from command_line import Capture, factcheck

FILES = ("news/article.en.md", "news/translations/de.md")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "news/translations").mkdir(parents=True)
    for file in FILES:
        Path(file).write_text("Acme 7.\n", "utf-8")
    return tmp_path / "news"


def test_alone_there_is_nothing_to_say(capsys: Capture) -> None:
    assert factcheck(capsys, "check", *FILES).err == ""


def test_a_ledger_beside_it_is_named(capsys: Capture, folder: Path) -> None:
    (folder / "claims.json").write_text('{"version": 1, "facts": []}')
    said = "news/claims.json is not read here: --ledger news/claims.json holds the texts to it\n"
    assert factcheck(capsys, "check", *FILES).err == said
    assert factcheck(capsys, "check", *FILES, "--ledger", "news/claims.json").err == ""


def test_a_case_around_it_is_named(capsys: Capture, folder: Path) -> None:
    (folder / "claims.json").write_text('{"version": 1, "facts": []}')
    (folder / "case.toml").write_text('source = "article.en.md"\n')
    said = "news/case.toml is not read here: factcheck run news checks the case\n"
    assert factcheck(capsys, "check", *FILES).err == said
    assert factcheck(capsys, "check", *FILES, "--ledger", "news/claims.json").err == ""
