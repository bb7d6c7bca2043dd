"""A server on loopback that offers packages, and fails in the ways that servers fail."""

from __future__ import annotations

import hashlib
import json
import re
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path


@dataclass
class PackageServer:
    """What it serves by path, and how it misbehaves; `seen` holds the path and Range of each request."""

    url: str = ""
    files: dict[str, bytes] = field(default_factory=dict)
    status: dict[str, int] = field(default_factory=dict)  # answer this instead of the file
    cuts: list[int] = field(default_factory=list)  # break the next connections after so many bytes
    delay: float = 0  # seconds before each answer
    drip: float = 0  # seconds between two bytes
    sized: bool = True  # say how long a file is
    moved: dict[str, str] = field(default_factory=dict)
    seen: list[tuple[str, str]] = field(default_factory=list)
    secrets: list[str] = field(default_factory=list)  # each request's Authorization

    def offer(self, *packages: Path, **more: object) -> None:
        """Serve packages and an index of them; more: further keys of each entry."""
        entries = []
        for path in packages:
            source, target, version = re.fullmatch(r"translate-(\w+?)_(\w+?)-(\w+)", path.stem).groups()  # type: ignore[union-attr]
            self.files[f"/{path.name}"] = path.read_bytes()
            entry = {"from_code": source, "to_code": target, "package_version": version.replace("_", ".")}
            entries.append({**entry, "links": [f"{self.url}/{path.name}"], **more})
        self.files["/index.json"] = json.dumps(entries).encode()


@contextmanager
def serving() -> Iterator[PackageServer]:
    """A server that runs while the block does."""
    state = PackageServer()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            state.seen.append((self.path, self.headers.get("Range", "")))
            state.secrets.append(self.headers.get("Authorization", ""))
            time.sleep(state.delay)
            answer(self, state)

        def log_message(self, format: str, *args: object) -> None:
            """Silent."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    state.url = f"http://127.0.0.1:{server.server_port}"
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    try:
        yield state
    finally:
        server.shutdown()
        server.server_close()


def answer(handler: BaseHTTPRequestHandler, state: PackageServer) -> None:
    path = handler.path
    if path in state.status or path in state.moved or path not in state.files:
        handler.send_response(302 if path in state.moved else state.status.get(path, 404))
        handler.send_header("Location", state.moved.get(path, ""))
        handler.end_headers()
        return
    data = state.files[path]
    tag = f'"{hashlib.sha256(data).hexdigest()}"'
    start = _start(handler, tag)
    handler.send_response(206 if start else 200)
    handler.send_header("ETag", tag)
    if start:
        handler.send_header("Content-Range", f"bytes {start}-{len(data) - 1}/{len(data)}")
    if state.sized:
        handler.send_header("Content-Length", str(len(data) - start))
    handler.end_headers()
    _send(handler, data[start:], state)


def _start(handler: BaseHTTPRequestHandler, tag: str) -> int:
    wanted = re.fullmatch(r"bytes=(\d+)-", handler.headers.get("Range", ""))
    return int(wanted[1]) if wanted and handler.headers.get("If-Range") == tag else 0


def _send(handler: BaseHTTPRequestHandler, data: bytes, state: PackageServer) -> None:
    if state.cuts:
        data = data[: state.cuts.pop(0)]
    try:
        for start in range(0, len(data), 1 if state.drip else len(data)):
            handler.wfile.write(data[start : start + (1 if state.drip else len(data))])
            time.sleep(state.drip)
    except OSError:
        pass  # the client had enough
