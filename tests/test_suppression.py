"""Comments that suppress findings: where they hold, what they leave out, and what is wrong with them."""

from __future__ import annotations

import json
import time
from decimal import Decimal
from pathlib import Path

import pytest

from command_line import Capture, factcheck
from factcheck import checks
from factcheck.articles import parse_article
from factcheck.linting import lint_articles
from factcheck.model import Fact, Kind, Ledger, Report
from factcheck.pipeline import check_article

SOURCE = "# Acme\n\nAcme raised US$7 billion.\n\nIt has 250 staff.\n"
WRONG = "Acme nahm 7 Millionen US-Dollar ein."
STAFF = "Es hat 250 Leute."
NOTE = "<!-- factcheck: ignore[scale-changed] as the company says -->"


def report(target: str, source: str = SOURCE, name: str = "de.md") -> Report:
    return check_article(parse_article(source, "en", "en.md"), [parse_article(target, "de", name)])


def found(report: Report) -> list[str]:
    return [finding.check for finding in report.findings()]


@pytest.mark.parametrize(
    ("target", "name"),
    [
        (f"# Acme\n\n{NOTE}\n{WRONG}\n\n{STAFF}\n", "de.md"),
        (f"# Acme\n\n{NOTE}\n\n{WRONG}\n\n{STAFF}\n", "de.md"),
        (f"# Acme\n\n{WRONG} {NOTE}\n\n{STAFF}\n", "de.md"),
        (f"# Acme\n\n{NOTE} {WRONG}\n\n{STAFF}\n", "de.md"),
        (f"# Acme\n\nAcme nahm {NOTE} 7 Millionen\nUS-Dollar ein.\n\n{STAFF}\n", "de.md"),
        (
            f"# Acme\n\n<!--\nfactcheck: ignore[scale-changed,\nhedge-changed]\na reason -->\n{WRONG}\n\n{STAFF}\n",
            "de.md",
        ),
        (f"Acme\n\n{NOTE}\n{WRONG}\n\n{STAFF}\n", "de.txt"),
        (f"Acme\n\nAcme nahm\n{NOTE}\n7 Millionen US-Dollar ein.\n\n{STAFF}\n", "de.txt"),
        (f"Acme\n{NOTE}\n{WRONG}\n{STAFF}\n", "de.txt"),
    ],
)
def test_a_comment_holds_for_its_block(target: str, name: str) -> None:
    got = report(target, name=name)
    assert [one.finding.check for one in got.translations[0].suppressed] == ["scale-changed"]
    assert [check for check in found(got) if check != "unused-suppression"] == []
    assert not any("factcheck" in segment.text for segment in got.translations[0].article.segments)
    assert [segment.text for segment in got.translations[0].article.segments] == ["Acme", WRONG, STAFF]


@pytest.mark.parametrize(
    "target",
    [
        f"# Acme\n\n{WRONG}\n\n{NOTE}\n{STAFF}\n",
        f"{NOTE}\n# Acme\n\n{WRONG}\n\n{STAFF}\n",
        f"# Acme\n\n{WRONG}\n\n{STAFF}\n\n{NOTE}\n",
    ],
)
def test_a_comment_at_another_block_is_unused(target: str) -> None:
    got = report(target)
    assert found(got) == ["scale-changed", "unused-suppression"] or found(got) == [
        "unused-suppression",
        "scale-changed",
    ]
    unused = next(finding for finding in got.findings() if finding.check == "unused-suppression")
    assert unused.target
    assert unused.target.line == 1 + target[: target.index("<!--")].count("\n")


@pytest.mark.parametrize("end", ["", " |", "\r"])
def test_a_comment_behind_the_last_cell_holds_for_its_row(end: str) -> None:
    row = "| Acme nahm 7 Millionen US-Dollar ein. | ja |"
    source = "| Acme | |\n|---|---|\n| Acme raised US$7 billion. | yes |\n| Acme raised US$7 billion. | yes |\n"
    got = report(f"| Acme | |\n|---|---|\n{row} {NOTE}{end}\n{row}\n", source)
    assert [one.finding.check for one in got.translations[0].suppressed] == ["scale-changed"]
    assert got.problems == ()


