"""A real LibreTranslate server: its environment is made once a machine and kept in the user's cache folder."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
import venv
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from filelock import FileLock

VERSION = "1.9.6"
_CACHE = (
    Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "factcheck-tests"
)  # read before tests change it


def command() -> Path:
    """The command libretranslate; installs it, some 600 MB, where it is not yet. Skips the test where it cannot."""
    folder = _CACHE / f"libretranslate-{VERSION}-{sys.version_info.major}.{sys.version_info.minor}"
    folder.mkdir(parents=True, exist_ok=True)
    with FileLock(folder / "lock"):
        if not (folder / "ready").exists():
            venv.create(folder / "venv", with_pip=True, clear=True)
            _install(folder / "venv" / "bin" / "python")
            (folder / "ready").touch()
    return folder / "venv" / "bin" / "libretranslate"


def _install(python: Path) -> None:
    pip = [str(python), "-m", "pip", "install", "--quiet", f"libretranslate=={VERSION}"]
    try:
        done = subprocess.run(pip, capture_output=True, text=True, timeout=900)
    except subprocess.TimeoutExpired:
        pytest.skip("libretranslate cannot be installed: pip took more than 15 minutes")
    if done.returncode:
        pytest.skip(f"libretranslate cannot be installed: {done.stderr.strip().splitlines()[-1:]}")


@contextmanager
def running(packages: Path, home: Path) -> Iterator[str]:
    """The server's URL while the block runs. It sees these packages only, and no network."""
    libretranslate, port = command(), _free_port()
    arguments = ["--host", "127.0.0.1", "--port", str(port), "--disable-web-ui", "--threads", "1"]
    proxy = "http://127.0.0.1:9"  # nobody is there: a download fails at once
    env = {
        **os.environ,
        "HOME": str(home),
        "ARGOS_PACKAGES_DIR": str(packages),
        "https_proxy": proxy,
        "http_proxy": proxy,
    }
    with (home / "server.log").open("w") as log:
        server = subprocess.Popen([libretranslate, *arguments], env=env, cwd=home, stdout=log, stderr=log)
    try:
        url = f"http://127.0.0.1:{port}"
        _wait(url, server, home / "server.log")
        yield url
    finally:
        server.terminate()
        try:
            server.wait(10)
        except subprocess.TimeoutExpired:
            server.kill()
            server.wait()


def _wait(url: str, server: subprocess.Popen[bytes], log: Path) -> None:
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    until = time.monotonic() + 120
    while time.monotonic() < until and server.poll() is None:
        try:
            with opener.open(f"{url}/languages", timeout=5):
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.2)
    pytest.fail(f"libretranslate does not answer: {log.read_text()[-2000:]}")


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])
