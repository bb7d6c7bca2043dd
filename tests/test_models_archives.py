"""Archives that are no packages, or none that is safe to unpack: refused, with nothing installed and nothing left."""

from __future__ import annotations

import os
import stat
import zipfile
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factcheck.errors import ModelError
from factcheck.models.metadata import parse_metadata
from factcheck.models.store import Store
from packages import TOP, contents, metadata, package, write


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """An empty folder of packages."""
    return Store(tmp_path / "argos" / "packages")


def refused(store: Store, file: Path, message: str) -> None:
    """Expect this of an installation."""
    with store.locked(), pytest.raises(ModelError, match=message):
        store.install(file)
    assert list(store.home.iterdir()) == []
    assert list(store.home.with_name(".packages.factcheck").glob("*/*")) == []


def link(name: str, mode: int) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name)
    info.external_attr = mode << 16
    return info


def named(name: str) -> zipfile.ZipInfo:
    """An entry with a name that the library would shorten."""
    info = zipfile.ZipInfo("a")
    info.filename = name
    return info


def changed(**files: bytes | None) -> dict[str | zipfile.ZipInfo, bytes]:
    """A good package with files added, replaced or left out; "__" in a name stands for "/"."""
    merged = {**contents(), **{name.replace("__", "/"): data for name, data in files.items()}}
    return {f"{TOP}/{name}": data for name, data in merged.items() if data is not None}


def described(data: object) -> dict[str | zipfile.ZipInfo, bytes]:
    return {f"{TOP}/{name}": content for name, content in contents(data).items()}


REFUSED: dict[str, tuple[dict[str | zipfile.ZipInfo, bytes], str]] = {
    "parent": ({**changed(), f"{TOP}/../../evil": b""}, "leads elsewhere"),
    "parent-first": ({**changed(), "../evil": b""}, "leads elsewhere"),
    "absolute": ({**changed(), "/tmp/evil": b""}, "leads elsewhere"),
    "backslash": ({**changed(), f"{TOP}\\..\\evil": b""}, "leads elsewhere"),
    "drive": ({**changed(), f"{TOP}/C:evil": b""}, "leads elsewhere"),
    "control": ({**changed(), f"{TOP}/a\nb": b""}, "leads elsewhere"),
    "zero": ({**changed(), named(f"{TOP}/a\0b"): b""}, "leads elsewhere"),
    "link": ({**changed(), link(f"{TOP}/minisbd", stat.S_IFLNK | 0o777): b"/etc"}, "a link or a device"),
    "device": ({**changed(), link(f"{TOP}/null", stat.S_IFCHR | 0o666): b""}, "a link or a device"),
    "pipe": ({**changed(), link(f"{TOP}/pipe", stat.S_IFIFO | 0o666): b""}, "a link or a device"),
    "twice": ({**changed(), f"{TOP}/MODEL/model.BIN": b""}, "has two files"),
    "file-and-folder": ({**changed(), f"{TOP}/metadata.json/x": b""}, "a file where it has a folder"),
    "two-tops": ({**changed(), "other/file": b""}, "does not hold one folder"),
    "no-top": ({f"x{name}": data for name, data in contents().items()}, "does not hold one folder"),
    "hidden-top": ({f".git/{name}": data for name, data in contents().items()}, "does not hold one folder"),
    "empty": ({}, "does not hold one folder"),
    "too-many": ({**changed(), **{f"{TOP}/{number}": b"" for number in range(2000)}}, "more than 2000 files"),
    "no-metadata": (changed(**{"metadata.json": None}), "has no metadata.json"),
    "no-model": (changed(model__model=b"", **{"model/model.bin": None}), "has no model/model.bin"),
    "no-tokenizer": (changed(**{"sentencepiece.model": None}), "has no tokenizer"),
    "no-json": (changed(**{"metadata.json": b"{"}), "is no JSON"),
    "deep-json": (changed(**{"metadata.json": b"[" * 100_000}), "is no JSON"),
    "huge-json": (changed(**{"metadata.json": b" " * (2 << 20)}), "metadata.json is too large"),
    "list": (described([]), "is no JSON object"),
    "code": (described(metadata("../..")), "from_code is no language code"),
    "language": (described(metadata(target="xq")), "to_code: unknown language 'xq'"),
    "version": (described(metadata(version="../1")), "package_version is no version"),
    "number": (described(metadata(package_version=1)), "package_version is no version"),
    "type": (described(metadata(type="sbd")), "no translation package"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_safe_package_is_refused(name: str, tmp_path: Path, store: Store) -> None:
    files, message = REFUSED[name]
    refused(store, write(tmp_path / "bad.argosmodel", files), message)
    assert not list(tmp_path.rglob("evil"))


def test_an_unusual_compression_is_refused(tmp_path: Path, store: Store) -> None:
    file = package(tmp_path)
    with zipfile.ZipFile(file, "a", zipfile.ZIP_BZIP2) as archive:
        archive.writestr(f"{TOP}/noise", b"noise" * 1000)
    refused(store, file, "is compressed in a way")


def test_a_truncated_archive_is_refused(tmp_path: Path, store: Store) -> None:
    whole = package(tmp_path).read_bytes()
    for size in (0, 1, 30, len(whole) // 2, len(whole) - 1):
        file = tmp_path / "part.argosmodel"
        file.write_bytes(whole[:size])
        refused(store, file, "only the beginning of one")


def test_a_damaged_archive_is_refused(tmp_path: Path, store: Store) -> None:
    file = package(tmp_path, noise=os.urandom(10_000))
    data = bytearray(file.read_bytes())
    data[data.find(b"noise") + 500] ^= 1
    file.write_bytes(data)
    refused(store, file, "Bad CRC-32")


def test_a_file_that_unpacks_to_more_than_announced_is_stopped(tmp_path: Path, store: Store) -> None:
    file = package(tmp_path, bomb=b"0" * 50_000_000)
    data = file.read_bytes()
    announced = (50_000_000).to_bytes(4, "little")
    assert data.count(announced) == 2
    file.write_bytes(data.replace(announced, (1_000).to_bytes(4, "little")))
    refused(store, file, "nothing was installed")


def test_a_package_that_announces_too_much_is_refused(
    tmp_path: Path, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("factcheck.models.archive.MOST_BYTES", 600)
    refused(store, package(tmp_path), "would unpack to more than")


@given(
    st.recursive(
        st.none() | st.booleans() | st.floats() | st.text(), lambda x: st.lists(x) | st.dictionaries(st.text(), x)
    )
)
def test_any_metadata_is_read_or_refused(data: object) -> None:
    for value in (data, {**metadata(), "from_code": data}, {**metadata(), "package_version": data}):
        with suppress(ValueError):
            assert parse_metadata(value).name


@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.tuples(st.integers(0, 10_000), st.sampled_from([0, 1, 47, 46, 92, 127, 255])), min_size=1, max_size=3)
)
def test_any_damage_is_refused_or_harmless(tmp_path: Path, store: Store, changes: list[tuple[int, int]]) -> None:
    data = bytearray(package(tmp_path).read_bytes())
    for at, byte in changes:
        data[-1 - at % len(data)] = byte
    file = tmp_path / "damaged.argosmodel"
    file.write_bytes(data)
    with store.locked():
        with suppress(ModelError):
            store.install(file, force=True)
        assert list(store.home.with_name(".packages.factcheck").glob("*/*")) == []
