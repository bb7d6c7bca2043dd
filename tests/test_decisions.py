"""Decisions: what they do to a report and to the gate, and that nobody's are lost."""

from __future__ import annotations

import json
import subprocess
import threading
from pathlib import Path

import pytest

from command_line import Capture, factcheck
from factcheck import records
from factcheck.cases import load_case
from factcheck.deciding import author, decision, named, write
from factcheck.decisions import settle
from factcheck.errors import InputError
from factcheck.model import Decision, Report, State
from factcheck.pipeline import run_case
from factcheck.reporting import render

GERMAN = "Acme nahm 7 Millionen US-Dollar ein.\n\nEs hat 251 Leute.\n"
FRENCH = "Acme a levé 7 millions de dollars.\n\nElle compte 250 personnes.\n"


@pytest.fixture
def case(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A case with three errors: two of scale, one number."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_AUTHOR_NAME", "Ada")
    (tmp_path / "translations").mkdir()
    (tmp_path / "case.toml").write_text('source = "article.en.md"\n')
    (tmp_path / "article.en.md").write_text("Acme raised US$7 billion.\n\nIt has 250 staff.\n")
    (tmp_path / "translations/de.md").write_text(GERMAN)
    (tmp_path / "translations/fr.md").write_text(FRENCH)
    return tmp_path


def report(case: Path) -> Report:
    return run_case(load_case(case))


def fingerprints(found: Report, lang: str = "") -> dict[str, str]:
    """Check to fingerprint, of the findings that stand."""
    return {f.check: f.fingerprint for f in found.findings() if lang in ("", f.lang)}


def test_what_is_accepted_fails_no_gate_and_is_counted(case: Path, capsys: Capture) -> None:
    assert factcheck(capsys, "run", case).code == 1
    keys = [finding.fingerprint for finding in report(case).findings()]
    assert len(keys) == 3
    done = factcheck(capsys, "decide", case, *keys, "--accept", "--reason", "So the company says.")
    assert (done.code, done.err.strip()) == (0, f"accepted in {case / 'decisions.json'}: 3")
    result = factcheck(capsys, "run", case)
    assert result.code == 0
    assert "No findings. 2 of 2 translations without findings. 3 accepted." in result.out
    record = json.loads(factcheck(capsys, "run", case, "--format", "json").out)
    records.validate(record, "report")
    assert record["totals"] == {"error": 0, "warning": 0, "info": 0}
    assert {item["reason"] for item in record["decisions"].values()} == {"So the company says."}
    assert len(record["translations"][0]["accepted"]) == 2


def test_what_is_to_be_fixed_still_fails_and_says_who(case: Path, capsys: Capture) -> None:
    factcheck(capsys, "decide", case, "--check", "number-changed", "--to-fix", "--reason", "A slip")
    result = factcheck(capsys, "run", case)
    assert result.code == 1
    assert "note │ to be fixed: Ada, 20" in result.out
    assert ": A slip" in result.out


def test_undo_is_as_if_nothing_had_been_decided(case: Path, capsys: Capture) -> None:
    before = render(report(case), "text")
    factcheck(capsys, "decide", case, "--check", "scale-changed", "--accept", "--reason", "R")
    assert render(report(case), "text") != before
    assert factcheck(capsys, "decide", case, "--check", "scale-changed", "--undo").code == 0
    assert render(report(case), "text") == before
    assert records.read_decisions(case / "decisions.json") == {}


@pytest.mark.parametrize(
    ("options", "number"),
    [
        (["--check", "scale-changed"], 2),
        (["--check", "scale-changed", "--lang", "de"], 1),
        (["--lang", "de"], 2),
        (["--value", "7000000 USD"], 2),
        (["--value", "251"], 1),
        (["--check", "number-changed", "--check", "scale-changed"], 3),
    ],
)
def test_in_bulk_by_what_they_have_in_common(case: Path, capsys: Capture, options: list[str], number: int) -> None:
    assert factcheck(capsys, "decide", case, *options, "--to-fix").code == 0
    assert len(records.read_decisions(case / "decisions.json")) == number


