"""The exit code of every situation in every format: a gate that passes what nobody checked is none."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from command_line import Capture, factcheck
from factcheck import reporting

SOURCE = "# News\n\nAcme raised at least US$7 billion in 2021.\n\nIt has 250 workers.\n"
GOOD = "# Nachrichten\n\nAcme sammelte 2021 mindestens 7 Milliarden US-Dollar ein.\n\nEs hat 250 Mitarbeiter.\n"
FILES: dict[str, str | bytes] = {
    "article.en.md": SOURCE,
    "good.de.md": GOOD,
    "warning.de.md": GOOD.replace("mindestens ", ""),
    "error.de.md": GOOD.replace("Milliarden", "Millionen"),
    "latin1.de.md": "Größe".encode("latin-1"),
    "broken.json": "{",
    "broken.tbx": "<tbx><a>",
    "empty.csv": "",
}
GATES = ("error", "warning", "never")
CODES = {"good.de.md": (0, 0, 0), "warning.de.md": (0, 1, 0), "error.de.md": (1, 1, 0), "latin1.de.md": (2, 2, 2)}
NEVER = ("--fail-on", "never")
CANNOT = {
    "a translation that is not there": ("article.en.md", "good.de.md", "none.fr.md"),
    "no article": ("none.en.md", "good.de.md"),
    "a broken ledger": ("article.en.md", "good.de.md", "--ledger", "broken.json"),
    "broken decisions": ("article.en.md", "good.de.md", "--decisions", "broken.json"),
    "a broken baseline": ("article.en.md", "good.de.md", "--baseline", "broken.json"),
    "no baseline": ("article.en.md", "good.de.md", "--baseline", "none.json"),
    "an empty glossary": ("article.en.md", "good.de.md", "--glossary", "empty.csv"),
    "a broken glossary": ("article.en.md", "good.de.md", "--glossary", "broken.tbx"),
    "no words to keep": ("article.en.md", "good.de.md", "--do-not-translate", "none.txt"),
    "an unknown check": ("article.en.md", "good.de.md", "--select", "none"),
    "a revision without git": ("article.en.md", "good.de.md", "--changed-since", "main"),
    "an output that is a folder": ("article.en.md", "good.de.md", "--output", "folder"),
    "an output below a file": ("article.en.md", "good.de.md", "--output", "good.de.md/report"),
}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    (tmp_path / "folder").mkdir()
    for name, data in FILES.items():
        (tmp_path / name).write_bytes(data if isinstance(data, bytes) else data.encode())
    return tmp_path


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("format", reporting.formats())
def test_what_is_found_meets_the_gate(capsys: Capture, format: str) -> None:
    for name, codes in CODES.items():
        for gate, code in zip(GATES, codes, strict=True):
            result = factcheck(capsys, "check", "article.en.md", name, "--fail-on", gate, "--format", format)
            assert (name, gate, result.code) == (name, gate, code)


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("format", reporting.formats())
def test_what_cannot_be_checked_never_passes_and_is_told(capsys: Capture, format: str) -> None:
    for situation, args in CANNOT.items():
        result = factcheck(capsys, "check", *args, *NEVER, "--format", format)
        assert (situation, result.code) == (situation, 2)
        assert result.err.startswith("factcheck: ") or format == "text", situation
        assert "Traceback" not in result.out + result.err


@pytest.mark.parametrize("format", reporting.formats())
def test_broken_settings_never_pass(capsys: Capture, folder: Path, format: str) -> None:
    (folder / "factcheck.toml").write_text("fail-on = never")
    result = factcheck(capsys, "check", "article.en.md", "good.de.md", "--format", format)
    assert (result.code, result.out) == (2, "")
    assert "factcheck.toml, line 1" in result.err


@pytest.mark.usefixtures("folder")
def test_a_report_in_a_file_leaves_the_reason_on_the_screen(capsys: Capture) -> None:
    result = factcheck(capsys, "check", "article.en.md", "latin1.de.md", "--output", "report.txt")
    assert (result.code, result.out) == (2, "")
    assert "latin1.de.md, byte 2: is not UTF-8" in result.err


def _in_shell(script: str) -> subprocess.CompletedProcess[str]:
    """Run a script of bash in which `factcheck` is the command."""
    script = f'factcheck() {{ {sys.executable} -m factcheck "$@"; }}\n{script}'
    return subprocess.run(["bash", "-c", script], capture_output=True, text=True, timeout=60, check=False)


@pytest.mark.slow
@pytest.mark.usefixtures("folder")
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a device that is always full")
@pytest.mark.parametrize("format", reporting.formats())
def test_a_full_disk_never_passes(format: str) -> None:
    done = _in_shell(f"factcheck check article.en.md error.de.md --format {format} > /dev/full")
    assert done.returncode == 2
    assert done.stderr.startswith("factcheck: cannot be written: No space left on device")


@pytest.mark.slow
@pytest.mark.parametrize("format", reporting.formats())
def test_a_reader_that_leaves_early_lets_nothing_pass(folder: Path, format: str) -> None:
    (folder / "error.de.md").write_text("\n\n".join([str(FILES["error.de.md"])] * 99))
    script = f"factcheck check article.en.md error.de.md --format {format} | head -c 1; exit ${{PIPESTATUS[0]}}"
    done = _in_shell(script)
    assert (done.returncode in (1, 2), done.stderr) == (True, "")


@pytest.mark.slow
def test_an_interrupt_exits_130_and_leaves_no_half_file(folder: Path) -> None:
    (folder / "long.en.md").write_text("\n\n".join([SOURCE] * 3000))
    (folder / "long.de.md").write_text("\n\n".join([GOOD] * 3000))
    command = [sys.executable, "-m", "factcheck", "check", "long.en.md", "long.de.md", "--output", "report.txt"]
    done = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    time.sleep(1.5)
    done.send_signal(signal.SIGINT)
    _, said = done.communicate(timeout=60)
    assert (done.returncode, said.strip()) == (130, "factcheck: interrupted")
    assert not [path for path in folder.iterdir() if "report" in path.name]
