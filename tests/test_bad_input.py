"""Bad input: one clear line with a hint, exit 2, the rest still reported, and no file half written."""

from __future__ import annotations

import errno
import json
import os
from pathlib import Path
from typing import Any

import pytest

from command_line import Capture, Outcome, factcheck
from factcheck.errors import InputError
from factcheck.files import MAX_BYTES, read_text, write_text, writing

SOURCE = "Acme raised US$7 billion.\n"
LEDGER = {"version": 1, "facts": [{"id": "a", "kind": "money", "value": "7000000000", "unit": "USD", "sentence": "S."}]}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    put("case.toml", 'source = "article.en.md"\n')
    put("article.en.md", SOURCE)
    put("translations/de.md", "Acme sammelte 7 Millionen US-Dollar ein.\n")
    return tmp_path


def put(name: str, data: str | bytes) -> Path:
    path = Path(name)
    path.parent.mkdir(exist_ok=True, parents=True)
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return path


def assert_refused(result: Outcome, message: str, hint: str) -> None:
    """Exit 2 with one line on standard error, which ends in a hint, and no traceback."""
    assert result.code == 2
    (line,) = result.err.splitlines()
    assert message in line
    assert hint in line.rpartition("(")[2]
    assert "Traceback" not in result.out + result.err


BAD_FILES: dict[str, tuple[str | bytes, str, str]] = {
    "wrong encoding": ("Größe".encode("latin-1"), "byte 2: is not UTF-8: byte 0xF6", "iconv"),
    "cut off": ("Größe".encode()[:3], "byte 2: is not UTF-8: byte 0xC3", "iconv"),
    "UTF-16 cut off": ("Größe".encode("utf-16")[:-1], "byte 10: is not UTF-16", "iconv"),
    "UTF-32": ("text".encode("utf-32"), "byte 0: is UTF-32", "save it as UTF-8"),
    "UTF-16 without mark": ("text".encode("utf-16-le"), "byte 1: binary data: a zero byte", "byte order mark"),
    "empty": ("", "holds no text", "the right file"),
    "blank": (" \n\n\t\n", "holds no text", "the right file"),
    "a comment alone": ("<!-- nothing -->", "holds no text", "the right file"),
    "binary data": (b"\x00\x01\x02" * 99, "byte 0: binary data: a zero byte", "UTF-8"),
    "an image": (b"\x89PNG\r\n\x1a\n\0\0", "byte 8: binary data: a zero byte", "UTF-8"),
    "a PDF": (b"%PDF-1.7\n", "byte 0: binary data: a PDF", "save its text"),
    "an office document": (b"PK\x03\x04rest", "byte 0: binary data: a zip or office document", "save its text"),
    "10 MB in one line": (
        "a" * 10_000_000,
        "line 1: a paragraph of 10,000,000 characters; the limit is 20,000",
        "break it",
    ),
    "too large": ("a\n" * (MAX_BYTES // 2 + 1), "is larger than 16 MB", "split it"),
}


@pytest.mark.parametrize(("data", "message", "hint"), BAD_FILES.values(), ids=BAD_FILES)
@pytest.mark.usefixtures("folder")
def test_a_bad_file_is_refused(capsys: Capture, data: str | bytes, message: str, hint: str) -> None:
    put("bad.en.md", data)
    result = factcheck(capsys, "extract", "bad.en.md")
    assert_refused(result, f"bad.en.md, {message}" if message.startswith(("byte", "line")) else message, hint)
    assert result.out == ""


@pytest.mark.parametrize(
    ("args", "message", "hint"),
    [
        (["extract", "artikel.en.md"], "artikel.en.md: no such file", "did you mean article.en.md?"),
        (["extract", "no/article.en.md"], "no/article.en.md: no such file", "there is no directory no either"),
        (["extract", "translations"], "translations: is a directory, not a file", "name a file in it"),
        (["extract", "case.toml"], "case.toml: its language cannot be told from its name", "--lang"),
        (["extract", "article.en.md", "--lang", "xq"], "unknown language 'xq'", "factcheck languages"),
        (["run", "nowhere"], "nowhere: no such folder", "factcheck check"),
        (["run", "translations"], "holds no case", "factcheck init ARTICLE"),
        (["run", "article.en.md"], "is a file, not the folder of a case", "factcheck check"),
        (
            ["check", "none.tsv", "--source-lang", "en", "--target-lang", "de"],
            "none.tsv: no such file",
            "check the path",
        ),
        (["validate", "none.json"], "none.json: no such file", "check the path"),
    ],
)
@pytest.mark.usefixtures("folder")
def test_what_is_not_there_is_named(capsys: Capture, args: list[str], message: str, hint: str) -> None:
    result = factcheck(capsys, *args)
    lines = [line for line in result.err.splitlines() if line != "Nothing could be checked."]
    assert_refused(Outcome(result.code, result.out, "\n".join(lines)), message, hint)


@pytest.mark.usefixtures("folder")
def test_a_file_that_may_not_be_read_is_named(capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path, *_: Any, **__: Any) -> None:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))

    monkeypatch.setattr(Path, "open", refuse)
    result = factcheck(capsys, "extract", "article.en.md")
    assert_refused(result, "article.en.md: cannot be read: Permission denied", "permissions")


