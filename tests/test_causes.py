"""One finding for one cause, whatever finds it."""

from __future__ import annotations

import pytest

from factcheck.articles import parse_article
from factcheck.model import Glossary, Ledger, LedgerName
from factcheck.pipeline import check_article, check_pair

KEPT = Glossary((), ("Google", "OpenAI"))
LEDGER = Ledger(names=(LedgerName("Google", "organization"), LedgerName("Bankman-Fried", "person")))


@pytest.mark.parametrize(
    ("source", "target", "lang", "check"),
    [
        ("A post by OpenAI.", "Ein Beitrag von OpenAl.", "de", "term-violated"),
        ("A search by Google.", "Eine Suche von Gogole.", "de", "term-violated"),
        ("The trial of Bankman-Fried began.", "El juicio de Bankman-Freid comenzó.", "es", "name-garbled"),
        ("Bad: Google.", "Плохо: Gооgle.", "ru", "lookalike-characters"),
    ],
)
def test_several_checks_of_one_word(source: str, target: str, lang: str, check: str) -> None:
    texts = parse_article(source, "en", "a.en.txt"), parse_article(target, lang, "a.txt")
    (found,) = check_article(texts[0], [texts[1]], LEDGER, glossary=KEPT).findings()
    assert (found.check, found.severity) == (check, "error")
    assert found.target
    start, end = found.target.span
    assert target[:start] + found.suggestion + target[end:] == target.replace(found.target.text, found.suggestion)
    assert found.suggestion in source


def test_two_words_are_two_causes() -> None:
    found = check_pair("Google sued OpenAI.", "Gogole verklagte OpenAl.", "en", "de", glossary=KEPT)
    assert [finding.suggestion for finding in found] == ["Google", "OpenAI"]
