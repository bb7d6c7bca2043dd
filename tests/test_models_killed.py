"""An installation that is killed at any moment: what is left never breaks Argos, and the next run succeeds."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from command_line import Capture, factcheck
from factcheck.models.installed import installed
from package_server import PackageServer, serving
from packages import TOP, contents, metadata, package, write

SCRIPT = """
import os, signal, sys
from factcheck.cli import main

root, limit, events = sys.argv[1], int(sys.argv[2]), 0

def count(event, args):
    global events
    if any(isinstance(arg, (str, os.PathLike)) and str(arg).startswith(root) for arg in args):
        events += 1
        if events == limit:
            os.kill(os.getpid(), signal.SIGKILL)

sys.addaudithook(count)  # told of each file that is opened, made, moved, removed, just before it happens
try:
    main(["models", "install", "en_es"])
finally:
    print(events)
"""


@pytest.fixture(autouse=True)
def apart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(name, str(tmp_path / "home"))


@pytest.fixture
def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[PackageServer]:
    """Offers a later version, in a folder of the same name as the earlier one's."""
    files = {**contents(metadata(version="1.1")), "noise": os.urandom(200_000)}
    later = write(tmp_path / "later.argosmodel", {f"{TOP}/{name}": data for name, data in files.items()})
    with serving() as state:
        state.files = {
            "/later.argosmodel": later.read_bytes(),
            "/index.json": json.dumps([metadata(version="1.1", links=["later.argosmodel"])]).encode(),
        }
        monkeypatch.setenv("ARGOS_PACKAGE_INDEX", state.url)
        yield state


def install(root: Path, limit: int) -> subprocess.CompletedProcess[str]:
    """Install in a process of its own, killed at that event; 0 for never."""
    command = [sys.executable, "-c", SCRIPT, str(root), str(limit)]
    env = {**os.environ, "ARGOS_PACKAGES_DIR": str(root / "packages"), "no_proxy": "127.0.0.1"}
    return subprocess.run(command, capture_output=True, text=True, env=env)


def argos_lists(home: Path) -> list[tuple[str, str]]:
    from argostranslate.package import get_installed_packages

    return [(found.from_code, found.package_version) for found in get_installed_packages([home])]


@pytest.mark.slow
@pytest.mark.usefixtures("server")
def test_an_installation_that_is_killed_at_20_moments(
    tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    earlier = package(tmp_path)
    done = install(tmp_path / "whole", 0)
    assert done.returncode == 0, done.stderr
    moments = Random(5).sample(range(1, int(done.stdout)), 20)
    for moment in moments:
        root = tmp_path / f"killed-{moment}"
        with zipfile.ZipFile(earlier) as archive:
            archive.extractall(root / "packages")
        assert install(root, moment).returncode == -signal.SIGKILL
        assert argos_lists(root / "packages") in ([], [("en", "1.0")], [("en", "1.1")])
        monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(root / "packages"))
        assert factcheck(capsys, "models", "list").code == 0
        assert len(installed()) == 1
        assert factcheck(capsys, "models", "install", "en_es").code == 0
        assert factcheck(capsys, "models", "verify").code == 0
        assert argos_lists(root / "packages") == [("en", "1.1")]
        assert list((root / ".packages.factcheck").glob("*/*")) == []
