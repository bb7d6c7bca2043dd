"""The server of a review, without a browser: who may ask, what is written, and that nobody's work is lost."""

from __future__ import annotations

import errno
import json
import os
import signal
import subprocess
import sys
import threading
import urllib.request
from pathlib import Path
from typing import Any

import pytest
from werkzeug.test import Client

from command_line import Capture, factcheck
from factcheck import records
from factcheck.review import Server
from review_case import ENGLISH, TEXTS, make_case, session


class Page:
    """What the page in a browser would ask."""

    def __init__(self, server: Server) -> None:
        self.client, self.server = Client(server), server
        self.home = f"http://127.0.0.1:{server.port}"

    def get(self, path: str = "", **headers: str) -> Any:
        return self.client.get(f"/{self.server.token}/{path}", base_url=self.home, headers=headers)

    def post(self, path: str, body: object, **headers: str) -> Any:
        headers = {"Origin": self.home, **headers}
        return self.client.post(f"/{self.server.token}/{path}", base_url=self.home, headers=headers, json=body)

    def decide(self, state: str, *keys: str, reason: str = "R", seen: dict[str, Any] | None = None) -> Any:
        body = {"fingerprints": keys, "state": state, "reason": reason, "seen": seen or dict.fromkeys(keys)}
        return self.post("decide", body)

    def open(self, lang: str = "") -> list[str]:
        return [f.fingerprint for f in self.server.session.report.findings() if lang in ("", f.lang)]


@pytest.fixture
def case(tmp_path: Path) -> Path:
    return make_case(tmp_path / "case")


@pytest.fixture
def page(case: Path) -> Page:
    return Page(_server(case))


def _server(case: Path, author: str = "Ada") -> Server:
    server = Server(session(case, author))
    server.close()  # the tests ask it as WSGI
    return server


def held(case: Path) -> dict[str, str]:
    """Fingerprint to state."""
    return {key: str(made.state) for key, made in records.read_decisions(case / "decisions.json").items()}


def test_the_page_is_the_report_and_says_what_it_may_do(page: Page) -> None:
    answer = page.get()
    assert answer.status_code == 200
    assert all(key in answer.text for key in page.open())
    assert "connect-src &#39;self&#39;" in answer.text
    assert "unsafe" not in answer.text
    assert answer.headers["Content-Security-Policy"] == "frame-ancestors 'none'"
    for name, value in {"Cache-Control": "no-store", "Referrer-Policy": "no-referrer"}.items():
        assert answer.headers[name] == value
    assert page.get("state").headers["Content-Security-Policy"].startswith("default-src 'none'")


@pytest.mark.parametrize("path", ["", "x/", "{wrong}/", "{token}x/", "{token}", "favicon.ico", "é/"])
def test_nothing_is_there_without_the_token(page: Page, path: str) -> None:
    path = path.format(wrong="A" * len(page.server.token), token=page.server.token)
    answer = page.client.get(f"/{path}", base_url=page.home)
    assert answer.status_code == (200 if path == page.server.token else 404)


@pytest.mark.parametrize("host", ["a.example", "a.example:{port}", "127.0.0.1:1", "127.0.0.1.a.example:{port}"])
def test_nothing_is_there_under_another_name(page: Page, host: str) -> None:
    host = host.format(port=page.server.port)
    assert page.client.get(f"/{page.server.token}/", base_url=f"http://{host}").status_code == 404


@pytest.mark.parametrize("headers", [{"Origin": "http://evil.example"}, {"Origin": "null"}, {"Origin": ""}])
def test_only_the_page_itself_may_write(page: Page, case: Path, headers: dict[str, str]) -> None:
    body = {"fingerprints": page.open(), "state": "to-fix", "reason": "", "seen": {}}
    assert page.post("decide", body, **headers).status_code == 409
    path = f"/{page.server.token}/decide"
    form = page.client.post(path, base_url=page.home, headers={"Origin": page.home}, data={"a": "b"})
    assert form.status_code == 409
    assert not (case / "decisions.json").exists()


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("decide", []),
        ("decide", {"fingerprints": "a", "state": "accepted", "reason": "R", "seen": {}}),
        ("decide", {"fingerprints": [], "state": "gone", "reason": "R", "seen": {}}),
        ("decide", {"fingerprints": [{}], "state": "accepted", "reason": "R", "seen": {}}),
        ("decide", {"fingerprints": ["0" * 16], "state": "accepted", "reason": "R", "seen": {"0": 1}}),
        ("restore", {"decisions": {"x": {}}, "seen": {}}),
        ("restore", {"decisions": {"0" * 16: {"state": "accepted"}}, "seen": {}}),
        ("edit", {"text": True, "segment": 0, "old": "", "new": ""}),
        ("edit", {"text": 99, "segment": 0, "old": "", "new": ""}),
        ("edit", {"text": -1, "segment": 0, "old": "", "new": ""}),
        ("edit", {"text": 0, "segment": -1, "old": "", "new": ""}),
    ],
)
def test_what_the_page_would_not_send_is_refused_in_words(page: Page, case: Path, path: str, body: object) -> None:
    answer = page.post(path, body)
    assert answer.status_code == 409
    assert answer.json["error"]
    assert not (case / "decisions.json").exists()


