"""Reports on bitexts: each format is what its reader expects, and those that can are written as they come."""

from __future__ import annotations

import csv
import io
import json
import tracemalloc
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from command_line import Capture, factcheck
from factcheck import records, reporting
from factcheck.model import Article, Known, Problem
from factcheck.reporting._streaming import writer
from sample_report import sample

STREAMED = ("text", "jsonl", "csv", "github", "rdjsonl")
HELD = ("sarif", "sarif-all", "junit", "gitlab", "markdown")
WHOLE = ("html", "json", "mqm", "claimreview")
TABLE = Article("de", (), "pairs.tsv")
ROWS = "\n".join(
    (
        "It cost $7 billion.\tEs kostete 7 Millionen Dollar.",
        "alone",
        "=1 It rose by 5 percent.\t=1 Es stieg um 6 Prozent.",
        "It is fine.\tEs ist gut.",
    )
)


def test_every_format_is_of_one_kind() -> None:
    assert sorted((*STREAMED, *HELD, *WHOLE)) == list(reporting.formats())


@pytest.fixture
def check(capsys: Capture, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Any]:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "pairs.tsv").write_text(ROWS, "utf-8")

    def run(*args: str) -> Any:
        return factcheck(capsys, "check", "pairs.tsv", "--source-lang", "en", "--target-lang", "de", *args)

    return run


def _lines(text: str) -> list[tuple[str, int]]:
    rows = [json.loads(line) for line in text.splitlines()]
    for row in rows:
        records.validate(row, row["record"])
    return [(row["check"], row["target"]["line"]) for row in rows if row["record"] == "finding"]


def _table(text: str) -> list[tuple[str, int]]:
    rows = csv.DictReader(io.StringIO(text, newline=""), strict=True)
    return [(row["check"], int(row["line"])) for row in rows if row["check"]]


def _github(text: str) -> list[tuple[str, int]]:
    fields = [
        dict(part.split("=", 1) for part in line.split("::")[1].split(" ", 1)[1].split(","))
        for line in text.splitlines()
    ]
    return [(row["title"].removeprefix("factcheck%3A "), int(row["line"])) for row in fields if "title" in row]


def _rdjsonl(text: str) -> list[tuple[str, int]]:
    rows = [json.loads(line) for line in text.splitlines()]
    return [
        (row["code"]["value"], row["location"]["range"]["start"]["line"]) for row in rows if len(row["location"]) > 1
    ]


def _sarif(text: str) -> list[tuple[str, int]]:
    rows = json.loads(text)["runs"][0]["results"]
    return [(row["ruleId"], row["locations"][0]["physicalLocation"]["region"]["startLine"]) for row in rows]


def _gitlab(text: str) -> list[tuple[str, int]]:
    rows = json.loads(text)
    return [(row["check_name"], row["location"]["lines"]["begin"]) for row in rows if row["severity"] != "blocker"]


READERS = {
    "jsonl": _lines,
    "csv": _table,
    "github": _github,
    "rdjsonl": _rdjsonl,
    "sarif": _sarif,
    "sarif-all": _sarif,
    "gitlab": _gitlab,
}


@pytest.mark.parametrize("format", READERS)
def test_a_reader_gets_each_finding_with_its_row(format: str, check: Callable[..., Any]) -> None:
    result = check("--format", format)
    assert READERS[format](result.out) == [("scale-changed", 1), ("number-changed", 3)]
    assert "1 column where source and translation are expected" in result.out
    assert result.code == 2
    assert result.err.endswith("3 pairs checked: 2 errors; 1 could not be checked\n")


def test_junit_and_markdown_too(check: Callable[..., Any]) -> None:
    root = etree.fromstring(check("--format", "junit").out.encode())
    assert (root.get("failures"), root.get("errors")) == ("2", "1")
    assert check("--format", "junit", "--fail-on", "never").out.count("<failure") == 0
    assert "| pairs.tsv | pairs.tsv | ● 2 | · | · |" in check("--format", "markdown").out


@pytest.mark.parametrize("format", WHOLE)
def test_a_format_about_whole_texts_is_none_for_tables(format: str, check: Callable[..., Any]) -> None:
    result = check("--format", format, "--output", "report")
    assert result.code == 2
    assert "is about whole texts" in result.err
    assert not Path("report").exists()


def test_a_table_without_pairs_was_not_checked(check: Callable[..., Any]) -> None:
    Path("pairs.tsv").write_text("alone\n", "utf-8")
    result = check()
    assert (result.code, result.out) == (2, "")
    assert result.err.endswith("Nothing could be checked.\n")


