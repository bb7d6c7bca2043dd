"""Months, days, day periods and the order of dates, out of CLDR as Babel carries it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import pairwise
from typing import Any

from .cldr_forms import lower, usable

Table = dict[str, Any]


def calendar(data: Mapping[str, Any], table: str, shift: int) -> dict[str, int]:
    """Months or days, wide and abbreviated, in a phrase and alone. What means two things or is a number is left out."""
    votes: dict[str, set[int]] = {}
    for width in ("wide", "abbreviated"):
        for context in ("format", "stand-alone"):
            names = data[table][context].get(width) or {}
            for number in names:
                form = lower(names[number])
                # a single character (水, 일) means too much else
                for short in {form, form.rstrip(".")}:
                    if usable(short) and len(short) > 1:
                        votes.setdefault(short, set()).add(number + shift)
    return {form: min(found) for form, found in votes.items() if len(found) == 1}


def times(data: Mapping[str, Any]) -> dict[str, list[str]]:
    """am and pm: day periods that lie wholly before or after noon; and the words for noon and midnight."""
    found: dict[str, set[str]] = {"am": set(), "pm": set(), "noon": set(), "midnight": set()}
    halves = {"am": "am", "pm": "pm", "noon": "noon", "midnight": "midnight"}
    halves |= {period: half for period, spans in _period_rules(data).items() if (half := _half(spans))}
    for context in ("format", "stand-alone"):
        for width in ("wide", "abbreviated", "narrow"):
            periods = data["day_periods"][context].get(width) or {}
            for period in periods:
                form = lower(periods[period])
                if period in halves and usable(form) and (width != "narrow" or period in ("am", "pm")):
                    found[halves[period]].add(form)
    both = found["am"] & found["pm"]
    return {key: sorted(forms - both) for key, forms in found.items() if forms - both}


def _period_rules(data: Mapping[str, Any]) -> Mapping[str, Any]:
    return data.get("day_period_rules", {}).get(None, {})  # type: ignore[no-any-return]


def _half(spans: list[dict[str, int]]) -> str:
    """The string "am" or "pm" for a period whose hours are all before or all after noon, else "".

    What ends by six in the morning is night, and people say it of eleven in the evening too.
    """
    noon = 12 * 3600
    if any("from" not in span or span["from"] >= span["before"] for span in spans):
        return ""
    if all(span["before"] <= noon for span in spans):
        return "am" if any(span["before"] > noon / 2 for span in spans) else ""
    return "pm" if all(span["from"] >= noon for span in spans) else ""


def dates(data: Mapping[str, Any]) -> Table:
    """The order of day, month and year in digits; what stands between day and month, and month and year, in words."""
    short = re.sub("'[^']*'", "", str(data["date_formats"]["short"].pattern))
    order = "".join(dict.fromkeys(c.lower() for c in short if c in "dMy"))
    between = set()
    for style in ("long", "medium"):
        pieces = re.findall("('[^']*'|[^A-Za-z']+|[A-Za-z]+)", str(data["date_formats"][style].pattern))
        fields = [i for i, piece in enumerate(pieces) if piece[0] in "dMyL"]
        gaps = ("".join(pieces[a + 1 : b]).replace("'", "") for a, b in pairwise(fields))
        between |= {" ".join(g.replace("\u202f", " ").replace("\xa0", " ").split(" ")) for g in gaps}
    joins = sorted(g.lower() for g in between if g.strip() and not set(g) & set("/年년") and len(g) < 8)
    return {"order": order} | ({"day-month": joins} if joins else {})
