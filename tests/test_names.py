"""Names across scripts: how alike a name and its renderings sound, and what counts as a slip or another spelling."""

from __future__ import annotations

import json
import time
from itertools import product
from pathlib import Path

import pytest
from babel import Locale

from factcheck import checks, languages, records
from factcheck.articles import parse_article
from factcheck.linting import lint
from factcheck.model import Article, Ledger, LedgerName, Segment
from factcheck.names.listed import Listed
from factcheck.names.sounds import consonants, sounds_alike
from factcheck.names.spelling import is_form, misspells
from factcheck.pipeline import check_article

CASE = Path(__file__).parent.parent / "claims" / "openai-founders"
LEDGER: Ledger = records.ledger_from_record(json.loads((CASE / "claims.json").read_text("utf-8")))
PEOPLE = [name for name in LEDGER.names if name.kind == "person" and " " not in name.name]
NAME_CHECKS = [checks.get(check) for check in ("literal-name", "name-garbled", "name-inconsistent")]


@pytest.mark.parametrize("lang", ["ru", "el", "ja", "ko", "sa", "zh"])
def test_a_name_sounds_like_its_rendering_and_like_no_other(lang: str) -> None:
    pairs = [(name.name, name.renderings[lang][0]) for name in PEOPLE]
    own = [sounds_alike(name, rendering) >= 75 for name, rendering in pairs]
    other = [
        sounds_alike(one, second) >= 75
        for (one, _), (_, second) in product(pairs, pairs)
        if one != _name(second, pairs)
    ]
    assert sum(own) >= 0.85 * len(own)
    assert sum(other) <= 0.02 * len(other)


def _name(rendering: str, pairs: list[tuple[str, str]]) -> str:
    return next(name for name, form in pairs if form == rendering)


@pytest.mark.parametrize(
    ("lang", "least"),
    [("ru", 0.92), ("uk", 0.92), ("el", 0.9), ("ja", 0.85), ("ko", 0.9), ("hi", 0.9), ("ar", 0.8), ("th", 0.9)],
)
def test_cities_sound_like_their_names_in_cldr(lang: str, least: float) -> None:
    zones = Locale.parse(lang).time_zones.items()
    english = Locale("en").time_zones
    pairs = [
        (english.get(zone, {}).get("city") or zone.rpartition("/")[2], data["city"])
        for zone, data in zones
        if "city" in data and "/" in zone
    ]
    single = [(name, city) for name, city in pairs if not set(" _") & set(name + city)]
    assert len(single) > 200
    assert sum(sounds_alike(name, city) >= 75 for name, city in single) >= least * len(single)
    others = [(name, city) for (name, _), (_, city) in zip(single, single[7:], strict=False)]
    assert sum(sounds_alike(name, city) >= 75 for name, city in others) <= 0.03 * len(others)


@pytest.mark.parametrize(
    "form", ["Шульмана", "Schulmanin", "Schulmans", "슐먼은", "शुलमेनः", "シュルマン", "Σούλμαν", "שולמן", "شولمان"]
)
def test_inflected_forms_sound_like_the_name(form: str) -> None:
    assert sounds_alike("Schulman", form) >= 70


def test_one_sound_in_other_letters() -> None:
    assert consonants("Suzkwer") & consonants("Sutskever")
    assert consonants("Lake") & consonants("Leike")
    assert not consonants("Rotating") & consonants("Routing")


@pytest.mark.parametrize(
    ("word", "name", "inflection", "form"),
    [
        ("Сутскевера", "Сутскевер", "ending", True),
        ("Καρπάθη", "Καρπάθι", "ending", True),
        ("Schulmanin", "Schulman", "suffix", True),
        ("Schulmann", "Schulman", "suffix", False),
        ("Anthropik", "Anthropic", "none", False),
        ("Googles", "Google", "none", True),
    ],
)
def test_forms(word: str, name: str, inflection: str, form: bool) -> None:
    assert is_form(word, name, inflection) is form


@pytest.mark.parametrize(
    ("word", "name", "slip"),
    [
        ("Suzkwer", "Sutskever", True),
        ("Geimini", "Gemini", True),
        ("Karphaty", "Karpathy", True),
        ("シャルマン", "シュルマン", True),
        ("수츠크베르는", "수츠케버", True),
        ("Сутзкевер", "Суцкевер", True),
        ("Insel", "Intel", False),
        ("Boris", "Bills", False),
        ("Kaptan", "Kaplan", False),
        ("모스크", "머스크", False),
        ("ブロック", "ブロックマン", False),
    ],
)
def test_slips(word: str, name: str, slip: bool) -> None:
    assert bool(misspells(word, name)) is slip


