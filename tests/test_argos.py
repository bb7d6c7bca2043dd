"""Argos packages: two trained ones, through our engine, our commands and Argos itself. Facts are kept, garbles found,
and nothing is downloaded.
"""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import zipfile
from itertools import islice
from pathlib import Path

import pytest

import factcheck as checker
from command_line import Capture, factcheck
from factcheck.articles import parse_article
from factcheck.errors import EngineError
from factcheck.model import Severity
from factcheck.models.installed import installed
from factcheck.translation import engines, translate
from factcheck.translation.argos import Argos
from packages import package
from tiny_argos import archive
from tiny_argos.sentences import Pair, pairs

UNSEEN = 3  # a seed that training did not use
DIRECTIONS = (("en", "es"), ("es", "en"))
ARGOS = """
import sys
from argostranslate import package, translate
for path in sys.argv[1:]:
    package.install_from_path(path)
print(sorted(f"{one.from_code}_{one.to_code}" for one in package.get_installed_packages()))
print(translate.translate("The company lost $7.5 billion in 2021. It hired 1,250 engineers in 2019.", "en", "es"))
"""


@pytest.fixture(autouse=True)
def apart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A home of its own, and no network: neither here nor, by a proxy that is not there, in other processes."""
    for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    for name in ("http_proxy", "https_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(tmp_path / "argos" / "packages"))
    connect = socket.socket.connect

    def only_loopback(this: socket.socket, address: tuple[str, int]) -> None:
        assert this.family == socket.AF_UNIX or address[0] in ("127.0.0.1", "::1"), "the network was used"
        connect(this, address)

    monkeypatch.setattr(socket.socket, "connect", only_loopback)


@pytest.fixture
def packages(capsys: Capture) -> None:
    """Both packages, installed by our command."""
    assert factcheck(capsys, "models", "install", *(archive(*pair) for pair in DIRECTIONS)).code == 0


def errors(source: str, target: str, pair: Pair) -> list[str]:
    findings = checker.check_pair(source, target, source_lang=pair[0], target_lang=pair[1])
    return [finding.check for finding in findings if finding.severity is not Severity.INFO]


@pytest.mark.usefixtures("packages")
@pytest.mark.parametrize("pair", DIRECTIONS, ids="-".join)
def test_facts_are_kept_and_garbles_are_found(pair: Pair) -> None:
    examples = list(islice(pairs(UNSEEN, pair[0]), 200))
    made = Argos().translate([sentence for sentence, _ in examples], *pair)
    right = [(source, text) for (source, wanted), text in zip(examples, made, strict=True) if text == wanted]
    wrong = [(source, text) for (source, wanted), text in zip(examples, made, strict=True) if text != wanted]
    assert len(right) >= 0.9 * len(examples)
    assert [(texts, errors(*texts, pair)) for texts in right if errors(*texts, pair)] == []
    found = [texts for texts in wrong if errors(*texts, pair)]
    assert len(found) >= 0.3 * len(wrong)  # the others garble words, or names, and state the same facts


@pytest.mark.usefixtures("packages")
def test_an_article_goes_through_our_commands(tmp_path: Path, capsys: Capture) -> None:
    article = tmp_path / "article.en.md"
    article.write_text(
        "# The company was founded in 2015.\n\n"
        "- [The service now has 250 million users.](https://example.org) It hired 1,250 engineers in 2019.\n"
        "- The agreement was signed on August 5, 2024. The fine is 4.5% of revenue.\n"
    )
    made = factcheck(capsys, "translate", article, "--to", "es", "--engine", "argos", "--output", tmp_path)
    assert made.code == 0, made.err
    text = (tmp_path / "es.md").read_text()
    assert text.startswith("# La empresa")
    assert "\n- [El servicio" in text
    assert "](https://example.org) " in text
    assert all(fact in text for fact in ("2015", "250 millones", "1.250", "5 de agosto de 2024", "4,5 %"))
    assert factcheck(capsys, "check", article, tmp_path / "es.md").code == 0


@pytest.mark.usefixtures("packages")
def test_many_sentences_come_back_in_order() -> None:
    years = [str(year) for year in range(1950, 2020)]
    made = Argos().translate([f"The company was founded in {year}." for year in years], "en", "es")
    assert sum(year in text for year, text in zip(years, made, strict=True)) >= 60
    assert Argos().translate([], "en", "es") == []


@pytest.mark.usefixtures("packages")
def test_a_long_sentence_goes_in_parts_and_none_is_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def loud(_: Argos, sentences: list[str], __: Path) -> list[str]:
        asked.extend(sentences)
        return [sentence.upper() for sentence in sentences]

    monkeypatch.setattr(Argos, "_translate", loud)
    long = " ".join(["seven eight million"] * 5000)
    assert Argos().translate([long], "en", "es") == [long.upper()]
    assert max(map(len, asked)) < 500


@pytest.mark.usefixtures("packages")
def test_both_packages_are_listed_and_named(capsys: Capture) -> None:
    assert {one.name for one in installed()} == {"en_es", "es_en"}
    assert "en to es; es to en" in factcheck(capsys, "engines").out
    (argos,) = [engine for engine in engines() if engine.name == "argos"]
    assert argos.missing() == ""
    made = translate(parse_article("It hired 45 engineers in 2021.", "en"), "es", "argos")
    assert made.origin.startswith("machine: argos")


def test_argos_itself_installs_lists_and_translates(capsys: Capture) -> None:
    command = [sys.executable, "-c", ARGOS, *(str(archive(*pair)) for pair in DIRECTIONS)]
    done = subprocess.run(command, capture_output=True, text=True, env=os.environ, timeout=120)
    assert done.returncode == 0, done.stderr
    listed, said = done.stdout.splitlines()
    assert listed == "['en_es', 'es_en']"
    assert "1.250" in said
    assert not list((Path(os.environ["HOME"])).rglob("*.onnx"))
    assert {one.name for one in installed()} == {"en_es", "es_en"}
    verified = factcheck(capsys, "models", "verify")
    assert (verified.code, verified.out.count("not recorded")) == (2, 2)


@pytest.mark.usefixtures("packages")
def test_a_model_that_vanished_is_said(tmp_path: Path, capsys: Capture) -> None:
    for one in installed():
        (one.folder / "model" / "model.bin").unlink()
    article = tmp_path / "article.en.md"
    article.write_text("It hired 45 engineers in 2021.\n")
    result = factcheck(capsys, "translate", article, "--to", "es", "--engine", "argos")
    assert (result.code, result.out) == (2, "")
    assert "damaged: en_es (model/model.bin is missing)" in result.err
    assert "factcheck models install --force" in result.err


def test_what_is_no_package_is_skipped(tmp_path: Path, capsys: Capture) -> None:
    home = tmp_path / "argos" / "packages"
    for name, data in {"a": "{", "b": "[]", "c": '{"from_code": 1, "to_code": "es"}'}.items():
        (home / name / "model").mkdir(parents=True)
        (home / name / "model" / "model.bin").touch()
        (home / name / "metadata.json").write_text(data)
    (home / "stray").mkdir()
    assert factcheck(capsys, "models", "install", archive("en", "es")).code == 0
    (home / "translate-en_es-1_0").rename(tmp_path / "elsewhere")
    (home / "good").symlink_to(tmp_path / "elsewhere")
    assert Argos().pairs() == {("en", "es")}


def test_a_broken_package_is_an_engine_error(tmp_path: Path) -> None:
    with zipfile.ZipFile(package(tmp_path)) as file:
        file.extractall(tmp_path / "argos" / "packages")
    with pytest.raises(EngineError, match=r"argos failed: .*factcheck models verify"):
        Argos().translate(["a"], "en", "es")


def test_without_packages_it_says_how_to_get_them() -> None:
    assert Argos().pairs() == frozenset()
    assert "factcheck models install" in Argos().missing()
    with pytest.raises(EngineError, match="argos has no package from 'en' to 'es'"):
        Argos().translate(["a"], "en", "es")


def test_the_folder_is_read_from_argos_own_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with zipfile.ZipFile(package(tmp_path)) as file:
        file.extractall(tmp_path / "chosen")
    monkeypatch.delenv("ARGOS_PACKAGES_DIR")
    assert Argos().pairs() == frozenset()
    usual = tmp_path / "home" / "argos-translate"
    usual.mkdir(parents=True, exist_ok=True)
    (usual / "settings.json").write_text(json.dumps({"ARGOS_PACKAGES_DIR": str(tmp_path / "chosen")}))
    assert Argos().pairs() == {("en", "es")}
    (usual / "settings.json").write_text("{")
    (usual / "packages").symlink_to(tmp_path / "chosen")
    assert Argos().pairs() == {("en", "es")}


def test_the_packages_are_small() -> None:
    assert all(archive(*pair).stat().st_size < 1_000_000 for pair in DIRECTIONS)
