"""Reports: golden files, bounds, hostile texts, and that the same report always gives the same bytes."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from pytest_regressions.file_regression import FileRegressionFixture

from factcheck import records, reporting
from factcheck.checks import Check, Example
from factcheck.errors import InputError
from factcheck.model import Article, Place, Problem, Report, Segment, Severity
from factcheck.reporting._lines import columns, cut
from factcheck.reporting._passages import Part, passage, visible
from factcheck.reporting._summary import summaries
from sample_report import hostile, linted, sample, settled

_CHECK = Check(
    id="scale-changed",
    title="A number is ten, a thousand, a million times too large or too small.",
    description="Millions that became billions.\nSays how many times the amount is off.",
    category="Accuracy/Mistranslation",
    severity=Severity.ERROR,
    examples=(Example("It raised US$7 billion.", "Es sammelte 7 Millionen US-Dollar ein.", "de"),),
    check_pair=None,
    check_document=None,
    check_segment=None,
    check_text=None,
)
NAMES = {"en": "English", "de": "German", "ja": "Japanese", "ar": "Arabic", "la": "Latin"}


@pytest.fixture(autouse=True)
def _names(monkeypatch: pytest.MonkeyPatch) -> None:
    """Golden files must not change when the language data or the checks do."""
    monkeypatch.setattr("factcheck.languages.name", NAMES.__getitem__)
    monkeypatch.setattr("factcheck.checks.all_checks", lambda: (_CHECK,))


@pytest.mark.parametrize("basename", ["report", "lint"])
@pytest.mark.parametrize(
    ("format", "extension", "options"),
    [
        ("text", ".txt", {}),
        ("text", ".narrow.txt", {"width": 50}),
        ("text", ".color.txt", {"color": True}),
        ("json", ".json", {}),
        ("jsonl", ".jsonl", {}),
        ("html", ".html", {}),
        ("claimreview", ".claimreview.json", {}),
        ("csv", ".csv", {}),
        ("github", ".github.txt", {}),
        ("gitlab", ".gitlab.json", {}),
        ("junit", ".junit.xml", {}),
        ("markdown", ".md", {}),
        ("mqm", ".tsv", {}),
        ("rdjsonl", ".rdjsonl", {}),
        ("sarif", ".sarif", {}),
    ],
)
def test_golden(
    file_regression: FileRegressionFixture, basename: str, format: str, extension: str, options: Mapping[str, object]
) -> None:
    text = reporting.render(linted() if basename == "lint" else sample(), format, **options)
    file_regression.check(text, extension=extension, basename=basename, encoding="utf-8", newline="\n")


@pytest.mark.parametrize(
    ("format", "extension"),
    [
        ("text", ".txt"),
        ("jsonl", ".jsonl"),
        ("csv", ".csv"),
        ("github", ".github.txt"),
        ("gitlab", ".gitlab.json"),
        ("junit", ".junit.xml"),
        ("markdown", ".md"),
        ("mqm", ".tsv"),
        ("rdjsonl", ".rdjsonl"),
        ("sarif", ".sarif"),
        ("sarif-all", ".all.sarif"),
    ],
)
def test_golden_after_decisions(file_regression: FileRegressionFixture, format: str, extension: str) -> None:
    text = reporting.render(settled(), format)
    file_regression.check(text, extension=extension, basename="settled", encoding="utf-8", newline="\n")


def test_formats_are_the_files() -> None:
    assert {"html", "json", "jsonl", "text"} <= set(reporting.formats())
    assert not [name for name in reporting.formats() if name.startswith("_")]


def test_unknown_format_names_the_nearest() -> None:
    with pytest.raises(InputError, match=r"unknown format 'htm' \(did you mean 'html'\?\)"):
        reporting.render(sample(), "htm")


@pytest.mark.parametrize("format", reporting.formats())
def test_same_report_same_bytes(format: str, monkeypatch: pytest.MonkeyPatch) -> None:
    first = reporting.render(sample(), format)
    for name, value in {"COLUMNS": "30", "NO_COLOR": "1", "FORCE_COLOR": "1", "TERM": "dumb", "LANG": "tr_TR"}.items():
        monkeypatch.setenv(name, value)
    assert reporting.render(sample(), format) == first


def test_json_is_a_valid_report() -> None:
    record = json.loads(reporting.render(sample(), "json"))
    records.validate(record, "report")
    assert record["totals"] == {"error": 4, "warning": 2, "info": 1}


def test_every_line_is_a_valid_record() -> None:
    rows = [json.loads(line) for line in reporting.render(sample(), "jsonl").splitlines()]
    for row in rows:
        records.validate(row, row["record"])
    kinds = [row["kind"] for row in rows if row["record"] == "claim"]
    assert (len(kinds), kinds.count("name")) == (53, 34)
    assert [row["record"] for row in rows].count("finding") == 7
    claims = [row for row in rows if row["record"] == "claim"]
    assert {row["file"] for row in claims} >= {"article.en.md", "translations/ja.md"}
    assert all(row["line"] > 0 for row in claims)


@pytest.mark.parametrize("format", reporting.formats())
def test_report_without_anything(format: str) -> None:
    empty = Report(Article("en", (Segment(0, "Nothing."),)), (), (), ())
    text = reporting.render(empty, format)
    assert "Traceback" not in text
    if format == "text":
        assert text.endswith("Nothing to check.\n")


@pytest.mark.parametrize("width", [1, 30, 40, 57, 80, 100, 200, 10_000])
@pytest.mark.parametrize("report", [sample(), linted(), settled()], ids=["sample", "lint", "settled"])
def test_text_keeps_to_its_width(report: Report, width: int) -> None:
    bound = max(30, min(width, 200))
    lines = reporting.render(report, "text", width=width).splitlines()
    assert max(columns(line) for line in lines) <= bound


@pytest.mark.parametrize("width", [24, 30, 60])
def test_only_a_path_is_longer_than_a_line(width: int) -> None:
    report = sample()
    path = "translations/" + "x" * 80 + ".md"
    place = next(finding.target for finding in report.findings() if finding.target)
    finding = replace(next(report.findings()), check="lookalike-characters", target=replace(place, file=path))
    german = replace(report.translations[0], findings=(finding,))
    lines = reporting.render(replace(report, translations=(german,)), "text", width=width).splitlines()
    assert [line for line in lines if columns(line) > max(width, 30)] == [f"{path}:7:"]


def test_color_changes_nothing_but_color() -> None:
    plain, colored = (reporting.render(sample(), "text", color=color) for color in (False, True))
    assert "\x1b" not in plain
    assert "\x1b[1;31m" in colored
    bare = re.sub(r"\x1b\[[0-9;]*m", "", colored)
    assert [line.rstrip() for line in bare.splitlines()] == plain.splitlines()


@pytest.mark.parametrize("lang", ["de", "ja"])
def test_carets_stand_below_the_place(lang: str) -> None:
    finding = next(f for f in sample().findings() if f.lang == lang)
    assert finding.target
    lines = reporting.render(sample(), "text").splitlines()
    at = next(i for i, line in enumerate(lines) if line.startswith(f"  {lang} ") and finding.target.text in line)
    before = lines[at][: lines[at].index(finding.target.text)]
    assert lines[at + 1].index("^") == columns(before)
    assert lines[at + 1].count("^") == columns(finding.target.text)


def test_right_to_left_places_are_bracketed() -> None:
    text = reporting.render(sample(), "text")
    assert ">>ربما 5 ملايين دولار<<" in text


def test_terminal_is_not_steered() -> None:
    text = reporting.render(hostile(), "text")
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", text)


class _Page(HTMLParser):
    """Collects what stands on a page."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str]] = []
        self.raw: dict[str, str] = {}
        self.words = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(name, value or "") for name, value in attrs]

    def handle_data(self, data: str) -> None:
        self.words += data
        if self.cdata_elem:
            self.raw[self.cdata_elem] = self.raw.get(self.cdata_elem, "") + data

    def values(self, name: str) -> list[str]:
        return [value for key, value in self.attributes if key == name]


