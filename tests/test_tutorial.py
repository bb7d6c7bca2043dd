"""docs/tutorial.md is run as it stands: its files are written, its commands run, its outputs compared.

`pytest tests/test_tutorial.py --force-regen` writes the outputs anew.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

TUTORIAL = Path(__file__).parent.parent / "docs" / "tutorial.md"
FILE = re.compile(r"^```markdown (\S+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
CONSOLE = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """The files of the tutorial, and a PATH on which factcheck stands."""
    for name, text in FILE.findall(TUTORIAL.read_text("utf-8")):
        path = tmp_path / "case" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    program = tmp_path / "factcheck"
    program.write_text(f"#!{sys.executable}\nfrom factcheck.cli import main\nmain()\n")
    program.chmod(0o755)
    return {**os.environ, "PATH": f"{tmp_path}{os.pathsep}{os.environ['PATH']}"}


def transcript(block: str, folder: Path, environment: dict[str, str]) -> str:
    """The commands of a block with what they print now, all of them run by one shell."""
    commands = re.findall(r"^\$ (.*)$", block, re.MULTILINE)
    script = "".join(f"code=$?; echo '$' {_quoted(command)}; (exit $code)\n{command}\n" for command in commands)
    done = subprocess.run(
        ["bash", "--norc", "-c", script],
        cwd=folder,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    return done.stdout


def _quoted(command: str) -> str:
    return "'" + command.replace("'", "'\\''") + "'"


def test_the_tutorial_is_true(tmp_path: Path, environment: dict[str, str], request: pytest.FixtureRequest) -> None:
    text = TUTORIAL.read_text("utf-8")
    run = CONSOLE.sub(lambda m: f"```console\n{transcript(m[1], tmp_path / 'case', environment)}```", text)
    if request.config.getoption("force_regen"):
        TUTORIAL.write_text(run, "utf-8")
    assert run == text


def test_the_tutorial_takes_under_ten_commands() -> None:
    text = TUTORIAL.read_text("utf-8")
    commands = [command for block in CONSOLE.findall(text) for command in re.findall(r"^\$ (.*)$", block, re.MULTILINE)]
    assert len(commands) + 1 < 10
    assert text.count("$ echo $?\n1\n") == text.count("$ echo $?\n0\n") == 1
