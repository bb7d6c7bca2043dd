"""Suppression: <!-- factcheck: ignore[check-id] reason --> leaves a block's findings of that check out.

In a translation, or a text alone, it holds for the block that it stands in or before; in the source article for that
block in all translations. What has no place in a text it leaves out wherever it stands.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from contextlib import suppress
from dataclasses import replace

from .checks import select
from .comments import CLOSING, OPENING
from .errors import InputError
from .model import Article, Finding, Problem, Suppressed, Suppression

_HINT = "write <!-- factcheck: ignore[check-id] reason -->"


def suppressions(article: Article, shared: bool = False) -> list[Suppression]:
    """What the comments of an article suppress; those that cannot be understood are left to broken_comments. shared:
    as of Suppression."""
    found = []
    for comment in article.comments:
        with suppress(InputError):
            found.append(Suppression(*_parsed(comment.text), comment, article, shared))
    return found


def broken_comments(articles: Iterable[Article]) -> tuple[Problem, ...]:
    """A problem, with file and line, for each comment to factcheck that cannot be understood."""
    problems = []
    for article in articles:
        for comment in article.comments:
            try:
                _parsed(comment.text)
            except InputError as error:
                problems.append(Problem(error.message, article.file, f"line {comment.line}", error.hint or ""))
    return tuple(problems)


def _parsed(text: str) -> tuple[tuple[str, ...], str]:
    """The checks and the reason. InputError for what is missing or unknown."""
    if not text.endswith(CLOSING):
        raise InputError("a comment to factcheck is not closed", hint=f"end it with {CLOSING}")
    _, colon, order = text.removeprefix(OPENING).removesuffix(CLOSING).partition(":")
    word, opening, rest = order.partition("[")
    names, closing, reason = rest.partition("]")
    if not (colon and opening and closing) or word.strip().casefold() != "ignore":
        raise InputError("a comment to factcheck is not understood", hint=_HINT)
    checks = tuple(dict.fromkeys(name.strip() for name in names.split(",")))
    if not all(checks):
        raise InputError("a suppression does not name its checks", hint=_HINT)
    select(checks)
    if not reason.strip(" \t\n:-–—"):
        raise InputError("a suppression gives no reason", hint=_HINT)
    return checks, " ".join(reason.split())


def sort_out(
    findings: Iterable[Finding], held: Iterable[Suppression]
) -> tuple[tuple[Finding, ...], tuple[Suppressed, ...]]:
    """Findings -> those that stand, and those that are suppressed, both in order."""
    held = list(held)
    kept, left_out = [], []
    for finding in findings:
        covering = next((item for item in held if item.covers(finding)), None)
        if covering:
            left_out.append(Suppressed(finding, covering.reason))
        else:
            kept.append(finding)
    return tuple(kept), tuple(left_out)


def unused(
    held: Iterable[Suppression], suppressed: Collection[Suppressed], ran: Collection[str]
) -> Iterator[Suppression]:
    """The suppressions that left nothing out, with those of their checks for which that is so. ran: the checks that
    looked; nothing is said of others."""
    for item in held:
        idle = tuple(
            check
            for check in item.checks
            if check in ran and not any(one.finding.check == check and item.covers(one.finding) for one in suppressed)
        )
        if idle:
            yield replace(item, checks=idle)
