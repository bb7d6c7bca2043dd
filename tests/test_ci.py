"""Gates as people set them up: the steps of the GitHub action run as scripts, the hooks run by the real pre-commit."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from factcheck import cli

ROOT = Path(__file__).parent.parent
ACTION: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
STEPS = {step["id"]: step for step in ACTION["runs"]["steps"] if "run" in step}
SOURCE = "Acme raised US$7 billion.\n\nIt has 250 workers.\n"
GOOD = "Acme sammelte 7 Milliarden US-Dollar ein.\n\nEs hat 250 Mitarbeiter.\n"
BAD = GOOD.replace("Milliarden", "Millionen")
GH = """#!/bin/sh
echo "$@" >> "$GH_LOG"
case "$*" in *--jq*) cat "$GH_COMMENTS" ;; esac
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A repository with an article, and a PATH on which factcheck and gh stand."""
    for name, text in {"article.en.md": SOURCE, "translations/de.md": BAD, "good/de.md": GOOD}.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    programs = {"factcheck": f"#!{sys.executable}\nfrom factcheck.cli import main\nmain()\n", "gh": GH}
    (tmp_path / "bin").mkdir()
    for name, text in programs.items():
        (tmp_path / "bin" / name).write_text(text)
        (tmp_path / "bin" / name).chmod(0o755)
    return tmp_path


def step(name: str, folder: Path, **env: str) -> subprocess.CompletedProcess[str]:
    """Run the script of a step as the runner does."""
    outputs = {"GITHUB_OUTPUT": str(folder / "outputs"), "GITHUB_STEP_SUMMARY": str(folder / "summary.md")}
    path = f"{folder / 'bin'}{os.pathsep}{os.environ['PATH']}"
    told = {**os.environ, **outputs, "PATH": path, "REPORT": "factcheck-report", "NAME": "factcheck", **env}
    script = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", STEPS[name]["run"]]
    return subprocess.run(script, cwd=folder, env=told, capture_output=True, text=True, check=False)


def check(folder: Path, files: str, command: str = "check", **env: str) -> subprocess.CompletedProcess[str]:
    return step("check", folder, COMMAND=command, FILES=files, **{"OPTIONS": "", "FAIL_ON": "", **env})


def code(folder: Path) -> str:
    return (folder / "outputs").read_text().strip()


def test_a_bad_translation_is_annotated_reported_and_stops_at_the_end(folder: Path) -> None:
    done = check(folder, "article.en.md translations/*.md")
    assert (done.returncode, code(folder)) == (0, "code=1")
    assert done.stdout.startswith("::error file=translations/de.md,line=1,")
    reports = {path.name for path in (folder / "factcheck-report").iterdir()}
    assert reports == {"report.json", "report.html", "factcheck.sarif", "factcheck.md"}
    assert (folder / "summary.md").read_text().startswith("### factcheck: 1 error")
    assert json.loads((folder / "factcheck-report/factcheck.sarif").read_text())["version"] == "2.1.0"
    assert step("gate", folder, CODE="1").returncode == 1


@pytest.mark.parametrize(
    ("files", "env", "expected"),
    [
        ("article.en.md good/de.md", {}, "code=0"),
        ("article.en.md translations/*.md", {"OPTIONS": "--ignore scale-changed"}, "code=0"),
        ("article.en.md translations/*.md no.fr.md", {"FAIL_ON": "never"}, "code=2"),
    ],
)
def test_the_gate_is_that_of_the_command(folder: Path, files: str, env: dict[str, str], expected: str) -> None:
    check(folder, files, **env)
    assert code(folder) == expected


@pytest.mark.slow
def test_a_case_and_texts_alone_are_checked_too(folder: Path) -> None:
    check(folder, "translations/de.md", "lint")
    assert code(folder) == "code=0"
    (folder / "case.toml").write_text('source = "article.en.md"\n')
    check(folder, ".", "run")
    assert code(folder).endswith("code=1")


def test_what_cannot_be_checked_at_all_fails_at_once_whatever_an_earlier_step_left(folder: Path) -> None:
    check(folder, "article.en.md translations/*.md")
    done = check(folder, "no.en.md translations/de.md")
    assert (done.returncode, done.stdout) == (2, "")
    assert "no such file" in done.stderr


def test_files_with_blanks_in_their_names_stand_one_a_line(folder: Path) -> None:
    (folder / "article.en.md").rename(folder / "my article.en.md")
    (folder / "translations/de.md").rename(folder / "translations/the text.de.md")
    done = check(folder, "my article.en.md\ntranslations/*.md\n", OPTIONS="--select scale-changed")
    assert code(folder) == "code=1"
    assert done.stdout.startswith("::error file=translations/the text.de.md,line=1,")


@pytest.mark.slow
def test_inputs_are_no_part_of_the_script(folder: Path) -> None:
    check(folder, "article.en.md $(touch${IFS}pwned) ;touch pwned")
    assert code(folder) == "code=2"
    assert not (folder / "pwned").exists()
    assert not any("${{" in one["run"] for one in STEPS.values())


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "comments", "sent"),
    [
        ("factcheck", "", "repos/o/r/issues/7/comments -F"),
        ("factcheck", "42\n", "PATCH repos/o/r"),
        ("another article", "", "repos/o/r/issues/7/comments -F"),
    ],
)
def test_one_comment_is_kept_up_to_date(folder: Path, name: str, comments: str, sent: str) -> None:
    check(folder, "article.en.md translations/*.md")
    (folder / "ids").write_text(comments)
    calls = folder / "calls"
    env = {"COMMENTS": "repos/o/r/issues", "NUMBER": "7", "GH_LOG": str(calls), "GH_COMMENTS": str(folder / "ids")}
    assert step("comment", folder, NAME=name, **env).returncode == 0
    assert sent in calls.read_text().splitlines()[-1]
    assert f'startswith("<!-- {name} -->")' in calls.read_text()
    body = (folder / "factcheck-report/comment.md").read_text()
    assert body.startswith(f"<!-- {name} -->\n### factcheck: 1 error")


def test_every_command_of_the_docs_is_one() -> None:
    text = "".join((ROOT / "docs" / name).read_text("utf-8") for name in ("ci.md", "formats.md"))
    assert set(re.findall(r"\bfactcheck (\w+) [\w.]+", text)) <= set(cli.COMMANDS)
    hooks = {hook["id"] for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))}
    assert set(re.findall(r"- id: ([\w-]+)", text)) == hooks


def git(folder: Path, *args: str) -> None:
    who = ("-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "init.defaultBranch=main")
    subprocess.run(["git", *who, *args], cwd=folder, check=True, capture_output=True)


@pytest.mark.slow
def test_the_hooks_run_in_the_real_pre_commit(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    hooks = tmp_path_factory.mktemp("hooks")
    for name in ("src", "schemas", "pyproject.toml", "README.md", "LICENSE", ".pre-commit-hooks.yaml"):
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        copy(ROOT / name, hooks / name)
    git(hooks, "init", "-q")
    git(hooks, "add", "-A", "-f")
    git(hooks, "commit", "-qm", "Hooks", "--no-verify")
    git(hooks, "tag", "v0")
    shutil.rmtree(folder / "good")
    (folder / ".pre-commit-config.yaml").write_text(
        f"repos:\n  - repo: {hooks}\n    rev: v0\n    hooks:\n"
        "      - id: factcheck\n        args: [article.en.md]\n        files: ^translations/\n"
        "      - id: factcheck-lint\n        files: ^translations/\n"
        "      - id: factcheck-case\n        args: [case]\n        files: ^case/\n"
    )
    git(folder, "init", "-q")
    git(folder, "add", "article.en.md", "translations", ".pre-commit-config.yaml")
    bad = _pre_commit(folder)
    assert bad.returncode == 1
    assert "translations/de.md:1: ● error scale-changed" in bad.stdout
    assert re.search(r"factcheck the texts that change\.+Passed", bad.stdout)
    assert re.search(r"factcheck a case\.+\(no files to check\)Skipped", bad.stdout)
    (folder / "translations/de.md").write_text(GOOD, "utf-8")
    git(folder, "add", "translations")
    assert _pre_commit(folder).returncode == 0


def _pre_commit(folder: Path) -> subprocess.CompletedProcess[str]:
    env = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    env |= {"PRE_COMMIT_HOME": str(folder / "bin" / "cache"), "PRE_COMMIT_COLOR": "never"}
    command = [sys.executable, "-m", "pre_commit", "run"]
    return subprocess.run(command, cwd=folder, env=env, capture_output=True, text=True, check=False)
