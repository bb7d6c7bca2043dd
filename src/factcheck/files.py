"""Reading text files with a place for every fault, and writing files whole or not at all."""

from __future__ import annotations

import codecs
import errno
import os
import re
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from difflib import get_close_matches
from pathlib import Path
from typing import BinaryIO, TextIO

from factcheck.errors import InputError

MAX_BYTES = 16 * 1024 * 1024
"""The largest file that is read as a whole. Tables of pairs are read row by row and have no such bound."""

_CHUNK = 1 << 16
_MARKS = (  # longest first: the mark of UTF-32 begins with that of UTF-16
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_OLDER = ("iso8859", "cp125", "koi8", "mac-", "euc_", "gb", "big5", "shift_jis")
_BINARY = {b"%PDF-": "a PDF", b"PK\x03\x04": "a zip or office document", b"\x1f\x8b": "a gzip file"}
_WRITING = {
    **dict.fromkeys((errno.EACCES, errno.EPERM, errno.EROFS), "check its permissions, or write elsewhere"),
    **dict.fromkeys((errno.ENOSPC, errno.EDQUOT), "free some space on its disk, or write elsewhere"),
}
_RECODE = "save it as UTF-8, or convert it: iconv -f WINDOWS-1252 -t UTF-8 FILE"


def read_text(path: str | Path) -> str:
    """The whole text of a file, without byte order mark, with every line end as "\\n".

    Reads UTF-8, with or without mark, and UTF-16 with mark. InputError, with the position of the byte where
    there is one: no such file, a directory, unreadable, larger than MAX_BYTES, binary data, another encoding.
    """
    text, size = [], 0
    for chunk in decoded(path):
        text.append(chunk)
        size += len(chunk)
        if size > MAX_BYTES:
            raise InputError(f"is larger than {MAX_BYTES >> 20} MB", file=path, hint="split it")
    return "".join(text).replace("\r\n", "\n").replace("\r", "\n")


def decoded(path: str | Path, says: re.Pattern[bytes] | None = None) -> Iterator[str]:
    """The text of a file in pieces, in constant memory; errors as in read_text, once reached. "-": standard input.

    says: what stands in the file before the name of its encoding, for formats that have one.
    """
    try:
        if str(path) == "-":
            yield from _decoded(sys.stdin.buffer, path, says)
            return
        with Path(path).open("rb") as file:
            yield from _decoded(file, path, says)
    except OSError as error:
        raise _unreadable(Path(path), error) from None
    except ValueError:  # a zero byte in its name
        raise InputError("is no name of a file", file=path, hint="check the path") from None


def _decoded(file: BinaryIO, path: str | Path, says: re.Pattern[bytes] | None) -> Iterator[str]:
    seen, data = 0, file.read(_CHUNK)
    encoding = _encoding(data, path)
    if says and encoding == "utf-8" and (said := says.search(data)):
        encoding = _older(said[1].decode("ascii", "replace")) or encoding
    decoder = codecs.getincrementaldecoder(encoding)()
    while data:
        zero = -1 if encoding == "utf-16" else data.find(b"\0")
        if zero >= 0:
            raise _binary("a zero byte", path, seen + zero)
        for text in _decode(decoder, data, seen, path):
            yield text if seen else text.removeprefix("\ufeff")
        seen += len(data)
        data = file.read(_CHUNK)
    yield from _decode(decoder, b"", seen, path)


def _encoding(head: bytes, path: str | Path) -> str:
    what = next((name for magic, name in _BINARY.items() if head.startswith(magic)), None)
    if what:
        raise _binary(what, path, 0)
    encoding = next((name for mark, name in _MARKS if head.startswith(mark)), "utf-8")
    if encoding == "utf-32":
        raise InputError("is UTF-32", file=path, place="byte 0", hint="save it as UTF-8")
    return encoding


def _older(name: str) -> str:
    """An encoding from before Unicode by its name, "" where it is none: of others the bytes tell more."""
    try:
        found = codecs.lookup(name).name
    except LookupError:
        return ""
    return found if found.startswith(_OLDER) else ""


def _decode(decoder: codecs.IncrementalDecoder, data: bytes, seen: int, path: str | Path) -> Iterator[str]:
    pending = len(decoder.getstate()[0])
    try:
        yield decoder.decode(data, final=not data)
    except UnicodeDecodeError as error:
        yield error.object[: error.start].decode(error.encoding)  # what stands before the fault is still read
        at, byte = seen - pending + error.start, error.object[error.start]
        message = f"is not {error.encoding.upper()}: byte 0x{byte:02X}"
        raise InputError(message, file=path, place=f"byte {at}", hint=_RECODE) from None


def _binary(what: str, path: str | Path, at: int) -> InputError:
    hint = "save its text as .md or .txt in UTF-8, or in UTF-16 with a byte order mark"
    return InputError(f"binary data: {what}", file=path, place=f"byte {at}", hint=hint)


def _unreadable(path: Path, error: OSError) -> InputError:
    if error.errno == errno.ENAMETOOLONG:
        return InputError(f"cannot be read: {error.strerror}", file=f"{str(path)[:40]}…", hint="check the path")
    if path.is_dir():
        return InputError("is a directory, not a file", file=path, hint="name a file in it")
    if isinstance(error, FileNotFoundError):
        return InputError("no such file", file=path, hint=_nearest(path))
    return InputError(f"cannot be read: {error.strerror or error}", file=path, hint="check its permissions")


def _nearest(path: Path) -> str:
    if not path.parent.is_dir():
        return f"there is no directory {path.parent} either"
    near = get_close_matches(path.name, sorted(item.name for item in path.parent.iterdir()), 1)
    return f"did you mean {path.parent / near[0]}?" if near else "check the path"


def write_text(path: str | Path, text: str) -> None:
    """Write a UTF-8 file whole; see writing."""
    with writing(path) as file:
        file.write(text)


def write_bytes(path: str | Path, data: bytes) -> None:
    """Write a file whole or not at all, as it is; InputError when the place cannot be written."""
    with _places(Path(path)), _whole(Path(path)) as beside:
        beside.write_bytes(data)


@contextmanager
def writing(path: str | Path) -> Iterator[TextIO]:
    """A UTF-8 file to write to, beside the path; renamed to it at the end. Missing directories are made.

    InputError when the place cannot be written. Whatever fails before the end, what was there stands as it was.
    """
    path = Path(path)
    with _places(path):
        if path.exists() and not path.is_file():  # a pipe or a device is written to, never replaced
            with _open(path) as file:
                yield file
        else:
            with _whole(path) as beside, _open(beside) as file:
                yield file


@contextmanager
def _places(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        reason = error.strerror or str(error)
        hint = _WRITING.get(error.errno or 0, "name another place with --output")
        raise InputError(f"cannot be written: {reason}", file=path, hint=hint) from None


@contextmanager
def _whole(path: Path) -> Iterator[Path]:
    """A file beside the path, renamed to it at the end, or gone when anything fails."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.exists() and not os.access(path, os.W_OK):  # could be replaced all the same
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    handle, name = tempfile.mkstemp(prefix=f".{path.name[:40]}.", dir=path.parent)
    os.close(handle)
    beside = Path(name)
    try:
        yield beside
        beside.chmod(_mode(path))
        beside.replace(path)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise


def _open(path: Path) -> TextIO:
    return path.open("w", encoding="utf-8", errors="backslashreplace", newline="\n")


def _mode(path: Path) -> int:
    """The mode of the file to be replaced, else what the user's umask allows: mkstemp makes private files."""
    if path.exists():
        return path.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
