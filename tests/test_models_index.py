"""Packages from an index over loopback: what a client may rely on when the server fails it."""

from __future__ import annotations

import hashlib
import json
import os
import time
from collections.abc import Iterator
from http.client import HTTPMessage
from io import BytesIO
from pathlib import Path
from urllib.request import Request

import pytest

from command_line import Capture, Outcome, factcheck
from factcheck.errors import ModelError
from factcheck.models import web
from factcheck.models.download import download
from factcheck.models.index import _index, index_url, read_index
from factcheck.models.installed import installed
from package_server import PackageServer, serving
from packages import TOP, metadata, package

NAME = f"{TOP}.argosmodel"


@pytest.fixture
def server() -> Iterator[PackageServer]:
    with serving() as state:
        yield state


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, server: PackageServer) -> Path:
    """An empty folder of packages, and the server as the index."""
    for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    for name in ("http_proxy", "HTTP_PROXY", "https_proxy", "HTTPS_PROXY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(tmp_path / "argos" / "packages"))
    monkeypatch.setenv("ARGOS_PACKAGE_INDEX", f"{server.url}/")
    monkeypatch.setattr("factcheck.models.download._PAUSE", 0.01)
    return tmp_path / "argos" / "packages"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A package of 300 KB."""
    return package(tmp_path, noise=os.urandom(300_000))


def kept(home: Path) -> list[str]:
    """What is kept of downloads."""
    return sorted(path.name for path in (home.parent / ".packages.factcheck" / "downloads").iterdir())


def install(capsys: Capture, *more: object) -> Outcome:
    return factcheck(capsys, "models", "install", "en_es", "--timeout", "5", *more)


# What goes well


def test_available_install_upgrade(server: PackageServer, file: Path, capsys: Capture, tmp_path: Path) -> None:
    server.offer(file, package(tmp_path, "es", "en"))
    listed = factcheck(capsys, "models", "available")
    assert [line.split()[:5] for line in listed.out.splitlines()[1:]] == [
        ["en_es", "English", "to", "Spanish", "1.0"],
        ["es_en", "Spanish", "to", "English", "1.0"],
    ]
    result = factcheck(capsys, "models", "install", "en_es", "es_en")
    assert (result.code, len(installed())) == (0, 2)
    server.seen.clear()
    assert "is installed already" in install(capsys).err
    assert server.seen == [("/index.json", "")]
    server.offer(file, package(tmp_path, version="1.10"), package(tmp_path, version="1.9"))
    assert factcheck(capsys, "models", "available", "es").out.split()[-2:] == ["1.10", "1.0"]
    assert "installed en_es 1.10" in install(capsys).err
    assert {package.name: package.version for package in installed()} == {"en_es": "1.10", "es_en": "1.0"}


def test_a_checksum_of_the_index_is_compared(server: PackageServer, file: Path, capsys: Capture, home: Path) -> None:
    server.offer(file, sha256="0" * 64)
    result = install(capsys)
    assert (result.code, "its SHA-256 is another" in result.err) == (2, True)
    assert (installed(), kept(home)) == ([], [])
    server.offer(file, sha256=hashlib.sha256(file.read_bytes()).hexdigest().upper())
    assert install(capsys).code == 0
    assert (len(installed()), kept(home)) == (1, [])


def test_links_may_be_relative_and_redirect(server: PackageServer, file: Path, capsys: Capture) -> None:
    server.offer(file, links=["moved"])
    server.moved["/moved"] = f"/{NAME}"
    assert install(capsys).code == 0


def test_the_next_link_is_tried(server: PackageServer, file: Path, capsys: Capture) -> None:
    server.offer(file, links=[f"{server.url}/gone", f"{server.url}/{NAME}"])
    assert install(capsys).code == 0


def test_progress_tells_bytes(server: PackageServer, file: Path, tmp_path: Path) -> None:
    server.offer(file)
    seen: list[tuple[int, int]] = []
    offer = read_index(index_url()).best(("en", "es"))
    assert download(offer, tmp_path, progress=lambda *told: seen.append(told)).read_bytes() == file.read_bytes()
    size = file.stat().st_size
    assert seen == sorted(seen)
    assert seen[-1] == (size, size)


# A connection that breaks


def test_a_cut_connection_is_taken_up_again(server: PackageServer, file: Path, capsys: Capture, home: Path) -> None:
    server.offer(file)
    server.cuts = [10**6, 100_000, 50_000]  # the index comes whole
    assert install(capsys).code == 0
    assert [asked for path, asked in server.seen if path != "/index.json"] == ["", "bytes=100000-", "bytes=150000-"]
    assert kept(home) == []


def test_the_next_run_goes_on(server: PackageServer, file: Path, capsys: Capture, home: Path) -> None:
    server.offer(file)
    server.cuts = [10**6, 100_000, 10, 10]
    result = install(capsys)
    assert result.code == 2
    assert "the connection broke (97 KB are kept, and the next try goes on from there)" in result.err
    assert kept(home) == ["en_es-1.0.argosmodel.json", "en_es-1.0.argosmodel.part"]
    server.seen.clear()
    assert install(capsys).code == 0
    assert server.seen[-1] == (f"/{NAME}", "bytes=100020-")
    assert kept(home) == []


def test_another_file_is_fetched_anew(server: PackageServer, file: Path, capsys: Capture, tmp_path: Path) -> None:
    server.offer(file)
    server.cuts = [10**6, 100_000, 10, 10]
    install(capsys)
    server.offer(package(tmp_path, noise=os.urandom(300_000)))
    assert install(capsys).code == 0
    assert factcheck(capsys, "models", "verify").code == 0


def test_a_truncated_file_is_not_kept(server: PackageServer, file: Path, capsys: Capture, home: Path) -> None:
    server.offer(file)
    server.sized, server.cuts = False, [10**6, 100_000]
    result = install(capsys)
    assert (result.code, "only the beginning of one" in result.err) == (2, True)
    assert (installed(), kept(home)) == ([], [])
    assert install(capsys).code == 0


def test_a_package_for_other_languages_is_refused(server: PackageServer, file: Path, capsys: Capture) -> None:
    server.offer(file, to_code="fr")
    result = factcheck(capsys, "models", "install", "en_fr")
    assert (result.code, "is a package for en_es, not for en_fr" in result.err) == (2, True)
    assert installed() == []


# Servers that answer wrongly, slowly, or not at all


@pytest.mark.parametrize(("status", "said"), [(404, "404 Not Found"), (500, "500 Internal Server Error"), (429, "429")])
def test_an_error_of_the_server_is_said(
    server: PackageServer, file: Path, capsys: Capture, status: int, said: str
) -> None:
    server.offer(file)
    server.status[f"/{NAME}"] = status
    result = install(capsys)
    assert (result.code, f"{NAME}: the server answered {said}" in result.err) == (2, True)
    server.status["/index.json"] = status
    result = factcheck(capsys, "models", "available")
    assert (result.code, f"index.json: the server answered {said}" in result.err) == (2, True)


def test_without_a_network_it_says_so_at_once(capsys: Capture) -> None:
    started = time.monotonic()
    result = factcheck(capsys, "models", "available", "--index", "http://127.0.0.1:9/")
    assert time.monotonic() - started < 3
    assert result.code == 2
    assert "cannot be reached: Connection refused" in result.err
    assert "factcheck models install FILE.argosmodel" in result.err


def test_a_slow_server_is_left(server: PackageServer, file: Path, capsys: Capture) -> None:
    server.offer(file)
    server.delay = 1
    result = factcheck(capsys, "models", "available", "--timeout", "0.2")
    assert (result.code, "within 0.2 seconds" in result.err) == (2, True)


def test_a_server_that_drips_is_left(server: PackageServer, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(web, "_PATIENCE", 0.1)
    server.offer(file)
    server.drip = 0.05
    with pytest.raises(ModelError, match=r"only \d+ bytes came in 0 seconds"):
        read_index(f"{server.url}/index.json")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"<html>", "is no JSON"),
        (b"{}", "holds no list"),
        (b"[" * 100_000, "is no JSON"),
        (b"[]", "lists no package"),
        (b"\xff\xfe", "is no JSON"),
        (b" " * (17 << 20), "is larger than 16 MB"),
    ],
)
def test_what_is_no_index_is_said(server: PackageServer, capsys: Capture, data: bytes, said: str) -> None:
    server.files["/index.json"] = data
    result = factcheck(capsys, "models", "available")
    assert (result.code, said in result.err) == (2, True)


def test_entries_are_checked_one_by_one(server: PackageServer, capsys: Capture) -> None:
    good = {**metadata(), "links": ["x.argosmodel", "ipfs://x", 7]}
    bad: list[object] = [
        None,
        [],
        metadata(),
        {**good, "links": "http://x"},
        {**good, "links": ["file:///etc/passwd", "ftp://x/y", "http://[x"]},
        {**good, "from_code": "xq"},
        {**good, "package_version": "1.0; rm"},
        {**good, "type": "sbd"},
        {**good, "sha256": "12"},
    ]
    server.files["/index.json"] = json.dumps([good, *bad]).encode()
    read = read_index(index_url())
    assert [offer.links for offer in read.offers] == [(f"{server.url}/x.argosmodel",)]
    assert read.left_out == len(bad)
    assert f"{len(bad)} entries of the index were left out" in factcheck(capsys, "models", "available").err


def test_a_pair_that_is_not_offered_is_said(server: PackageServer, file: Path, capsys: Capture, tmp_path: Path) -> None:
    server.offer(file, package(tmp_path, "fr", "de"))
    result = factcheck(capsys, "models", "install", "en_fr", "en_es")
    assert (
        result.code,
        "no package en_fr is offered (there are: en_es, fr_de)" in result.err.replace("index.json: ", ""),
    ) == (2, True)
    assert len(installed()) == 1


@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/passwd",
        "ftp://x/",
        "/etc",
        "http://",
        "http://a b/",
        "http://[x",
        "x",
        f"http://{'a' * 70}/",
        "http://a:99999/",
    ],
)
def test_only_http_is_asked(url: str, capsys: Capture) -> None:
    result = factcheck(capsys, "models", "available", "--index", url)
    assert (result.code, "is no http or https address" in result.err) == (2, True)


def test_a_redirect_leads_to_no_file(server: PackageServer, capsys: Capture) -> None:
    server.moved["/index.json"] = "file:///etc/passwd"
    result = factcheck(capsys, "models", "available")
    assert (result.code, "index.json" in result.err) == (2, True)


def test_a_redirect_never_leaves_https() -> None:
    asked, headers = Request("https://a.example/x"), HTTPMessage()
    redirected = web._Redirects().redirect_request(asked, BytesIO(), 302, "", headers, "https://b.example/x")
    assert redirected is not None
    with pytest.raises(ModelError, match="redirects from https to http"):
        web._Redirects().redirect_request(asked, BytesIO(), 302, "", headers, "http://b.example/x")


def test_a_password_goes_to_its_server_only_and_is_never_shown(
    server: PackageServer, file: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.offer(file, links=[NAME])
    monkeypatch.setenv("ARGOS_PACKAGE_INDEX", server.url.replace("//", "//me:s3cret%21@"))
    with serving() as elsewhere:
        server.moved[f"/{NAME}"] = f"{elsewhere.url}/{NAME}"
        assert install(capsys).code == 2
        assert server.secrets == ["Basic bWU6czNjcmV0IQ=="] * 2
        assert elsewhere.secrets == [""]
    del server.moved[f"/{NAME}"]
    assert install(capsys).code == 0
    (package,) = installed()
    assert json.loads((package.folder / "factcheck.json").read_text())["source"] == f"{server.url}/{NAME}"
    server.files.clear()
    said = factcheck(capsys, "models", "available").err
    assert "answered 404" in said
    assert "s3cret" not in said


def test_an_index_by_https_leads_to_https_only() -> None:
    entry = {**metadata(), "links": ["http://a.example/x", "https://a.example/y", "z"]}
    (offer,) = _index([entry], "https://b.example/index.json").offers
    assert offer.links == ("https://a.example/y", "https://b.example/z")


def test_a_package_that_is_too_large_is_left(
    server: PackageServer, file: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch, home: Path
) -> None:
    monkeypatch.setattr("factcheck.models.download.MOST", 1000)
    server.offer(file)
    assert "is larger than" in install(capsys).err
    server.sized = False
    assert "is larger than" in install(capsys).err
    assert (installed(), kept(home)) == ([], ["en_es-1.0.argosmodel.json"])


def test_the_index_is_argos_own_setting(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert index_url("http://a.example/mirror") == "http://a.example/mirror/index.json"
    assert index_url("http://a.example/mirror?key=k") == "http://a.example/mirror/index.json?key=k"
    assert index_url("http://a.example/other.json") == "http://a.example/other.json"
    monkeypatch.setenv("ARGOS_PACKAGE_INDEX", "http://b.example/")
    assert index_url() == "http://b.example/index.json"
    monkeypatch.delenv("ARGOS_PACKAGE_INDEX")
    settings = tmp_path / "home" / "argos-translate" / "settings.json"
    settings.parent.mkdir(parents=True)
    settings.write_text(json.dumps({"ARGOS_PACKAGE_INDEX": "http://c.example/"}))
    assert index_url() == "http://c.example/index.json"
    settings.write_text("{")
    assert index_url().startswith("https://")
