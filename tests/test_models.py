"""Packages from files: what is refused, what is installed, and that nothing is left of what fails."""

from __future__ import annotations

import json
import os
import resource
import shutil
import subprocess
import sys
import threading
import zipfile
from pathlib import Path

import pytest

from command_line import Capture, factcheck
from factcheck.errors import ModelError
from factcheck.models.checksums import damage, recorded
from factcheck.models.folders import packages_folder
from factcheck.models.installed import find, installed
from factcheck.models.metadata import parse_name
from factcheck.models.store import Store
from packages import TOP, contents, metadata, package


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder of packages."""
    for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    monkeypatch.delenv("ARGOS_PACKAGE_INDEX", raising=False)
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(tmp_path / "argos" / "packages"))
    return tmp_path / "argos" / "packages"


def install(file: Path, force: bool = False) -> bool:
    store = Store()
    with store.locked():
        return store.install(file, force=force) is not None


def here(home: Path) -> dict[str, list[str]]:
    """The versions of each pair; fails for whatever would break Argos's own listing."""
    assert all((path / "metadata.json").is_file() for path in home.iterdir())
    found: dict[str, list[str]] = {}
    for one in installed(home):
        assert damage(one) == ""
        found.setdefault(one.name, []).append(one.version)
    return found


def leftovers(home: Path) -> list[str]:
    work = home.with_name(".packages.factcheck")
    return [str(path.relative_to(work)) for path in work.glob("*/*")]


# Installing


def test_install_list_verify_remove(tmp_path: Path, home: Path, capsys: Capture) -> None:
    file = package(tmp_path)
    result = factcheck(capsys, "models", "install", file)
    assert (result.code, result.out) == (0, "")
    assert result.err.startswith(f"installed en_es 1.0 in {home / TOP}")
    listed = factcheck(capsys, "models", "list")
    assert listed.code == 0
    assert listed.out.splitlines()[1].split()[:3] == ["en_es", "English", "to"]
    verified = factcheck(capsys, "models", "verify")
    assert (verified.code, "verified" in verified.out) == (0, True)
    assert factcheck(capsys, "models", "remove", "en_es").code == 0
    assert (here(home), leftovers(home)) == ({}, [])


def test_the_record_tells_where_a_package_came_from(tmp_path: Path, home: Path) -> None:
    install(package(tmp_path))
    record = json.loads((home / TOP / "factcheck.json").read_text())
    assert record["source"] == f"{TOP}.argosmodel"
    assert set(record["files"]) == set(contents())
    assert (home / TOP).stat().st_mode & 0o777 == 0o777 & ~_umask()


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def test_a_later_version_takes_the_place_of_an_earlier_one(tmp_path: Path, home: Path) -> None:
    assert install(package(tmp_path, version="1.9"))
    assert install(package(tmp_path, version="1.10"))
    assert here(home) == {"en_es": ["1.10"]}
    assert not install(package(tmp_path, version="1.9"))
    assert not install(package(tmp_path, version="1.10"))
    assert install(package(tmp_path, version="1.9"), force=True)
    assert here(home) == {"en_es": ["1.9"]}
    assert leftovers(home) == []


def test_a_damaged_package_is_replaced_by_the_same_version(tmp_path: Path, home: Path) -> None:
    install(package(tmp_path))
    (home / TOP / "model" / "model.bin").unlink()
    assert install(package(tmp_path))
    assert here(home) == {"en_es": ["1.0"]}


def test_what_somebody_else_put_there_is_never_overwritten(tmp_path: Path, home: Path) -> None:
    other = home / TOP
    other.mkdir(parents=True)
    (other / "metadata.json").write_text(json.dumps(metadata("en", "fr")))
    with pytest.raises(ModelError, match="is another package, or none"):
        install(package(tmp_path))
    shutil.rmtree(other)
    other.write_text("mine")
    with pytest.raises(ModelError, match="is another package, or none"):
        install(package(tmp_path))
    other.unlink()
    other.symlink_to(tmp_path / "nowhere")
    with pytest.raises(ModelError, match="is another package, or none"):
        install(package(tmp_path), force=True)
    assert other.is_symlink()


def test_only_what_was_asked_for_is_installed(tmp_path: Path, home: Path) -> None:
    store = Store()
    with store.locked(), pytest.raises(ModelError, match="for en_es, not for en_fr"):
        store.install(package(tmp_path), wanted=("en", "fr"))
    assert here(home) == {}


def test_argos_own_codes_are_known(tmp_path: Path, home: Path) -> None:
    install(package(tmp_path, "en", "pb"))
    install(package(tmp_path, "en", "zt"))
    assert list(here(home)) == ["en_pt-BR", "en_zh-Hant"]
    assert parse_name("en_pb") == parse_name("translate-en_pt-BR") == ("en", "pt-BR")
    assert parse_name("en-es") == ("en", "es")


# Removing, verifying


def test_remove_refuses_what_is_no_package(tmp_path: Path, home: Path, capsys: Capture) -> None:
    install(package(tmp_path))
    (home / "stray").mkdir()
    result = factcheck(capsys, "models", "remove", "stray", "en_fr", "xq_en", "..", "en_es")
    assert result.code == 2
    lines = result.err.splitlines()
    assert "is no package (nothing was done to it)" in lines[0]
    assert "no package en_fr is installed (there are: en_es)" in lines[1]
    assert "unknown language 'xq'" in lines[2]
    assert "is no package" in lines[3]
    assert lines[4] == "removed en_es 1.0"
    assert [path.name for path in home.iterdir()] == ["stray"]


