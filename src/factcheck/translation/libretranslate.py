"""A LibreTranslate server of the user's own, at LIBRETRANSLATE_URL.

Without that variable nothing is ever sent anywhere. Limits: it translates sentence by sentence, slower than the same
models here; its models are not named, so their versions are not known.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from functools import cache

from factcheck.addresses import is_http, shown
from factcheck.errors import EngineError
from factcheck.translation._base import Engine, Pair
from factcheck.translation._codes import standard
from factcheck.translation._sentences import clauses, joined

_FIRST_TIMEOUT, _TIMEOUT = 5.0, 120.0  # seconds: to say its languages, to translate a batch
_MOST_TIMES = 20  # an answer so many times as long as the question is none


class LibreTranslate(Engine):
    """Translates over HTTP; never follows a redirect. LIBRETRANSLATE_API_KEY is sent to that server only."""

    name = "libretranslate"
    rank = 12
    more = "install more models on the server"

    @property
    def version(self) -> str:
        return _version(_url()) if _url() and not self.missing() else ""

    def missing(self) -> str:
        if not _url():
            return "no server is named: set LIBRETRANSLATE_URL to the URL of yours, http://127.0.0.1:5000"
        return _known(_url())[1]

    def pairs(self) -> frozenset[Pair]:
        return frozenset(_known(_url())[0])

    def model(self, source: str, target: str) -> str:  # noqa: ARG002
        return _url()

    def translate(self, sentences: Sequence[str], source: str, target: str) -> list[str]:
        codes = _known(_url())[0].get((source, target))
        if codes is None:
            raise EngineError(f"libretranslate has no pair from {source!r} to {target!r}", hint=self.more)
        parts = [clauses(sentence) for sentence in sentences]
        flat = [part for group in parts for part in group]
        made = [text for at in range(0, len(flat), self.batch) for text in _ask(flat[at : at + self.batch], codes)]
        spoken = iter(made)
        return [joined(next(spoken) for _ in group) for group in parts]


def _ask(sentences: Sequence[str], codes: Pair) -> list[str]:
    from factcheck.translation._http import call

    data: dict[str, object] = {"q": list(sentences), "source": codes[0], "target": codes[1], "format": "text"}
    if key := os.environ.get("LIBRETRANSLATE_API_KEY"):
        data["api_key"] = key
    answer = call(f"{_url()}/translate", data, timeout=_TIMEOUT)
    made = answer.get("translatedText") if isinstance(answer, dict) else None
    if not isinstance(made, list) or not all(isinstance(text, str) for text in made):
        raise _nonsense("no list of texts")
    if len(made) != len(sentences):
        raise _nonsense(f"{len(made)} texts for {len(sentences)}")
    if any(len(text) > _MOST_TIMES * (len(asked) + 50) for text, asked in zip(made, sentences, strict=True)):
        raise _nonsense("a text that is far too long")
    return made


def _nonsense(what: str) -> EngineError:
    return EngineError(f"libretranslate answers with {what}", hint="is LIBRETRANSLATE_URL a LibreTranslate server?")


def _url() -> str:
    return os.environ.get("LIBRETRANSLATE_URL", "").strip().rstrip("/")


@cache
def _known(url: str) -> tuple[dict[Pair, Pair], str]:
    """Each pair with the server's own codes for it, and why there are none. Asked once a run."""
    try:
        return _languages(url) if url else {}, ""
    except EngineError as error:
        return {}, str(error)


def _languages(url: str) -> dict[Pair, Pair]:
    from factcheck.translation._http import call

    if not is_http(url):
        raise EngineError(f"LIBRETRANSLATE_URL is no URL: {shown(url)!r:.80}", hint="write http://127.0.0.1:5000")
    answer = call(f"{url}/languages", timeout=_FIRST_TIMEOUT, tries=2)
    found: dict[Pair, Pair] = {}
    for item in answer if isinstance(answer, list) else [None]:
        code, targets = (item.get("code"), item.get("targets")) if isinstance(item, dict) else (None, None)
        if not isinstance(code, str) or not isinstance(targets, list):
            raise _nonsense("no list of languages")
        for target in targets:
            if isinstance(target, str) and target != code:
                found[standard(code), standard(target)] = code, target
    return found


@cache
def _version(url: str) -> str:
    """As its settings or its description of itself say; "" where they don't."""
    from factcheck.translation._http import call

    try:
        answer = call(f"{url}/spec", timeout=_FIRST_TIMEOUT, tries=1)
    except EngineError:
        return ""
    info = answer.get("info") if isinstance(answer, dict) else None
    version = info.get("version") if isinstance(info, dict) else None
    return version if isinstance(version, str) and len(version) < 20 else ""
