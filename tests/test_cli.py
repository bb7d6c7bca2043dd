"""The command line: results on standard output, notes on standard error, exit codes that a gate can trust."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import pytest

from command_line import Capture, factcheck
from factcheck import checks, reporting, translation
from factcheck.cli import COMMANDS
from factcheck.cli._console import printable
from factcheck.errors import EngineError
from factcheck.gate import exit_code
from factcheck.model import Severity
from factcheck.translation import Engine

SOURCE = "# News\n\nAcme raised at least US$7 billion in 2021.\n\nIt has 250 workers.\n"
GOOD = "# Nachrichten\n\nAcme sammelte 2021 mindestens 7 Milliarden US-Dollar ein.\n\nEs hat 250 Mitarbeiter.\n"
BAD = GOOD.replace("Milliarden", "Millionen")
HEAVY = {
    "rich",
    "jsonschema",
    "rapidfuzz",
    "markdown_it",
    "jinja2",
    "tomllib",
    "argostranslate",
    "fxtranslate",
    "decimal",
}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name, text in {"article.en.md": SOURCE, "translations/de.md": BAD, "good.de.md": GOOD}.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    return tmp_path


@pytest.fixture
def case(folder: Path) -> Path:
    (folder / "case").mkdir()
    for name in ("article.en.md", "translations"):
        (folder / name).rename(folder / "case" / name)
    (folder / "case" / "case.toml").write_text(
        'title = "T"\nsource = "article.en.md"\n[translations.de]\norigin = "machine"\nengine = "fake"\n'
    )
    return folder / "case"


class FakeEngine(Engine):
    """An engine that knows one pair of languages and two sentences."""

    name, version, rank, more = "fake", "1", 0, "learn more sentences"

    def missing(self) -> str:
        return ""

    def pairs(self) -> frozenset[tuple[str, str]]:
        return frozenset({("en", "de")})

    def translate(self, sentences: Sequence[str], source: str, target: str) -> list[str]:
        assert (source, target) in self.pairs()
        known = dict(zip(texts(SOURCE), texts(GOOD), strict=True))
        return [known[sentence] for sentence in sentences]


def texts(markdown: str) -> list[str]:
    return [block.lstrip("# ") for block in markdown.strip().split("\n\n")]


@pytest.fixture
def engine(monkeypatch: pytest.MonkeyPatch) -> FakeEngine:
    fake = FakeEngine()
    monkeypatch.setattr(translation, "engines", lambda: (fake,))
    return fake


@pytest.mark.usefixtures("folder")
def test_check_reports_and_fails_on_an_error(capsys: Capture) -> None:
    result = factcheck(capsys, "check", "article.en.md", "translations/de.md")
    assert result.code == 1
    assert "translations/de.md:3" in result.out
    assert "scale-changed" in result.out
    assert result.err == ""


@pytest.mark.usefixtures("folder")
def test_check_is_clean_on_a_good_translation(capsys: Capture) -> None:
    assert factcheck(capsys, "check", "article.en.md", "good.de.md", "--fail-on", "warning").code == 0


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("options", "code"),
    [
        (["--fail-on", "never"], 0),
        (["--ignore", "scale-changed"], 0),
        (["--select", "untranslated,name-garbled"], 0),
        (["--select", "untranslated", "--select", "scale-changed"], 1),
    ],
)
def test_options_choose_checks_and_gate(capsys: Capture, options: list[str], code: int) -> None:
    assert factcheck(capsys, "check", "article.en.md", "translations/de.md", *options).code == code


def test_settings_of_the_directory_hold_and_options_go_first(capsys: Capture, folder: Path) -> None:
    (folder / "factcheck.toml").write_text('fail-on = "never"\nformat = "json"\n')
    result = factcheck(capsys, "check", "article.en.md", "translations/de.md")
    assert result.code == 0
    assert json.loads(result.out)["record"] == "report"
    assert factcheck(capsys, "check", "article.en.md", "translations/de.md", "--fail-on", "error").code == 1


@pytest.mark.parametrize("format", reporting.formats())
def test_the_exit_code_is_the_same_in_every_format(capsys: Capture, folder: Path, format: str) -> None:
    args = ("check", "article.en.md", "translations/de.md", "--format", format)
    shown = factcheck(capsys, *args)
    written = factcheck(capsys, *args, "--output", "report")
    assert shown.code == written.code == 1
    assert written.out == ""
    assert (folder / "report").read_bytes().decode().rstrip() == shown.out.rstrip()


@pytest.mark.parametrize("format", reporting.formats())
def test_a_saved_report_is_the_same_in_every_format(capsys: Capture, folder: Path, format: str) -> None:
    args = ("check", "article.en.md", "translations/de.md", "missing.fr.md")
    at_once = factcheck(capsys, *args, "--format", format)
    factcheck(capsys, *args, "--format", "json", "--output", "report.json")
    later = factcheck(capsys, "report", "report.json", "--format", format)
    assert (later.code, later.out) == (at_once.code, at_once.out) == (2, later.out)
    assert (folder / "report.json").is_file()


@pytest.mark.usefixtures("folder")
def test_a_saved_report_is_held_to_the_gate(capsys: Capture) -> None:
    factcheck(capsys, "check", "article.en.md", "translations/de.md", "--format", "json", "--output", "report.json")
    assert factcheck(capsys, "report", "report.json").code == 1
    assert factcheck(capsys, "report", "report.json", "--fail-on", "never").code == 0
    assert factcheck(capsys, "report", "no.json").code == 2


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{", "report.json, line 1, column 2: is not JSON"),
        ('{"record": "report"}', 'report.json: lacks the key "version"'),
        ('{"record": "ledger"}', "report.json"),
        ("[]", "report.json: must be an object"),
    ],
)
def test_a_broken_report_is_named(capsys: Capture, folder: Path, text: str, message: str) -> None:
    (folder / "report.json").write_text(text)
    result = factcheck(capsys, "report", "report.json")
    assert (result.code, result.out) == (2, "")
    assert message in result.err


@pytest.mark.parametrize(
    ("severities", "fail_on", "cannot", "code"),
    [
        (["error"], "error", False, 1),
        (["warning", "info"], "error", False, 0),
        (["warning"], "warning", False, 1),
        (["info"], "warning", False, 0),
        (["error"], "never", False, 0),
        (["error"], "error", True, 2),
        ([], "never", True, 2),
    ],
)
def test_the_gate(severities: list[str], fail_on: str, cannot: bool, code: int) -> None:
    assert exit_code(map(Severity, severities), fail_on, cannot) == code


@pytest.mark.usefixtures("case")
def test_run_takes_a_machine_translation_as_committed_without_an_engine(
    capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(translation, "engines", lambda: ())
    result = factcheck(capsys, "run", "case")
    assert result.code == 1
    assert "taken as committed" in " ".join(result.out.split())


@pytest.mark.usefixtures("engine")
def test_run_makes_a_machine_translation_afresh_beside_the_committed_one(capsys: Capture, case: Path) -> None:
    result = factcheck(capsys, "run", "case", "--output", "out")
    assert result.code == 0
    assert "made afresh" in result.out
    assert (case.parent / "out/translations/de.md").read_text("utf-8") == GOOD
    assert (case / "translations/de.md").read_text("utf-8") == BAD


@pytest.mark.usefixtures("engine")
def test_run_writes_reports_that_conform(capsys: Capture, case: Path) -> None:
    factcheck(capsys, "run", "case")
    files = [case.parent / "factcheck-report" / name for name in ("records.jsonl", "report.json")]
    result = factcheck(capsys, "validate", *files)
    assert (result.code, result.err) == (0, "")
    assert [line.rpartition(" ")[2] for line in result.out.splitlines()] == ["records", "report"]
    assert "</html>" in (case.parent / "factcheck-report/report.html").read_text("utf-8")


@pytest.mark.usefixtures("case")
def test_run_takes_the_committed_translation_when_the_engine_fails(
    capsys: Capture, engine: FakeEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> list[str]:
        raise EngineError("out of words")

    monkeypatch.setattr(engine, "translate", fail)
    result = factcheck(capsys, "run", "case")
    assert result.code == 1
    assert "machine-made, out of words: taken as committed" in " ".join(result.out.split())


@pytest.mark.usefixtures("engine")
def test_run_never_reports_into_a_case(capsys: Capture, case: Path) -> None:
    result = factcheck(capsys, "run", "case", "--output", "case")
    assert result.code == 2
    assert "a report would replace its files" in result.err
    assert (case / "translations/de.md").read_text("utf-8") == BAD


def test_pairs_are_checked_row_by_row(capsys: Capture, folder: Path) -> None:
    rows = ["source\ttarget", "It cost $7 billion.\tEs kostete 7 Millionen Dollar.", "$7 billion\t7 Milliarden Dollar"]
    (folder / "pairs.tsv").write_text("\n".join(rows), "utf-8")
    args = ("check", "pairs.tsv", "--source-lang", "en", "--target-lang", "de")
    result = factcheck(capsys, *args)
    assert result.code == 1
    assert result.out.startswith("pairs.tsv:2: error scale-changed: ")
    assert len(result.out.splitlines()) == 1
    assert result.err == "2 pairs checked: 1 error\n"
    record = json.loads(factcheck(capsys, *args, "--format", "jsonl").out)
    assert (record["target"]["file"], record["target"]["line"]) == ("pairs.tsv", 2)


@pytest.mark.usefixtures("folder")
def test_extract_gives_claims_with_lines(capsys: Capture) -> None:
    text = factcheck(capsys, "extract", "article.en.md")
    assert text.code == 0
    row = next(line for line in text.out.splitlines() if "7 billion" in line)
    assert row.split() == ["3", "money", "at", "least", "7000000000", "USD", "at", "least", "US$7", "billion"]
    records = json.loads(factcheck(capsys, "extract", "article.en.md", "--format", "json").out)
    lines = factcheck(capsys, "extract", "article.en.md", "--format", "jsonl").out.splitlines()
    assert [json.loads(line) for line in lines] == records
    assert {(item["value"], item["line"]) for item in records if item["kind"] == "money"} == {("7000000000", 3)}


@pytest.mark.usefixtures("engine")
def test_translate_prints_or_writes_and_never_replaces_unasked(capsys: Capture, folder: Path) -> None:
    args = ("translate", "article.en.md", "--to", "de", "--engine", "fake")
    assert factcheck(capsys, *args).out == GOOD
    refused = factcheck(capsys, *args, "--output", "translations")
    assert refused.code == 2
    assert "--force replaces it" in refused.err
    assert (folder / "translations/de.md").read_text("utf-8") == BAD
    assert factcheck(capsys, *args, "--output", "translations", "--force").code == 0
    assert (folder / "translations/de.md").read_text("utf-8") == GOOD


@pytest.mark.usefixtures("engine")
def test_tables_name_what_there_is(capsys: Capture) -> None:
    listed = factcheck(capsys, "checks").out
    assert [line.split()[0] for line in listed.splitlines()[1:]] == [check.id for check in checks.all_checks()]
    assert "German" in factcheck(capsys, "languages", "--all").out
    row = factcheck(capsys, "engines").out.splitlines()[1]
    assert [cell.strip() for cell in row.split("  ") if cell] == [
        "fake",
        "1",
        "ready",
        "en to de",
        "learn more sentences",
    ]


def test_explain_shows_description_and_examples(capsys: Capture) -> None:
    check = checks.get("scale-changed")
    out = factcheck(capsys, "explain", "scale-changed").out
    assert check.description in out
    assert all(example.source in out and example.target in out for example in check.examples)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_help_has_an_example_that_names_the_command(capsys: Capture, command: str) -> None:
    result = factcheck(capsys, command, "--help")
    assert result.code == 0
    assert f"  factcheck {command}" in result.out.partition("Examples:")[2]


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("args", "message"),
    [
        ([], "Usage"),
        (["chekc"], "did you mean 'check'?"),
        (["run"], "Missing argument"),
        (["check", "article.en.md"], "give a TRANSLATION"),
        (["check", "a.tmx", "b.de.md"], "a bitext is checked alone"),
        (["check", "a.en.md", "b.de.md", "--format", "htm"], "did you mean 'html'?"),
        (["check", "a.en.md", "b.de.md", "--fail-on", "info"], "--fail-on"),
        (["check", "a.en.md", "b.de.md", "--select", "scale"], "unknown check 'scale'"),
        (["explain", "scale-change"], "did you mean 'scale-changed'?"),
        (["translate", "article.en.md", "--to", "de,fr"], "--output FOLDER is needed"),
        (["run", "--nonsense"], "No such option"),
    ],
)
def test_wrong_use_exits_2(capsys: Capture, args: list[str], message: str) -> None:
    result = factcheck(capsys, *args)
    assert result.code == 2
    assert message in result.err
    assert result.out == ""


def test_what_nobody_expected_exits_2_in_one_line(capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> None:
        raise RuntimeError("first\nsecond")

    monkeypatch.setattr(checks, "all_checks", fail)
    result = factcheck(capsys, "checks")
    assert result.code == 2
    assert result.err.startswith("factcheck: internal error: RuntimeError: first second (")
    assert len(result.err.splitlines()) == 1
    monkeypatch.setenv("FACTCHECK_DEBUG", "1")
    assert "Traceback" in factcheck(capsys, "checks").err


def test_an_interrupted_run_exits_130(capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt() -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(checks, "all_checks", interrupt)
    result = factcheck(capsys, "checks")
    assert result.code == 130
    assert result.err.strip() == "factcheck: interrupted"


@pytest.mark.usefixtures("folder")
def test_a_reader_that_leaves_is_no_traceback() -> None:
    command = f"{sys.executable} -m factcheck explain scale-changed | true; exit ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, timeout=60)
    assert done.returncode in (0, 2)
    assert "Traceback" not in done.stderr


def test_messages_cannot_steer_a_terminal() -> None:
    assert printable("a\x1b[31m\r\nb\u202ec\x9b") == "a [31m b c"


def test_help_imports_nothing_heavy() -> None:
    script = "import sys, factcheck.cli as c\ntry: c.main(['--help'])\nfinally: print(*sys.modules, file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    modules = set(done.stderr.split())
    assert HEAVY & modules == set()
    ours = {name for name in modules if name.startswith("factcheck.") and not name.startswith("factcheck.cli")}
    assert ours == {"factcheck.errors", "factcheck.gate", "factcheck.reporting"}
    assert len(modules) < 250


@pytest.mark.slow
def test_help_answers_in_a_fifth_of_a_second() -> None:
    def seconds() -> float:
        start = time.perf_counter()
        subprocess.run([sys.executable, "-m", "factcheck", "--help"], capture_output=True, check=True)
        return time.perf_counter() - start

    assert min(seconds() for _ in range(5)) < 0.2


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("no_color", [False, True])
def test_colour_only_on_a_terminal_that_wants_it(no_color: bool) -> None:
    master, slave = pty.openpty()
    env = {key: value for key, value in os.environ.items() if key not in ("NO_COLOR", "FORCE_COLOR")}
    env |= {"TERM": "xterm-256color"} | ({"NO_COLOR": "1"} if no_color else {})
    args = [sys.executable, "-m", "factcheck", "check", "article.en.md", "translations/de.md"]
    piped = subprocess.run(args, capture_output=True, env=env, timeout=60)
    assert b"\x1b" not in piped.stdout + piped.stderr
    subprocess.run(args, stdout=slave, stderr=subprocess.DEVNULL, env=env, timeout=60)
    os.close(slave)
    shown = os.read(master, 1 << 16)
    os.close(master)
    assert (b"\x1b[" in shown) is not no_color


def test_config_says_what_holds_and_where_it_comes_from(capsys: Capture, case: Path) -> None:
    folder = case.parent
    (folder / "pyproject.toml").write_text(
        '[tool.factcheck]\nignore = ["untranslated"]\nfail-on = "never"\nbaseline = "known.json"\n'
    )
    with (case / "case.toml").open("a") as file:
        file.write('[settings]\nfail-on = "warning"\n')
    rows = {line.split()[0]: line.split()[1:] for line in factcheck(capsys, "config").out.splitlines()}
    assert rows["fail-on"] == ['"never"', "pyproject.toml:3"]
    assert rows["ignore"] == ['["untranslated"]', "pyproject.toml:2"]
    assert rows["baseline"] == ['"known.json"', "pyproject.toml:4"]
    assert rows["format"] == ['"text"', "default"]
    rows = {line.split()[0]: line.split()[1:] for line in factcheck(capsys, "config", "case").out.splitlines()}
    assert rows["fail-on"] == ['"warning"', "case/case.toml:7"]
    assert rows["ignore"] == ['["untranslated"]', "pyproject.toml:2"]


def test_config_names_what_nobody_knows(capsys: Capture, folder: Path) -> None:
    (folder / "factcheck.toml").write_text('fail_on = "never"\n')
    result = factcheck(capsys, "config")
    assert (result.code, result.out) == (2, "")
    assert "line 1, fail_on: unknown key 'fail_on' (did you mean 'fail-on'?)" in result.err


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a device that is always full")
def test_an_output_that_is_full_is_said() -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "factcheck", "checks"], stdout=full, stderr=subprocess.PIPE, text=True
        )
    assert done.returncode == 2
    assert done.stderr.startswith("factcheck: cannot be written: No space left on device (make room")
