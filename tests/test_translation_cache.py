"""The cache of translations: nothing is made twice, and nothing that is wrong with it stops a run."""

from __future__ import annotations

import logging
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from factcheck.articles import parse_article
from factcheck.errors import EngineError
from factcheck.translation import Cache, _cache, translate
from fake_engine import FakeEngine, use

ARTICLE = parse_article("One.\n\nTwo.\n\nThree.", "en")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "folder" / "t.sqlite3"


def test_what_is_known_is_not_asked_again(monkeypatch: pytest.MonkeyPatch, file: Path) -> None:
    fake = FakeEngine()
    use(monkeypatch, fake)
    first = translate(ARTICLE, "de", cache=Cache(file))
    assert translate(ARTICLE, "de", cache=Cache(file)) == first
    assert fake.asked == ["One.", "Two.", "Three."]
    translate(ARTICLE, "de")
    assert len(fake.asked) == 6


def test_another_version_model_or_pair_is_another_translation(monkeypatch: pytest.MonkeyPatch, file: Path) -> None:
    fake = FakeEngine(pairs="en-de en-fr")
    use(monkeypatch, fake)
    translate(ARTICLE, "de", cache=Cache(file))
    translate(ARTICLE, "fr", cache=Cache(file))
    monkeypatch.setattr(FakeEngine, "version", "3.0")
    translate(ARTICLE, "de", cache=Cache(file))
    monkeypatch.setattr(FakeEngine, "model", lambda *_: "other")
    translate(ARTICLE, "de", cache=Cache(file))
    assert len(fake.asked) == 12


def test_an_interrupted_run_loses_no_batch(monkeypatch: pytest.MonkeyPatch, file: Path) -> None:
    def make(text: str) -> str:
        if text == "Three.":
            raise KeyboardInterrupt
        return text.upper()

    use(monkeypatch, FakeEngine(make, batch=1))
    with pytest.raises(KeyboardInterrupt):
        translate(ARTICLE, "de", cache=Cache(file))
    again = FakeEngine()
    use(monkeypatch, again)
    assert translate(ARTICLE, "de", cache=Cache(file)).text == "ONE.\n\nTWO.\n\nTHREE."
    assert again.asked == ["Three."]


@pytest.mark.parametrize(
    "fault", ["not a database", "a folder", "a folder that is a file", "no such table", "read-only"]
)
def test_a_broken_cache_is_noted_once_and_stops_nothing(
    fault: str, monkeypatch: pytest.MonkeyPatch, file: Path, caplog: pytest.LogCaptureFixture
) -> None:
    if fault == "a folder that is a file":
        file.parent.write_text("")
    else:
        file.parent.mkdir()
    if fault == "not a database":
        file.write_text("hello " * 1000)
    elif fault == "a folder":
        file.mkdir()
    elif fault == "no such table":
        with sqlite3.connect(file) as connection:
            connection.execute("CREATE TABLE translations (other TEXT)")
        connection.close()
    elif fault == "read-only":
        monkeypatch.setattr(sqlite3, "connect", lambda *_, **__: _refuse())
    use(monkeypatch, FakeEngine(batch=1))
    with caplog.at_level(logging.WARNING, "factcheck"):
        made = translate(ARTICLE, "de", cache=Cache(file))
    assert made.text == "ONE.\n\nTWO.\n\nTHREE."
    assert [record.getMessage().split(":")[0] for record in caplog.records] == ["the cache of translations is not used"]


def _refuse() -> sqlite3.Connection:
    raise sqlite3.OperationalError("attempt to write a readonly database")


def test_what_was_used_longest_ago_goes_first(monkeypatch: pytest.MonkeyPatch, file: Path) -> None:
    cache, days = Cache(file, most_bytes=100), 0
    monkeypatch.setattr(_cache, "_now", lambda: days * 86_400 + 1)
    for days in range(1, 12):
        cache.put(["e"], {f"text {days}": "x" * 10})
    days = 30
    assert cache.get(["e"], ["text 1"]) == {"text 1": "x" * 10}
    cache.trim()
    kept = cache.get(["e"], [f"text {day}" for day in range(1, 12)])
    assert list(kept) == ["text 1", *(f"text {day}" for day in range(4, 12))]


def test_two_processes_write_at_once(file: Path) -> None:
    code = (
        "import sys\nfrom pathlib import Path\nfrom factcheck.translation import Cache\n"
        "cache = Cache(Path(sys.argv[1]))\n"
        "for n in range(100): cache.put(['e'], {f'{sys.argv[2]} {n}': 'made'})"
    )
    both = [subprocess.Popen([sys.executable, "-c", code, str(file), name], stderr=subprocess.PIPE) for name in "ab"]
    assert [process.communicate()[1] for process in both] == [b"", b""]
    assert len(Cache(file).get(["e"], [f"{name} {n}" for name in "ab" for n in range(100)])) == 200


def test_nothing_is_kept_of_what_failed(monkeypatch: pytest.MonkeyPatch, file: Path) -> None:
    use(monkeypatch, FakeEngine(lambda _: "LOSE"))
    with pytest.raises(EngineError):
        translate(ARTICLE, "de", cache=Cache(file))
    use(monkeypatch, FakeEngine())
    assert translate(ARTICLE, "de", cache=Cache(file)).text == "ONE.\n\nTWO.\n\nTHREE."


def test_the_folder_is_the_users_own(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("FACTCHECK_CACHE_DIR", str(tmp_path / "mine"))
    Cache().put(["e"], {"a": "b"})
    assert (tmp_path / "mine" / "translations.sqlite3").is_file()
    assert (tmp_path / "mine").stat().st_mode & 0o077 == 0
    assert (tmp_path / "mine" / "translations.sqlite3").stat().st_mode & 0o077 == 0


def test_without_the_extra_there_is_no_cache_and_no_harm(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.delenv("FACTCHECK_CACHE_DIR")
    monkeypatch.setitem(sys.modules, "platformdirs", None)
    use(monkeypatch, FakeEngine())
    assert translate(ARTICLE, "de", cache=Cache()).text == "ONE.\n\nTWO.\n\nTHREE."
    assert len(caplog.records) == 1
