"""factcheck translate CASE --update, and round trips: what a machine makes of a case, and what is recorded of it."""

from __future__ import annotations

import json
import shutil
from datetime import date
from pathlib import Path

import pytest

from command_line import Capture, factcheck
from factcheck import updating
from factcheck.files import write_text
from fake_engine import FakeEngine, use

ROOT = Path(__file__).parent.parent
SOURCE = "# News\n\nAcme raised at least US$7 billion in 2021.\n"
CASE = """# About this case
source = "article.en.md"

[translations.de]
origin = "machine" # by a machine
date = 2020-01-01

[translations.fr]
origin = "human"
"""


def say(text: str) -> str:
    known = {
        "News": "Nachrichten",
        "Acme raised at least US$7 billion in 2021.": "Acme sammelte 2021 7 Mio. Dollar ein.",
    }
    back = {"Nachrichten": "News", "Acme sammelte 2021 7 Mio. Dollar ein.": "Acme raised $7 million in 2021."}
    return (known | back)[text]


@pytest.fixture
def case(tmp_path: Path) -> Path:
    for name, text in {"article.en.md": SOURCE, "case.toml": CASE, "translations/fr.md": "# Info\n\nAcme."}.items():
        (tmp_path / "case" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "case" / name).write_text(text, "utf-8")
    return tmp_path / "case"


def test_a_translation_is_made_again_and_what_made_it_is_recorded(
    capsys: Capture, case: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = FakeEngine(say, name="first", pairs="en-pt")
    use(monkeypatch, first, FakeEngine(str, name="second", pairs="pt-de"))
    result = factcheck(capsys, "translate", case, "--update")
    assert (result.code, result.out) == (0, "")
    assert "de.md: made again, machine: first 2.0 en-pt, second 2.0 pt-de" in result.err
    assert (case / "translations/de.md").read_text("utf-8").startswith("# Nachrichten\n")
    recorded = 'engine = "first, second"\nversion = "2.0, 2.0"\nchain = "en-pt, pt-de"\n'
    text = (case / "case.toml").read_text("utf-8")
    assert text.replace(recorded, "") == CASE.replace("2020-01-01", date.today().isoformat())
    again = factcheck(capsys, "translate", case, "--update", "--to", "de")
    assert "de.md: as it was, machine: first 2.0" in again.err
    assert (case / "case.toml").read_text("utf-8") == text
    checked = factcheck(capsys, "check", case / "article.en.md", case / "translations/de.md")
    assert "scale-changed" in checked.out


def test_a_record_keeps_its_date_where_nothing_changed(
    capsys: Capture, case: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    use(monkeypatch, FakeEngine(say))
    factcheck(capsys, "translate", case, "--update")
    text = (case / "case.toml").read_text("utf-8").replace(date.today().isoformat(), "2024-08-05")
    (case / "case.toml").write_text(text, "utf-8")
    assert factcheck(capsys, "translate", case, "--update").code == 0
    assert (case / "case.toml").read_text("utf-8") == text


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--to", "fr"], "has no machine-made translation into fr"),
        (["--engine", "fkae"], "unknown engine 'fkae'"),
        (["--output", "x"], "--update takes everything from case.toml"),
    ],
)
def test_what_cannot_be_updated_is_said_and_nothing_written(
    capsys: Capture, case: Path, monkeypatch: pytest.MonkeyPatch, options: list[str], message: str
) -> None:
    use(monkeypatch, FakeEngine(say))
    result = factcheck(capsys, "translate", case, "--update", *options)
    assert result.code == 2
    assert message in result.err
    assert (case / "case.toml").read_text("utf-8") == CASE
    assert not (case / "translations/de.md").exists()


