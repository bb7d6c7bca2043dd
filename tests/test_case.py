"""The case claims/openai-founders: every listed defect is found where it is, and no error beyond them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from factcheck import records
from factcheck.articles import read_article
from factcheck.model import Finding, Ledger, Report, Severity
from factcheck.pipeline import check_article

CASE = Path(__file__).parent.parent / "claims" / "openai-founders"
EXPECTED: dict[str, list[dict[str, Any]]] = json.loads((CASE / "expected.json").read_text("utf-8"))["translations"]
FILES = {path.stem: path for path in sorted((CASE / "translations").glob("*.md"))}


@pytest.fixture(scope="module")
def ledger() -> Ledger:
    path = CASE / "claims.json"
    return records.ledger_from_record(json.loads(path.read_text("utf-8")), str(path))


@pytest.fixture(scope="module")
def report(ledger: Ledger) -> Report:
    translations = [read_article(path, lang) for lang, path in FILES.items()]
    return check_article(read_article(CASE / "article.en.md"), translations, ledger)


def _is(finding: Finding, defect: dict[str, Any]) -> bool:
    """Same check, in the paragraph that the defect names, at overlapping words."""
    if finding.check != defect["check"] or finding.source is None or finding.source.segment != defect["paragraph"] - 1:
        return False
    if defect["target"] is None or finding.target is None:
        return True
    return defect["target"] in finding.target.text or finding.target.text in defect["target"]


def test_all_fifteen_languages_are_there() -> None:
    assert len(FILES) == 14
    assert sum(bool(defects) for defects in EXPECTED.values()) >= 10


def test_names_are_garbled_in_many_languages() -> None:
    names = {lang for lang, found in EXPECTED.items() if any("name" in defect["check"] for defect in found)}
    assert len(names) >= 12
    assert names >= {"ja", "ko", "ru", "el"}


def test_source_states_the_ledger(report: Report) -> None:
    assert report.source_findings == ()


@pytest.mark.parametrize("lang", sorted(FILES))
def test_finds_what_is_wrong_and_nothing_else(report: Report, lang: str) -> None:
    (translation,) = (t for t in report.translations if t.article.lang == lang)
    defects = EXPECTED.get(lang, [])
    missed = [d for d in defects if not any(_is(f, d) for f in translation.findings)]
    assert missed == []
    errors = [f for f in translation.findings if f.severity is Severity.ERROR]
    assert [f.message for f in errors if not any(_is(f, d) for d in defects)] == []


def test_headline_claims_are_right_except_where_garbled(report: Report) -> None:
    garbled = {("zh", "perplexity-queries"), ("ja", "anthropic-raised"), ("ko", "anthropic-raised"),
               ("ru", "openai-loss"), ("fr", "perplexity-valuation"), ("es", "perplexity-queries"),
               ("fi", "perplexity-valuation"), ("sa", "perplexity-queries")}  # fmt: skip
    assert {(c.lang, c.fact) for c in report.headline if c.state != "right"} == garbled
    assert len(report.headline) == 4 * 15