@pytest.mark.parametrize("report", [sample(), linted(), hostile()], ids=["sample", "lint", "hostile"])
def test_page_holds_no_markup_of_the_texts(report: Report) -> None:
    page = _Page(reporting.render(report, "html"))
    assert not {"img", "iframe", "object", "svg"} & set(page.tags)
    assert (page.tags.count("script"), page.tags.count("style")) == (1, 1)
    assert not [name for name, _ in page.attributes if name.startswith("on") or name in ("style", "src")]
    assert all(link.startswith("#") for link in page.values("href"))
    assert "{{ 7*7 }}" in page.words
    assert not re.search("[\x00-\x08\u202a-\u202e\u2066-\u2069]", page.words)


def test_page_policy_allows_just_its_own_style_and_script() -> None:
    page = _Page(reporting.render(sample(), "html"))
    policy = next(value for value in page.values("content") if "default-src" in value)
    for element in ("style", "script"):
        digest = base64.b64encode(hashlib.sha256(page.raw[element].encode()).digest()).decode()
        assert f"{element}-src 'sha256-{digest}'" in policy
        assert f"</{element}" not in page.raw[element]
        assert "<!--" not in page.raw[element]
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy
    assert "http" not in policy


def test_page_links_lead_somewhere_and_ids_are_unique() -> None:
    report = replace(sample(), source_findings=())
    first = report.translations[0]
    twice = replace(first, findings=first.findings * 2)
    page = _Page(reporting.render(replace(report, translations=(twice, *report.translations)), "html"))
    ids = page.values("id")
    assert len(ids) == len(set(ids))
    assert {link[1:] for link in page.values("href")} <= set(ids)
    assert {finding.fingerprint for finding in report.findings()} <= set(ids)


