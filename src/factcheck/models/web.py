"""HTTP: http and https only, with time limits, and every failure as one plain sentence.

The standard library's client does: one address after the other is read, so that a client with connection pools would
bring nothing but a dependency.
"""

from __future__ import annotations

import http.client
import ssl
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import IO, Any
from urllib.parse import urlsplit

from factcheck import __version__
from factcheck.addresses import apart, is_http
from factcheck.errors import ModelError

OFFLINE = "without a network: `factcheck models install FILE.argosmodel`; another index: --index URL"

_CHUNK = 1 << 16
_PATIENCE = 30  # seconds that a server may take before its speed counts
_SLOWEST = 1024  # bytes a second


class Interrupted(ModelError):
    """The connection broke or came to a standstill: another try may go on from there."""


class _Redirects(urllib.request.HTTPRedirectHandler):
    """Follows redirects, but never from https to http, where anybody could put something else in between."""

    def redirect_request(
        self,
        req: urllib.request.Request,
        fp: IO[bytes],
        code: int,
        msg: str,
        headers: http.client.HTTPMessage,
        newurl: str,
    ) -> urllib.request.Request | None:
        if req.type == "https" and urlsplit(newurl).scheme != "https":
            raise ModelError("redirects from https to http", file=req.full_url, hint="use another address")
        return super().redirect_request(req, fp, code, msg, headers, newurl)


@contextmanager
def request(url: str, timeout: float, headers: Mapping[str, str] | None = None) -> Iterator[http.client.HTTPResponse]:
    """The answer to a GET; timeout: seconds for the connection, and for each read. ModelError for every failure."""
    place, secret = apart(checked(url))
    asked = urllib.request.Request(place, headers={"User-Agent": f"factcheck/{__version__}", **(headers or {})})
    for name, value in secret.items():
        asked.add_unredirected_header(name, value)
    try:
        with _opener().open(asked, timeout=timeout) as answer:
            yield answer
    except urllib.error.HTTPError as error:
        error.close()
        raise ModelError(f"the server answered {error.code} {error.reason}", file=url, hint=OFFLINE) from None
    except TimeoutError:
        raise Interrupted(f"nothing came within {timeout:g} seconds", file=url, hint=OFFLINE) from None
    except urllib.error.URLError as error:
        reason = error.reason
        timed_out = isinstance(reason, TimeoutError)
        what = (
            f"no connection within {timeout:g} seconds"
            if timed_out
            else f"cannot be reached: {getattr(reason, 'strerror', None) or reason}"
        )
        raise ModelError(what, file=url, hint=OFFLINE) from None
    except (http.client.HTTPException, ConnectionError, ssl.SSLError) as error:
        raise Interrupted(f"the connection broke: {error or type(error).__name__}", file=url, hint=OFFLINE) from None


def checked(url: str) -> str:
    """The address, if it is one of http or https; else ModelError."""
    if not is_http(url):
        raise ModelError("is no http or https address", file=url[:200], hint="a file: `factcheck models install FILE`")
    return url


def chunks(answer: http.client.HTTPResponse, url: str) -> Iterator[bytes]:
    """The body piece by piece. Interrupted when it is cut off, or comes at less than a kilobyte a second."""
    started, seen = time.monotonic(), 0
    while data := answer.read1(_CHUNK):
        seen += len(data)
        yield data
        spent = time.monotonic() - started
        if spent > _PATIENCE and seen < spent * _SLOWEST:
            raise Interrupted(f"only {seen} bytes came in {spent:.0f} seconds", file=url, hint=OFFLINE)
    if answer.length:  # what the server announced and did not send
        raise Interrupted("the connection broke", file=url, hint=OFFLINE)


def _opener() -> urllib.request.OpenerDirector:
    """Without the handlers of files and FTP that come with the library's own."""
    opener = urllib.request.OpenerDirector()
    handlers: tuple[Any, ...] = (
        urllib.request.ProxyHandler,
        urllib.request.UnknownHandler,
        urllib.request.HTTPHandler,
        urllib.request.HTTPSHandler,
        urllib.request.HTTPDefaultErrorHandler,
        urllib.request.HTTPErrorProcessor,
        _Redirects,
    )
    for handler in handlers:
        opener.add_handler(handler())
    return opener
