"""JSON over HTTP with the user's own server: bounded in time and size, patient with a busy one, never redirected."""

from __future__ import annotations

import json
import time
from collections.abc import Mapping
from email.utils import parsedate_to_datetime
from http.client import HTTPException, HTTPResponse
from typing import IO, TYPE_CHECKING
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit

from factcheck.addresses import apart, shown
from factcheck.errors import EngineError

if TYPE_CHECKING:
    from email.message import Message
    from urllib.request import Request

_BUSY = (429, 500, 502, 503, 504)
_PAUSES = (0.5, 1.0, 2.0, 4.0)  # seconds before each further try
_LONGEST_PAUSE = 60.0
_MOST_BYTES = 32 * 1024 * 1024
_LOOPBACK = ("localhost", "127.0.0.1", "::1")

sleep = time.sleep


def call(url: str, data: Mapping[str, object] | None = None, *, timeout: float, tries: int = 5) -> object:
    """The JSON that a GET, or a POST of data as JSON, answers. EngineError when there is none.

    timeout: seconds for one try, from asking to the last byte. A busy server is asked again, later each time, or when
    it says so.
    """
    for pause in (*_PAUSES[: tries - 1], None):
        try:
            return _answer(url, data, timeout)
        except HTTPError as error:
            wait = pause if error.code in _BUSY else None
            if wait is None:
                raise _refused(url, error) from None
            wait = max(wait, _asked_for(error.headers.get("Retry-After", "")))
            if wait > _LONGEST_PAUSE:
                raise _refused(url, error) from None
            error.close()
        except (URLError, OSError, HTTPException) as error:
            reason = getattr(error, "reason", None) or error
            if pause is None or not isinstance(reason, ConnectionError):  # what timed out will again
                raise _silent(url, reason) from None
            wait = pause
        sleep(wait)
    raise AssertionError  # the last try returns or raises


def _answer(url: str, data: Mapping[str, object] | None, timeout: float) -> object:
    from urllib.request import HTTPRedirectHandler, ProxyHandler, Request, build_opener

    class Stay(HTTPRedirectHandler):
        def redirect_request(
            self, req: Request, fp: IO[bytes], code: int, msg: str, headers: Message, newurl: str
        ) -> None:
            """A text, and a key, go only where the user sent them."""

    body = None if data is None else json.dumps(data).encode()
    place, secret = apart(url)
    request = Request(place, body, {"Content-Type": "application/json", "Accept": "application/json", **secret})
    local = urlsplit(url).hostname in _LOOPBACK
    opener = build_opener(Stay, *([ProxyHandler({})] if local else []))
    until = time.monotonic() + timeout
    with opener.open(request, timeout=timeout) as response:
        raw = _read(response, until)
    try:
        return json.loads(raw)
    except (ValueError, RecursionError):
        raise EngineError(f"{shown(url)} does not answer in JSON", hint="check the URL of the server") from None


def _read(response: HTTPResponse, until: float) -> bytes:
    parts, size = [], 0
    while part := response.read1(1 << 16):
        parts.append(part)
        size += len(part)
        if size > _MOST_BYTES:
            raise EngineError("the server's answer is too long", hint="check the URL of the server")
        if time.monotonic() > until:
            raise TimeoutError("timed out")
    return b"".join(parts)


def _asked_for(header: str) -> float:
    """The seconds that Retry-After asks for: a number or a date."""
    if header.strip().isdecimal():
        return float(header)
    try:
        return max(0.0, parsedate_to_datetime(header).timestamp() - time.time())
    except (TypeError, ValueError, OverflowError):
        return 0.0


def _refused(url: str, error: HTTPError) -> EngineError:
    with error:
        try:
            said = json.loads(error.read(10_000))["error"]
        except (OSError, ValueError, LookupError, TypeError, RecursionError, HTTPException):
            said = error.reason
    if 300 <= error.code < 400:
        return EngineError(f"{shown(url)} redirects to another place", hint="give the URL that it redirects to")
    hints = {403: "check LIBRETRANSLATE_API_KEY", 404: "check the URL of the server", 429: "try again later"}
    hint = hints.get(error.code, "look at the server's log" if error.code >= 500 else "")
    return EngineError(f"{shown(url)} answers {error.code}: {said!s:.200}", hint=hint)


def _silent(url: str, reason: object) -> EngineError:
    said = getattr(reason, "strerror", None) or str(reason) or type(reason).__name__
    return EngineError(f"{shown(url)} does not answer: {said}", hint="is the server running, and is its URL right?")
