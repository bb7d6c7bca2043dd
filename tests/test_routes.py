"""Routes: the cheapest way over all engines' pairs, and what is said where there is none."""

from __future__ import annotations

from pathlib import Path

import pytest

from command_line import Capture, factcheck
from factcheck.articles import parse_article
from factcheck.errors import EngineError
from factcheck.translation import translate
from factcheck.translation._codes import related, standard
from factcheck.translation._routes import choose, described
from fake_engine import FakeEngine, use


def chain(*engines: FakeEngine, names: str = "auto", to: str = "es", source: str = "en") -> str:
    return described(choose(engines, names, source, to))


def test_the_cheapest_way_wins_even_where_it_is_longer() -> None:
    good = FakeEngine(name="good", pairs="en-pt", rank=10)
    near, rough = FakeEngine(name="near", pairs="pt-es", rank=9), FakeEngine(name="rough", pairs="en-es", rank=25)
    assert chain(rough, near, good) == "good 2.0 en-pt, near 2.0 pt-es"
    assert chain(rough, near, good, FakeEngine(name="best", pairs="en-es", rank=19)) == "best 2.0 en-es"
    assert chain(rough, near, good, names="rough") == "rough 2.0 en-es"
    assert chain(rough, near, good, names="near + good") == "good 2.0 en-pt, near 2.0 pt-es"


def test_of_equal_ways_the_first_engine_has_the_shorter() -> None:
    one, other = FakeEngine(name="one", pairs="en-es"), FakeEngine(name="other", pairs="en-es")
    assert chain(one, other) == "one 2.0 en-es"
    assert chain(FakeEngine(pairs="en-de de-es", rank=0), FakeEngine(name="b", pairs="en-es", rank=0)) == "b 2.0 en-es"


@pytest.mark.parametrize(
    ("pairs", "source", "to", "made"),
    [
        ("en-pt en-pt-BR", "en", "pt-BR", "en-pt-BR"),
        ("en-pt", "en-GB", "pt-BR", "en-pt"),
        ("en-pt pt-es es-pt-BR", "en", "pt-BR", "en-pt"),  # a region is not worth two more legs
        ("en-es es-pt pt-en", "pt-BR", "es", "pt-en, fake 2.0 en-es"),
    ],
)
def test_a_region_is_kept_where_it_costs_little(pairs: str, source: str, to: str, made: str) -> None:
    assert chain(FakeEngine(pairs=pairs, rank=10), source=source, to=to) == f"fake 2.0 {made}"


@pytest.mark.parametrize(
    ("pairs", "source", "hint"),
    [
        ("en-pt pt-gl fr-es", "en", "from English there is: gl, pt"),
        ("fr-es pt-de", "en", "into German there is: pt"),
        ("fr-es", "en", "pairs there are: fr to es"),
        ("", "en", "pairs there are: none"),
    ],
)
def test_the_nearest_is_named_where_nothing_leads(pairs: str, source: str, hint: str) -> None:
    with pytest.raises(EngineError) as caught:
        choose([FakeEngine(pairs=pairs)], "auto", source, "de")
    assert str(caught.value) == f"no engine here translates English into German ({hint}; ask for more)"


def test_an_unknown_engine_among_several_is_named() -> None:
    with pytest.raises(EngineError, match=r"unknown engine 'goood' \(did you mean 'good'\?\)"):
        chain(FakeEngine(name="good"), names="good,goood")


def test_each_leg_gets_what_the_one_before_made(monkeypatch: pytest.MonkeyPatch) -> None:
    first = FakeEngine(lambda text: f"{text}!" if text == "Two." else "7", name="first", pairs="en-pt", batch=2)
    second = FakeEngine(str.upper, name="second", pairs="pt-es", batch=3)
    use(monkeypatch, first, second)
    made = translate(parse_article("One.\n\nTwo.\n\nThree.\n\nFour.", "en"), "es")
    assert made.origin == "machine: first 2.0 en-pt, second 2.0 pt-es"
    assert made.text == "7\n\nTWO.!\n\n7\n\n7"
    assert first.asked == ["One.", "Two.", "Three.", "Four."]
    assert second.asked == ["Two.!"]  # nothing is said where no letter is left


@pytest.mark.parametrize(
    ("code", "made"),
    [("eng", "en"), ("por_BR", "pt-BR"), ("pt", "pt"), ("zt", "zh-Hant"), ("zh-Hans", "zh"), ("x", "x")],
)
def test_codes_of_engines_become_standard(code: str, made: str) -> None:
    assert standard(code) == made


def test_related_languages_are_known() -> None:
    assert related("pt-BR", "gl")
    assert not related("en", "es")


def broken(_: str) -> str:
    raise ValueError("no model")


def test_where_an_engine_fails_the_next_way_is_taken(
    capsys: Capture, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.en.md").write_text("One.\n\nTwo.\n")
    good = [FakeEngine(name="first", pairs="en-pt", rank=3), FakeEngine(name="second", pairs="pt-es", rank=3)]
    use(monkeypatch, FakeEngine(broken, name="damaged", pairs="en-es"), *good)
    made = factcheck(capsys, "translate", tmp_path / "a.en.md", "--to", "es")
    assert (made.code, made.out) == (0, "ONE.\n\nTWO.\n")
    assert "damaged failed: ValueError: no model" in made.err
    assert "; tried again with first 2.0 en-pt, second 2.0 pt-es\n" in made.err
    chosen = factcheck(capsys, "translate", tmp_path / "a.en.md", "--to", "es", "--engine", "damaged")
    assert (chosen.code, chosen.out) == (2, "")
    assert "tried again" not in chosen.err


def test_where_all_fail_the_last_error_is_said_and_no_end_of_tries(monkeypatch: pytest.MonkeyPatch) -> None:
    use(monkeypatch, *(FakeEngine(broken, name=f"e{number}", rank=number + 1) for number in range(9)))
    told: list[str] = []
    with pytest.raises(EngineError, match="e3 failed"):
        translate(parse_article("One.", "en"), "de", failed=lambda error, _: told.append(error.message[:2]))
    assert told == ["e0", "e1", "e2"]
