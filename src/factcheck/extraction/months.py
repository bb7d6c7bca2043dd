"""The name of a month alone: whether "May" is one, and whether an article before it is its first day."""

from __future__ import annotations

import re

from .neighbours import Context
from .numeral import Numeral


def first_of(month: Numeral, context: Context) -> int | None:
    """The start of "el uno de octubre", where an article is the first day; None where none stands there."""
    for word in context.language.first_days:
        for link in context.language.day_month:
            start = month.start - len(word) - len(link)
            if start >= context.taken and context.low.startswith(word + link, start):
                return None if start and context.low[start - 1].isalpha() else start
    return None


def plain_month(month: Numeral, context: Context) -> bool:
    """A month alone: no abbreviation ("Jan Leike"), and not "may" or "march" where months have capitals."""
    if context.taken and not context.gap(context.taken, month.start):
        return False  # the second of two names that Arabic gives a month
    text, form = context.folded.text, context.low[month.start : month.end].rstrip(".")
    if context.language.capital_months and not text[month.start].isupper():
        return False
    doubtful = form in context.language.doubtful_months
    if month.role == "month-short":  # "until Oct." at the end of a sentence
        return not doubtful and month.start > 0 and _LAST.fullmatch(text, month.start + len(form)) is not None
    return not context.language.capital_months or (
        month.start > 0 or (not doubtful and bool(context.language.doubtful_months))
    )


_LAST = re.compile(r"\.[\"')\]]*")
