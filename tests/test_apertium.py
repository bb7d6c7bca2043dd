"""Apertium: its modes, sentences kept apart, failures; with the real command where it is installed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from command_line import Capture, factcheck
from factcheck import records
from factcheck.articles import parse_article, read_article
from factcheck.errors import EngineError
from factcheck.model import Relation, Severity
from factcheck.pipeline import check_article
from factcheck.translation import _codes, apertium, translate
from factcheck.translation.apertium import Apertium

CASE = Path(__file__).parent.parent / "claims" / "openai-founders"
REAL = Apertium()
needs_apertium = pytest.mark.skipif(
    not {("pt", "es"), ("en", "es")} <= REAL.pairs(),
    reason="apertium with apertium-es-pt and apertium-eng-spa is not installed",
)


@pytest.fixture
def command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A script in the place of the command, with some modes; what it does is for the test to write."""
    modes = tmp_path / "share" / "apertium" / "modes"
    modes.mkdir(parents=True)
    for name in ("eng-spa", "es-pt_BR", "spa-cat_valencia", "eco-es-fr", "en-es"):
        (modes / f"{name}.mode").write_text("")
    path = tmp_path / "bin" / "apertium"
    path.parent.mkdir()
    path.write_text('#!/bin/sh\n[ "$1" = -V ] && echo "Apertium 9.8.7" || cat\n')
    path.chmod(0o755)
    monkeypatch.setenv("PATH", f"{path.parent}:/usr/bin:/bin")
    monkeypatch.delenv("APERTIUM_DATADIR", raising=False)
    return path


def test_modes_are_pairs_of_standard_codes(command: Path) -> None:
    engine = Apertium()
    assert engine.pairs() == {("en", "es"), ("es", "pt-BR")}
    assert (engine.missing(), engine.version) == ("", "9.8.7")
    assert engine.cost("es", "pt-BR") < engine.cost("en", "es")
    assert engine.model("en", "es").startswith("en-es ")
    assert command.exists()


def test_without_the_command_its_package_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert "apt-get install apertium" in Apertium().missing()
    assert (Apertium().pairs(), Apertium().version, Apertium().model("en", "es")) == (frozenset(), "", "")
    with pytest.raises(EngineError, match="no pair from 'en' to 'es'"):
        Apertium().translate(["a"], "en", "es")


def test_sentences_that_were_joined_are_asked_one_by_one(command: Path) -> None:
    command.write_text('#!/bin/sh\ntr "\\n" " "\n')
    assert Apertium().translate(["One.", "Two."], "en", "es") == ["One.", "Two."]


def test_a_failure_is_said_in_its_words(command: Path) -> None:
    command.write_text("#!/bin/sh\necho no such mode >&2; exit 1\n")
    with pytest.raises(EngineError, match="apertium failed: no such mode"):
        Apertium().translate(["One."], "en", "es")


def test_what_takes_too_long_is_ended_with_all_it_started(command: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    mark = command.parent / "late"
    command.write_text(f"#!/bin/sh\n(sleep 1; touch {mark}) | cat\n")
    monkeypatch.setattr(apertium, "_TIMEOUT", 0.2)
    with pytest.raises(EngineError, match="takes too long"):
        Apertium().translate(["One."], "en", "es")
    assert not mark.exists()


@needs_apertium
def test_apertium_keeps_sentences_apart() -> None:
    asked = [
        "The company grew.",
        "It is true",
        "[a] {b} ^c$ / \\ @ # ~ <d>",
        "",
        'He said "No."',
        "It paid $5.5 in 2021.",
    ]
    made = REAL.translate([*asked, "a\n\nb\0c"], "en", "es")
    assert len(made) == len(asked) + 1
    assert made[0] == "La empresa creció."
    assert made[3] == ""
    assert "5.5" in made[5]
    assert "\n" not in "".join(made)
    assert REAL.translate([], "en", "es") == []


@needs_apertium
def test_english_becomes_spanish_by_way_of_portuguese() -> None:
    made = translate(parse_article("# News\n\nIt paid *US$7 billion* in [August 2022](https://x.org).", "en"), "es")
    assert [part.split()[::2] for part in made.origin.removeprefix("machine: ").split(", ")] == [
        ["firefox", "en-pt"],
        ["apertium", "pt-es"],
    ]
    assert "7 mil millones" in made.text
    assert "[agosto de 2022](https://x.org)" in made.text


CHAINS = {"es": "pt-es", "ca": "pt-ca", "gl": "pt-gl", "it": "pt-es, es-it", "fr": "pt-ca, ca-fr"}
PAIRS = {tuple(pair.split("-")) for chain in CHAINS.values() for pair in chain.split(", ")}


@pytest.mark.slow
@pytest.mark.skipif(not REAL.pairs() >= PAIRS, reason="not all of Apertium's pairs are installed that .ci/run installs")
def test_the_case_goes_into_five_more_languages_with_its_names_and_most_of_its_claims(
    capsys: Capture, tmp_path: Path
) -> None:
    asked = ("translate", CASE / "article.en.md", "--to", ",".join(CHAINS), "--output", tmp_path / "translations")
    assert factcheck(capsys, *asked).code == 0
    source, ledger = read_article(CASE / "article.en.md"), records.read_ledger(CASE / "claims.json")
    made = [read_article(tmp_path / f"translations/{code}.md") for code in CHAINS]
    for report in check_article(source, made, ledger).translations:
        found = [finding for finding in report.findings if finding.severity is Severity.ERROR]
        assert not {"name-garbled", "literal-name", "segment-missing", "untranslated"} & {f.check for f in found}
        right = [match for pair in report.pairs for match in pair.matches if match.relation is Relation.SAME]
        assert len(right) >= len(ledger.facts)
        assert len(report.article.segments) == len(source.segments)


@needs_apertium
def test_a_round_trip_finds_what_the_translation_garbled(capsys: Capture, tmp_path: Path) -> None:
    source = "# News\n\nAcme raised at least US$7 billion in 2021.\n"
    for name, text in {
        "article.en.md": source,
        "translations/es.md": "# Noticias\n\nAcme recaudó al menos 7 millones de dólares en 2021.\n",
        "case.toml": 'source = "article.en.md"\n[translations.es]\norigin = "human"\n',
    }.items():
        (tmp_path / "case" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "case" / name).write_text(text, "utf-8")
    result = factcheck(
        capsys, "run", tmp_path / "case", "--round-trip", "--output", tmp_path / "out", "--format", "json"
    )
    back = json.loads(result.out)["translations"][1]
    assert back["article"]["origin"].startswith("machine: apertium ")
    assert back["back_from"] == "es"
    assert [item["check"] for item in back["findings"]] == ["scale-changed"]


def test_every_group_of_related_languages_is_of_known_codes() -> None:
    groups = _codes._data()["related"].values()
    assert all(standard == _codes.standard(standard) for group in groups for standard in group)
