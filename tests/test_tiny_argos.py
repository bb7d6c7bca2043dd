"""Two trained packages through the real argostranslate and through our commands: facts kept, garbles found, and
nothing downloaded.
"""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from itertools import islice
from pathlib import Path

import pytest

import factcheck as checker
from command_line import Capture, factcheck
from factcheck.articles import parse_article
from factcheck.model import Severity
from factcheck.models.installed import installed
from factcheck.translation import engines, translate
from factcheck.translation.argos import Argos
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
    assert len(right) >= 0.85 * len(examples)
    assert [(texts, errors(*texts, pair)) for texts in right if errors(*texts, pair)] == []
    found = [texts for texts in wrong if errors(*texts, pair)]
    assert len(found) >= 0.4 * len(wrong)  # the others garble words, or names in ways that leave no fact wrong


@pytest.mark.usefixtures("packages")
def test_an_article_goes_through_our_commands(tmp_path: Path, capsys: Capture) -> None:
    article = tmp_path / "article.en.md"
    article.write_text(
        "# The company was founded in 2015.\n\n"
        "- **The service now has 250 million users.** It hired 1,250 engineers in 2019.\n"
        "- The agreement was signed on August 5, 2024. The fine is 4.5% of revenue.\n"
    )
    made = factcheck(capsys, "translate", article, "--to", "es", "--engine", "argos", "--output", tmp_path)
    assert made.code == 0, made.err
    text = (tmp_path / "es.md").read_text()
    assert text.startswith("# La empresa")
    assert all(fact in text for fact in ("2015", "250 millones", "1.250", "5 de agosto de 2024", "4,5 %"))
    assert factcheck(capsys, "check", article, tmp_path / "es.md").code == 0


@pytest.mark.usefixtures("packages")
def test_both_packages_are_listed_and_named(capsys: Capture) -> None:
    assert {package.name for package in installed()} == {"en_es", "es_en"}
    assert "en to es, es to en" in factcheck(capsys, "engines").out
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
    assert {package.name for package in installed()} == {"en_es", "es_en"}
    verified = factcheck(capsys, "models", "verify")
    assert (verified.code, verified.out.count("not recorded")) == (2, 2)


@pytest.mark.usefixtures("packages")
def test_a_model_that_vanished_is_said(tmp_path: Path, capsys: Capture) -> None:
    for package in installed():
        (package.folder / "model" / "model.bin").unlink()
    article = tmp_path / "article.en.md"
    article.write_text("It hired 45 engineers in 2021.\n")
    result = factcheck(capsys, "translate", article, "--to", "es", "--engine", "argos")
    assert (result.code, result.out) == (2, "")
    assert "damaged: en_es (model/model.bin is missing)" in result.err
    assert "factcheck models install --force" in result.err


def test_the_packages_are_small() -> None:
    assert all(archive(*pair).stat().st_size < 1_000_000 for pair in DIRECTIONS)
