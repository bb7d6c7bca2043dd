"""What a command writes where a program reads it: UTF-8 with plain line ends, whatever the system's own habit is."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from factcheck.cli import main


@pytest.mark.parametrize("format", ["json", "csv"])
def test_a_pipe_gets_utf_8(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, format: str) -> None:
    (tmp_path / "de.md").write_text("Das ist die die die Straße 😀 日本 die die die.\n", "utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("PYTHONIOENCODING", raising=False)
    written = io.BytesIO()
    pipe = io.TextIOWrapper(written, encoding="cp1252", newline="\r\n")
    monkeypatch.setattr(sys, "stdout", pipe)
    with pytest.raises(SystemExit) as stop:
        main(["lint", "de.md", "\udcff.md", "--format", format])
    assert stop.value.code == 2  # no such file, whose name is no text
    pipe.flush()
    text = written.getvalue().decode()
    if format == "json":
        assert "Straße 😀 日本" in json.loads(text)["translations"][0]["article"]["segments"][0]["text"]
        assert "\r" not in text
    else:
        assert "\r\r" not in text
        assert text.count("\n") == text.count("\r\n")