def test_remove_takes_away_a_link_and_not_what_it_leads_to(tmp_path: Path, home: Path, capsys: Capture) -> None:
    install(package(tmp_path))
    (home / TOP).rename(tmp_path / "kept")
    (home / TOP).symlink_to(tmp_path / "kept")
    assert factcheck(capsys, "models", "remove", TOP).code == 0
    assert (tmp_path / "kept" / "metadata.json").is_file()
    assert here(home) == {}


def test_verify_finds_what_was_changed(tmp_path: Path, home: Path, capsys: Capture) -> None:
    install(package(tmp_path))
    model = home / TOP / "model" / "model.bin"
    model.write_bytes(model.read_bytes().replace(b"w", b"W"))
    result = factcheck(capsys, "models", "verify", "en_es")
    assert (result.code, "model/model.bin was changed" in result.out) == (2, True)
    model.write_bytes(b"")
    assert "model/model.bin has another size" in factcheck(capsys, "models", "list").out
    model.unlink()
    assert "model/model.bin is missing" in factcheck(capsys, "models", "list").out


def test_a_package_of_another_program_has_no_record(tmp_path: Path, home: Path, capsys: Capture) -> None:
    with zipfile.ZipFile(package(tmp_path)) as archive:
        archive.extractall(home)
    (one,) = installed()
    assert not recorded(one)
    assert factcheck(capsys, "models", "list").code == 0
    result = factcheck(capsys, "models", "verify")
    assert (result.code, "not recorded" in result.out) == (2, True)


def test_a_broken_record_is_none(tmp_path: Path, home: Path) -> None:
    install(package(tmp_path))
    for text in ("", "[]", "{}", '{"files": []}', '{"files": {"a": {}}}', '{"files": {"a": {"size": "x"}}}'):
        (home / TOP / "factcheck.json").write_text(text)
        assert not recorded(installed()[0])


def test_find_takes_a_folders_name_first(tmp_path: Path) -> None:
    install(package(tmp_path))
    assert find(TOP, installed()) == find("en_es", installed()) == installed()


def test_names_that_are_none(capsys: Capture) -> None:
    result = factcheck(capsys, "models", "remove", "spanish")
    assert (result.code, "names no package" in result.err) == (2, True)
    assert factcheck(capsys, "models", "install").code == 2
    assert factcheck(capsys, "models", "instal").code == 2


# A full disk, a folder that cannot be written, two programs at once


def _small_files() -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))


def test_a_full_disk_leaves_everything_as_it_was(tmp_path: Path, home: Path) -> None:
    install(package(tmp_path))
    big = package(tmp_path, version="2.0", noise=os.urandom(100_000))
    command = [sys.executable, "-m", "factcheck", "models", "install", str(big)]
    done = subprocess.run(command, capture_output=True, text=True, preexec_fn=_small_files)
    assert done.returncode == 2
    assert "cannot be written: File too large (make room, then run it again)" in done.stderr
    assert (here(home), leftovers(home)) == ({"en_es": ["1.0"]}, [])


def test_too_little_space_is_said_before_anything_is_written(
    tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: shutil._ntuple_diskusage(10, 10, 0))
    with pytest.raises(ModelError, match=r"not enough space: 0\.0 MB are needed and 0\.0 MB are free"):
        install(package(tmp_path))
    assert leftovers(home) == []


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(tmp_path / "file" / "packages"))
    assert installed() == []
    with pytest.raises(ModelError, match=r"cannot be written: Not a directory .*ARGOS_PACKAGES_DIR"):
        install(package(tmp_path))


def test_one_program_waits_for_another(tmp_path: Path, home: Path) -> None:
    file, waited, done = package(tmp_path), threading.Event(), []

    def second() -> None:
        store = Store()
        with store.locked(waited.set):
            done.append(store.install(file))

    store = Store()
    with store.locked():
        thread = threading.Thread(target=second)
        thread.start()
        assert waited.wait(10)
        assert done == []
        assert store.install(file)
    thread.join(10)
    assert done == [None]
    assert here(home) == {"en_es": ["1.0"]}


def test_to_list_waits_for_nobody(tmp_path: Path, home: Path, capsys: Capture) -> None:
    store = Store()
    with store.locked():
        assert store.install(package(tmp_path))
        (home.parent / ".packages.factcheck" / "unpacked" / "somebody's").mkdir()
        assert "en_es" in factcheck(capsys, "models", "list").out
    assert leftovers(home) == ["unpacked/somebody's"]
    factcheck(capsys, "models", "list")
    assert leftovers(home) == []


@pytest.mark.skipif(not os.path.ismount("/dev/shm"), reason="needs a file system of its own")
def test_a_file_system_of_its_own_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", "/dev/shm")
    with pytest.raises(ModelError, match="/dev/shm: is a file system of its own"):
        install(package(tmp_path))


def test_nothing_is_made_to_list(tmp_path: Path, home: Path, capsys: Capture) -> None:
    result = factcheck(capsys, "models", "list")
    assert (result.code, "no packages in" in result.err) == (0, True)
    assert factcheck(capsys, "models", "verify").code == 0
    assert list(tmp_path.iterdir()) == []
    assert packages_folder() == home
