"""schema.org ClaimReview as JSON-LD: what each text states for the facts of the ledger, rated by the ledger.

Each is a review of what one text states for one headline fact: 5 of 5 where it is what the ledger states, 1 where it
differs. A text that states nothing for a fact claims nothing, so there is nothing to review. Before publishing, add
what no report knows: url, author and datePublished.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from factcheck.model import Fact, FactCell, Report
from factcheck.reporting._headline import headline
from factcheck.reporting._plain import path, plain, uri
from factcheck.reporting._summary import TextSummary
from factcheck.reporting._wording import STATES

WHOLE_TEXTS = True
"""It says things of whole texts, so there is none of a bitext."""

BEST, WORST = 5, 1
_RATINGS = {"right": BEST, "changed": WORST}
Json = dict[str, Any]


def render(report: Report) -> str:
    """A graph of reviews, text by text; it may stand inside a script element of a page as it is."""
    graph = {"@context": "https://schema.org", "@graph": list(_reviews(report))}
    text = json.dumps(graph, ensure_ascii=False, indent=2)
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028") + "\n"


def _reviews(report: Report) -> Iterator[Json]:
    facts, rows = headline(report)
    for text, cells in rows:
        for fact, found in zip(facts, cells, strict=True):
            if found and found.state in _RATINGS:
                yield _review(text, fact, found)


def _review(text: TextSummary, fact: Fact, cell: FactCell) -> Json:
    source = {"citation": plain(fact.source)} if fact.source else {}
    return {
        "@type": "ClaimReview",
        "identifier": plain(f"{fact.id}/{text.anchor}"),
        "claimReviewed": plain(cell.found),
        "reviewBody": f"The ledger states: {plain(fact.sentence)}",
        **source,
        "itemReviewed": _item(text),
        "reviewRating": _rating(cell.state),
    }


def _item(text: TextSummary) -> Json:
    named = {"name": path(text.file), "url": uri(text.file)} if text.file else {}
    return {"@type": "Claim", "appearance": {"@type": "Article", "inLanguage": plain(text.lang), **named}}


def _rating(state: str) -> Json:
    rating = {"ratingValue": _RATINGS[state], "bestRating": BEST, "worstRating": WORST}
    return {"@type": "Rating", **rating, "alternateName": STATES[state][1]}
