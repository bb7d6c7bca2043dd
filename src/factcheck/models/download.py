"""Downloads that go on where they stopped. What is there so far stands in a .part file, with a note of what it is part
of, so that no piece of another file is ever appended.
"""

from __future__ import annotations

import hashlib
import http.client
import json
import re
import time
from collections.abc import Callable
from pathlib import Path

from factcheck.errors import ModelError
from factcheck.models.index import TIMEOUT, Offer
from factcheck.models.storage import writable
from factcheck.models.web import Interrupted, chunks, request

MOST = 2 << 30
"""The largest package, in bytes."""

Progress = Callable[[int, int], None]
"""Told how many bytes of how many are there; 0 for an unknown total."""

_TRIES = 3
_PAUSE = 0.5  # seconds before the second try; before the third twice as long
_RANGE = re.compile(r"bytes (\d{1,12})-\d{1,12}/(?:\d{1,12}|\*)")


def download(offer: Offer, folder: Path, timeout: float = TIMEOUT, progress: Progress | None = None) -> Path:
    """Fetch a package into the folder and return its file; one that is there already is fetched no second time.

    Tries each address of the offer. ModelError when none gives a file of the offer's checksum; what came so far
    stays, and the next call goes on from there.
    """
    path = folder / f"{offer.name}-{offer.version}.argosmodel"
    if not path.exists():
        _fetch_from_any(offer, path, timeout, progress or _silent)
    if offer.sha256 and file_digest(path) != offer.sha256:
        path.unlink()
        raise ModelError(
            f"the file that came for {offer.name} is not the one that the index describes: its SHA-256 is another",
            file=offer.links[0],
            hint="nothing was installed; try again later, or another index",
        )
    return path


def _silent(done: int, total: int) -> None:
    """No progress shown."""
    del done, total


def file_digest(path: Path) -> str:
    """The SHA-256 of a file, in hexadecimal digits."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _fetch_from_any(offer: Offer, path: Path, timeout: float, progress: Progress) -> None:
    failures: list[ModelError] = []
    for link in offer.links:
        try:
            _fetch(link, path, timeout, progress)
        except ModelError as error:
            failures.append(error)
        else:
            return
    raise failures[-1]


def _fetch(url: str, path: Path, timeout: float, progress: Progress) -> None:
    """Fetch with several tries. Only a broken connection is tried again: another answer would be the same."""
    part = _Part(path, url)
    for tried in range(1, _TRIES + 1):
        had = part.size
        try:
            _go_on(part, timeout, progress)
            break
        except Interrupted as error:
            if tried == _TRIES or part.size == had == 0:
                came = f"{part.size >> 10} KB are kept, and the next try goes on from there"
                raise ModelError(error.message, file=url, hint=came if part.size else error.hint) from None
            time.sleep(tried * _PAUSE)
    part.finish()


def _go_on(part: _Part, timeout: float, progress: Progress) -> None:
    with request(part.url, timeout, part.headers()) as answer, writable(part.path):
        done = part.begin(answer)
        total = done + answer.length if answer.length else 0
        with part.path.open("ab") as file:
            for chunk in chunks(answer, part.url):
                done += len(chunk)
                if max(done, total) > MOST:
                    part.path.unlink()
                    raise ModelError(f"is larger than {MOST >> 30} GB", file=part.url)
                file.write(chunk)
                progress(done, total)


class _Part:
    """The beginning of a file, and beside it what the server said to recognize the file by."""

    def __init__(self, whole: Path, url: str) -> None:
        self.url, self._whole = url, whole
        self.path = whole.with_name(f"{whole.name}.part")
        self._note = whole.with_name(f"{whole.name}.json")

    @property
    def size(self) -> int:
        return self.path.stat().st_size if self.path.exists() else 0

    def headers(self) -> dict[str, str]:
        """The request for the rest, on condition that the file is the same; for the whole where that is unknown."""
        mark = self._mark()
        return {"Range": f"bytes={self.size}-", "If-Range": mark} if self.size and mark else {}

    def begin(self, answer: http.client.HTTPResponse) -> int:
        """Keep what is there if the answer goes on from it, else begin anew; how many bytes are there."""
        given = _RANGE.fullmatch(answer.headers.get("Content-Range", "")) if answer.status == 206 else None
        if given and int(given[1]) == self.size:
            return self.size
        self.path.unlink(missing_ok=True)
        if answer.status != 200:
            raise Interrupted("the server gave another part than the one asked for", file=self.url)
        tag = answer.headers.get("ETag", "")
        mark = answer.headers.get("Last-Modified", "") if not tag or tag.startswith("W/") else tag
        self._note.write_text(json.dumps({"url": self.url, "mark": mark}), "utf-8")
        return 0

    def finish(self) -> None:
        self.path.replace(self._whole)
        self._note.unlink(missing_ok=True)

    def _mark(self) -> str:
        try:
            note = json.loads(self._note.read_text("utf-8"))
            return str(note["mark"]) if note["url"] == self.url else ""
        except (OSError, ValueError, LookupError, TypeError):
            return ""
