"""Names as claims: those of a ledger in any form, and those that capitals show."""

from __future__ import annotations

import json
import time

import pytest

from factcheck.articles import parse_article
from factcheck.ledger_drafts import draft_ledger
from factcheck.model import Claim, Kind, Ledger, LedgerName
from factcheck.names.reading import read_names
from factcheck.pipeline import check_article, extract_article
from factcheck.records import ledger_from_record, ledger_to_record, report_lines, validate

LEDGER = Ledger(
    (),
    (
        LedgerName("Rita Soares", "person", {"ru": ("Рита Соареш", "Соареш"), "ja": ("ソアレス",)}),
        LedgerName("Acme"),
        LedgerName("Claude 3.5"),
    ),
)


def names(text: str, lang: str, ledger: Ledger | None = None, known: tuple[str, ...] = ()) -> list[str]:
    article = parse_article(text, lang)
    found = read_names(article, extract_article(article), ledger, known)
    assert all(claim.kind is Kind.NAME for claim in found)
    texts = {segment.index: segment.text for segment in article.segments}
    assert all(texts[claim.segment][slice(*claim.span)] == claim.text for claim in found)
    return [f"{claim.text} = {claim.name}" if claim.name else claim.text for claim in found]


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        ("Acme said so, Soares added.", "en", ["Acme = Acme", "Soares = Rita Soares"]),
        (
            "Соарешу понравилось: Рита Соареш из Acme.",
            "ru",
            ["Соареш = Rita Soares", "Рита Соареш = Rita Soares", "Acme = Acme"],
        ),
        ("アクメのソアレス氏はClaude 3.5を使う。", "ja", ["ソアレス = Rita Soares", "Claude 3.5 = Claude 3.5"]),
        ("Acmen Soaresin mukaan", "fi", ["Acme = Acme", "Soares = Rita Soares"]),
        ("Laut Frau Soarres wuchs der Umsatz.", "de", ["Soarres = Rita Soares"]),
        ("The acme of the soaring Acmeists.", "en", ["Acmeists"]),
    ],
)
def test_names_of_the_ledger(text: str, lang: str, expected: list[str]) -> None:
    assert names(text, lang, LEDGER) == expected


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        ("Yesterday Rita Soares of Acme met Mr Weber in August 2024.", "en", ["Rita Soares", "Acme", "Weber"]),
        ("Some said yes. However, Acme's plan and Weber’s differ.", "en", ["Acme", "Weber"]),
        ("# Big News Today\n\nNews of today.", "en", []),
        ("Hier a parlé Rita Soares, la cheffe de l’entreprise.", "fr", ["Rita Soares"]),
        ("Gestern sprach die Chefin Rita Soares im Saal.", "de", []),
        ("```\nAcme Corp said Weber\n```\n\nNothing else.", "en", []),
    ],
)
def test_names_that_capitals_show(text: str, lang: str, expected: list[str]) -> None:
    assert names(text, lang) == expected


def test_names_of_the_source_are_known_in_its_translations() -> None:
    text = "Gestern sprach die Chefin Rita Soares im Saal."
    assert names(text, "de", known=("Rita Soares", "Soares")) == ["Rita Soares"]


ARTICLE = """# Acme grows

London, 5 August 2024

Acme raised at least US$7 million on 4 August 2024. Since 2019 it has had 3 offices and 1,250 employees.

Rita Soares said that Acme would raise US$7 million again. Soares left 12% of it. The Supreme Court said no.
"""


def drafted() -> Ledger:
    article = parse_article(ARTICLE, "en", "article.en.md")
    claims = extract_article(article)
    return draft_ledger(article, claims, read_names(article, claims))


def test_a_draft_holds_what_a_reader_would_remember() -> None:
    ledger = drafted()
    assert [(fact.id, fact.subject, fact.headline) for fact in ledger.facts] == [
        ("acme-at-least-us-7-million", "Acme", True),
        ("acme-4-august-2024", "Acme", False),
        ("employees-1-250", "employees", False),
        ("soares-12", "Soares", False),
    ]
    assert ledger.facts[0].sentence == "Acme raised at least US$7 million on 4 August 2024."
    assert ledger.facts[0].source == "article.en.md, line 5"
    assert [(name.name, name.kind) for name in ledger.names] == [("Rita Soares", "person")]


def test_a_draft_says_of_an_amount_what_it_is_about_or_nothing() -> None:
    text = 'It paid €40 for each lamp, 12 percent in advance.\n\n"It was not cheap." "At least 300 of them work."'
    article = parse_article(text, "en")
    facts = draft_ledger(article, extract_article(article), []).facts
    assert [(fact.id, fact.subject) for fact in facts] == [("eur40", ""), ("12-percent", ""), ("at-least-300", "")]
    assert facts[-1].sentence == '"At least 300 of them work."'


def test_a_draft_is_a_ledger_that_its_own_article_keeps() -> None:
    record = json.loads(json.dumps(ledger_to_record(drafted())))
    ledger = ledger_from_record(record)
    article = parse_article(ARTICLE, "en", "article.en.md")
    assert not list(check_article(article, [article], ledger).findings())


def test_names_are_lines_of_records() -> None:
    source = parse_article("Rita Soares runs Acme.", "en", "a.en.md")
    target = parse_article("Рита Соареш руководит Acme.", "ru", "a.ru.md")
    lines = [line for line in report_lines(check_article(source, [target], LEDGER)) if line["record"] == "claim"]
    for line in lines:
        validate(line, "claim")
    assert [(line["lang"], line["text"], line["name"]) for line in lines] == [
        ("en", "Rita Soares", "Rita Soares"),
        ("en", "Acme", "Acme"),
        ("ru", "Рита Соареш", "Rita Soares"),
        ("ru", "Acme", "Acme"),
    ]


def test_hostile_names_take_no_time() -> None:
    article = parse_article("Aa " * 6000 + "\n\n" + "A" * 19_000 + "\n\n" + "A." * 9000, "en")
    assert len(read_names(article, (), Ledger((), tuple(LedgerName("A" * n) for n in range(3, 60))))) < 20_000


def test_a_ledger_of_20_000_names_is_looked_up() -> None:
    text = "\n\n".join(["Rita Soares met Acme2 Corp19999 and nobody else of note. " * 40] * 100)
    article = parse_article(text, "en")
    ledger = Ledger((), tuple(LedgerName(f"Acme{n} Corp{n}", "organization") for n in range(20_000)))
    start = time.process_time()
    read_names(article, (), ledger)
    assert time.process_time() - start < 3  # by a pattern of all names: minutes


def test_a_claim_keeps_its_name_in_a_record() -> None:
    from factcheck.records import claim_from_record, claim_to_record

    claim = Claim(Kind.NAME, "Соареш", (0, 6), name="Rita Soares")
    assert claim_from_record(claim_to_record(claim)) == claim


def test_a_phrase_begins_behind_its_quotation_mark() -> None:
    from factcheck.names.phrases import phrases

    text = "adalah 'Fairy Child Rebels ', kata D’Artagnan"
    assert [words for words, _ in phrases(text)] == ["Fairy Child Rebels"]
