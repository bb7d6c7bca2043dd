"""What the page of a review asks for, request by request: JSON in and out."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import asdict
from typing import Any

from werkzeug.wrappers import Request, Response

from factcheck.errors import InputError
from factcheck.model import Decision
from factcheck.records.decisions import decisions_from_block, decisions_to_block
from factcheck.records.schemas import validate
from factcheck.reporting._passages import visible
from factcheck.reporting._wording import decided_by
from factcheck.review.mending import Mended, insert_paragraph, paragraph, remove_paragraph, replace_paragraph
from factcheck.review.session import Session

Body = Mapping[str, Any]


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
        answer |= {"gone": not session.path.exists(), "unread": [visible(why) for why in session.unread.values()]}
        if request.args.get("revision") != answer["revision"]:
            answer["decisions"] = {key: _shown(made) for key, made in session.decisions.items()}
        return to_json(answer)


def _pairs(session: Session, request: Request) -> Response:
    return Response(session.pairs(_number(request.args.get("text"))), mimetype="text/html")


def _block(session: Session, request: Request) -> Response:
    number = _number(request.args.get("text"))
    found = paragraph(session, number, request.args.get("fingerprint", ""))
    return to_json({"text": number, "lang": session.article(number).lang, **asdict(found)})


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
    return to_json({"decisions": now, "conflicts": sorted(written.conflicts)})


def _edit(session: Session, request: Request) -> Response:
    body = _body(request, text=int, segment=int, old=str, new=str)
    return _mended(replace_paragraph(session, body["text"], body["segment"], body["old"], body["new"]))


def _insert(session: Session, request: Request) -> Response:
    body = _body(request, text=int, fingerprint=str, new=str)
    return _mended(insert_paragraph(session, body["text"], body["fingerprint"], body["new"]))


def _remove(session: Session, request: Request) -> Response:
    body = _body(request, text=int, segment=int, old=str)
    return _mended(remove_paragraph(session, body["text"], body["segment"], body["old"]))


def _mended(made: Mended) -> Response:
    told = f"found here now: {', '.join(made.found)}." if made.found else "nothing is found here any more."
    return to_json({**asdict(made), "found": told})


ROUTES: Mapping[tuple[str, str], Callable[[Session, Request], Response]] = {
    ("GET", ""): _page,
    ("GET", "state"): _state,
    ("GET", "pairs"): _pairs,
    ("GET", "block"): _block,
    ("POST", "decide"): _decide,
    ("POST", "restore"): _restore,
    ("POST", "edit"): _edit,
    ("POST", "insert"): _insert,
    ("POST", "remove"): _remove,
}
"""Method and path to what answers, which raises FactcheckError in words for the reviewer."""

PAGES = ("", "pairs")
"""What a person, or a browser as a page, reads."""


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


def to_json(value: object, status: int = 200) -> Response:
    """A response that holds a value as JSON."""
    return Response(json.dumps(value), status, mimetype="application/json")
