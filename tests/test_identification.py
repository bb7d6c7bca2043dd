"""Which language words stand in, and what is said of it."""

from __future__ import annotations

import time

import pytest

from factcheck import languages
from factcheck.checks import all_checks, get
from factcheck.linting import lint
from factcheck.pipeline import check_pair
from factcheck.wording.fragments import fragments
from factcheck.wording.identification import related, suspicious

SENTENCES = {
    "ar": "قال البنك إنه سوف يغلق كل فروعه في شمال البلاد بعد أن خسر المال في العام الذي مضى.",
    "cs": "Banka uvedla, že zavře všechny své pobočky na severu země, protože se jí tam už několik let nedaří.",
    "de": "Die Bank teilte mit, dass sie alle Filialen im Norden des Landes schließen wird, weil sie dort verliert.",
    "el": "Η τράπεζα ανακοίνωσε ότι θα κλείσει όλα τα καταστήματα που έχει στον βορρά, γιατί χάνει χρήματα.",
    "en": "The bank said that it will close all of its branches in the north of the country, because they lose money.",
    "es": "El banco dijo que cerrará todas las sucursales que tiene en el norte del país, porque allí pierde dinero.",
    "fi": "Pankki kertoi, että se sulkee kaikki konttorinsa maan pohjoisosassa, koska ne ovat tappiollisia.",
    "fr": "La banque a dit qu’elle fermera toutes les agences qu’elle a dans le nord du pays, parce qu’elle y perd.",
    "hi": "बैंक ने कहा कि वह देश के उत्तर में अपनी सभी शाखाओं को बंद कर देगा क्योंकि उसे वहाँ नुकसान हो रहा है।",
    "id": "Bank itu mengatakan bahwa mereka akan menutup semua cabang yang ada di utara negara ini karena rugi.",
    "ja": "銀行は、国の北部にあるすべての支店を閉鎖すると発表した。そこでは損失を出しているからだという。",
    "ko": "은행은 손실을 보고 있는 북부 지역의 모든 지점을 폐쇄하겠다고 월요일에 발표했다고 한다.",
    "la": "Mensarii dixerunt se omnes tabernas quae sunt in ea parte terrae clausuros esse, quod ibi lucrum non est.",
    "pt": "O banco disse que vai fechar todas as agências que tem no norte do país, porque não ganha dinheiro ali.",
    "ru": "Банк сообщил, что он закроет все отделения, которые у него есть на севере страны, так как там он теряет.",
    "tr": "Banka, ülkenin kuzeyinde olan tüm şubeleri için çok önemli bir karar aldı ve bu yıl hepsi kapanacak, dedi.",
    "zh": "银行表示，它将关闭在该国北部的所有分行，因为这些分行一直在亏损，而且没有人对此感到意外。",
}


@pytest.mark.parametrize("lang", SENTENCES)
def test_a_sentence_is_right_in_its_own_language_and_wrong_in_the_others(lang: str) -> None:
    checks = [get("wrong-language"), get("untranslated")]
    wrong = {other for other in SENTENCES if lint(SENTENCES[lang], other, checks=checks)}
    assert wrong == set(SENTENCES) - {lang}


@pytest.mark.parametrize(("lang", "other"), [("es", "pt"), ("pt", "es"), ("es", "it")])
def test_between_close_relatives_nothing_is_an_error(lang: str, other: str) -> None:
    assert related(lang, other)
    (finding,) = lint(SENTENCES[lang], other, checks=[get("wrong-language")])
    assert finding.severity == "warning"


def test_every_language_with_a_supplement_has_frequent_words() -> None:
    assert set(languages.frequent()) == set(languages.first_class())


def test_languages_without_frequent_words_are_not_judged() -> None:
    assert "sw" not in languages.frequent()
    assert not suspicious(SENTENCES["en"], "sw")


@pytest.mark.parametrize("lang", sorted(set(SENTENCES) - {"en"}))
def test_a_sentence_in_the_middle_is_found_where_it_stands(lang: str) -> None:
    text = f"{SENTENCES[lang]} {SENTENCES['en']} {SENTENCES[lang]}"
    (fragment,) = fragments(text, lang)
    assert text[slice(*fragment.span)] == SENTENCES["en"].rstrip(".")
    assert fragment.whole


def test_what_was_left_is_an_error_only_where_the_source_has_it() -> None:
    kept = f"{SENTENCES['de']} {SENTENCES['en']}"
    source = f"{SENTENCES['en']} {SENTENCES['en']}"
    (left,) = check_pair(source, kept, "en", "de", [get("untranslated")])
    (other,) = check_pair("They said a lot about money, and then they left.", kept, "en", "de", [get("untranslated")])
    assert (left.severity, other.severity) == ("error", "warning")
    assert left.message.endswith("in English.")


@pytest.mark.parametrize(
    "text",
    ["the of " * 2800, "“" * 20_000, "not " * 5000, "n'" * 10_000, ". " * 10_000, "の" * 20_000, "(" * 20_000],
    ids=["words", "quotes", "negations", "apostrophes", "stops", "signs", "brackets"],
)
def test_hostile_texts_take_no_long_time(text: str) -> None:
    checks = [check for check in all_checks() if check.id in ("wrong-language", "untranslated", "negation-changed")]
    start = time.perf_counter()
    for lang in ("de", "ja", "tr"):
        check_pair("He will not.", text, "en", lang, checks)
        check_pair(text, text[::-1], "en", lang, checks)
    assert time.perf_counter() - start < 5
