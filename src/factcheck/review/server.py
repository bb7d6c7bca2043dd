"""The server of a review: for this machine alone, and for who knows the token in the address.

Every request is held against the token, in constant time, and against the host's name, so that no other site's page can
reach it through a name of its own; what writes must come from the page itself.
"""

from __future__ import annotations

import hmac
import json
import secrets
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from werkzeug.exceptions import HTTPException
from werkzeug.serving import WSGIRequestHandler, make_server
from werkzeug.wrappers import Request, Response

from factcheck.errors import FactcheckError, InputError
from factcheck.model import Decision
from factcheck.records.decisions import decisions_from_block, decisions_to_block
from factcheck.records.schemas import validate
from factcheck.reporting._passages import visible
from factcheck.reporting._summary import decided_by
from factcheck.review.session import Session

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment

HOST = "127.0.0.1"
MAX_BODY = 1 << 22
_HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
Body = Mapping[str, Any]


class _Quiet(WSGIRequestHandler):
    """Writes no line for each request: the address holds the token."""

    def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
        """Nothing."""


class Server:
    """Serves a session on loopback until it is closed. port: 0 for any that is free. OSError when it is taken."""

    def __init__(self, session: Session, port: int = 0) -> None:
        self.session, self.token = session, secrets.token_urlsafe(24)
        self._server = make_server(HOST, port, self, threaded=True, request_handler=_Quiet)
        self.port, self._serving = self._server.port, False
        self._hosts = {f"{name}:{self.port}" for name in (HOST, "localhost")}

    @property
    def address(self) -> str:
        """Of the page."""
        return f"http://{HOST}:{self.port}/{self.token}/"

    def serve(self) -> None:
        """Answer requests until close, or Ctrl-C."""
        self._serving = True
        self._server.serve_forever()

    def close(self) -> None:
        """Stop serving, and give the port back."""
        if self._serving:
            self._server.shutdown()
        self._server.server_close()

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Any:
        """Answer one request, as WSGI."""
        request = Request(environ)
        request.max_content_length = MAX_BODY
        response = self._answer(request)
        for name, value in _HEADERS.items():
            response.headers.setdefault(name, value)
        return response(environ, start_response)

    def _answer(self, request: Request) -> Response:
        token, _, name = request.path.removeprefix("/").partition("/")
        if request.host not in self._hosts or not hmac.compare_digest(token.encode(), self.token.encode()):
            return Response("no such page\n", 404, mimetype="text/plain")
        route = _ROUTES.get((request.method, name))
        if route is None:
            return Response("no such page\n", 404, mimetype="text/plain")
        try:
            if request.method == "POST":
                self._own(request)
            return route(self.session, request)
        except FactcheckError as error:
            return _json({"error": visible(str(error))}, 409)
        except HTTPException as error:
            return _json({"error": error.description}, error.code or 400)

    def _own(self, request: Request) -> None:
        """InputError unless it was the page that asked: other sites cannot say where they come from, nor send JSON."""
        origin = request.headers.get("Origin", "")
        if origin.removeprefix("http://") not in self._hosts or request.mimetype != "application/json":
            raise InputError("this was not asked by the page of the review")


def _page(session: Session, request: Request) -> Response:
    only = _number(request.args["text"]) if "text" in request.args else None
    response = Response(session.page(only), mimetype="text/html")
    # The page itself says what it may do, and allows its own script by its hash.
    response.headers["Content-Security-Policy"] = "frame-ancestors 'none'"
    return response


def _state(session: Session, request: Request) -> Response:
    with session.lock:
        session.refresh()
        answer: dict[str, Any] = {"revision": session.revision, "texts": session.texts}
        if request.args.get("revision") != session.revision:
            answer["decisions"] = {key: _shown(made) for key, made in session.decisions.items()}
        return _json(answer)


def _block(session: Session, request: Request) -> Response:
    number = _number(request.args.get("text"))
    segment, block, suggested = session.block(number, request.args.get("fingerprint", ""))
    return _json({"text": number, "segment": segment, "block": block, "suggested": suggested})


def _decide(session: Session, request: Request) -> Response:
    body = _body(request, fingerprints=list, state=str, reason=str, seen=dict)
    if body["state"] not in ("accepted", "to-fix", "open"):
        raise InputError("there is no such state")
    return _written(session, [str(key) for key in body["fingerprints"]], body)


def _restore(session: Session, request: Request) -> Response:
    body = _body(request, decisions=dict, seen=dict)
    return _written(session, list(body["decisions"]), body)


def _written(session: Session, keys: list[str], body: Body) -> Response:
    seen = _decisions(body["seen"])
    if "decisions" in body:
        written = session.restore(_decisions(body["decisions"]), seen)
    else:
        written = session.decide(keys, body["state"], body["reason"], seen)
    now = {key: _shown(written.decisions.get(key)) for key in keys}
    return _json({"decisions": now, "conflicts": sorted(written.conflicts)})


def _edit(session: Session, request: Request) -> Response:
    body = _body(request, text=int, segment=int, old=str, new=str)
    found = session.edit(body["text"], body["segment"], body["old"], body["new"])
    told = f"here is found: {', '.join(found)}." if found else "nothing is found here any more."
    return _json({"found": told})


_ROUTES: Mapping[tuple[str, str], Callable[[Session, Request], Response]] = {
    ("GET", ""): _page,
    ("GET", "state"): _state,
    ("GET", "block"): _block,
    ("POST", "decide"): _decide,
    ("POST", "restore"): _restore,
    ("POST", "edit"): _edit,
}


def _shown(made: Decision | None) -> Body | None:
    """A decision as the page holds it, and in words for the reviewer."""
    if made is None:
        return None
    return {"record": decisions_to_block([made])[made.fingerprint], "said": visible(decided_by(made))}


def _decisions(block: Body) -> dict[str, Decision | None]:
    """What the page says of decisions, null for none. InputError where that is none."""
    some = {key: item for key, item in block.items() if item is not None}
    validate({"version": 1, "decisions": some}, "decisions")
    return {**dict.fromkeys(block), **decisions_from_block(some)}


def _body(request: Request, **types: type) -> Body:
    try:
        body = json.loads(request.get_data())
    except (ValueError, RecursionError):
        body = None
    if not isinstance(body, dict) or any(type(body.get(key)) is not kind for key, kind in types.items()):
        raise InputError("the request is not what the page would send")
    return body


def _number(text: str | None) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 9 else -1


def _json(value: object, status: int = 200) -> Response:
    return Response(json.dumps(value), status, mimetype="application/json")
