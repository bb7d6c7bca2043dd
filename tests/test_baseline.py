"""Baselines: only what is new is shown and counted, what is gone is named, a broken file stops the run."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from command_line import Capture, factcheck
from factcheck.baseline import Waiting, known_from, renewed, without_known
from factcheck.model import Report
from sample_report import linted, sample

SOURCE = "Acme raised US$7 billion.\n\nIt has 250 workers.\n"
BAD = "Acme sammelte 7 Millionen US-Dollar ein.\n\nEs hat 250 Mitarbeiter.\n"
ARGS = ("article.en.md", "de.md")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "article.en.md").write_text(SOURCE, "utf-8")
    (tmp_path / "de.md").write_text(BAD, "utf-8")
    return tmp_path


@pytest.mark.parametrize("report", [sample(), linted()], ids=["sample", "lint"])
def test_a_report_has_nothing_new_over_its_own_baseline(report: Report) -> None:
    waiting = Waiting(known_from(report))
    assert list(without_known(report, waiting).findings()) == []
    assert waiting.seen == len(list(report.findings()))
    assert waiting.stale({"article.en.md"}, {"ledger-violated"}) == ()


def test_an_entry_covers_one_finding() -> None:
    report = sample()
    first = replace(report.translations[0], findings=report.translations[0].findings[:1] * 3)
    waiting = Waiting(known_from(report))
    assert len(list(without_known(replace(report, translations=(first,)), waiting).findings())) == 2


def test_stale_is_what_this_run_could_have_found() -> None:
    report = sample()
    waiting = Waiting(known_from(report))
    assert waiting.stale(["translations/ja.md"], ["name-garbled"]) == ()
    (entry,) = waiting.stale(["translations/ja.md", "other.md"], ["scale-changed"])
    assert (entry.file, entry.check) == ("translations/ja.md", "scale-changed")


def test_renewing_keeps_what_was_not_looked_at() -> None:
    report = replace(sample(), made_by={"checks": ["scale-changed"]})
    old = known_from(report)
    clean = replace(report, translations=tuple(replace(text, findings=()) for text in report.translations[:2]))
    left = {(entry.file, entry.check) for entry in renewed(old, clean)}
    assert ("translations/ja.md", "scale-changed") not in left
    assert {("translations/ar.md", "scale-changed"), ("translations/de.md", "currency-changed")} <= left
    partial = replace(clean, made_by={**clean.made_by, "baseline": {"known": 1}})
    assert set(old) <= set(renewed(old, partial))
    assert renewed((), report) == tuple(sorted(old))


def test_only_what_is_new_fails(capsys: Capture, folder: Path) -> None:
    assert factcheck(capsys, "check", *ARGS).code == 1
    written = factcheck(capsys, "baseline", *ARGS)
    assert (written.code, written.out) == (0, "")
    assert written.err == "written to factcheck-baseline.json: 1 known, 0 before\n"
    result = factcheck(capsys, "check", *ARGS, "--baseline", "factcheck-baseline.json")
    assert result.code == 0
    assert "No findings. 1 of 1 translation without findings. 1 known." in result.out
    (folder / "de.md").write_text(BAD.replace("250", "205"), "utf-8")
    result = factcheck(capsys, "check", *ARGS, "--baseline", "factcheck-baseline.json", "--format", "jsonl")
    assert result.code == 1
    assert [row["check"] for row in map(json.loads, result.out.splitlines()) if row["record"] == "finding"] == [
        "number-changed"
    ]


def test_settings_name_a_baseline_beside_them(capsys: Capture, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "factcheck.toml").write_text('baseline = "known.json"\n')
    assert factcheck(capsys, "check", *ARGS).code == 2
    factcheck(capsys, "baseline", *ARGS)
    assert (folder / "known.json").is_file()
    assert factcheck(capsys, "check", *ARGS).code == 0
    assert str(folder) not in factcheck(capsys, "check", *ARGS, "--format", "json").out
    (folder / "sub").mkdir()
    monkeypatch.chdir(folder / "sub")
    assert factcheck(capsys, "check", "../article.en.md", "../de.md").code == 0


def test_what_is_gone_is_named(capsys: Capture, folder: Path) -> None:
    factcheck(capsys, "baseline", *ARGS)
    (folder / "de.md").write_text(BAD.replace("Millionen", "Milliarden"), "utf-8")
    result = factcheck(capsys, "check", *ARGS, "--baseline", "factcheck-baseline.json")
    assert result.code == 0
    assert "factcheck-baseline.json: stale: de.md: scale-changed: " in result.err
    assert "1 stale, `factcheck baseline` writes it without them" in result.err
    assert factcheck(capsys, "baseline", *ARGS).err.startswith("written to factcheck-baseline.json: 0 known")


def test_a_saved_report_is_a_baseline_too(capsys: Capture) -> None:
    factcheck(capsys, "check", *ARGS, "--format", "json", "--output", "report.json")
    assert factcheck(capsys, "baseline", "report.json").code == 0
    assert factcheck(capsys, "report", "report.json", "--baseline", "factcheck-baseline.json").code == 0
    assert factcheck(capsys, "lint", "de.md", "--baseline", "factcheck-baseline.json").code == 0
    assert factcheck(capsys, "validate", "factcheck-baseline.json").out.endswith("conforms to baseline\n")


def test_a_report_that_left_out_what_is_known_is_not_held_to_it_again(capsys: Capture) -> None:
    factcheck(capsys, "baseline", *ARGS)
    known = ("--baseline", "factcheck-baseline.json")
    factcheck(capsys, "check", *ARGS, *known, "--format", "json", "--output", "report.json")
    result = factcheck(capsys, "report", "report.json", *known)
    assert (result.code, result.err) == (0, "")
    assert "1 known." in result.out
    assert factcheck(capsys, "baseline", "report.json").err.endswith(": 1 known, 1 before\n")


def test_a_table_of_pairs_has_a_baseline(capsys: Capture, folder: Path) -> None:
    (folder / "pairs.tsv").write_text("It cost $7 billion.\tEs kostete 7 Millionen Dollar.\n", "utf-8")
    args = ("check", "pairs.tsv", "--source-lang", "en", "--target-lang", "de")
    record = json.loads(factcheck(capsys, *args, "--format", "jsonl").out)
    entry = {"fingerprint": record["fingerprint"], "check": record["check"], "file": "pairs.tsv", "message": "m"}
    known = {"record": "baseline", "version": 1, "findings": [entry, entry]}
    (folder / "known.json").write_text(json.dumps(known))
    result = factcheck(capsys, *args, "--baseline", "known.json")
    assert (result.code, result.out) == (0, "")
    assert "known.json: stale: pairs.tsv: scale-changed: m\n" in result.err


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "known.json, line 1, column 1: is not JSON"),
        ('{"record": "baseline", "version": 1, "findings": [{}]}', "known.json, findings[0]: lacks the key"),
        ('{"record": "baseline", "version": 2, "findings": []}', "known.json, version: must be 1"),
        ('{"record": "baseline", "version": 1, "findings": [\n<<<<<<< HEAD\n]}', "known.json, line 2, column 1"),
    ],
)
def test_a_broken_baseline_stops_the_run(capsys: Capture, folder: Path, text: str, message: str) -> None:
    (folder / "known.json").write_text(text)
    result = factcheck(capsys, "check", *ARGS, "--baseline", "known.json")
    assert (result.code, result.out) == (2, "")
    assert message in result.err
    assert factcheck(capsys, "baseline", *ARGS, "--output", "known.json").code == 2
    assert (folder / "known.json").read_text() == text


def test_a_missing_baseline_says_how_to_write_one(capsys: Capture) -> None:
    result = factcheck(capsys, "check", *ARGS, "--baseline", "known.json")
    assert result.code == 2
    assert "known.json: no such file (factcheck baseline writes one: --output known.json)" in result.err


def test_what_cannot_be_read_is_no_clean_baseline(capsys: Capture) -> None:
    result = factcheck(capsys, "baseline", "article.en.md", "de.md", "fr.md")
    assert result.code == 2
    assert "factcheck: fr.md: no such file" in result.err
    assert factcheck(capsys, "baseline", "article.en.md").code == 2


def test_a_case_that_names_its_baseline_gets_it_written_there(capsys: Capture, folder: Path) -> None:
    case = 'source = "article.en.md"\n[translations.de]\nfile = "de.md"\n[settings]\nbaseline = "known.json"\n'
    (folder / "case.toml").write_text(case)
    assert factcheck(capsys, "run", ".").code == 2
    assert factcheck(capsys, "baseline", ".").code == 0
    assert (folder / "known.json").exists()
    assert factcheck(capsys, "run", ".").code == 0