def test_bodies_are_bounded(page: Page) -> None:
    answer = page.post("decide", {"reason": "x" * (5 << 20)})
    assert answer.status_code == 413
    assert page.post("nothing", {}).status_code == 404
    assert page.get("decide").status_code == 404


def test_accept_reopen_and_restore(page: Page, case: Path) -> None:
    keys = page.open("de")
    answer = page.decide("accepted", *keys, reason=" It  may. ").json
    assert answer["conflicts"] == []
    assert answer["decisions"][keys[0]]["said"].startswith("Ada, 2")
    assert held(case) == dict.fromkeys(keys, "accepted")
    assert {made.reason for made in page.server.session.decisions.values()} == {"It may."}
    before = {key: item["record"] for key, item in answer["decisions"].items()}
    assert page.decide("open", *keys, seen=before).json["decisions"] == dict.fromkeys(keys)
    assert held(case) == {}
    again = page.post("restore", {"decisions": before, "seen": dict.fromkeys(keys)}).json["decisions"]
    assert {key: item["record"] for key, item in again.items()} == before
    assert page.decide("accepted", keys[0], reason=" ").status_code == 409


def test_two_reviewers_lose_nothing(page: Page, case: Path) -> None:
    other = Page(_server(case, "Eve"))
    first, second, third, *_ = page.open()
    page.decide("accepted", first)
    other.decide("to-fix", second)
    assert held(case) == {first: "accepted", second: "to-fix"}
    answer = other.decide("to-fix", first, third).json
    assert answer["conflicts"] == [first]
    assert answer["decisions"][first]["record"]["author"] == "Ada"
    assert held(case) == {first: "accepted", second: "to-fix", third: "to-fix"}
    seen = {first: answer["decisions"][first]["record"]}
    assert other.decide("to-fix", first, seen=seen).json["conflicts"] == []
    told = page.get("state?revision=old").json
    assert {item["record"]["author"] for item in told["decisions"].values()} == {"Eve"}
    assert "decisions" not in page.get(f"state?revision={told['revision']}").json


