"""factcheck lint: texts without a source, from files and from standard input, with what cannot be read named."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from command_line import Capture, factcheck
from factcheck import records

LEDGER = {
    "version": 1,
    "facts": [{"id": "raised", "kind": "money", "value": "7000000000", "unit": "USD", "sentence": "It raised $7bn."}],
}


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    put("good.de.md", "Acme sammelte 7 Milliarden US-Dollar ein.\n")
    put("bad.de.md", "Acme sammelte 7 Millionen US-Dollar ein.\n")
    put("claims.json", json.dumps(LEDGER))
    return tmp_path


def put(name: str, text: str) -> Path:
    path = Path(name)
    path.write_text(text, "utf-8")
    return path


def test_every_file_is_a_text_of_the_report(capsys: Capture) -> None:
    result = factcheck(capsys, "lint", "good.de.md", "bad.de.md", "--ledger", "claims.json")
    assert result.code == 1
    assert result.out.startswith("2 texts: 1 error\n")
    assert "bad.de.md: ● error ledger-violated" in result.out
    assert "good.de.md: ●" not in result.out
    assert result.out.endswith("1 error. 1 of 2 texts without findings.\n")


def test_the_gate_is_that_of_all_reports(capsys: Capture) -> None:
    assert factcheck(capsys, "lint", "good.de.md").code == 0
    args = ("lint", "bad.de.md", "--ledger", "claims.json")
    assert factcheck(capsys, *args, "--fail-on", "never").code == 0
    assert factcheck(capsys, *args, "--ignore", "ledger-violated").code == 0


@pytest.mark.parametrize("format", ["json", "jsonl", "html", "text"])
def test_every_format_is_written(capsys: Capture, format: str) -> None:
    result = factcheck(capsys, "lint", "good.de.md", "--format", format, "--output", "out")
    assert (result.code, result.out) == (0, "")
    assert result.err == "written to out\n"
    text = Path("out").read_text("utf-8")
    if format == "json":
        report = records.report_from_record(json.loads(text))
        assert report.source is None
        assert [item.article.file for item in report.translations] == ["good.de.md"]


def test_standard_input(capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    def feed(text: str) -> None:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))

    feed("7 Millionen US-Dollar.")
    result = factcheck(capsys, "lint", "-", "--lang", "de", "--ledger", "claims.json")
    assert result.code == 1
    assert "\n-: ● error ledger-violated" in result.out
    feed("7 Millionen US-Dollar.")
    assert "7000000 USD" in factcheck(capsys, "extract", "-", "--lang", "de").out
    feed("7 Millionen US-Dollar.")
    assert "its language cannot be told" in factcheck(capsys, "lint", "-").out


BROKEN = {
    "a ledger that is no JSON": ("--ledger", "{", "not checked │ bad.json, line 1, column 2: is not JSON"),
    "a ledger without facts": ("--ledger", '{"version": 1}', 'not checked │ bad.json: lacks the key "facts"'),
    "a text without words": ("", "", "not checked │ bad.json"),
}


@pytest.mark.parametrize(("option", "text", "message"), BROKEN.values(), ids=BROKEN)
def test_what_is_broken_is_named_and_the_rest_is_checked(capsys: Capture, option: str, text: str, message: str) -> None:
    put("bad.json", text)
    result = factcheck(capsys, "lint", "good.de.md", *([option] if option else []), "bad.json")
    assert result.code == 2
    assert message in result.out
    assert result.out.startswith("good.de.md: no findings\n")
    assert result.out.endswith("No findings. 1 not checked.\n")


def test_nothing_to_check(capsys: Capture) -> None:
    result = factcheck(capsys, "lint", "nope.de.md")
    assert result.code == 2
    assert result.out.endswith("Nothing could be checked.\n")
    assert "Missing argument" in factcheck(capsys, "lint").err
