"""A date is not in the calendar.

Found in a text alone: the 31st of a month of thirty days, 29 February of a common year, and a weekday beside a whole
date that fell on another one. It is an error where the month is named and the year is: then nothing can be read in
another order. Other dates, and weekdays, are warnings; dates before 1924 are warnings or not judged, since the Julian
calendar was in use. With a source, `date-changed` and `weekday-changed` say what became of its dates.
"""

from __future__ import annotations

import re
from calendar import isleap
from collections.abc import Iterator
from datetime import date

from ..comparison.moments import components
from ..contexts import SegmentContext, TextContext
from ..extraction import weekdays
from ..model import Claim, Finding, Kind, Severity
from ._base import Example, quote, remark

SEVERITY = Severity.ERROR
CATEGORY = "Accuracy/Mistranslation"
_ID = "date-impossible"
EXAMPLES = (
    Example("", "Sie kündigte am 31. April 2024.", "de"),
    Example("", "The sale ends on 2025-02-30.", "en"),
    Example("", "式典は2月30日に行われた。", "ja"),
    Example("", "Il est né le 29 février 2023.", "fr"),
    Example("", "Она ушла в понедельник, 6 августа 2024 года.", "ru"),
    Example("", "On Monday, 5 August 2024, and on 29 February 2024, nothing happened.", "en", finds=False),
    Example("", "Am 29. Februar war frei, am Dienstag auch. Am 6. August 2024 nicht.", "de", finds=False),
    Example("", "Le lundi 31 décembre, le 31/12 et le 29 février 1700.", "fr", finds=False),
)
_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_GREGORIAN = 1924
"""The year from which on the whole world's papers write dates of one calendar."""
_BETWEEN = re.compile(r"[ \u00a0,(（]{0,3}(?:[^\W\d_]{1,4}[ \u00a0]{1,2})?")
"""What stands between a weekday and its date: a comma, a bracket, an article."""
_LETTER = re.compile(r"[^\W\d_]")
_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def check_text(text: TextContext) -> Iterator[Finding]:
    """Findings for dates of a text alone that never were."""
    if text.source is not None:
        return
    segments = {segment.index: segment for segment in text.article.segments}
    for claim in text.claims:
        parts = components(claim)
        if claim.kind is Kind.DATE and "month" in parts and "day" in parts:
            segment = text.segment(segments[claim.segment])
            if not _exists(parts.get("year", 0), parts["month"], parts["day"]):
                yield _never(segment, claim, "year" in parts)
            elif parts.get("year", 0) >= _GREGORIAN:
                yield from _fell_on_another(segment, claim, parts)


def _exists(year: int, month: int, day: int) -> bool:
    """Whether a year (0: any) has a day. All that are divided by four have a 29 February in the Julian calendar."""
    leap = not year or (isleap(year) if year >= _GREGORIAN else year % 4 == 0)
    return day <= _DAYS[month - 1] - (month == 2 and not leap)


def _never(segment: SegmentContext, claim: Claim, whole: bool) -> Finding:
    sure = whole and claim.moment >= str(_GREGORIAN) and _LETTER.search(claim.text)
    severity, confidence = (Severity.ERROR, 0.9) if sure else (Severity.WARNING, 0.7)
    message = f"{quote(claim)} is a day that the calendar does not have."
    return remark(segment, _ID, severity, confidence, message, CATEGORY, claim.span, value=claim.moment)


def _fell_on_another(segment: SegmentContext, claim: Claim, parts: dict[str, int]) -> Iterator[Finding]:
    """A finding for the weekday beside a date that is not the one it fell on."""
    text, right = segment.segment.text, date(**parts).isoweekday()
    possible = {right}
    if not _LETTER.search(claim.text) and parts["day"] <= 12:  # 8/6/2024 may be read in another order
        possible.add(date(parts["year"], parts["day"], parts["month"]).isoweekday())
    for day in weekdays(text, segment.lang):
        first, second = sorted([day.span, claim.span])
        if day.day not in possible and _BETWEEN.fullmatch(text, first[1], max(first[1], second[0])):
            message = (
                f"{quote(claim)} was no {_NAMES[day.day - 1]}, as {quote(day.text)} says, but a {_NAMES[right - 1]}."
            )
            yield remark(segment, _ID, Severity.WARNING, 0.8, message, CATEGORY, day.span)
