"""The report as one self-contained page: nothing is fetched, nothing that the texts hold is run.

Readable without scripts, from a file too; light, dark, printed, wide, narrow. A review is the same page with what its
server needs beside it; see factcheck.review.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from factcheck.model import Report
from factcheck.reporting._cells import leads
from factcheck.reporting._headline import headline
from factcheck.reporting._heat import STEPS, heat_map
from factcheck.reporting._left_out import known_before
from factcheck.reporting._legend import MEANINGS, Legend
from factcheck.reporting._names import name_rows
from factcheck.reporting._page import pairs_of, text_views
from factcheck.reporting._summary import count, subject
from factcheck.reporting._template import asset, encoded, isolated, parts, plain, policy
from factcheck.reporting._views import FindingView
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

WHOLE_TEXTS = True
"""It says things of whole texts, so there is none of a bitext."""

_REVIEW = tuple(f"review/{name}.js" for name in ("server", "walking", "decisions", "editing", "keys"))
"""The script of a review, in the order of its parts."""


def render(report: Report) -> str:
    """The report as a page."""
    return "".join(page(report))


def page(report: Report, review: bool = False, only: int | None = None) -> Iterator[str]:
    """The page in parts, from its top to its end.

    review: as that of a review, without the paragraphs side by side, which it asks for as it needs them. only: the one
    translation, by its number, whose findings the page holds.
    """
    facts, rows = headline(report)
    texts = text_views(report, review)
    views = [view for text in texts for view in text.all]
    found, decided = Counter(view.finding.check for view in views if view.stands), _states(report, views)
    named = sorted({view.finding.check for view in views})
    styles, scripts = [asset("report.css")], [asset("report.js")]
    if review:
        styles.append(asset("review/review.css"))
        scripts.append("".join(map(asset, _REVIEW)))
    said = {
        "report": report,
        "review": review,
        "only": only,
        "title": _title(report),
        "texts": texts,
        "linked": {view.summary.anchor for view in texts if view.shown},
        "facts": facts,
        "rows": rows,
        "leads": leads(rows, texts),
        "totals": count(report.findings()),
        "map": heat_map(texts),
        "names": () if review else name_rows(report, texts),
        "steps": STEPS,
        "checks": [(check, found[check]) for check in named],
        "severities": SEVERITIES,
        "meanings": MEANINGS,
        "legend": Legend(named),
        "states": STATES,
        "states_of": DECIDED,
        "left_out": LEFT_OUT,
        "notices": NOTICES,
        "words_of": {**DECIDED, **LEFT_OUT},
        "decided": decided,
        "choices": {
            state: words[0]
            for state, words in (DECIDED if review else {**DECIDED, **LEFT_OUT}).items()
            if review or decided[state]
        },
        "decided_by": decided_by,
        "counted": counted,
        "encoded": encoded,
        "isolated": isolated,
        "language_name": language_name,
        "made_by": [(key, plain(value)) for key, value in report.made_by.items()],
        "styles": styles,
        "scripts": scripts,
        "policy": policy(styles, scripts, review),
    }
    yield from parts("report.html.jinja", said)


def side_by_side(report: Report, number: int) -> str:
    """A translation, by its number, beside its source, for the page of a review."""
    pairs, text = pairs_of(report, number), report.translations[number].article
    return "".join(parts("pairs.jinja", {"pairs": pairs, "report": report, "review": True, "lang": text.lang}))


def _states(report: Report, views: Iterable[FindingView]) -> Counter[str]:
    """How many findings there are of each state; a saved report may only say how many are known."""
    states = Counter(view.state for view in views)
    return states if states["known"] else states + Counter(known=known_before(report))


def _title(report: Report) -> str:
    named = report.title or (report.source.file if report.source else subject(report))
    return named or "A text from memory"
