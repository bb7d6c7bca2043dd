"""Whatever is wrong when a text is to be translated: one clear line, exit 2, and nothing half-written."""

from __future__ import annotations

from pathlib import Path

import pytest

from command_line import Capture, Outcome, factcheck
from factcheck.articles import MAX_PARAGRAPH
from factcheck.errors import EngineError
from factcheck.translation import firefox
from factcheck.translation.apertium import Apertium
from factcheck.translation.firefox import Firefox
from fake_engine import FakeEngine, use


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "a.en.md"
    path.write_text("# News\n\nIt paid.\n", "utf-8")
    return path


def translated(capsys: Capture, article: Path, *options: object) -> Outcome:
    """The outcome of a run that must leave nothing behind."""
    result = factcheck(capsys, "translate", article, "--output", article.parent / "out", *options)
    assert result.out == ""
    assert len(result.err.splitlines()) == 1
    return result


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "holds no text"),
        ("\n\n \n", "holds no text"),
        ("---\ntitle: x\n---\n", "holds no text"),
        ("word " * 20_000, "a paragraph of 100,000 characters; the limit is 20,000 (break it into paragraphs)"),
        ("x" * 100_000, "a paragraph of 100,000 characters"),
    ],
    ids=["empty", "blank", "front matter alone", "100,000 characters", "one word of 100,000"],
)
def test_a_text_that_cannot_be_translated(
    capsys: Capture, article: Path, monkeypatch: pytest.MonkeyPatch, text: str, message: str
) -> None:
    use(monkeypatch, FakeEngine())
    article.write_text(text, "utf-8")
    result = translated(capsys, article, "--to", "de")
    assert result.code == 2
    assert message in result.err
    assert not (article.parent / "out").exists()


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--to", "fi"], "no engine here translates English into Finnish (from English there is: de; ask for more)"),
        (["--to", "xq"], "unknown language 'xq'"),
        (["--to", "de", "--engine", "nobody"], "unknown engine 'nobody'"),
        (["--to", "de", "--ledger", "none.json"], "none.json: no such file"),
    ],
)
def test_what_is_asked_for_and_not_there(
    capsys: Capture, article: Path, monkeypatch: pytest.MonkeyPatch, options: list[str], message: str
) -> None:
    use(monkeypatch, FakeEngine())
    result = translated(capsys, article, *options)
    assert result.code == 2
    assert message in result.err
    assert not (article.parent / "out").exists()


def test_the_other_languages_are_still_made(capsys: Capture, article: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    use(monkeypatch, FakeEngine())
    result = factcheck(capsys, "translate", article, "--output", article.parent / "out", "--to", "fi,de")
    assert result.code == 2
    assert [path.name for path in (article.parent / "out").iterdir()] == ["de.md"]


def test_words_are_kept_and_plain_text_stays_plain(
    capsys: Capture, article: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    use(monkeypatch, FakeEngine(lambda text: text.replace("Big Apple", "Großer Apfel")))
    plain, words = article.with_name("b.en.txt"), article.with_name("words.txt")
    plain.write_text("# The Big Apple grew.", "utf-8")
    words.write_text("# names\nBig Apple\n", "utf-8")
    options = ("--to", "de", "--output", article.parent / "out", "--do-not-translate", words)
    assert factcheck(capsys, "translate", plain, *options).code == 0
    assert (article.parent / "out/de.txt").read_text("utf-8") == "# The Big Apple grew.\n"


def test_an_engine_that_makes_far_too_much(capsys: Capture, article: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    use(monkeypatch, FakeEngine(lambda _: "all work and no play " * MAX_PARAGRAPH))
    result = translated(capsys, article, "--to", "de")
    assert result.code == 2
    assert "fake made a text that cannot be read: a paragraph of" in result.err
    assert not (article.parent / "out").exists()


def test_a_file_that_is_there_stays(capsys: Capture, article: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    use(monkeypatch, FakeEngine())
    (article.parent / "out").mkdir()
    (article.parent / "out/de.md").write_text("mine")
    assert "is there already (--force replaces it)" in translated(capsys, article, "--to", "de").err
    assert (article.parent / "out/de.md").read_text() == "mine"


def test_a_model_of_firefox_that_vanished(
    capsys: Capture, article: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    engine, (folder, *_) = Firefox(), firefox._models().values()
    gone = tmp_path / folder.name
    gone.mkdir()
    for path in folder.iterdir():
        (gone / path.name).symlink_to(tmp_path / "nothing")
    use(monkeypatch, engine)
    monkeypatch.setattr(firefox, "_models", lambda: {("en", "pt"): gone})
    result = translated(capsys, article, "--to", "pt")
    assert result.code == 2
    assert "firefox failed: [Errno 2] No such file or directory" in result.err
    assert "reinstall it" in result.err


def test_a_mode_of_apertium_that_vanished(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("APERTIUM_DATADIR", str(tmp_path))
    with pytest.raises(EngineError, match="apertium has no pair from 'en' to 'es'"):
        Apertium().translate(["a"], "en", "es")


def test_engines_lists_what_is_there_and_what_is_missing(capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    use(monkeypatch, FakeEngine(pairs="en-de en-fr de-en"), FakeEngine(name="other", lacks="get other"))
    head, first, second = factcheck(capsys, "engines").out.splitlines()
    assert head.split() == ["Engine", "Version", "State", "Pairs", "More"]
    assert first.split(maxsplit=3)[3].startswith("de to en; en to de, fr")
    assert "get other" in second


def test_engines_says_what_all_of_them_need(capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    use(monkeypatch, FakeEngine())
    assert factcheck(capsys, "engines").err == ""
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    assert "no engine can translate without sentencex: pip install" in factcheck(capsys, "engines").err


def test_engines_shows_the_way(capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    use(monkeypatch, FakeEngine(pairs="en-pt pt-es es-pt-BR es-en", rank=10))
    rows = factcheck(capsys, "engines", "--from", "en-GB").out.splitlines()
    assert [row.split()[0] for row in rows] == ["To", "es", "pt"]
    assert rows[1].endswith("fake 2.0 en-pt, fake 2.0 pt-es")
    assert factcheck(capsys, "engines", "--from", "en", "--to", "es").out.split() == [
        *rows[0].split(),
        *rows[1].split(),
    ]
    assert factcheck(capsys, "engines", "--to", "es").code == 2
    assert factcheck(capsys, "engines", "--from", "de").err == "no engine here translates German\n"
    assert (
        "no engine here translates German into Spanish"
        in factcheck(capsys, "engines", "--from", "de", "--to", "es").err
    )
