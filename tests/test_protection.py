"""Protection: names that an engine garbled are put back, and what it did well stays as it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck import records
from factcheck.articles import parse_article, read_article
from factcheck.model import LedgerName, Severity
from factcheck.pipeline import check_article
from factcheck.translation import translate
from factcheck.translation._protection import Kept, Masked, Protection, mask
from fake_engine import FakeEngine, use

CASE = Path(__file__).parent.parent / "claims" / "openai-founders"
NAMES = (
    LedgerName("Perplexity", "organization", {"ru": ("Перплексити",)}),
    LedgerName("Li Wei'an", "person"),
    LedgerName("Germany", "place", {"fr": ("Allemagne",)}),
    LedgerName("Jose", "person"),
    LedgerName("Nankai University", "organization", {"de": ("Nankai-Universität",)}),
)


def lost(source: str, translation: str, to: str = "de") -> list[str]:
    return [item.shown for item in Protection(NAMES, "en", to).lost(source, translation)]


@pytest.mark.parametrize(
    ("source", "translation", "to", "names"),
    [
        ("Perplexity grew.", "Perplexity wuchs.", "de", []),
        ("Perplexity grew.", "Perplexitys Wachstum", "de", []),
        ("Perplexity grew.", "Ratlosigkeit wuchs.", "de", ["Perplexity"]),
        ("Perplexity beat Perplexity.", "Perplexity schlug Ratlosigkeit.", "de", ["Perplexity", "Perplexity"]),
        ("Li Wei’an of Nankai University left.", "Li Wei'an von Nankai Uni ging.", "de", ["Nankai-Universität"]),
        ("He fixed GPT-4o.", "Er reparierte GPT-4lo.", "de", ["GPT-4o"]),
        ("In Q3 the 5G net had 7bn users.", "Im 3. Quartal hatte das Netz 7 Mrd. Nutzer.", "de", []),
        ("Perplexity grew.", "Перплексити выросла.", "ru", []),
        ("Perplexity grew.", "Недоумение выросло.", "ru", ["Перплексити"]),
        ("Li Wei'an left.", "Ли Вэйань ушёл.", "ru", []),  # another script, and the ledger knows no form in it
        ("Germany grew.", "Alemanha cresceu.", "pt", []),  # it has a name of its own, which the ledger does not know
        ("Germany grew.", "Alemagne grandit.", "fr", ["Allemagne"]),
        ("Jose left.", "José ging.", "de", []),
        ("", "", "de", []),
    ],
)
def test_what_is_lost(source: str, translation: str, to: str, names: list[str]) -> None:
    assert lost(source, translation, to) == names


def test_words_to_keep_are_kept_in_every_script() -> None:
    keep = Protection((), "en", "ru", ["Cloud Nine"])
    assert [item.shown for item in keep.lost("Cloud Nine grew.", "Облако Девять выросло.")] == ["Cloud Nine"]
    assert keep.lost("Cloud Nine grew.", "Cloud Nine выросло.") == []


def test_made_up_words_stand_in_and_go_out_again() -> None:
    masked = mask("A B, A. XBZ", [Kept((5, 6), ("Z",)), Kept((0, 1), ("Y",))])
    assert masked.text == "XCZ B, XDZ. XBZ"
    assert masked.restored("XDZ; B XCZ") == "Z; B Y"
    assert masked.restored("XDZ XDZ B XCZ") is None
    assert masked.restored("B XCZs") is None
    assert Masked("XBZ1", {"XBZ": "a"}).restored("(XBZ1)") == "(a1)"


def garbling(text: str) -> str:
    return text.replace("Perplexity", "Ratlosigkeit").replace("grew", "wuchs")


def test_only_what_was_garbled_goes_again(monkeypatch: pytest.MonkeyPatch) -> None:
    fake = FakeEngine(garbling)
    use(monkeypatch, fake)
    article = parse_article("*Perplexity* grew.\n\nLi Wei'an grew.", "en")
    assert translate(article, "de", names=NAMES).text == "*Perplexity* wuchs.\n\nLi Wei'an wuchs."
    assert fake.asked[:3] == ["Perplexity grew.", "Li Wei'an grew.", "XBZ grew."]
    assert "Ratlosigkeit" in translate(article, "de", names=NAMES, protect=False).text


@pytest.mark.parametrize("spoilt", ["XBZ", "grew"])
def test_where_the_made_up_word_is_lost_the_first_translation_stays(
    monkeypatch: pytest.MonkeyPatch, spoilt: str
) -> None:
    use(monkeypatch, FakeEngine(lambda text: garbling(text).replace("XBZ", f"X{spoilt}BZ")))
    assert translate(parse_article("Perplexity grew.", "en"), "de", names=NAMES).text == "Ratlosigkeit wuchs."


@pytest.mark.parametrize(("protect", "number"), [(False, 4), (True, 0)])
def test_names_that_firefox_garbles_in_the_case_are_put_back(protect: bool, number: int) -> None:
    source, ledger = read_article(CASE / "article.en.md"), records.read_ledger(CASE / "claims.json")
    made = translate(source, "pt", "firefox", names=ledger.names, protect=protect)
    (report,) = check_article(source, [made], ledger).translations
    found = [finding.check for finding in report.findings if finding.severity is not Severity.INFO]
    assert found == ["name-garbled"] * number
