"""--changed-since: what a change does not touch is not checked, and nothing else is left out."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from command_line import Capture, factcheck
from factcheck.errors import InputError
from factcheck.revisions import changed_files

SOURCE = "Acme raised US$7 billion.\n\nIt has 250 workers.\n"
BAD = {
    "de": "Acme sammelte 7 Millionen US-Dollar ein.\n\nEs hat 250 Mitarbeiter.\n",
    "fr": "Acme a levé 7 millions de dollars.\n\nElle emploie 250 personnes.\n",
}
CASE = ("run", "case", "--format", "jsonl", "--output", "out")


def git(*args: str) -> None:
    who = ("-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "init.defaultBranch=main")
    subprocess.run(["git", *who, *args], check=True, capture_output=True)


@pytest.fixture(autouse=True)
def case(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A committed case in a repository, which is the working directory."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "case/translations").mkdir(parents=True)
    (tmp_path / "case/case.toml").write_text('source = "article.en.md"\n')
    (tmp_path / "case/claims.json").write_text('{"version": 1, "facts": []}\n')
    (tmp_path / "case/article.en.md").write_text(SOURCE, "utf-8")
    for lang, text in BAD.items():
        (tmp_path / f"case/translations/{lang}.md").write_text(text, "utf-8")
    git("init", "-q")
    git("add", "-A")
    git("commit", "-qm", "Begin")
    return tmp_path / "case"


def add(file: Path, text: str = "\n<!-- more -->\n") -> None:
    file.write_text(file.read_text("utf-8") + text, "utf-8")


@pytest.mark.parametrize(
    ("touched", "left", "code"),
    [
        ([], 0, 0),
        (["translations/de.md"], 1, 1),
        (["article.en.md"], 2, 1),
        (["claims.json"], 2, 1),
        (["case.toml"], 2, 1),
    ],
)
def test_only_what_a_change_touches_is_checked(
    capsys: Capture, case: Path, touched: list[str], left: int, code: int
) -> None:
    for name in touched:
        add(case / name, "\n")
    result = factcheck(capsys, *CASE, "--changed-since", "HEAD")
    assert result.code == code
    assert f"{left} of 2 texts changed since HEAD" in result.err
    assert ("translations/de.md" in result.out) == (left > 0)
    assert ("translations/fr.md" in result.out) == (left > 1)


def test_committed_new_and_missing_files_count(capsys: Capture, case: Path) -> None:
    git("checkout", "-q", "-b", "work")
    add(case / "translations/de.md")
    git("commit", "-qam", "Change")
    (case / "translations/es.md").write_text("Acme recaudó 7 millones de dólares.\n\nTiene 250 empleados.\n", "utf-8")
    files = [case / "translations" / f"{lang}.md" for lang in ("de", "es", "fr", "it")]
    args = ("check", "case/article.en.md", *files, "--format", "jsonl", "--changed-since", "main")
    result = factcheck(capsys, *args)
    assert result.code == 2
    assert "3 of 4 texts changed since main" in result.err
    rows = list(map(json.loads, result.out.splitlines()))
    files_read = {Path(row["file"]).name for row in rows if row["record"] == "claim"}
    assert files_read == {"article.en.md", "de.md", "es.md"}


def test_what_the_other_branch_changed_is_no_change_of_ours(case: Path) -> None:
    git("branch", "work")
    add(case / "translations/fr.md")
    git("commit", "-qam", "Elsewhere")
    git("checkout", "-q", "work")
    add(case / "translations/de.md")
    files = [case / "translations" / f"{lang}.md" for lang in BAD]
    assert changed_files(files, "main") == {files[0]}


def test_odd_names_are_found(case: Path) -> None:
    odd = [case / name for name in ("ä ö.md", '"q".md', ":(top)x.md", "-n.md", "*.md")]
    for file in odd:
        file.write_text("a\n", "utf-8")
    git("add", "-A")
    git("commit", "-qm", "Odd")
    assert changed_files(odd, "HEAD") == frozenset()
    for number, file in enumerate(odd):
        add(file)
        assert changed_files(odd, "HEAD") == set(odd[: number + 1])


def test_texts_alone_and_their_ledger(capsys: Capture, case: Path) -> None:
    args = ("lint", case / "translations/de.md", case / "translations/fr.md", "--changed-since", "HEAD")
    result = factcheck(capsys, *args)
    assert (result.code, result.out) == (0, "Nothing to check.\n")
    add(case / "claims.json", "\n")
    assert "0 of 2" in factcheck(capsys, *args).err
    assert "2 of 2" in factcheck(capsys, *args, "--ledger", case / "claims.json").err


def test_a_paragraph_left_behind_is_found(capsys: Capture, case: Path) -> None:
    edited = SOURCE.replace("workers.", "workers, most of them in the new harbour.")
    (case / "article.en.md").write_text(edited.replace("\n\n", "\n\n\n"), "utf-8")
    french = case / "translations/fr.md"
    french.write_text(BAD["fr"].replace("personnes.", "personnes, surtout au nouveau port."), "utf-8")
    args = (*CASE, "--changed-since", "HEAD", "--select", "stale-translation", "--fail-on", "warning")
    result = factcheck(capsys, *args)
    assert result.code == 1
    (found,) = [row for row in map(json.loads, result.out.splitlines()) if row["record"] == "finding"]
    assert (found["target"]["file"], found["target"]["line"]) == ("case/translations/de.md", 3)
    assert "“It has 250 workers, most of them in the new harbour.”" in found["message"]


def test_texts_that_nobody_can_compare_are_no_finding(capsys: Capture, case: Path) -> None:
    (case / "article.en.md").write_bytes(SOURCE.encode("utf-16"))
    git("commit", "-qam", "UTF-16")
    (case / "article.en.md").write_text(SOURCE.replace("workers", "people"), "utf-8")
    (case / "translations/de.md").rename(case / "translations/nl.md")
    args = (*CASE, "--changed-since", "HEAD", "--select", "stale-translation", "--fail-on", "warning")
    assert factcheck(capsys, *args).code == 0


def test_a_translation_that_is_gone_is_said(capsys: Capture, case: Path) -> None:
    (case / "translations/de.md").unlink()
    (case / "translations/fr.md").rename(case / "translations/fr.txt")
    gone = "case/translations/de.md: is gone since HEAD, and nothing is checked in its language\n"
    result = factcheck(capsys, *CASE, "--changed-since", "HEAD")
    assert result.err.count("is gone since") == 1
    assert gone in result.err
    (case / "translations/fr.txt").unlink()
    git("rm", "-rqf", "case/translations")
    git("commit", "-qm", "Drop")
    result = factcheck(capsys, *CASE, "--changed-since", "HEAD~1")
    assert result.err.count("is gone since") == 2
    assert result.code == 2  # no translation is left


def test_a_translation_that_is_listed_is_missed(capsys: Capture, case: Path) -> None:
    (case / "case.toml").write_text('source = "article.en.md"\n[translations.de]\n')
    git("commit", "-qam", "List")
    (case / "translations/de.md").unlink()
    result = factcheck(capsys, *CASE, "--changed-since", "HEAD", "--format", "text")
    assert result.code == 2
    assert "case/translations/de.md: no such file" in result.out
    assert "is gone" not in result.err


@pytest.mark.parametrize("revision", ["nowhere", "--output=x", "HEAD~7", ""])
def test_an_unknown_revision_checks_nothing_and_says_so(capsys: Capture, case: Path, revision: str) -> None:
    result = factcheck(capsys, *CASE, f"--changed-since={revision}")
    assert (result.code, result.out) == (2, "")
    assert "git cannot tell what changed" in result.err
    assert f"{revision!r} is not here: fetch it" in result.err
    assert not (case.parent / "x").exists()


def test_without_a_repository_nothing_is_skipped(tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("bare")
    (folder / "a.md").write_text("a")
    with pytest.raises(InputError, match="git cannot tell what changed: fatal: not a git repository"):
        changed_files([folder / "a.md"], "HEAD")