def test_a_clean_text_has_no_slips() -> None:
    text = "Auf der Insel bei Bristol sprach Boris Kraft mit Giles über Wales.\n\nDie Bells gehören zu den Blues."
    assert list(Listed(LEDGER, languages.load("de")).slips(parse_article(text, "de").segments)) == []


def test_what_two_checks_could_find_is_found_once() -> None:
    source = parse_article("Ilya Sutskever resigned.\n\nThen Sutskever left.\n\nNow Sutskever is back.", "en")
    target = parse_article("Ilya Sutskever renunció.\n\nLuego se fue Suzkwer.\n\nAhora Sutskever ha vuelto.", "es")
    ledger = Ledger(names=(LedgerName("Sutskever", "person"),))
    report = check_article(source, [target], ledger, checks=NAME_CHECKS)
    assert [(f.check, f.suggestion) for f in report.findings()] == [("name-garbled", "Sutskever")]
    assert [f.check for f in lint(target, ledger=ledger, checks=NAME_CHECKS)] == ["name-garbled"]
    assert [f.check for f in lint(target, checks=NAME_CHECKS)] == ["name-inconsistent"]


def test_two_people_are_no_inconsistency() -> None:
    text = (
        "Pamela Anderson met Hans Andersen. Later Anderson left, and Andersen stayed. Sam Johnson and Ben Johnston ate."
    )
    assert lint(text, "en", checks=NAME_CHECKS) == []


@pytest.mark.parametrize(
    "text",
    [
        "A" * 20_000,
        "Aa " * 6_600,
        '"a' * 10_000,
        "サツケ" * 6_600,
        "수츠케버는 " * 3_300,
        "Á̂̃" * 6_600,
        "A-" * 10_000,
        "苏茨克" * 6_600,
    ],
)
def test_long_segments_take_no_long_time(text: str) -> None:
    article = Article("id", (Segment(0, text), Segment(1, text)))
    start = time.perf_counter()
    lint(article, ledger=LEDGER, checks=NAME_CHECKS)
    assert time.perf_counter() - start < 3


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("Das Orchester spielte am Abend Tschaikowski.", "warning"),  # so Germans write it
        ("Das Orchester spielte am Abend Tchaikovksy.", "error"),
        ("Das Orchester spielte Tchaikovsky. Das Stück von Tschaikowski war kurz.", "error"),
    ],
)
def test_a_text_may_have_its_own_rendering_of_a_name_that_the_ledger_gives_none_of(text: str, severity: str) -> None:
    for name in ("Tchaikovsky", "Pyotr Tchaikovsky"):
        found = lint(text, "de", Ledger(names=(LedgerName(name, "person"),)), checks=NAME_CHECKS)
        assert [finding.severity for finding in found] == [severity]


@pytest.mark.parametrize(("kind", "found"), [("organisation", False), ("organization", False), ("group", True)])
def test_an_organization_may_be_translated_word_by_word(kind: str, found: bool) -> None:
    source = parse_article("He taught at the Warsaw School of Economics.", "en", "a.en.txt")
    target = parse_article("Er lehrte an der Warsaw Ökonomie Schule.", "de", "a.de.txt")
    ledger = Ledger(names=(LedgerName("Warsaw School of Economics", kind),))
    report = check_article(source, [target], ledger, checks=NAME_CHECKS)
    assert [finding.check for finding in report.findings()] == (["literal-name"] if found else [])


@pytest.mark.parametrize(("word", "found"), [("Universidad de Varsovia", False), ("Univeristy of Warsaw", True)])
def test_what_a_language_calls_a_university_is_no_misspelling(word: str, found: bool) -> None:
    source = parse_article("He taught at the University of Warsaw.", "en", "a.en.txt")
    target = parse_article(f"Enseñó en la {word}.", "es", "a.es.txt")
    ledger = Ledger(names=(LedgerName("University of Warsaw", "organization"),))
    report = check_article(source, [target], ledger, checks=[checks.get("name-garbled")])
    assert bool(list(report.findings())) is found


@pytest.mark.parametrize(("renderings", "severity"), [({}, "warning"), ({"es": ("The Beatles",)}, "error")])
def test_a_name_without_a_rendering_may_have_its_article_translated(
    renderings: dict[str, tuple[str, ...]], severity: str
) -> None:
    source = parse_article("He loved The Beatles most of all.", "en", "a.en.txt")
    target = parse_article("Amaba sobre todo a Los Beatles de verdad.", "es", "a.es.txt")
    ledger = Ledger(names=(LedgerName("The Beatles", "group", renderings),))
    report = check_article(source, [target], ledger, checks=NAME_CHECKS)
    assert [(finding.check, finding.severity) for finding in report.findings()] == [("literal-name", severity)]
