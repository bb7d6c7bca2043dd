"""A server on the loopback that speaks LibreTranslate's API, and misbehaves as a test asks."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

LANGUAGES = [{"code": "en", "name": "English", "targets": ["de", "en", "zh-Hans", "pt-BR"]}]


class LibreServer(ThreadingHTTPServer):
    """answers: what comes before the right ones: (status, headers, body), or seconds to wait. asked: all requests;
    secrets: the Authorization of each POST."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.url = f"http://127.0.0.1:{self.server_address[1]}"
        self.answers: list[tuple[int, dict[str, str], Any] | float] = []
        self.asked: list[tuple[str, Any]] = []
        self.languages: Any = LANGUAGES
        self.secrets: list[str] = []


class _Handler(BaseHTTPRequestHandler):
    server: LibreServer

    def do_GET(self) -> None:
        self.server.asked.append((self.path, None))
        self._answer(200, {}, self.server.languages if self.path == "/languages" else {"info": {"version": "1.9.6"}})

    def do_POST(self) -> None:
        asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.server.asked.append((self.path, asked))
        self.server.secrets.append(self.headers.get("Authorization", ""))
        first = self.server.answers.pop(0) if self.server.answers else 0.0
        if isinstance(first, tuple):
            return self._answer(*first)
        time.sleep(first)
        return self._answer(200, {}, {"translatedText": [text.upper() for text in asked["q"]]})

    def _answer(self, status: int, headers: dict[str, str], body: Any) -> None:
        data = body if isinstance(body, bytes) else json.dumps(body).encode()
        self.send_response(status)
        for name, value in {"Content-Length": str(len(data)), **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_: object) -> None:
        """Nothing: the tests read what was asked."""


@contextmanager
def serving() -> Iterator[LibreServer]:
    """A server that runs until the end of the block."""
    server = LibreServer()
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