def test_a_row_of_a_table_is_a_block() -> None:
    source = "| Firm | Sum |\n|--|--|\n| Acme | US$7 billion |\n| Beta | US$3 billion |\n"
    target = f"| Firma | Summe |\n|--|--|\n| Acme {NOTE} | 7 Millionen US-Dollar |\n| Beta | 3 Millionen US-Dollar |\n"
    got = report(target, source)
    assert [finding.target and finding.target.line for finding in got.findings()] == [4]
    assert len(got.translations[0].suppressed) == 1


def test_a_comment_in_the_source_holds_for_all_translations() -> None:
    source = parse_article(f"# Acme\n\n{NOTE}\nAcme raised US$7 billion.\n\nIt has 250 staff.\n", "en", "en.md")
    texts = [f"# Acme\n\n{WRONG}\n\n{STAFF}\n", "# Acme\n\nAcme a levé 7 millions de dollars.\n\nIl a 250 employés.\n"]
    articles = [parse_article(text, lang) for text, lang in zip(texts, ("de", "fr"), strict=True)]
    got = check_article(source, articles)
    assert found(got) == []
    assert [len(text.suppressed) for text in got.translations] == [1, 1]
    right = parse_article(f"# Acme\n\nAcme nahm 7 Milliarden US-Dollar ein.\n\n{STAFF}\n", "de")
    (unused,) = check_article(source, [right]).source_findings
    assert (unused.check, unused.severity) == ("unused-suppression", "info")
    assert unused.source
    assert unused.source.line == 3


def test_a_comment_that_came_along_from_the_source_is_not_called_unused() -> None:
    right = f"# Acme\n\n{NOTE}\nAcme nahm 7 Milliarden US-Dollar ein.\n\n{STAFF}\n"
    source = SOURCE.replace("\nAcme", f"\n{NOTE}\nAcme")
    assert [(f.check, f.severity) for f in report(right, source).findings()] == [("unused-suppression", "info")]


def test_merged_paragraphs_keep_their_own_comments() -> None:
    source = "Acme raised US$7 billion in the last round.\n\nIt has 250 staff in all of its offices.\n"
    target = f"Acme nahm in der letzten Runde 7 Millionen US-Dollar ein. {NOTE} Es hat 2500 Leute in allen Büros.\n"
    assert "scale-changed" not in found(report(target, source))


def test_of_checks_that_did_not_run_nothing_is_said() -> None:
    article = parse_article(f"{NOTE}\n{WRONG}", "de")
    assert found(lint_articles([article])) == []
    chosen = checks.select(ignore=["scale-changed"])
    assert found(check_article(parse_article("Acme raised US$7 billion.", "en"), [article], checks=chosen)) == []


BROKEN = {
    "<!-- factcheck: ignore[scale-changed] -->": "gives no reason",
    "<!-- factcheck: ignore[scale-changed] - -->": "gives no reason",
    "<!-- factcheck: ignore[scale-change] why -->": "unknown check 'scale-change'",
    "<!-- factcheck: ignore[*] why -->": "unknown check '*'",
    "<!-- factcheck: ignore[] why -->": "does not name its checks",
    "<!-- factcheck: ignore[scale-changed,] why -->": "does not name its checks",
    "<!-- factcheck: ignore scale-changed why -->": "is not understood",
    "<!-- factcheck: skip[scale-changed] why -->": "is not understood",
    "<!-- factcheck ignore[scale-changed] why -->": "is not understood",
    "<!-- factcheck: -->": "is not understood",
}


@pytest.mark.parametrize(("comment", "message"), BROKEN.items(), ids=BROKEN)
@pytest.mark.parametrize("name", ["de.md", "de.txt"])
def test_a_broken_comment_is_a_problem_and_holds_for_nothing(comment: str, message: str, name: str) -> None:
    got = report(f"Acme\n\n{comment}\n{WRONG}\n\n{STAFF}\n", SOURCE.replace("# ", ""), name)
    (problem,) = got.problems
    assert message in problem.message
    assert (problem.file, problem.place) == (name, "line 3")
    assert problem.hint
    assert found(got) == ["scale-changed"]


