"""Report formats that other programs read: read back by a real parser, held against the published schemas, bounded."""

from __future__ import annotations

import csv
import gzip
import io
import json
import pathlib
import re
import time
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft4Validator
from lxml import etree
from markdown_it import MarkdownIt

from factcheck import reporting
from factcheck.columns import column_of
from factcheck.model import Article, Column, Finding, Place, Problem, Report, Segment, Severity
from factcheck.reporting._markdown import escaped
from factcheck.reporting._notices import notices, with_left_out
from factcheck.reporting._plain import path, uri
from factcheck.reporting.csv import COLUMNS
from factcheck.reporting.markdown import LIMIT
from factcheck.reporting.mqm import words
from sample_report import hostile, linted, sample, settled

SCHEMAS = Path(__file__).with_name("schemas")
NASTY = (
    "=cmd|' /C calc'!A0 </script><v> ]]> &amp; ::error file=x::y\n::warning::z\r\t\0\x1b[31m \u202eevil\u2066 | "
    "` ``` $1$ %0A \"quotes\" 'single' [link](http://x.example) @someone #12 !3 www.example.org {0} \\ "
    "\ufffe \ufeff \U000e0041 \x85 \u2028"
)
BROKEN = f"{NASTY} \ud800 \udfff"
REPORTS = {
    "sample": sample(),
    "lint": linted(),
    "settled": settled(),
    "nasty": hostile(NASTY),
    "broken": hostile(BROKEN),
}
Json = Any


@pytest.fixture(params=REPORTS)
def report(request: pytest.FixtureRequest) -> Report:
    return REPORTS[request.param]


@cache
def many(number: int = 5_000) -> Report:
    """A report with so many findings, each of its own text."""
    report, serial = sample(), count()

    def findings(several: tuple[Finding, ...]) -> Iterator[Finding]:
        for _ in range(number // 4):
            finding = several[next(serial) % len(several)]
            yield replace(finding, message=f"{finding.message} ({next(serial)})")

    texts = tuple(replace(text, findings=tuple(findings(text.findings))) for text in report.translations)
    return replace(report, translations=texts)


@pytest.mark.parametrize("format", reporting.formats())
def test_five_thousand_findings_are_written_in_time(format: str, capsys: pytest.CaptureFixture[str]) -> None:
    report = many()
    reporting.render(sample(), format)
    began = time.process_time()
    text = reporting.render(report, format)
    taken = time.process_time() - began
    with capsys.disabled():
        print(f"\n{format}: 5,000 findings, {len(text):,} characters, {taken:.2f} s", end="")
    assert taken < 2  # seconds of the processor: other work may share the machine


@pytest.mark.parametrize("format", reporting.formats())
def test_every_format_is_a_file(format: str, report: Report) -> None:
    text = reporting.render(report, format)
    if format not in ("json", "jsonl"):  # these hold every character as it is, as JSON writes it
        assert text.encode()
        assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u202a-\u202e\u2066-\u2069]", text)


def sarif(report: Report, format: str = "sarif") -> Json:
    log = json.loads(reporting.render(report, format))
    schema = json.loads((SCHEMAS / "sarif-2.1.0-rtm.5.json").read_text("utf-8"))
    assert [error.message for error in Draft4Validator(schema).iter_errors(log)] == []
    return log["runs"][0]


def test_sarif_is_valid_and_its_rules_fit(report: Report) -> None:
    run = sarif(report)
    rules = run["tool"]["driver"]["rules"]
    assert len({rule["id"] for rule in rules}) == len(rules)
    assert [rules[result["ruleIndex"]]["id"] for result in run["results"]] == [row["ruleId"] for row in run["results"]]
    assert len(run["results"]) == len(list(report.findings()))
    assert run["invocations"][0]["executionSuccessful"] is not bool(report.problems)


def test_sarif_holds_what_stands_and_sarif_all_the_rest_as_such() -> None:
    report = settled()
    assert not any("suppressions" in row for row in sarif(report)["results"])
    run = sarif(report, "sarif-all")
    rest = run["results"][len(sarif(report)["results"]) :]
    assert [row.get("suppressions") for row in rest] == [
        [{"kind": "external", "justification": "Ada, 2026-03-14: The euros are right."}],
        [{"kind": "inSource", "justification": "The agency corrected `it` @once |"}],
        None,
    ]
    assert [row["baselineState"] for row in rest] == ["new", "new", "unchanged"]
    assert {row["baselineState"] for row in sarif(report)["results"]} == {"new"}
    assert not any("baselineState" in row for row in sarif(sample(), "sarif-all")["results"])
    rules = run["tool"]["driver"]["rules"]
    assert [rules[row["ruleIndex"]]["id"] for row in run["results"]] == [row["ruleId"] for row in run["results"]]