def test_page_names_the_language_and_direction_of_every_text() -> None:
    page = _Page(reporting.render(sample(), "html"))
    assert {"en", "de", "ja", "ar", "la"} <= set(page.values("lang"))
    assert page.values("dir").count("auto") > 40


def _long(size: int) -> Report:
    """One place in the middle of a very long paragraph."""
    report = sample()
    text = "lorem ipsum " * (size // 24) + "7 billion" + " dolor sit" * (size // 20)
    start = text.index("7 billion")
    segment = Segment(0, text)
    place = Place("a.md", 0, 1, (start, start + 9), "7 billion", text)
    finding = replace(report.translations[0].findings[0], source=place, target=place, lang="de")
    pair = replace(report.translations[0].pairs[0], source=segment, target=segment, matches=())
    article = Article("de", (segment,), "a.md")
    translation = replace(report.translations[0], article=article, findings=(finding,), pairs=(pair,), claims=())
    return replace(report, translations=(translation,))


def test_two_megabytes_in_one_paragraph_stay_readable() -> None:
    report = _long(2_000_000)
    assert len(reporting.render(report, "text")) < 10_000
    page = reporting.render(report, "html")
    assert len(page) < 60_000
    assert page.count(">7 billion<") == 4  # both sides of the finding and of the pair
    assert "characters left out" in page


def test_findings_of_all_of_a_paragraph_are_not_underlined() -> None:
    finding = next(f for f in sample().findings() if f.check == "segment-missing")
    assert finding.source
    assert cut(finding.source, 30)[1:] == ("", "")


@pytest.mark.parametrize(
    ("text", "span", "width", "shown"),
    [
        ("one two three", (4, 7), 40, ("one ", "two", " three")),
        ("aaaa bbbb cccc dddd eeee ffff", (15, 19), 18, ("…cccc ", "dddd", " eeee…")),
        ("1,234,567 dollars were lost by it", (18, 22), 26, ("…dollars ", "were", " lost by it")),
        ("二〇二一年以降七億ドルを調達", (7, 10), 16, ("…以降", "七億ド", "ルを…")),
        ("", (0, 0), 20, ("", "", "")),
        ("7 Mil\u200blionen", (5, 6), 40, ("7 Mil", "<U+200B>", "lionen")),
        ("Cafe\u0301 für 7 Mio", (11, 12), 40, ("Cafe\u0301 für 7", " ", "Mio")),
        ("\t7\u202e Mio", (1, 2), 40, (" ", "7", "<U+202E> Mio")),
        ("👩‍👩‍👧 hat 7 Hüte", (10, 11), 40, ("👩‍👩‍👧 hat ", "7", " Hüte")),
    ],
)
def test_cut_keeps_words_and_numbers_whole(
    text: str, span: tuple[int, int], width: int, shown: tuple[str, str, str]
) -> None:
    place = Place("a.md", 0, 1, span, text[slice(*span)], text)
    assert cut(place, width) == shown
    assert sum(columns(part) for part in shown) <= width


def test_passage_leaves_out_what_is_far_and_says_how_much() -> None:
    text = "a" * 500 + " here " + "b" * 500 + " there " + "c" * 500
    parts = passage(text, [(501, 505), (1007, 1012)], 30, 100)
    assert [part.text for part in parts if part.mark is not None] == ["here", "there"]
    assert sum(len(part.text) + part.left_out for part in parts) == len(text)
    assert len([part for part in parts if part.left_out]) == 3


def test_passage_keeps_the_first_of_overlapping_places() -> None:
    parts = passage("abcdef", [(2, 4), (3, 6), (0, 1), (9, 12)], 5, 100)
    assert parts == (Part("a", 2), Part("b"), Part("cd", 0), Part("ef"))


def test_a_mark_on_what_nobody_sees_names_it() -> None:
    assert passage("a\u200bb", [(1, 2)], 5, 100)[1] == Part("<U+200B>", 0)
    assert passage("a\u200bb", [(0, 3)], 5, 100) == (Part("a\u200bb", 0),)


def test_visible_names_what_steers() -> None:
    assert visible("a\tb\n\x1b\u202e\ud800") == "a b <U+001B><U+202E><U+D800>"
    assert visible("می‌خواهم \u200f") == "می‌خواهم \u200f"


def test_two_texts_in_one_language_are_told_apart_by_their_files() -> None:
    report = sample()
    other = replace(report.translations[0].article, file="other/de.md")
    third = replace(other, file="other/de.at.md")
    texts = [replace(report.translations[0], article=article) for article in (other, third)]
    both = replace(report, translations=(*report.translations, *texts))
    assert [text.name for text in summaries(both)] == [
        *("English", "German, translations/de.md", "Japanese", "Arabic", "Latin"),
        *("German, other/de.md", "German, de.at.md"),
    ]


def test_severities_are_counted_apart() -> None:
    text = reporting.render(sample(), "text")
    assert "4 errors, 2 warnings, 1 note. 0 of 4 translations without findings. 1 not checked." in text
    assert {finding.severity for finding in sample().findings()} == set(Severity)


def test_a_report_on_texts_alone_says_nothing_of_translations() -> None:
    text = reporting.render(linted(), "text")
    assert "ranslation" not in text.replace("translations/", "")
    assert "0 of 0" not in text
    assert text.endswith("1 error, 1 warning, 1 note. 1 of 4 texts without findings. 1 not checked.\n")
    page = _Page(reporting.render(linted(), "html")).words
    assert "Each read without a source." in page
    assert "nothing at this place" not in page


@pytest.mark.parametrize("format", reporting.formats())
def test_report_on_no_text_at_all(format: str) -> None:
    text = reporting.render(Report(None, (), (), (), problems=(Problem("no such file", "a.md"),)), format)
    assert format != "text" or text == "not checked │ a.md: no such file\n\nNothing could be checked.\n"