@pytest.mark.usefixtures("folder")
def test_a_language_without_an_engine_is_named(capsys: Capture) -> None:
    result = factcheck(capsys, "translate", "article.en.md", "--to", "la")
    assert result.code == 2
    (line,) = result.err.splitlines()
    assert "translates English into Latin (" in line
    assert line.endswith(")")


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("case.toml", "source =\n", "case.toml, line 1: broken TOML: Invalid value"),
        ("case.toml", 'title = "x"\n', "case.toml, source: names no source article"),
        ("case.toml", 'source = "article.en.md"\nfoo = 1\n', "case.toml, line 2, foo: unknown key 'foo'"),
        ("case.toml", 'source = "none.en.md"\n', "none.en.md: no such file"),
        ("article.en.md", b"\xff", "article.en.md, byte 0: is not UTF-8"),
        ("factcheck.toml", 'selct = "a"\n', "factcheck.toml, line 1, selct: unknown key 'selct'"),
    ],
)
@pytest.mark.usefixtures("folder")
def test_without_case_or_source_nothing_can_be_checked(
    capsys: Capture, name: str, data: str | bytes, message: str
) -> None:
    put(name, data)
    result = factcheck(capsys, "run", ".", "--output", "out")
    assert_refused(result, message, "")
    assert not Path("out/report.json").exists()


@pytest.mark.parametrize(
    ("data", "place", "reason"),
    [
        ('{"version": 1, "facts": [}', "line 1, column 26", "is not JSON"),
        ("[]", "", "object"),
        (json.dumps({**LEDGER, "facts": [{"id": "a"}]}), "facts[0]", "lacks the key"),
        (json.dumps(LEDGER).replace('"7000000000"', "7000000000"), "facts[0].value", "a text in quotes"),
        (b"\xff\xfe\xff", "", "is not UTF-16"),
    ],
)
@pytest.mark.usefixtures("folder")
def test_a_broken_ledger_is_named_and_the_rest_is_checked(
    capsys: Capture, data: str | bytes, place: str, reason: str
) -> None:
    put("claims.json", data)
    result = factcheck(capsys, "run", ".", "--output", "out")
    out = " ".join(result.out.split())
    assert result.code == 2
    assert "claims.json" in out
    assert place in out
    assert reason in out
    assert "scale-changed" in out
    assert json.loads(read_text("out/report.json"))["problems"][0]["file"] == "claims.json"


