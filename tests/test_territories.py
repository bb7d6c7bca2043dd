"""Countries that became others in a translation, and what is no other country."""

from __future__ import annotations

import time

import pytest

from factcheck import languages
from factcheck.names.territories import exchanged


def codes(source: str, target: str, source_lang: str, lang: str) -> str:
    found = exchanged(source, target, source_lang, lang)
    return f"{found[0].code} -> {found[1].code}" if found else ""


@pytest.mark.parametrize(
    ("source", "target", "source_lang", "lang", "found"),
    [
        ("Spain and France signed.", "Spanien und Finnland unterzeichneten.", "en", "de", "FR -> FI"),
        ("They live in Switzerland.", "Sie leben in Frankreich.", "en", "de", "CH -> FR"),
        ("North Korea fired.", "La Corée du Sud a tiré.", "en", "fr", "KP -> KR"),
        ("Er lebt in Schweden.", "He lives in Switzerland.", "de", "en", "SE -> CH"),
        ("Она живёт в Польше.", "Sie lebt in Portugal.", "ru", "de", "PL -> PT"),
        ("彼はインドに行った。", "He went to Indonesia.", "ja", "en", "IN -> ID"),
        ("She flew to Iran.", "Irak'a uçtu.", "en", "tr", "IR -> IQ"),
        ("It is sold in Turkey.", "Se vende en Túnez.", "en", "es", "TR -> TN"),
    ],
)
def test_another_country_is_found(source: str, target: str, source_lang: str, lang: str, found: str) -> None:
    assert codes(source, target, source_lang, lang) == found


@pytest.mark.parametrize(
    ("source", "target", "lang"),
    [
        ("Greek banks lend to Spain.", "Banken aus Griechenland leihen Spanien Geld.", "de"),
        ("Spain's banks lend to the Dutch.", "Spanische Banken leihen den Niederlanden Geld.", "de"),
        ("South Sudan voted.", "Südsudan stimmte ab.", "de"),
        ("They hid in Austria.", "They hid in Australia and Spain.", "en"),
        ("Michael Jordan met Chad.", "Michael Jordan traf Chad in Peru.", "de"),
        ("India won.", "हिंदुस्तान जीता।", "hi"),
        ("Korea is divided.", "Corea está dividida.", "es"),
        ("The Netherlands won.", "Belanda menang.", "id"),
    ],
)
def test_no_other_country_is_found(source: str, target: str, lang: str) -> None:
    assert codes(source, target, "en", lang) == ""


def test_names_keep_their_capitals_and_say_one_country() -> None:
    names = languages.load("de").territories
    assert names["Polen"] == "PL"
    assert names["Südkorea"] == "KR"
    assert not {"US", "GE", "JO", "GN", "XA"} & set(names.values())


@pytest.mark.parametrize("text", ["Pol" * 7000, "South " * 4000, "Польш" * 4000, "Poland " * 3000, "P" * 20000])
def test_long_texts_take_no_long_time(text: str) -> None:
    start = time.perf_counter()
    for lang in ("de", "ru", "ja"):
        exchanged(text, text, "en", lang)
        exchanged("Poland won.", text, "en", lang)
    assert time.perf_counter() - start < 2