def test_known_findings_are_counted_and_told_to_who_can_read_it(check: Callable[..., Any]) -> None:
    findings = [json.loads(line) for line in check("--format", "jsonl").out.splitlines()]
    entries = [
        {"file": "pairs.tsv", "check": row["check"], "fingerprint": row["fingerprint"], "message": "m"}
        for row in findings
        if row["record"] == "finding" and row["check"] == "scale-changed"
    ]
    entries.append({**entries[0], "fingerprint": "0" * 16})
    Path("known.json").write_text(json.dumps({"record": "baseline", "version": 1, "findings": entries}), "utf-8")
    result = check("--baseline", "known.json", "--format", "sarif-all")
    rows = json.loads(result.out)["runs"][0]
    assert [row["baselineState"] for row in rows["results"]] == ["new", "unchanged"]
    assert "stale" in rows["invocations"][0]["toolExecutionNotifications"][-2]["message"]["text"]
    assert result.err.endswith("3 pairs checked: 1 error; 1 known; 1 could not be checked\n")
    for format, said in (("jsonl", '"kind": "stale"'), ("github", "factcheck: pairs.tsv: An entry of the baseline")):
        told = check("--baseline", "known.json", "--format", format).out
        assert said in told
        assert "Left out of the findings: 1 known." in told
    assert "Left out" not in check("--baseline", "known.json", "--format", "rdjsonl").out


MEMORY = """<tmx><header srclang="en"/><body><tu><tuv xml:lang="en"><seg>It has 5 rooms.</seg></tuv>
<tuv xml:lang="de"><seg>Es hat 6 Zimmer.</seg></tuv>
<tuv xml:lang="fr"><seg>Il a 7 chambres.</seg></tuv></tu></body></tmx>"""


@pytest.mark.usefixtures("check")
def test_each_finding_of_a_memory_has_its_language(capsys: Capture) -> None:
    Path("a.tmx").write_text(MEMORY, "utf-8")
    table = csv.DictReader(io.StringIO(factcheck(capsys, "check", "a.tmx", "--format", "csv").out))
    assert [(row["language"], row["line"]) for row in table] == [("de", "2"), ("fr", "3")]
    root = etree.fromstring(factcheck(capsys, "check", "a.tmx", "--format", "junit").out.encode())
    assert [suite.get("failures") for suite in root] == ["1", "1"]
    assert "| a.tmx, French | " in factcheck(capsys, "check", "a.tmx", "--format", "markdown").out


@pytest.mark.usefixtures("check")
def test_a_baseline_of_bitexts(capsys: Capture) -> None:
    Path("a.tmx").write_text(MEMORY, "utf-8")
    langs = ("--source-lang", "en", "--target-lang", "de")
    first = factcheck(capsys, "baseline", "pairs.tsv", "a.tmx", *langs, "--output", "known.json")
    assert (first.code, "3 known, 0 before" in first.err) == (2, True)  # pairs.tsv has a row that is none
    Path("pairs.tsv").write_text(ROWS.replace("alone\n", "").replace("6 Prozent", "7 Prozent"), "utf-8")
    result = factcheck(capsys, "check", "pairs.tsv", "a.tmx", *langs, "--baseline", "known.json")
    assert (result.code, len(result.out.splitlines())) == (1, 1)
    assert "1 stale" in result.err


@pytest.mark.usefixtures("check")
def test_what_is_known_of_a_bitext_that_cannot_be_read_stays(capsys: Capture) -> None:
    Path("a.tmx").write_text(MEMORY, "utf-8")
    factcheck(capsys, "baseline", "a.tmx", "--output", "known.json")
    Path("a.tmx").write_text("<tmx>", "utf-8")
    assert "stale" not in factcheck(capsys, "check", "a.tmx", "--baseline", "known.json").err
    assert "2 known, 2 before" in factcheck(capsys, "baseline", "a.tmx", "--output", "known.json").err


@pytest.mark.usefixtures("check")
@pytest.mark.parametrize("command", ["lint", "extract"])
def test_a_bitext_is_no_text(capsys: Capture, command: str) -> None:
    Path("a.tmx").write_text(MEMORY, "utf-8")
    result = factcheck(capsys, command, "a.tmx", "--lang", "de")
    assert (result.code, "is a bitext, not a text" in result.out + result.err) == (2, True)


@pytest.mark.parametrize("format", STREAMED)
def test_memory_does_not_grow_with_the_findings(format: str) -> None:
    finding = next(sample().findings())
    written = 0

    def write(text: str) -> None:
        nonlocal written
        written += len(text)

    report = writer(format, write, {"checks": []})
    report.begin(TABLE)
    tracemalloc.start()
    for number in range(3_000):
        report.finding(replace(finding, message=f"{number} " + "x" * 900))
        report.problem(Problem(f"{number} " + "x" * 900, "pairs.tsv"))
    report.end((Known("pairs.tsv", "x", "0" * 16, "m"),))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert written > 2_700_000
    assert peak < 300_000