def test_nothing_is_written_outside_the_case(capsys: Capture, case: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (case / "case.toml").write_text(CASE.replace("date = 2020-01-01", 'file = "../victim.de.md"'), "utf-8")
    (case.parent / "victim.de.md").write_text("Mine.", "utf-8")
    monkeypatch.chdir(case.parent)  # where it may be read
    use(monkeypatch, FakeEngine(say))
    result = factcheck(capsys, "translate", case, "--update")
    assert result.code == 2
    assert "lies outside the case and is not written" in result.err
    assert (case.parent / "victim.de.md").read_text("utf-8") == "Mine."


def test_nothing_is_written_before_all_is_made(capsys: Capture, case: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = CASE.replace("human", "machine")
    (case / "case.toml").write_text(text, "utf-8")
    use(monkeypatch, FakeEngine(say))
    result = factcheck(capsys, "translate", case, "--update")
    assert result.code == 2
    assert "no engine here translates English into French" in result.err
    assert (case / "case.toml").read_text("utf-8") == text
    assert [path.name for path in (case / "translations").iterdir()] == ["fr.md"]


def test_who_is_stopped_halfway_leaves_no_record_that_is_untrue(
    capsys: Capture, case: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    both = CASE.replace("human", "machine").replace("date", 'version = "1.0" # of old\ndate')
    (case / "case.toml").write_text(both, "utf-8")
    (case / "translations/de.md").write_text("Alt.\n", "utf-8")
    use(monkeypatch, FakeEngine(say, pairs="en-de en-fr"))
    write = write_text

    def stopped(path: Path, text: str) -> None:
        if path.name == "fr.md":
            raise KeyboardInterrupt
        write(path, text)

    with monkeypatch.context() as patch:
        patch.setattr(updating, "write_text", stopped)
        assert factcheck(capsys, "translate", case, "--update").code == 130
    text = (case / "case.toml").read_text("utf-8")
    assert (case / "translations/de.md").read_text("utf-8").startswith("# Nachrichten")
    assert "date" not in text
    assert "version" not in text
    assert "# by a machine" in text
    assert "fr.md: made again" in factcheck(capsys, "translate", case, "--update").err
    text = (case / "case.toml").read_text("utf-8")
    assert text.count(f'version = "2.0"\nchain = "en-de"\ndate = {date.today().isoformat()}\n') == 1
    assert text.count("date = ") == 2


def test_what_made_it_in_the_end_is_recorded(capsys: Capture, case: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    use(monkeypatch, FakeEngine(broken, name="cheap"), FakeEngine(say, name="dear", rank=9))
    result = factcheck(capsys, "translate", case, "--update")
    assert result.code == 0
    assert "cheap failed: ValueError: no model" in result.err
    assert 'engine = "dear"' in (case / "case.toml").read_text("utf-8")


def broken(_: str) -> str:
    raise ValueError("no model")


def test_the_committed_translation_of_the_case_is_what_its_engine_makes(capsys: Capture, tmp_path: Path) -> None:
    case = ROOT / "claims" / "openai-founders"
    shutil.copytree(case, tmp_path / "case")
    result = factcheck(capsys, "translate", tmp_path / "case", "--update")
    assert result.code == 0
    assert "pt.md: as it was, machine: firefox 0." in result.err
    assert (tmp_path / "case/case.toml").read_bytes() == (case / "case.toml").read_bytes()


# Round trips


def test_a_round_trip_is_a_text_of_its_own(capsys: Capture, case: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    use(monkeypatch, FakeEngine(say))
    result = factcheck(capsys, "run", case, "--round-trip", "--output", case.parent / "out", "--format", "json")
    report = json.loads(result.out)
    assert result.code == 1
    assert [(text["article"]["lang"], text.get("back_from")) for text in report["translations"]] == [
        ("de", None),
        ("fr", None),
        ("en", "de"),
    ]
    assert report["translations"][1]["note"] == "no engine for a round trip"
    (found,) = [item for item in report["translations"][2]["findings"] if item["check"] == "scale-changed"]
    assert found["severity"] == "warning"
    assert (case.parent / "out/round-trip/de.en.md").read_text("utf-8") == "# News\n\nAcme raised $7 million in 2021.\n"
    shown = factcheck(capsys, "run", case, "--round-trip", "--output", case.parent / "out")
    assert "English, back from" in shown.out
    checked = factcheck(capsys, "validate", case.parent / "out/report.json")
    assert checked.code == 0


def test_only_what_concerns_claims_is_said_of_a_round_trip(
    capsys: Capture, case: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    use(monkeypatch, FakeEngine(str))
    result = factcheck(capsys, "run", case, "--round-trip", "--output", case.parent / "out", "--format", "json")
    assert json.loads(result.out)["translations"][2]["findings"] == []  # it is the source again, word for word
