"""Addresses of servers: which are any, what of one may be shown, and the password that may be in it."""

from __future__ import annotations

import base64
import re
from urllib.parse import unquote, urlsplit


def is_http(url: str) -> bool:
    """Whether a client of http and https can ask it."""
    try:
        parts = urlsplit(url)
        str(parts.port).encode(), str(parts.hostname).encode("idna")  # as the client will
    except ValueError:
        return False
    plain = url.isascii() and url.isprintable() and " " not in url
    return plain and parts.scheme in ("http", "https") and bool(parts.hostname)


def shown(url: str) -> str:
    """A URL without what may be secret: no name and password, no query. Any text will do."""
    scheme, there, rest = url.rpartition("://")
    host, slash, path = re.split(r"[?#]", rest, maxsplit=1)[0].partition("/")
    return scheme + there + host.rpartition("@")[2] + slash + path


def apart(url: str) -> tuple[str, dict[str, str]]:
    """A URL without its name and password, and the header that carries those."""
    parts = urlsplit(url)
    secret, there, host = parts.netloc.rpartition("@")
    if not there:
        return url, {}
    basic = base64.b64encode(unquote(secret).encode()).decode()
    return parts._replace(netloc=host).geturl(), {"Authorization": f"Basic {basic}"}