def test_sarif_paths_are_relative_and_encoded() -> None:
    places = [row["locations"][0]["physicalLocation"] for row in sarif(sample())["results"]]
    assert {place["artifactLocation"]["uri"] for place in places} >= {"article.en.md", "translations/la%20%3Cb%3E.md"}
    report = replace(sample(), problems=(Problem("no such file", "/tmp/a:b.md"), Problem("x", "./a:b.md")))
    notes = sarif(report)["invocations"][0]["toolExecutionNotifications"]
    uris = [note["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for note in notes]
    assert uris == ["file:///tmp/a%3Ab.md", "a%3Ab.md"]


@pytest.mark.parametrize(
    ("name", "file", "expected"),
    [
        ("PureWindowsPath", r"C:\texts\de 1.md", "file:///C:/texts/de%201.md"),
        ("PureWindowsPath", r"texts\über#%.md", "texts/%C3%BCber%23%25.md"),
        ("PureWindowsPath", r"\\server\share\de.md", "file://server/share/de.md"),
        ("PurePosixPath", "/tmp/ü?.md", "file:///tmp/%C3%BC%3F.md"),
        ("PurePosixPath", r"a\b.md", "a%5Cb.md"),
        ("PurePosixPath", "x\udcff\ud800.md", "x%FF%EF%BF%BD.md"),
        ("PurePosixPath", "", "text"),
    ],
)
def test_files_are_uris_on_every_system(monkeypatch: pytest.MonkeyPatch, name: str, file: str, expected: str) -> None:
    monkeypatch.setattr("factcheck.reporting._plain.PurePath", getattr(pathlib, name))
    assert uri(file) == expected
    assert path(file) == {"C:": "C:/texts/de 1.md", "te": "texts/über#%.md"}.get(file[:2], path(file))


def test_sarif_regions_are_one_line_in_utf_16() -> None:
    report = sample()
    lines = {text.article.file: text.article.text.split("\n") for text in report.translations}
    rows = [row for row in sarif(report)["results"] if "fixes" in row]
    (row,) = rows
    replacement = row["fixes"][0]["artifactChanges"][0]["replacements"][0]
    region = row["locations"][0]["physicalLocation"]["region"]
    assert replacement["deletedRegion"] == region
    line = lines["translations/de.md"][region["startLine"] - 1].encode("utf-16-le")
    held = line[2 * region["startColumn"] - 2 : 2 * region["endColumn"] - 2].decode("utf-16-le")
    assert (held, replacement["insertedContent"]["text"]) == ("über 3 Milliarden Euro", "über 3 Milliarden US-Dollar")


def test_sarif_says_a_missing_paragraph_where_it_should_stand() -> None:
    row = next(row for row in sarif(sample())["results"] if row["ruleId"] == "segment-missing")
    assert row["locations"][0]["physicalLocation"]["region"] == {"startLine": 3}
    assert row["relatedLocations"][0]["physicalLocation"]["region"]["startLine"] == 5


def test_sarif_texts_hold_no_links_and_no_placeholders() -> None:
    said = max((row["message"]["text"] for row in sarif(REPORTS["nasty"])["results"]), key=len)
    assert "\\[link](" in said
    assert "{{0}}" in said


def test_sarif_keeps_the_worst_of_what_is_too_much() -> None:
    text = reporting.render(many(26_000), "sarif")
    run = json.loads(text)["runs"][0]
    assert len(run["results"]) == 25_000
    assert "1,001 more results" in run["invocations"][0]["toolExecutionNotifications"][-1]["message"]["text"]
    levels = [row["level"] for row in run["results"]]
    assert levels == sorted(levels, key=["error", "warning", "note"].index)
    assert len(gzip.compress(text.encode(), 6)) < 10_000_000


def junit(report: Report, **options: object) -> Any:
    root = etree.fromstring(reporting.render(report, "junit", **options).encode())
    etree.XMLSchema(etree.parse(SCHEMAS / "junit-10.xsd")).assertValid(root)
    return root


def test_junit_is_valid_and_counts_right(report: Report) -> None:
    root = junit(report)
    for suite in root.iter("testsuite"):
        cases = suite.findall("testcase")
        assert suite.get("tests") == str(len(cases))
        assert suite.get("failures") == str(sum(case.find("failure") is not None for case in cases))
    assert root.get("tests") == str(len(list(root.iter("testcase"))))
    assert root.get("errors") == str(len(report.problems))


@pytest.mark.parametrize(("fail_on", "failures"), [("error", 4), ("warning", 6), ("never", 0)])
def test_junit_is_red_when_the_gate_is(fail_on: str, failures: int) -> None:
    root = junit(sample(), fail_on=fail_on)
    assert root.get("failures") == str(failures)
    said = "".join(root.itertext())
    assert all(finding.message[:20] in said for finding in sample().findings())


def test_junit_shows_green_checks_too() -> None:
    (suite,) = [suite for suite in junit(sample()).iter("testsuite") if suite.get("name") == "translations/ja.md"]
    assert [case.get("name") for case in suite if len(case)] == ["scale-changed"]
    assert len(suite) == 6


def github(report: Report) -> list[tuple[str, dict[str, str], str]]:
    """The commands as the runner reads them."""
    commands = []
    for line in reporting.render(report, "github").splitlines():
        if match := re.fullmatch(r"::(\w+) ([^:]*)::(.*)", line):
            given = dict(item.split("=", 1) for item in match[2].split(","))
            commands.append(
                (match[1], {name: _unescaped(value) for name, value in given.items()}, _unescaped(match[3]))
            )
    return commands


def _unescaped(text: str) -> str:
    for code, char in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        text = text.replace(code, char)
    return text


def test_github_has_a_command_for_everything_and_nothing_else(report: Report) -> None:
    lines = reporting.render(report, "github").splitlines()
    commands = github(report)
    tidying = {notice.kind for notice in notices(report)} - {"not-checked"}
    assert len(commands) == len(list(report.findings())) + len(report.problems) + len(tidying)
    assert len(commands) == sum(line.startswith("::") for line in lines)
    assert all(line.startswith(("::", "factcheck: ")) for line in lines)
    assert all(command in ("error", "warning", "notice") for command, _, _ in commands)
    assert [command for command, _, _ in commands] == sorted(
        (command for command, _, _ in commands), key=["error", "warning", "notice"].index
    )


@pytest.mark.parametrize("format", ["github", "rdjsonl", "sarif", "junit", "gitlab", "markdown"])
def test_a_suggestion_that_the_message_says_is_not_said_again(format: str) -> None:
    report = sample()
    text = report.translations[0]
    said = replace(text.findings[0], message="Expected “7 Euro”.", suggestion="7 Euro")
    shown = reporting.render(replace(report, translations=(replace(text, findings=(said,)),)), format)
    assert "Expected “7 Euro”." in shown
    assert "Suggestion" not in shown
    other = replace(said, message="Expected another one.")
    assert "Suggestion" in reporting.render(replace(report, translations=(replace(text, findings=(other,)),)), format)


def test_github_says_file_line_and_check() -> None:
    command, given, message = github(sample())[1]
    assert command == "error"
    assert given["file"] == "translations/de.md"
    assert (given["line"], given["endLine"], given["title"]) == ("7", "7", "factcheck: currency-changed")
    assert message.endswith("Suggestion: “über 3 Milliarden US-Dollar”.")
    assert reporting.render(many(), "github").endswith("all of them stand in this log.\n")


def test_rdjsonl_columns_are_bytes() -> None:
    report = sample()
    lines = {text.article.file: text.article.text.encode().split(b"\n") for text in report.translations}
    rows = [json.loads(line) for line in reporting.render(report, "rdjsonl").splitlines()]
    seen = 0
    for row in rows:
        span = row["location"].get("range", {})
        if "column" in span.get("start", {}):
            line = lines[row["location"]["path"]][span["start"]["line"] - 1]
            held = line[span["start"]["column"] - 1 : span["end"]["column"] - 1].decode()
            seen += held in {finding.target.text for finding in report.findings() if finding.target}
    assert seen == 5
    (fixed,) = [row for row in rows if "suggestions" in row]
    assert fixed["suggestions"] == [{"range": fixed["location"]["range"], "text": "über 3 Milliarden US-Dollar"}]


def test_rdjsonl_is_a_line_a_finding(report: Report) -> None:
    rows = [json.loads(line) for line in reporting.render(report, "rdjsonl").split("\n")[:-1]]
    assert len(rows) == len(list(report.findings())) + len(notices(report))
    assert {row["severity"] for row in rows} <= {"ERROR", "WARNING", "INFO"}


def test_gitlab_issues_have_a_fingerprint_each(report: Report) -> None:
    twice = replace(report, translations=report.translations * 2)
    issues = json.loads(reporting.render(twice, "gitlab"))
    assert len({issue["fingerprint"] for issue in issues}) == len(issues)
    keys = {"description", "check_name", "fingerprint", "severity", "location"}
    assert all(set(issue) == keys and issue["location"]["lines"]["begin"] >= 1 for issue in issues)
    assert {issue["severity"] for issue in issues} <= {"info", "minor", "major", "critical", "blocker"}
    assert not any(issue["location"]["path"].startswith("./") for issue in issues)


def test_csv_is_read_back_and_runs_nothing(report: Report) -> None:
    text = reporting.render(report, "csv")
    assert "\n" not in text.replace("\r\n", "")
    rows = list(csv.DictReader(io.StringIO(text, newline=""), strict=True))
    assert len(rows) == len(list(report.findings())) + len(with_left_out(report))
    assert all(set(row) == set(COLUMNS) and None not in row.values() for row in rows)
    assert not [cell for row in rows for cell in row.values() if cell[:1] in tuple("=+-@")]


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", " =1", "\t=1", "＝1"])
def test_csv_guards_formulas(text: str) -> None:
    report = sample()
    finding = replace(next(report.findings()), message=text)
    rows = csv.DictReader(io.StringIO(reporting.render(replace(report, source_findings=(finding,)), "csv")))
    assert [row["message"] for row in rows if row["check"] == finding.check] == [f"'{text}".replace("\t", " ")]


def test_markdown_holds_no_markup_of_the_texts(report: Report) -> None:
    text = reporting.render(report, "markdown")
    tokens = MarkdownIt("commonmark").enable("table").parse(text)
    inline = [child for token in tokens for child in token.children or ()]
    assert not {"link_open", "image", "code_inline", "em_open"} & {token.type for token in (*inline, *tokens)}
    html = "".join(token.content for token in (*tokens, *inline) if token.type.startswith("html"))
    allowed = r"</?(details( open)?|summary|span( dir=\"auto\")?|b)>|<!-- -->"
    assert "<" not in re.sub(allowed, "", html)
    assert not re.search(r"[@#!](?=\w)(?!-- -->)", re.sub("<!-- -->", "", re.sub(r"[@#!]<!-- -->", "", text)))
    assert not re.search(r"(?<!<span>)\$", text)


@pytest.mark.parametrize("text", [":tada:", ":+1:", "GH-7", "gh-7", "{+ more +}", "@ada", "org/repo#12", "!3", "$x$"])
def test_markdown_calls_nobody_and_draws_nothing(text: str) -> None:
    shown = escaped(f"so {text} it is")
    assert text not in shown
    assert "".join(MarkdownIt("commonmark").renderInline(shown).split("<!-- -->")) in (
        f"so {text} it is",
        f"so {text.replace('$', '<span>$</span>')} it is",
    )


def test_markdown_fits_a_comment_and_keeps_the_worst() -> None:
    report = many()
    text = reporting.render(report, "markdown")
    assert LIMIT * 0.9 < len(text) <= LIMIT
    left = re.search(r"^([\d,]+) more findings are left out", text, re.MULTILINE)
    assert left
    assert text.count("\n- ● ") + text.count("\n- ▲ ") == len(list(report.findings())) - int(left[1].replace(",", ""))
    assert "○ **note**" not in text
    problems = tuple(Problem("no such file", f"{number}.md") for number in range(5_000))
    assert len(reporting.render(replace(report, problems=problems), "markdown")) <= LIMIT


def mqm(report: Report) -> list[dict[str, str]]:
    text = reporting.render(report, "mqm")
    return list(csv.DictReader(io.StringIO(text, newline=""), dialect="excel-tab", quoting=csv.QUOTE_NONE, strict=True))


def test_mqm_counts_points_by_a_thousand_words(report: Report) -> None:
    rows = mqm(report)
    scores = [json.loads(row["metadata"]) for row in rows if not row["rater"]]
    assert len(scores) == len(report.translations)
    for score, text in zip(scores, report.translations, strict=True):
        points = sum({"error": 5, "warning": 1, "info": 0}[finding.severity] for finding in text.findings)
        assert (score["major"] * 5 + score["minor"], score["words"]) == (points, words(report.source or text.article))
        assert score["score"] == pytest.approx(points * 1000 / score["words"], abs=0.01)
    assert {row["severity"] for row in rows if row["rater"]} <= {"major", "minor", "neutral"}
    assert all(len(row) == 10 and None not in row.values() for row in rows)


def test_mqm_marks_the_place_and_nothing_else() -> None:
    for row in mqm(REPORTS["nasty"]):
        assert (row["source"] + row["target"]).count("<v>") == 2 * bool(row["rater"])
    assert "<v>über 3 Milliarden Euro</v>" in mqm(sample())[1]["target"]


def test_words_of_scripts_without_blanks_are_counted_by_letters() -> None:
    texts = {"en": "It's 1,234 words – not_one.", "ja": "3月に7億ドルを調達。"}
    counted = [words(Article(lang, (Segment(0, text), Segment(1, text, "code")))) for lang, text in texts.items()]
    assert counted == [7, 10]


def test_claimreview_says_what_the_report_holds(report: Report) -> None:
    text = reporting.render(report, "claimreview")
    assert "<" not in text
    reviews = json.loads(text)["@graph"]
    stated = [cell for cell in report.headline if cell.state != "missing"]
    assert len(reviews) <= len(stated)
    for review in reviews:
        assert review["@type"] == "ClaimReview"
        assert {"claimReviewed", "itemReviewed", "reviewRating"} <= set(review)
    assert len(json.loads(reporting.render(sample(), "claimreview"))["@graph"]) == 19


def test_claimreview_rates_what_differs() -> None:
    reviews = json.loads(reporting.render(sample(), "claimreview"))["@graph"]
    rated = {review["identifier"]: review["reviewRating"]["ratingValue"] for review in reviews}
    assert rated["anthropic-raised/ja"] == 1
    assert rated["anthropic-raised/de"] == 5
    assert len(set(rated)) == len(rated)


@pytest.mark.parametrize("format", ["junit", "sarif", "gitlab", "github", "csv", "rdjsonl", "markdown"])
def test_what_could_not_be_checked_is_named(format: str) -> None:
    assert "translations/fr.md" in reporting.render(sample(), format)


@pytest.mark.parametrize(
    ("line", "words", "context", "column"),
    [
        ("It cost 7 dollars.", "7 dollars", "It cost 7 dollars.", (9, 9, 9)),
        ("# Ärger 𐐀 um **7** Dollar", "7", "Ärger 𐐀 um 7 Dollar", (16, 17, 20)),
        ("- [7](x/7) of 7", "7", "7 of 7", (15, 15, 15)),
        ("3 | 3", "3", "3", None),
        ("gone &#55;", "7", "gone 7", None),
        ("x" * 200, "x", "x" * 200, None),
        ("", "", "", None),
    ],
)
def test_columns_are_said_where_they_are_sure(
    line: str, words: str, context: str, column: tuple[int, int, int] | None
) -> None:
    start = context.rindex(words) if words else 0
    place = Place("a.md", 0, 1, (start, start + len(words)), words, context)
    assert column_of(place, line) == (Column(*column) if column else None)


@pytest.mark.parametrize("suggestion", ["7 *Milliarden*", "7\nMilliarden", "\u202e7", ""])
def test_unsafe_suggestions_are_no_fix(suggestion: str) -> None:
    report = sample()
    text = report.translations[0]
    changed = replace(text, findings=(replace(text.findings[0], suggestion=suggestion),))
    run = sarif(replace(report, translations=(changed,)))
    assert not any("fixes" in row for row in run["results"])
    assert {row["level"] for row in run["results"]} == {"error", "warning"}
    assert Severity.ERROR in {finding.severity for finding in changed.findings}
