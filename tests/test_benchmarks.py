"""The benchmark on a small corpus of its own: its defects are what they are called, and its tables add up."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from benchmarks.__main__ import main
from benchmarks.defects import KINDS, defects
from click.testing import CliRunner

SOURCE = [
    "The firm raised $250 million in 2021.",
    "Some 1,250 people and 38 dogs came.",
    "Nobody at NASA knows why Oppenheimer, who had led the laboratory for years, left.",
]
TARGET = [
    "Die Firma nahm 2021 250 Millionen $ ein.",
    "Etwa 1.250 Menschen und 38 Hunde kamen.",
    "Niemand bei der NASA weiß, warum Oppenheimer, der das Labor seit Jahren geleitet hatte, ging.",
]


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    (tmp_path / "newstest2019-src.eng.txt").write_text("\n".join(SOURCE) + "\n", encoding="utf-8")
    (tmp_path / "newstest2019-ref.deu.txt").write_text("\n".join(TARGET) + "\n", encoding="utf-8")
    return tmp_path


def test_each_kind_of_defect_changes_just_what_it_names() -> None:
    made = list(defects(list(zip(SOURCE, TARGET, strict=True)), "de"))
    assert {d.kind for d in made} == set(KINDS)
    assert all(d.clean != d.broken for d in made)
    by_kind = {d.kind: d.broken for d in made if d.source == SOURCE[0]}
    assert by_kind["magnitude"] == TARGET[0].replace("Millionen", "Milliarden")
    assert by_kind["currency"] == TARGET[0].replace("$", "€")
    assert by_kind["swap"] == "Die Firma nahm 250 2021 Millionen $ ein."


def test_defects_are_the_same_in_every_run() -> None:
    pairs = list(zip(SOURCE, TARGET, strict=True))
    assert list(defects(pairs, "de")) == list(defects(pairs, "de"))


def test_alarms_are_counted_for_each_language(corpus: Path) -> None:
    result = CliRunner().invoke(main, ["alarms", str(corpus)])
    assert result.exit_code == 0
    assert result.output.splitlines()[1].split() == ["deu", "3", "0.0", "0.0"]


def test_recall_counts_every_defect(corpus: Path) -> None:
    result = CliRunner().invoke(main, ["recall", str(corpus), "--langs", "deu"])
    assert result.exit_code == 0
    assert result.output.splitlines()[-1].split()[:3] == ["all", "2/2", "100.0%"]


def test_lines_that_the_corpus_lacks_are_said(corpus: Path) -> None:
    result = CliRunner().invoke(main, ["recall", str(corpus), "--lines", "50-60"])
    assert "no lines 50-60" in str(result.exception)


def test_cases_count_a_number_only_with_its_currency(tmp_path: Path) -> None:
    folder = tmp_path / "NumberWithUnit" / "English"
    folder.mkdir(parents=True)
    wanted = [{"Resolution": {"value": "20", "isoCurrency": code}} for code in ("USD", "EUR")]
    found = [{"Input": "It costs $20.", "Results": [one]} for one in wanted]
    (folder / "CurrencyModel.json").write_text(json.dumps(found), encoding="utf-8")
    result = CliRunner().invoke(main, ["cases", str(tmp_path)])
    assert "1/2 50%" in result.output


@pytest.mark.slow
def test_translation_is_faster_than_argos_translate_by_itself() -> None:
    root = Path(__file__).parent.parent
    files = (root / "tests/tiny_argos/translate-en_es-1_0.argosmodel", root / "benchmarks/article.en.md")
    result = CliRunner().invoke(main, ["translation", *map(str, files)])
    assert result.exit_code == 0, result.output
    row = result.output.splitlines()[-1].split()
    assert row[:4] == ["en", "to", "es", "1,236"]
    assert float(row[-1]) > 2  # seven and more where nothing else runs
