"""A real LibreTranslate server with our packages, asked by our engine and our command."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

import real_libretranslate
from command_line import Capture, factcheck
from factcheck.models.store import Store
from factcheck.translation import libretranslate
from factcheck.translation.libretranslate import LibreTranslate
from tiny_argos import archive

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    home = tmp_path_factory.mktemp("libretranslate")
    store = Store(home / "argos" / "packages")
    with store.locked():
        for pair in (("en", "es"), ("es", "en")):
            store.install(archive(*pair))
    with real_libretranslate.running(store.home, home) as url:
        yield url


@pytest.fixture(autouse=True)
def server(url: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("LIBRETRANSLATE_URL", url)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    libretranslate._known.cache_clear()


def test_it_names_its_pairs_and_version() -> None:
    engine = LibreTranslate()
    assert engine.missing() == ""
    assert engine.pairs() == {("en", "es"), ("es", "en")}
    assert engine.version == real_libretranslate.VERSION


def test_it_keeps_facts_both_ways() -> None:
    (made,) = LibreTranslate().translate(["The service now has 250 million users."], "en", "es")
    assert "250 millones" in made
    (back,) = LibreTranslate().translate([made], "es", "en")
    assert "250 million" in back


def test_an_article_goes_through_it(tmp_path: Path, capsys: Capture) -> None:
    article = tmp_path / "article.en.md"
    article.write_text(
        "# The company was founded in 2015.\n\n"
        "It hired **1,250** engineers in 2019. The agreement was signed on August 5, 2024.\n"
    )
    made = factcheck(capsys, "translate", article, "--to", "es", "--engine", "libretranslate", "--output", tmp_path)
    assert made.code == 0, made.err
    assert all(fact in (tmp_path / "es.md").read_text() for fact in ("2015", "1.250", "5 de agosto de 2024"))
    assert factcheck(capsys, "check", article, tmp_path / "es.md").code == 0