def test_a_bulk_leaves_alone_what_is_decided_so_already(case: Path, capsys: Capture) -> None:
    first = fingerprints(report(case), "de")["scale-changed"]
    factcheck(capsys, "decide", case, first, "--accept", "--reason", "First.")
    factcheck(capsys, "decide", case, "--check", "scale-changed", "--accept", "--reason", "Second.")
    held = records.read_decisions(case / "decisions.json")
    assert [held.pop(first).reason, *(item.reason for item in held.values())] == ["First.", "Second."]


def test_a_decision_lapses_when_the_text_at_its_place_changes(case: Path, capsys: Capture) -> None:
    factcheck(capsys, "decide", case, "--lang", "de", "--accept", "--reason", "R")
    (case / "translations/de.md").write_text(GERMAN.replace("Leute", "Menschen"))
    result = factcheck(capsys, "run", case)
    assert result.code == 1
    assert "lapsed │ 1 decision no longer applies: the text there changed" in result.out
    listed = factcheck(capsys, "decide", case, "--lapsed").out
    assert "lapsed  de        number-changed         250 → 251" in listed
    factcheck(capsys, "decide", case, "--lapsed", "--undo")
    assert "lapsed" not in factcheck(capsys, "run", case).out
    assert len(records.read_decisions(case / "decisions.json")) == 1


def test_nothing_lapses_where_nobody_looked(case: Path, capsys: Capture) -> None:
    factcheck(capsys, "decide", case, "--lang", "de", "--accept", "--reason", "R")
    assert "lapsed" not in factcheck(capsys, "run", case, "--select", "scale-changed").out
    files = (case / "article.en.md", case / "translations/fr.md")
    assert "lapsed" not in factcheck(capsys, "check", *files, "--decisions", case / "decisions.json").out


def test_decisions_hold_for_checked_files_too(case: Path, capsys: Capture) -> None:
    saved, held = case / "report.json", case / "held.json"
    files = (case / "article.en.md", case / "translations/de.md")
    factcheck(capsys, "check", *files, "--format", "json", "--output", saved)
    assert factcheck(capsys, "decide", saved, "--lang", "de", "--to-fix").code == 2
    assert "scale-changed" in factcheck(capsys, "decide", saved).out
    assert "no such file" in factcheck(capsys, "decide", case / "no.json").err
    assert "not the folder of a case" in factcheck(capsys, "decide", files[0]).err
    factcheck(capsys, "decide", saved, "--decisions", held, "--lang", "de", "--accept", "--reason", "R")
    assert factcheck(capsys, "check", *files).code == 1
    assert factcheck(capsys, "check", *files, "--decisions", held).code == 0
    assert factcheck(capsys, "lint", files[1], "--decisions", held).code == 0


def test_a_beginning_is_enough_where_it_says_which() -> None:
    keys = ["abcd000000000000", "abce000000000000"]
    assert named(["ABCD"], keys) == keys[:1]
    for text, reason in (("abc", "beginning of 2"), ("99", "no fingerprint"), ("", "no fingerprint")):
        with pytest.raises(InputError, match=reason):
            named([text], keys)


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (["--accept"], "say which findings"),
        (["--check", "scale-changed", "--accept"], "needs a reason"),
        (["--check", "scale-changed", "--accept", "--reason", "  "], "needs a reason"),
        (["--check", "nothing", "--to-fix"], "nothing here to decide about"),
        (["ffff", "--to-fix"], "no fingerprint of a finding here"),
    ],
)
def test_what_cannot_be_decided_exits_2(case: Path, capsys: Capture, args: list[str], message: str) -> None:
    result = factcheck(capsys, "decide", case, *args)
    assert result.code == 2
    assert message in result.err
    assert not (case / "decisions.json").exists()


