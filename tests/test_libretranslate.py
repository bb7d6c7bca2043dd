"""LibreTranslate over HTTP: what is asked, and every way in which a server can fail."""

from __future__ import annotations

import socket
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from command_line import Capture, factcheck
from factcheck.errors import EngineError
from factcheck.translation import _http, libretranslate
from factcheck.translation.libretranslate import LibreTranslate
from libre_server import LibreServer, serving


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[LibreServer]:
    libretranslate._known.cache_clear()
    with serving() as server:
        monkeypatch.setenv("LIBRETRANSLATE_URL", f"{server.url}/")
        yield server


@pytest.fixture(autouse=True)
def pauses(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The pauses that would have been made."""
    made: list[float] = []
    monkeypatch.setattr(_http, "sleep", made.append)
    return made


def test_it_lists_and_translates(server: LibreServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LIBRETRANSLATE_API_KEY", "k")
    engine = LibreTranslate()
    assert (engine.missing(), engine.version) == ("", "1.9.6")
    assert engine.pairs() == {("en", "de"), ("en", "zh"), ("en", "pt-BR")}
    assert engine.translate(["a", "b"], "en", "zh") == ["A", "B"]
    asked = {"q": ["a", "b"], "source": "en", "target": "zh-Hans", "format": "text", "api_key": "k"}
    assert server.asked[-1] == ("/translate", asked)
    assert [path for path, _ in server.asked].count("/languages") == 1


def test_many_sentences_go_in_batches_and_a_long_one_in_clauses(server: LibreServer) -> None:
    many = [f"sentence {number}" for number in range(70)]
    long = " ".join(["seven words stand here, and more;"] * 3000)  # 100,000 characters
    assert LibreTranslate().translate([*many, long], "en", "de") == [text.upper() for text in [*many, long]]
    batches = [asked["q"] for _, asked in server.asked if asked]
    assert all(len(batch) <= 32 and all(len(text) < 1000 for text in batch) for batch in batches)


@pytest.mark.parametrize("status", [429, 500, 502, 503])
def test_a_busy_server_is_asked_again(server: LibreServer, pauses: list[float], status: int) -> None:
    server.answers = [(status, {}, {"error": "busy"}), (status, {"Retry-After": "7"}, {"error": "busy"})]
    assert LibreTranslate().translate(["a"], "en", "de") == ["A"]
    assert pauses == [0.5, 7.0]


def test_a_server_that_stays_busy_is_named(server: LibreServer, pauses: list[float]) -> None:
    server.answers = [(429, {}, {"error": "Too many requests"})] * 9
    with pytest.raises(EngineError, match=r"translate answers 429: Too many requests \(try again later\)"):
        LibreTranslate().translate(["a"], "en", "de")
    assert pauses == [0.5, 1.0, 2.0, 4.0]
    server.answers = [(503, {"Retry-After": "86400"}, b"<html>")]
    with pytest.raises(EngineError, match="answers 503: Service Unavailable"):
        LibreTranslate().translate(["a"], "en", "de")


@pytest.mark.parametrize(
    ("status", "headers", "body", "message"),
    [
        (200, {}, b"<html>hello", "does not answer in JSON"),
        (200, {}, b"[" * 100_000, "does not answer in JSON"),
        (200, {}, {"translatedText": "A"}, "answers with no list of texts"),
        (200, {}, {"translatedText": [1]}, "answers with no list of texts"),
        (200, {}, ["A"], "answers with no list of texts"),
        (200, {}, {"translatedText": ["A", "B"]}, "answers with 2 texts for 1"),
        (200, {}, {"translatedText": ["A" * 5000]}, "a text that is far too long"),
        (400, {}, {"error": "de is not supported"}, "answers 400: de is not supported"),
        (403, {}, {"error": "Invalid API key"}, "answers 403: Invalid API key .check LIBRETRANSLATE_API_KEY"),
        (302, {"Location": "http://127.0.0.1:1/"}, b"", "redirects to another place"),
        (200, {"Content-Length": "900"}, b'{"transl', "does not answer in JSON"),
    ],
)
def test_a_wrong_answer_is_an_engine_error(
    server: LibreServer, status: int, headers: dict[str, str], body: object, message: str
) -> None:
    server.answers = [(status, headers, body)] * 9
    with pytest.raises(EngineError, match=message):
        LibreTranslate().translate(["a"], "en", "de")


def test_a_slow_server_is_left(server: LibreServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(libretranslate, "_TIMEOUT", 0.2)
    server.answers = [30.0]
    start = time.monotonic()
    with pytest.raises(EngineError, match="does not answer: timed out"):
        LibreTranslate().translate(["a"], "en", "de")
    assert time.monotonic() - start < 5


@pytest.mark.parametrize("languages", [{}, [{"code": 1, "targets": []}], [{"code": "en"}], [1], "x"])
def test_a_server_of_another_kind_is_not_ready(server: LibreServer, languages: object) -> None:
    server.languages = languages
    assert "is LIBRETRANSLATE_URL a LibreTranslate server?" in LibreTranslate().missing()
    assert LibreTranslate().pairs() == frozenset()


def test_a_server_that_is_not_there_is_said_at_once(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: Capture
) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        monkeypatch.setenv("LIBRETRANSLATE_URL", f"http://127.0.0.1:{free.getsockname()[1]}")
    (tmp_path / "a.en.md").write_text("Text.")
    asked = ("translate", tmp_path / "a.en.md", "--to", "de", "--output", tmp_path / "out")
    result = factcheck(capsys, *asked, "--engine", "libretranslate")
    assert (result.code, result.out) == (2, "")
    assert "the engine libretranslate is not ready" in result.err
    assert "does not answer: Connection refused (is the server running" in result.err
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    "url", ["ftp://x", "localhost:5000", "http://", "http://a:port", "http://a:99999", "http://[::1", "me:s3cret@a"]
)
def test_what_is_no_url_is_said(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LIBRETRANSLATE_URL", url)
    assert "LIBRETRANSLATE_URL is no URL" in LibreTranslate().missing()
    assert "s3cret" not in LibreTranslate().missing()


def test_a_password_in_the_url_is_sent_and_never_shown(server: LibreServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LIBRETRANSLATE_URL", server.url.replace("//", "//me:s3cret@"))
    assert LibreTranslate().translate(["a"], "en", "de") == ["A"]
    assert server.secrets[-1] == "Basic bWU6czNjcmV0"
    server.answers = [(400, {}, {"error": "no"})]
    with pytest.raises(EngineError, match=r"^http://127\.0\.0\.1:\d+/translate answers 400: no$"):
        LibreTranslate().translate(["a"], "en", "de")


def test_without_a_server_nothing_is_asked() -> None:
    assert LibreTranslate().missing().startswith("no server is named: set LIBRETRANSLATE_URL")
    assert (LibreTranslate().pairs(), LibreTranslate().version) == (frozenset(), "")
    with pytest.raises(EngineError, match="no pair from 'en' to 'de'"):
        LibreTranslate().translate(["a"], "en", "de")


def test_the_command_line_names_a_server(server: LibreServer, monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    monkeypatch.setenv("LIBRETRANSLATE_URL", "http://127.0.0.1:1")
    shown = factcheck(capsys, "engines", "--libretranslate", server.url)
    (row,) = [line for line in shown.out.splitlines() if line.startswith("libretranslate")]
    assert row.split()[1:4] == ["1.9.6", "ready", "en"]