@pytest.mark.parametrize("text", [f"{WRONG} <!-- factcheck: ignore[scale-changed] why", f"{WRONG}\n\n{NOTE[:-3]}"])
def test_a_comment_that_is_not_closed_is_a_problem(text: str) -> None:
    (problem,) = report(text, "Acme raised US$7 billion.").problems
    assert "is not closed" in problem.message


@pytest.mark.parametrize(
    "text",
    [
        "Eins <!-- was factcheck says --> zwei.",
        "`<!-- factcheck: nothing -->`",
        "```html\n<!-- factcheck: nothing -->\n```\n\nText.",
        "<script>\n<!-- factcheck: nothing -->\n</script>\n\nText.",
    ],
)
def test_other_comments_and_code_say_nothing(text: str) -> None:
    assert parse_article(text, "de").comments == ()


@pytest.mark.parametrize(
    "unit", ["<!-- factcheck:", "<!--", "<!-- factcheck: ignore[", "<!-- ", " ", "<!-- x -->", "-->"]
)
@pytest.mark.parametrize("name", ["a.md", "a.txt"])
def test_hostile_comments_take_linear_time(unit: str, name: str) -> None:
    text = "Wort <!-- factcheck: ignore[scale-changed] " + unit * (15_000 // len(unit))
    start = time.perf_counter()
    lint_articles([parse_article("\n\n".join([text] * 3), "de", name)], checks=())
    parse_article("\n\n".join(["<!-- factcheck: ignore[x] y -->"] * 4_000) + "\n\nWort", "de", name)
    assert time.perf_counter() - start < 10


def test_reports_count_and_list_what_was_suppressed(capsys: Capture, tmp_path: Path) -> None:
    (tmp_path / "a.en.md").write_text(SOURCE, "utf-8")
    (tmp_path / "a.de.md").write_text(f"# Acme\n\n{NOTE}\n{WRONG}\n\n{STAFF}\n", "utf-8")
    args = ("check", tmp_path / "a.en.md", tmp_path / "a.de.md")
    result = factcheck(capsys, *args)
    assert result.code == 0
    assert result.out.endswith("No findings. 1 of 1 translation without findings. 1 suppressed.\n")
    assert "<dt>suppressed</dt><dd>1</dd>" in factcheck(capsys, *args, "--format", "html").out
    (text,) = json.loads(factcheck(capsys, *args, "--format", "json").out)["translations"]
    assert [finding["check"] for finding in text["suppressed"]] == ["scale-changed"]
    assert text["findings"] == []
    (tmp_path / "a.de.md").write_text(f"# Acme\n\n{NOTE[:-30]}\n{WRONG}\n\n{STAFF}\n", "utf-8")
    broken = factcheck(capsys, *args)
    assert broken.code == 2
    assert "a.de.md, line 3: a comment to factcheck is not closed" in " ".join(broken.out.replace("│", "").split())


@pytest.mark.parametrize("at", ["{note}\n# Acme\n\n{staff}\n", "# Acme\n\n{staff}\n\n{note}\n"])
def test_a_fact_that_is_stated_nowhere_is_left_out_by_a_comment_anywhere(at: str) -> None:
    fact = Fact("raised", Kind.MONEY, "It raised US$7 billion.", value=Decimal(7_000_000_000), unit="USD")
    note = "<!-- factcheck: ignore[ledger-violated] the paper left it out -->"
    for text, expected in (
        (at.format(note="", staff=STAFF), ["ledger-violated"]),
        (at.format(note=note, staff=STAFF), []),
    ):
        got = lint_articles([parse_article(text, "de", "de.md")], Ledger((fact,)))
        assert found(got) == expected
        assert len(got.translations[0].suppressed) == (not expected)
