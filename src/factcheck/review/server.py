"""The server of a review: for this machine alone, and for who knows the token in the address.

Every request is held against the token, in constant time, and against the host's name, so that no other site's page can
reach it through a name of its own; what writes must come from the page itself.
"""

from __future__ import annotations

import hmac
import secrets
import socket
from typing import TYPE_CHECKING, Any

from werkzeug.exceptions import HTTPException
from werkzeug.serving import WSGIRequestHandler, make_server
from werkzeug.wrappers import Request, Response

from factcheck.errors import FactcheckError, InputError
from factcheck.reporting._passages import visible
from factcheck.review.routes import PAGES, ROUTES, to_json
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


class _Quiet(WSGIRequestHandler):
    """Writes no line for each request: the address holds the token."""

    def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
        """Nothing."""


class Server:
    """Serves a session on loopback until it is closed. port: 0 for any that is free. OSError when it is taken."""

    def __init__(self, session: Session, port: int = 0) -> None:
        self.session, self.token = session, secrets.token_urlsafe(24)
        with socket.create_server((HOST, port)) as taken:  # by itself the server would print that it is taken, and exit
            self._server = make_server(HOST, port, self, threaded=True, request_handler=_Quiet, fd=taken.fileno())
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
        route = ROUTES.get((request.method, name))
        if route is None:
            return Response("no such page\n", 404, mimetype="text/plain")
        try:
            if request.method == "POST":
                self._own(request)
            return route(self.session, request)
        except FactcheckError as error:
            told = visible(str(error))
            if name in PAGES:
                return Response(f"{told}\n", 409, mimetype="text/plain")
            return to_json({"error": told}, 409)
        except HTTPException as error:
            return to_json({"error": error.description}, error.code or 400)

    def _own(self, request: Request) -> None:
        """InputError unless it was the page that asked: other sites cannot say where they come from, nor send JSON."""
        origin = request.headers.get("Origin", "")
        if origin.removeprefix("http://") not in self._hosts or request.mimetype != "application/json":
            raise InputError("this was not asked by the page of the review")
