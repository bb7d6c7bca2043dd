"""What reports say beside their findings: what lapsed or is stale, and what is left out and why."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from lxml import etree
from markdown_it import MarkdownIt

from factcheck import records, reporting
from factcheck.model import Decision, Known, Report, State, Suppressed
from factcheck.reporting.markdown import LIMIT
from sample_report import sample, settled

NAMED = [format for format in reporting.formats() if format not in ("text", "mqm", "claimreview")]


@pytest.mark.parametrize("format", NAMED)
def test_every_lapsed_decision_and_stale_entry_is_named(format: str) -> None:
    text = reporting.render(settled(), format)
    for said in ("name-garbled", "Leike", "Spelt so.", "The source states 3, the translation 4."):
        assert said in text


@pytest.mark.parametrize("format", ["text", "html", "markdown", "github", "csv", "jsonl", "sarif", "sarif-all"])
def test_what_is_left_out_is_counted(format: str) -> None:
    text = " ".join(reporting.render(settled(), format).split())
    expected = "<dt>suppressed</dt><dd>1</dd>" if format == "html" else "1 suppressed, 1 accepted, 1 known"
    assert expected in text


@pytest.mark.parametrize("format", ["html", "markdown", "json", "sarif-all"])
def test_the_reason_of_a_suppression_is_shown(format: str) -> None:
    text = reporting.render(settled(), format)
    assert "The agency corrected" in text
    assert "The euros are right." in text


def test_a_saved_report_keeps_reasons_and_stale_entries() -> None:
    record = json.loads(reporting.render(settled(), "json"))
    again = records.report_from_record(record)
    assert [text.suppressed for text in again.translations] == [text.suppressed for text in settled().translations]
    assert again.stale == settled().stale
    del record["translations"][1]["suppressed"][0]["reason"]
    assert records.report_from_record(record).translations[1].suppressed[0].reason == ""


def test_a_lapsed_decision_stands_at_the_text_in_its_language() -> None:
    issues = json.loads(reporting.render(settled(), "gitlab"))
    places = {issue["check_name"]: issue["location"]["path"] for issue in issues}
    assert places["lapsed"] == "translations/de.md"
    assert places["stale"] == "translations/ar.md"


def test_tidying_up_fails_nothing() -> None:
    root = etree.fromstring(reporting.render(settled(), "junit").encode())
    suites = {suite.get("name"): suite for suite in root}
    assert [suites[kind].get("errors") + suites[kind].get("failures") for kind in ("lapsed", "stale")] == ["00", "00"]
    assert [row["severity"] for row in rows(settled()) if row["record"] == "notice"] == [
        "error",
        "info",
        "info",
        "info",
    ]


def rows(report: Report) -> list[dict[str, str]]:
    """The JSON lines of a report, each held against its schema."""
    found = [json.loads(line) for line in reporting.render(report, "jsonl").splitlines()]
    for row in found:
        records.validate(row, row["record"])
    return found


def many(number: int) -> Report:
    """A report with so many lapsed decisions, stale entries and suppressed findings."""
    report = sample()
    finding = next(report.findings())
    suppressed = tuple(Suppressed(finding, f"reason {index} @x") for index in range(number))
    lapsed = [Decision(f"{index:016x}", State.TO_FIX, "Ada", "2026-03-14", lang="de") for index in range(number)]
    stale = [Known("a.md", "number-changed", f"{index:016x}", "It changed.") for index in range(number)]
    german, *others = report.translations
    german = replace(german, suppressed=suppressed)
    return replace(report, translations=(german, *others), lapsed=tuple(lapsed), stale=tuple(stale))


def test_a_comment_stays_within_its_limit_and_says_how_many_more() -> None:
    text = reporting.render(many(2_000), "markdown")
    assert len(text) <= LIMIT
    assert "<summary>2,000 decisions no longer apply</summary>" in text
    assert text.count("<details") == text.count("</details>")
    assert " more\n" in text
    assert text.count("**error**") == 4
    html = [token.content for token in MarkdownIt("commonmark").parse(text) if token.type == "html_block"]
    assert sum(block.count("</details>") for block in html) == text.count("</details>")


def test_github_gives_one_annotation_to_what_can_be_tidied_up() -> None:
    lines = reporting.render(many(30), "github").splitlines()
    assert [line for line in lines if "30 " in line and line.startswith("::notice ")] == [
        "::notice title=factcheck%3A lapsed::30 decisions no longer apply; the log names each.",
        "::notice title=factcheck%3A stale::30 entries of the baseline are stale; the log names each.",
    ]
    hostile = replace(many(0), stale=(Known("##[error]a.md", "x", "0" * 16, "##[add-mask]e"),))
    log = [line for line in reporting.render(hostile, "github").splitlines() if not line.startswith("::")]
    assert log
    assert not any("##[" in line for line in log)
