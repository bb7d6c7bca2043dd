"""A weekday of the source is another one in the translation.

Only where both segments name a weekday just once: translations repeat weekdays, or put "the next day" for them. A
warning, for it is a slip that people correct at once, and "Sunday evening" may be Monday elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..contexts import PairContext
from ..extraction import weekdays
from ..model import Finding, Severity
from ._base import Example, quote

SEVERITY = Severity.WARNING
CATEGORY = "Accuracy/Mistranslation"
EXAMPLES = (
    Example("The vote is on Tuesday.", "Die Abstimmung ist am Donnerstag.", "de"),
    Example("He resigned on Saturday.", "彼は日曜日に辞任した。", "ja"),
    Example("The vote is on Tuesday.", "投票将于周四举行。", "zh"),
    Example("The vote is on Tuesday.", "Die Abstimmung ist am Dienstag.", "de", finds=False),
    Example("From Monday to Friday it is closed.", "Werktags ist es geschlossen, am Montag ganz.", "de", finds=False),
)


def check_pair(pair: PairContext) -> Iterator[Finding]:
    """A finding where the one weekday of the source became another one."""
    if pair.pair.source is None or pair.pair.target is None:
        return
    stated = weekdays(pair.pair.source.text, pair.source_lang)
    found = weekdays(pair.pair.target.text, pair.target_lang) if len(stated) == 1 else ()
    if len(found) != 1 or found[0].day == stated[0].day:
        return
    yield Finding(
        "weekday-changed",
        Severity.WARNING,
        0.8,
        f"The source says {quote(stated[0].text)}, the translation {quote(found[0].text)}: another day of the week.",
        pair.source_place(stated[0].span),
        pair.target_place(found[0].span),
        f"weekday {stated[0].day}",
        f"weekday {found[0].day}",
        CATEGORY,
        lang=pair.target_lang,
    )