@pytest.mark.usefixtures("folder")
def test_a_translation_that_cannot_be_read_is_named_and_the_rest_is_checked(capsys: Capture) -> None:
    put("translations/fr.md", "Acme a levé 7 M€".encode("latin-1", "replace"))
    put("translations/it.md", "")
    result = factcheck(capsys, "run", ".", "--output", "out")
    assert result.code == 2
    assert "scale-changed" in result.out
    problems = json.loads(read_text("out/report.json"))["problems"]
    assert [(item["file"], item.get("place")) for item in problems] == [
        ("translations/fr.md", "byte 10"),
        ("translations/it.md", None),
    ]
    assert all(item["file"] in result.out and item["hint"] for item in problems)


@pytest.mark.usefixtures("folder")
def test_check_names_bad_files_and_checks_the_good(capsys: Capture) -> None:
    result = factcheck(capsys, "check", "article.en.md", "none.fr.md", "case.toml", "translations/de.md")
    assert result.code == 2
    assert "scale-changed" in result.out
    assert "none.fr.md" in result.out
    assert "its language cannot be told from its name" in " ".join(result.out.split())


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ("", "pairs.tsv: holds no pairs"),
        ("source\ttarget\n", "pairs.tsv: holds no pairs"),
        (b"It cost $7 billion.\tEs kostete 7 Millionen Dollar.\n\xff", "pairs.tsv, byte 51: is not UTF-8"),
        ("It cost $7 billion.\tEs kostete 7 Millionen Dollar.\nalone", "pairs.tsv, line 2: 1 column"),
        ("It cost $7 billion.\tEs kostete 7 Millionen Dollar.\n" + "a" * 10_000_000, "line 2: a row of over 20,000"),
    ],
)
@pytest.mark.usefixtures("folder")
def test_a_bad_table_is_named_and_its_good_rows_are_checked(capsys: Capture, data: str | bytes, message: str) -> None:
    put("pairs.tsv", data)
    result = factcheck(capsys, "check", "pairs.tsv", "--source-lang", "en", "--target-lang", "de")
    assert result.code == 2
    assert message in result.err
    assert len(result.out.splitlines()) == ("kostete" in str(data))


@pytest.mark.usefixtures("folder")
def test_validate_names_the_bad_file_and_goes_on(capsys: Capture) -> None:
    put("bad.json", "{")
    put("good.json", json.dumps(LEDGER))
    result = factcheck(capsys, "validate", "bad.json", "good.json")
    assert_refused(result, "bad.json, line 1, column 2: is not JSON", "")
    assert result.out == "good.json: conforms to ledger\n"


@pytest.mark.usefixtures("folder")
def test_a_place_that_cannot_be_written_is_named(capsys: Capture) -> None:
    put("taken", "a file")
    result = factcheck(capsys, "extract", "article.en.md", "--output", "taken/claims.txt")
    assert_refused(result, "taken/claims.txt: cannot be written: ", "--output")
    result = factcheck(capsys, "extract", "article.en.md", "--output", "translations")
    assert_refused(result, "translations: cannot be written: Is a directory", "--output")


def test_what_was_there_stands_when_writing_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "report.json"
    write_text(path, "old")

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(InputError, match="cannot be written: No space left on device"):
        write_text(path, "new")
    assert {item.name: item.read_text() for item in tmp_path.iterdir()} == {"report.json": "old"}


def test_what_was_there_stands_when_the_writer_stops_halfway(tmp_path: Path) -> None:
    path = tmp_path / "report.json"
    write_text(path, "old")

    def stop_halfway() -> None:
        with writing(path) as file:
            file.write("half of")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        stop_halfway()
    assert {item.name: item.read_text() for item in tmp_path.iterdir()} == {"report.json": "old"}


def test_a_written_file_keeps_its_mode_and_a_device_is_not_replaced(tmp_path: Path) -> None:
    path = tmp_path / "report.json"
    write_text(path, "old")
    path.chmod(0o640)
    write_text(path, "new")
    assert path.stat().st_mode & 0o777 == 0o640
    write_text(os.devnull, "gone")
    assert not Path(os.devnull).is_file()
