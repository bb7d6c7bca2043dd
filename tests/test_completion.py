"""Completion: the scripts that the shells themselves run."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from command_line import Capture, factcheck
from factcheck import checks, reporting
from factcheck.cli import COMMANDS
from factcheck.cli.completion import SHELLS

BASH = """eval "$(factcheck completion bash)"
COMP_WORDS=(factcheck {words} '{last}') COMP_CWORD={place}
_factcheck_completion factcheck
printf '%s\\n' "${{COMPREPLY[@]}}"
"""
OTHERS = {
    "zsh": 'autoload -Uz compinit; compinit -D; eval "$(factcheck completion zsh)"; print -r -- $_comps[factcheck]',
    "fish": "factcheck completion fish | source; complete -C 'factcheck explain scale-'",
}


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder on the path that holds the program."""
    program = tmp_path / "factcheck"
    program.write_text(f"#!{sys.executable}\nfrom factcheck.cli import main\nmain()\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")
    return tmp_path


def bash(*words: str, last: str = "") -> list[str]:
    script = BASH.format(words=" ".join(words), last=last, place=len(words) + 1)
    done = subprocess.run(["bash", "--norc", "-c", script], capture_output=True, text=True, check=True)
    return done.stdout.split()


@pytest.mark.usefixtures("run")
def test_bash_completes_what_there_is() -> None:
    assert bash() == list(COMMANDS)
    assert bash(last="ch") == [command for command in COMMANDS if command.startswith("ch")]
    assert bash("check", "--format", last="g") == [name for name in reporting.formats() if name[0] == "g"]
    assert bash("check", "--select", last="scale-changed,weekday-c") == ["scale-changed,weekday-changed"]
    assert bash("explain", last="number-") == [c.id for c in checks.all_checks() if c.id.startswith("number-")]
    assert bash("decide", ".", "--check", last="weekday") == ["weekday-changed"]
    assert "--fail-on" in bash("lint", last="--f")


@pytest.mark.usefixtures("run")
@pytest.mark.parametrize(("shell", "said"), [("zsh", "_factcheck_completion"), ("fish", "scale-changed")])
def test_other_shells_take_their_script(shell: str, said: str) -> None:
    if not shutil.which(shell):
        pytest.skip(f"{shell} is not installed")
    done = subprocess.run([shell, "-c", OTHERS[shell]], capture_output=True, text=True, check=True)
    assert said in done.stdout


@pytest.mark.parametrize("shell", SHELLS)
def test_every_script_names_the_program(capsys: Capture, shell: str) -> None:
    result = factcheck(capsys, "completion", shell)
    assert (result.code, result.err) == (0, "")
    assert "_FACTCHECK_COMPLETE" in result.out


def test_an_unknown_shell_is_named(capsys: Capture) -> None:
    assert factcheck(capsys, "completion", "tcsh").code == 2