MERGE = """{
  "version": 1,
  "decisions": {
<<<<<<< HEAD
=======
>>>>>>> theirs
  }
}
"""
WITHOUT_REASON = (
    '{"version": 1, "decisions": {"0123456789abcdef": '
    '{"state": "accepted", "author": "A", "date": "2026-01-01T00:00:00Z"}}}'
)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (MERGE, "line 4: a merge left its marks"),
        ('{\n  "version": 1,\n  "decisions": {}},\n}\n', "line 3, column 19: is not JSON"),
        ("", "is not JSON"),
        ('{"version": 1, "decisions": {"a": {}}}', "decisions"),
        (WITHOUT_REASON, "reason"),
        (WITHOUT_REASON.replace("accepted", "waved through"), "state"),
        ('{"version": 2, "decisions": {}}', "version"),
    ],
)
def test_a_broken_file_exits_2_and_is_left_as_it_is(case: Path, capsys: Capture, text: str, message: str) -> None:
    path = case / "decisions.json"
    path.write_text(text)
    for args in (["run", case], ["decide", case, "--check", "scale-changed", "--to-fix"], ["decide", case]):
        result = factcheck(capsys, *args)
        assert result.code == 2
        assert message in " ".join((result.out + result.err).split())
        assert path.read_text() == text
    with pytest.raises(InputError, match=r"decisions\.json"):
        write(path, {"0" * 16: None})
    assert path.read_text() == text


def made(key: str, reason: str = "R", name: str = "Ada") -> Decision:
    return Decision(key, State.ACCEPTED, name, "2026-01-01T00:00:00Z", reason)


def test_what_another_person_decided_meanwhile_stays_and_is_told(tmp_path: Path) -> None:
    path, one, two = tmp_path / "decisions.json", "1" * 16, "2" * 16
    write(path, {one: made(one)})
    theirs = made(one, "Hers", "Eve")
    write(path, {one: theirs})
    outcome = write(path, {one: None, two: made(two)}, {one: made(one)})
    assert outcome.conflicts == {one: theirs}
    assert records.read_decisions(path) == outcome.decisions == {one: theirs, two: made(two)}


def test_many_writers_at_once_lose_nothing(tmp_path: Path) -> None:
    path = tmp_path / "decisions.json"
    keys = [f"{number:016x}" for number in range(40)]
    threads = [threading.Thread(target=write, args=(path, {key: made(key)})) for key in keys]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(records.read_decisions(path)) == keys
    assert [item.name for item in tmp_path.iterdir()] == ["decisions.json"]


def test_git_merges_what_two_people_decided(tmp_path: Path) -> None:
    def git(*args: str) -> None:
        subprocess.run(["git", "-C", str(tmp_path), *args], check=True, capture_output=True)

    path = tmp_path / "decisions.json"
    write(path, {key * 16: made(key * 16) for key in "28d"})
    git("init", "-q", "-b", "main")
    git("config", "user.name", "Grace Hopper")
    git("config", "user.email", "grace@example.org")
    git("add", ".")
    git("commit", "-qm", "base")
    git("checkout", "-qb", "other")
    write(path, {"5" * 16: made("5" * 16)})
    git("commit", "-qam", "other")
    git("checkout", "-q", "main")
    write(path, {"a" * 16: made("a" * 16), "d" * 16: None})
    git("commit", "-qam", "own")
    git("merge", "-q", "other")
    assert [key[0] for key in records.read_decisions(path)] == ["2", "5", "8", "a"]


def test_the_author_is_who_git_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GIT_AUTHOR_NAME", raising=False)
    subprocess.run(["git", "init", "-q", tmp_path], check=True)
    subprocess.run(["git", "-C", tmp_path, "config", "user.name", "Grace Hopper"], check=True)
    assert author(tmp_path) == "Grace Hopper"
    monkeypatch.setenv("GIT_AUTHOR_NAME", "Ada")
    assert author(tmp_path) == "Ada"


def test_settling_again_changes_nothing(case: Path) -> None:
    found = report(case)
    new = [decision(finding, State.ACCEPTED, "Ada", "R") for finding in found.findings()]
    once = settle(found, new)
    assert settle(once, new) == once
    assert settle(once, []) == found
    assert records.report_from_record(json.loads(render(once, "json"))).decisions == once.decisions


def test_a_decision_survives_the_round_trip(tmp_path: Path) -> None:
    path = tmp_path / "decisions.json"
    odd = Decision("a" * 16, State.TO_FIX, "Ädá \u202e", "2026-01-01T00:00:00Z", 'a "reason"\\', target="七億\ud800")
    write(path, {odd.fingerprint: odd})
    assert records.read_decisions(path) == {odd.fingerprint: odd}
    assert records.validate_file(path) == "decisions"
