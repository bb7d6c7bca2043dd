"""Every example of every check, and what each check's file must hold."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck import checks
from factcheck.articles import parse_article
from factcheck.checks import Example
from factcheck.earlier import with_earlier
from factcheck.linting import lint
from factcheck.model import Ledger, LedgerName
from factcheck.pipeline import check_article, check_pair

CASES = [
    pytest.param(check.id, example, id=f"{check.id}-{number}")
    for check in checks.all_checks()
    for number, example in enumerate(check.examples)
]


@pytest.mark.parametrize(("check_id", "example"), CASES)
def test_example(check_id: str, example: Example) -> None:
    check = checks.get(check_id)
    chosen = checks.all_checks() if check.check_suppressions else [check]
    if not example.source:
        found = lint(example.target, example.lang, example.ledger, checks=[check], glossary=example.glossary)
    elif (check.check_pair or check.check_segment) and not (check.check_document and "\n\n" in example.source):
        found = check_pair(example.source, example.target, example.source_lang, example.lang, [check], example.glossary)
    else:
        source = parse_article(example.source, example.source_lang)
        target = parse_article(example.target, example.lang)
        if example.earlier:
            before, after = (parse_article(text, "en") for text in example.earlier)
            source, target = with_earlier(source, before), with_earlier(target, after)
        report = check_article(source, [target], example.ledger, checks=chosen, glossary=example.glossary)
        found = [finding for finding in report.findings() if finding.check == check_id or len(chosen) == 1]
    assert bool(found) == example.finds
    assert all(finding.check == check_id for finding in found)


@pytest.mark.parametrize("check", checks.all_checks(), ids=lambda check: check.id)
def test_file_holds_everything(check: checks.Check) -> None:
    module = Path(checks.__file__).parent / f"{check.id.replace('-', '_')}.py"
    assert module.exists()
    assert check.title.endswith(".")
    assert len(check.description) > 80
    assert check.category.split("/")[0] in ("Accuracy", "Fluency", "Terminology", "Locale convention", "Other")
    assert {example.finds for example in check.examples} == {True, False} or check.id == "ledger-violated"


def test_messages_state_both_sides_in_one_sentence() -> None:
    (finding,) = check_pair("It raised US$7 billion.", "Es sammelte 7 Millionen US-Dollar ein.", "en", "de")
    assert finding.message == (
        "The source states “US$7 billion”, the translation “7 Millionen US-Dollar”: 1,000 times too small."
    )
    assert finding.source is not None
    assert finding.source.text == "US$7 billion"
    assert finding.target is not None
    assert finding.target.context[slice(*finding.target.span)] == "7 Millionen US-Dollar"


@pytest.mark.parametrize(("german", "severity"), [("5.8.2024", "warning"), ("9.5.2024", "error")])
def test_a_date_whose_order_the_page_does_not_say_is_no_error(german: str, severity: str) -> None:
    (finding,) = check_pair("Due 5/8/2024.", f"Fällig am {german}.", "en", "de")
    assert (finding.check, finding.severity) == ("date-changed", severity)


def test_another_share_is_an_error() -> None:
    (finding,) = check_pair("1 in 50 people vote.", "500人に1人が投票する。", "en", "ja")
    assert finding.severity == "error"


@pytest.mark.parametrize(
    ("before", "after", "severity"),
    [("", "", "error"), ("“", ".”", "warning"), ("# ", "", "warning"), ("- ", "", "warning")],
)
def test_a_quotation_or_title_in_another_language_may_be_meant(before: str, after: str, severity: str) -> None:
    english = "We have nothing to say about the matter, and we will not talk to the press about it"
    text = f"Der Vorstand trat am Montag zurück.\n\n{before}{english}{after}\n"
    assert [finding.severity for finding in lint(text, "de", checks=[checks.get("wrong-language")])] == [severity]


def test_a_spelling_that_may_be_the_language_s_own_says_where_to_list_it() -> None:
    ledger = Ledger(names=(LedgerName("Sutskever"),))
    source = parse_article("Sutskever left in May.", "en")
    (finding,) = check_article(source, [parse_article("Suzkeverus mense Maio abiit.", "la")], ledger).findings()
    assert finding.severity == "warning"
    assert finding.message == (
        "The source names “Sutskever”, the translation writes “Suzkeverus”; expected “Sutskever”, unless that is its "
        "form in Latin: then list it among the name's renderings in the ledger."
    )
