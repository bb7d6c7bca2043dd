"""The report as one self-contained page: nothing is fetched, nothing that the texts hold is run.

The template escapes every text; the page's policy forbids whatever is not this one style and this one script.
"""

from __future__ import annotations

import base64
import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from factcheck.model import Report
from factcheck.reporting._cells import leads
from factcheck.reporting._headline import headline
from factcheck.reporting._heat import STEPS, heat_map
from factcheck.reporting._left_out import known_before
from factcheck.reporting._names import name_rows
from factcheck.reporting._page import FindingView, text_views
from factcheck.reporting._passages import visible
from factcheck.reporting._summary import count, subject
from factcheck.reporting._wording import (
    DECIDED,
    LEFT_OUT,
    NOTICES,
    SEVERITIES,
    STATES,
    counted,
    decided_by,
    language_name,
)

if TYPE_CHECKING:
    from jinja2 import Environment

_PAGE = Path(__file__).with_name("page")


def render(report: Report, review: bool = False, only: int | None = None) -> str:
    """A page for any browser, from a file too: readable without scripts; light, dark, printed, wide, narrow.

    review: with what a server of reviews needs beside it; see factcheck.review. only: the one translation, by its
    number, whose findings the page holds.
    """
    facts, rows = headline(report)
    texts = text_views(report, review)
    views = [view for text in texts for view in text.all]
    found, decided = Counter(view.finding.check for view in views if view.stands), _states(report, views)
    names = ("report", "review") if review else ("report",)
    styles, scripts = ([_asset(f"{name}.{kind}") for name in names] for kind in ("css", "js"))
    return (
        _environment()
        .get_template("report.html.jinja")
        .render(
            report=report,
            review=review,
            only=only,
            title=_title(report),
            texts=texts,
            linked={view.summary.anchor for view in texts if view.shown},
            facts=facts,
            rows=rows,
            leads=leads(rows, texts),
            totals=count(report.findings()),
            map=heat_map(texts),
            names=() if review else name_rows(report, texts),
            steps=STEPS,
            checks=[(check, found[check]) for check in sorted({view.finding.check for view in views})],
            severities=SEVERITIES,
            states=STATES,
            states_of=DECIDED,
            left_out=LEFT_OUT,
            notices=NOTICES,
            words_of={**DECIDED, **LEFT_OUT},
            decided=decided,
            choices={
                state: words[0]
                for state, words in (DECIDED if review else {**DECIDED, **LEFT_OUT}).items()
                if review or decided[state]
            },
            decided_by=decided_by,
            counted=counted,
            encoded=_encoded,
            language_name=language_name,
            made_by=[(key, _plain(value)) for key, value in report.made_by.items()],
            styles=styles,
            scripts=scripts,
            policy=_policy(styles, scripts, review),
        )
    )


def _environment() -> Environment:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    return Environment(
        loader=FileSystemLoader(_PAGE),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=_harmless,
    )


def _states(report: Report, views: Iterable[FindingView]) -> Counter[str]:
    """How many findings there are of each state; a saved report may only say how many are known."""
    states = Counter(view.state for view in views)
    return states if states["known"] else states + Counter(known=known_before(report))


def _title(report: Report) -> str:
    named = report.title or (report.source.file if report.source else subject(report))
    return named or "A text from memory"


def _harmless(value: object) -> object:
    """Every text of the report without what steers; the page's own parts as they are."""
    return visible(value) if isinstance(value, str) and not hasattr(value, "__html__") else value


def _encoded(text: str) -> str:
    """A text of the report for a query in an address, as it stands on the page."""
    return quote(visible(text), safe="")


def _plain(value: object) -> str:
    """A JSON value as a person would say it."""
    if isinstance(value, Mapping):
        return ", ".join(f"{key} {_plain(item)}" for key, item in value.items())
    return ", ".join(map(_plain, value)) if isinstance(value, list | tuple) else str(value)


@cache
def _asset(name: str) -> str:
    return (_PAGE / name).read_text("utf-8")


def _policy(styles: Sequence[str], scripts: Sequence[str], review: bool) -> str:
    """Nothing but these styles and scripts, known by their hashes, may do anything on the page."""
    allowed = [
        " ".join([kind, *(f"'sha256-{_hash(text)}'" for text in texts)])
        for kind, texts in (("style-src", styles), ("script-src", scripts))
    ]
    own = ["connect-src 'self'"] if review else []
    return "; ".join(["default-src 'none'", *allowed, *own, "base-uri 'none'", "form-action 'none'"])


def _hash(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