def test_many_at_once_lose_nothing(case: Path) -> None:
    pages = [Page(_server(case, name)) for name in ("Ada", "Eve", "Joe")]
    keys = pages[0].open()
    threads = [threading.Thread(target=pages[i % 3].decide, args=("to-fix", key)) for i, key in enumerate(keys)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(held(case)) == sorted(keys)


def edit(page: Page, key: str, change: tuple[str, str], number: int) -> Any:
    found = page.get(f"block?text={number}&fingerprint={key}").json
    body = {"text": number, "segment": found["segment"], "old": found["block"]}
    return page.post("edit", {**body, "new": found["block"].replace(*change)})


def number_of(page: Page, lang: str) -> int:
    return [text.article.lang for text in page.server.session.report.translations].index(lang)


def test_an_edit_is_written_and_checked_at_once(page: Page, case: Path) -> None:
    scale, number = page.open("de")
    answer = edit(page, number, ("251", "250"), number_of(page, "de"))
    assert answer.json["found"] == "nothing is found here any more."
    assert (case / "translations/de.md").read_text() == TEXTS["de"].replace("251", "250")
    assert page.open("de") == [scale]
    answer = edit(page, scale, ("7 Millionen", "70 Millionen"), number_of(page, "de"))
    assert answer.json["found"] == "found here now: scale-changed."
    assert page.get(f"block?text=0&fingerprint={scale}").status_code == 409


def test_an_edit_lapses_the_decision_of_its_place_alone(page: Page, case: Path) -> None:
    scale, number = page.open("de")
    page.decide("accepted", scale, number)
    edit(page, number, ("Leute", "Menschen"), number_of(page, "de"))
    report = page.server.session.report
    assert [made.fingerprint for made in report.lapsed] == [number]
    assert [made.fingerprint for made in report.decisions] == [scale]
    assert "1 decision no longer applies" in page.get().text
    assert held(case) == {scale: "accepted", number: "accepted"}


def test_an_edit_is_refused_where_the_paragraph_changed_meanwhile(page: Page, case: Path) -> None:
    key, path = page.open("de")[1], case / "translations/de.md"
    found = page.get(f"block?text={number_of(page, 'de')}&fingerprint={key}").json
    changed = TEXTS["de"].replace("251 Leute", "252 Leute")
    path.write_text(changed)
    body = {"text": number_of(page, "de"), "segment": found["segment"], "old": found["block"], "new": "Neu."}
    answer = page.post("edit", body)
    assert (answer.status_code, path.read_text()) == (409, changed)
    assert "changed meanwhile" in answer.json["error"]


def test_what_another_program_writes_is_taken_over(page: Page, case: Path) -> None:
    before = page.get("state").json
    (case / "translations/de.md").write_text(TEXTS["de"].replace("251", "250"))
    after = page.get("state").json
    assert before["texts"] != after["texts"]
    assert len(page.open("de")) == 1
    (case / "article.en.md").write_text(ENGLISH.replace("billion", "million"))
    assert page.get("state").json["texts"] != after["texts"]
    assert page.open() == []
    after = page.get("state").json
    (case / "translations/de.md").write_text("")  # in the middle of being written
    assert page.get("state").json["texts"] == after["texts"]


def test_a_file_broken_by_a_merge_is_said_and_left_alone(page: Page, case: Path, capsys: Capture) -> None:
    path = case / "decisions.json"
    broken = '{\n  "version": 1,\n<<<<<<< ours\n  "decisions": {}\n}\n'
    path.write_text(broken)
    for answer in (page.get("state"), page.decide("to-fix", *page.open())):
        assert answer.status_code == 409
        assert "line 3: a merge left its marks" in answer.json["error"]
    assert (page.get().status_code, page.get().mimetype) == (409, "text/plain")
    assert "line 3: a merge left its marks" in page.get().text
    assert path.read_text() == broken
    result = factcheck(capsys, "review", case, "--no-browser")
    assert (result.code, "line 3: a merge left its marks" in result.err) == (2, True)


def test_a_text_that_cannot_be_read_is_named_and_stays_as_it_was(page: Page, case: Path) -> None:
    path, before = case / "translations/de.md", page.get("state").json
    assert (before["unread"], before["gone"]) == ([], True)
    path.unlink()
    after = page.get("state").json
    assert after["texts"] == before["texts"]
    assert [f"{path}: no such file" in why for why in after["unread"]] == [True]
    assert page.get().status_code == 200
    key = page.open("de")[1]
    found = page.get(f"block?text={number_of(page, 'de')}&fingerprint={key}").json
    body = {"text": found["text"], "segment": found["segment"], "old": found["block"], "new": "Neu."}
    answer = page.post("edit", body)
    assert (answer.status_code, "no such file" in answer.json["error"]) == (409, True)
    assert not path.exists()
    path.write_text(TEXTS["de"])
    assert page.get("state").json["unread"] == []


@pytest.mark.parametrize(("number", "hint"), [(errno.ENOSPC, "free some space"), (errno.EROFS, "its permissions")])
def test_what_cannot_be_written_is_said_and_nothing_is_lost(
    page: Page, case: Path, monkeypatch: pytest.MonkeyPatch, number: int, hint: str
) -> None:
    scale, key = page.open("de")
    page.decide("accepted", scale)
    before = (case / "decisions.json").read_text()

    def full(*_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr("tempfile.mkstemp", full)
    answers = [page.decide("to-fix", key), edit(page, key, ("251", "250"), number_of(page, "de"))]
    assert [answer.status_code for answer in answers] == [409, 409]
    assert all("cannot be written" in answer.json["error"] and hint in answer.json["error"] for answer in answers)
    assert (case / "decisions.json").read_text() == before
    assert (case / "translations/de.md").read_text() == TEXTS["de"]
    assert page.open("de") == [key]


def test_a_file_that_may_not_be_written_is_not_replaced(
    page: Page, case: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.access", lambda path, _: Path(path).name != "de.md")
    answer = edit(page, page.open("de")[1], ("251", "250"), number_of(page, "de"))
    assert (answer.status_code, "cannot be written: Permission denied" in answer.json["error"]) == (409, True)
    assert (case / "translations/de.md").read_text() == TEXTS["de"]


def test_a_broken_file_of_decisions_stops_an_edit_before_it_is_made(page: Page, case: Path) -> None:
    key, number = page.open("de")[1], number_of(page, "de")
    found = page.get(f"block?text={number}&fingerprint={key}").json
    (case / "decisions.json").write_text("{")
    body = {"text": number, "segment": found["segment"], "old": found["block"], "new": "Neu."}
    assert page.post("edit", body).status_code == 409
    assert (case / "translations/de.md").read_text() == TEXTS["de"]


def test_a_suggestion_is_put_into_the_paragraph(case: Path) -> None:
    names = {"version": 1, "facts": [], "names": [{"name": "Sutskever", "kind": "person"}]}
    (case / "claims.json").write_text(json.dumps(names))
    (case / "article.en.md").write_text("Ilya Sutskever left the company in May.\n")
    (case / "translations/de.md").write_text("Ilya **Sutzkewer** verließ das Unternehmen im Mai.\n")
    page = Page(_server(case))
    (key,) = page.open("de")
    block = page.get(f"block?text={number_of(page, 'de')}&fingerprint={key}").json
    assert block["suggested"] == "Ilya **Sutskever** verließ das Unternehmen im Mai."


LONG = "It has many offices, and it is proud of every one of them, in Paris and Rome."


def missing(case: Path) -> tuple[Page, int, str]:
    """A page on a case whose French text lacks a paragraph, and the finding on that."""
    (case / "article.en.md").write_text(ENGLISH.replace("It has 250", f"{LONG}\n\nIt has 250"))
    page = Page(_server(case))
    number = number_of(page, "fr")
    findings = page.server.session.report.translations[number].findings
    return page, number, next(f.fingerprint for f in findings if f.target is None)


def test_a_missing_paragraph_is_put_in_and_taken_out(case: Path) -> None:
    page, number, key = missing(case)
    block = page.get(f"block?text={number}&fingerprint={key}").json
    assert (block["segment"], block["block"], block["where"]) == (1, "", "after “Acme a levé 7 millions de dollars.”")
    new = "Elle a 7 millions de bureaux, et elle est fière de chacun, à Paris et à Rome."
    answer = page.post("insert", {"text": number, "fingerprint": key, "new": new}).json
    assert (answer["segment"], answer["found"]) == (1, "found here now: claim-added.")
    path = case / "translations/fr.md"
    assert path.read_text("utf-8") == TEXTS["fr"].replace("\n\nElle compte", f"\n\n{new}\n\nElle compte")
    assert key not in page.open("fr")
    assert page.post("insert", {"text": number, "fingerprint": key, "new": new}).status_code == 409
    body = {"text": number, "segment": 1, "old": answer["written"]}
    assert page.post("remove", body).status_code == 200
    assert path.read_text("utf-8") == TEXTS["fr"]
    assert key in page.open("fr")
    assert page.post("remove", body).status_code == 409


def test_nothing_is_put_in_over_a_text_that_changed(case: Path) -> None:
    page, number, key = missing(case)
    changed = TEXTS["fr"].replace("riche", "pauvre")
    (case / "translations/fr.md").write_text(changed, "utf-8")
    answer = page.post("insert", {"text": number, "fingerprint": key, "new": "Elle a des bureaux."})
    assert (answer.status_code, "changed meanwhile" in answer.json["error"]) == (409, True)
    assert (case / "translations/fr.md").read_text("utf-8") == changed


def test_the_command_says_where_it_serves(case: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr("webbrowser.open", opened.append)
    monkeypatch.setattr(Server, "serve", lambda _: (_ for _ in ()).throw(KeyboardInterrupt))
    result = factcheck(capsys, "review", case, "--author", "Ada")
    assert result.code == 0
    assert result.out.startswith("Reviewing as Ada at http://127.0.0.1:")
    assert opened == [result.out.split()[-1]]
    assert factcheck(capsys, "review", case / "nothing").code == 2
    busy = json.dumps(0)
    assert factcheck(capsys, "review", case, "--no-browser", "--port", busy).code == 0


@pytest.mark.slow
def test_a_review_ends_with_ctrl_c(case: Path) -> None:
    command = [sys.executable, "-m", "factcheck", "review", str(case), "--no-browser", "--author", "Ada"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as running:
        assert running.stdout
        address = running.stdout.readline().split()[-1]
        with urllib.request.urlopen(address, timeout=20) as answer:
            assert b"Factcheck review" in answer.read()
        running.send_signal(signal.SIGINT)
        out, err = running.communicate(timeout=20)
    assert (running.returncode, out) == (0, "")
    assert "the review is over" in err
    assert "Traceback" not in err


def test_a_taken_port_is_said(page: Page, case: Path, capsys: Capture) -> None:
    taken = Server(page.server.session)
    result = factcheck(capsys, "review", case, "--no-browser", "--port", taken.port)
    taken.close()
    assert (result.code, len(result.err.splitlines())) == (2, 1)
    assert f"port {taken.port} cannot be used: address already in use (another --port" in result.err
