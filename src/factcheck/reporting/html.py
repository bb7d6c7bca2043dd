"""The report as one self-contained page: nothing is fetched, nothing that the texts hold is run.

The template escapes every text; the page's policy forbids whatever is not this one style and this one script.
"""

from __future__ import annotations

import base64
import hashlib
from collections import Counter
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from factcheck.model import Report
from factcheck.reporting._page import text_views
from factcheck.reporting._passages import visible
from factcheck.reporting._summary import SEVERITIES, STATES, count, counted, headline, language_name, subject

_PAGE = Path(__file__).with_name("page")


def render(report: Report) -> str:
    """A page for any browser, from a file too: readable without scripts; light, dark, printed, wide, narrow."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(_PAGE),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=_harmless,
    )
    facts, rows = headline(report)
    texts = text_views(report)
    style, script = _asset("report.css"), _asset("report.js")
    return environment.get_template("report.html.jinja").render(
        report=report,
        title=_title(report),
        texts=texts,
        linked={view.summary.anchor for view in texts if view.shown},
        facts=facts,
        rows=rows,
        totals=count(report.findings()),
        suppressed=sum(len(text.suppressed) for text in report.translations),
        checks=sorted(Counter(finding.check for finding in report.findings()).items()),
        severities=SEVERITIES,
        states=STATES,
        counted=counted,
        language_name=language_name,
        made_by=[(key, _plain(value)) for key, value in report.made_by.items()],
        style=style,
        script=script,
        policy=_policy(style, script),
    )


def _title(report: Report) -> str:
    named = report.title or (report.source.file if report.source else subject(report))
    return named or "A text from memory"


def _harmless(value: object) -> object:
    """Every text of the report without what steers; the page's own parts as they are."""
    return visible(value) if isinstance(value, str) and not hasattr(value, "__html__") else value


def _plain(value: object) -> str:
    """A JSON value as a person would say it."""
    if isinstance(value, Mapping):
        return ", ".join(f"{key} {_plain(item)}" for key, item in value.items())
    return ", ".join(map(_plain, value)) if isinstance(value, list | tuple) else str(value)


@cache
def _asset(name: str) -> str:
    return (_PAGE / name).read_text("utf-8")


def _policy(style: str, script: str) -> str:
    """Nothing but this style and this script, known by their hashes, may do anything on the page."""
    sources = {"style-src": _hash(style), "script-src": _hash(script)}
    allowed = [f"{kind} 'sha256-{value}'" for kind, value in sources.items()]
    return "; ".join(["default-src 'none'", *allowed, "base-uri 'none'", "form-action 'none'"])


def _hash(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
