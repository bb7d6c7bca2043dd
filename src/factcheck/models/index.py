"""The index: a JSON list of the packages that a server offers."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin, urlsplit

from factcheck.errors import ModelError
from factcheck.models.folders import setting
from factcheck.models.metadata import Metadata, Pair, parse_metadata
from factcheck.models.web import chunks, request

ARGOS = "https://raw.githubusercontent.com/argosopentech/argospm-index/main/"
TIMEOUT = 20.0
"""Seconds for a connection, and for each read."""

_MOST = 16 << 20  # bytes
_SHA256 = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Offer(Metadata):
    """A package that can be had: its addresses, and its SHA-256 in hexadecimal digits, or "" where it is not told."""

    links: tuple[str, ...]
    sha256: str = ""


@dataclass(frozen=True, slots=True)
class Index:
    """The offers, by pair and version, and how many entries were left out as they made no sense."""

    url: str
    offers: tuple[Offer, ...]
    left_out: int

    def best(self, pair: Pair) -> Offer:
        """The latest version of a pair. ModelError, with what there is instead, when it is not offered."""
        found = [offer for offer in self.offers if offer.pair == pair]
        if found:
            return found[-1]
        near = [offer for offer in self.offers if set(offer.pair) & set(pair)]
        names = list(dict.fromkeys(offer.name for offer in near))
        listed = ", ".join(names[:12]) or "none of these languages"
        raise ModelError(f"no package {'_'.join(pair)} is offered", file=self.url, hint=f"there are: {listed}")


def index_url(given: str | None = None) -> str:
    """The address of the index: the given one, else ARGOS_PACKAGE_INDEX, else Argos's. A folder's gets index.json."""
    url = given or setting("ARGOS_PACKAGE_INDEX") or ARGOS
    place, mark, query = url.partition("?")
    return url if place.endswith(".json") else f"{place.rstrip('/')}/index.json{mark}{query}"


def read_index(url: str, timeout: float = TIMEOUT) -> Index:
    """Fetch and read an index. ModelError when it cannot be fetched, is over 16 MB, or holds no package."""
    data = bytearray()
    with request(url, timeout) as answer:
        for chunk in chunks(answer, url):
            data += chunk
            if len(data) > _MOST:
                raise ModelError(f"is larger than {_MOST >> 20} MB, and no index", file=url)
    try:
        entries = json.loads(data)
    except (ValueError, RecursionError):
        raise ModelError("is no JSON, and so no index", file=url, hint="check the address") from None
    if not isinstance(entries, list):
        raise ModelError("holds no list of packages", file=url, hint="check the address")
    return _index(entries, url)


def _index(entries: list[Any], url: str) -> Index:
    offers = [offer for entry in entries for offer in _offers(entry, url)]
    if not offers:
        raise ModelError("lists no package that can be used", file=url, hint="check the address")
    offers.sort(key=lambda offer: (offer.pair, offer.order))
    return Index(url, tuple(offers), len(entries) - len(offers))


def _offers(entry: Any, url: str) -> Iterator[Offer]:
    """The entry as an offer, or nothing. Links may be relative to the index; other schemes are left out,
    and http where the index came by https."""
    try:
        data = parse_metadata(entry)
    except ValueError:
        return
    given = entry.get("links")
    links = [_absolute(link, url) for link in given if isinstance(link, str)] if isinstance(given, list) else []
    digest = str(entry.get("sha256") or "").lower()
    links = [link for link in links if link]
    if links and (not digest or _SHA256.fullmatch(digest)):
        yield Offer(data.source, data.target, data.version, tuple(links), digest)


def _absolute(link: str, url: str) -> str:
    try:
        joined = urljoin(url, link)
        schemes = ("https",) if url.startswith("https:") else ("http", "https")
        return joined if urlsplit(joined).scheme in schemes else ""
    except ValueError:
        return ""
