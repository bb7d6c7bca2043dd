"""Texts cut around the places that matter, and made harmless to look at."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterable
from dataclasses import dataclass

from factcheck.model import Span

_STEERING = re.compile(
    "[\x00-\x1f\x7f-\x9f"  # control characters: colours and cursor of a terminal, NUL, line ends
    "\u2028\u2029"  # line ends that some readers know
    "\u202a-\u202e\u2066-\u2069"  # embeddings, overrides, isolates: they reorder what stands around them
    "\ufff9-\ufffb\U000e0000-\U000e007f"  # annotations and tags: text that nobody sees
    "\ud800-\udfff]"  # halves of characters, which no file can hold
)

_SENSELESS = re.compile("[\u00ad\u034f\u061c\u115f\u1160\u180e\u200b-\u200f\u2060-\u2064\ufe00-\ufe0f\ufeff]{1,20}")
"""Characters that show nothing by themselves."""

_LONG_NUMBER = re.compile(r"(?<![\d.])\d{5,60}(?!\d)", re.ASCII)
_POINTS = re.compile(r"\b(percentage|basis)-points?\b")
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe\U00010800-\U00010fff\U0001e800-\U0001efff]")
"""The blocks that Unicode keeps for scripts of that direction."""


def visible(text: str) -> str:
    """A text on one line whose characters steer nothing: tabs and line ends are blanks, the rest is named <U+202E>.

    Marks that only say which way a neighbour runs (U+200E, U+200F, U+061C) stay: honest texts need them.
    """
    return text if text.isprintable() else _STEERING.sub(_named, text)


def marked_words(text: str) -> str:
    """The words of a place as visible() shows them; where nobody would see any, their characters are named."""
    return _SENSELESS.sub(_named, text) if _SENSELESS.fullmatch(text) else visible(text)


def grouped(statement: str) -> str:
    """A statement as a person reads it: "about 7000000000 USD" -> "about 7,000,000,000 USD", "20 percentage-point" ->
    "20 percentage points"."""
    said = _LONG_NUMBER.sub(lambda match: f"{int(match[0]):,}", statement)
    return _POINTS.sub(r"\1 points", said)


def _named(match: re.Match[str]) -> str:
    return " " if match[0] in "\t\n\r" else "".join(f"<U+{ord(char):04X}>" for char in match[0])


def runs_right_to_left(text: str) -> bool:
    """Whether a text holds letters that are written from right to left."""
    return _RIGHT_TO_LEFT.search(text) is not None


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a text. mark: index of the place that it shows, None between places. left_out: characters that
    the text has here and that are not shown; such a part is empty."""

    text: str
    mark: int | None = None
    left_out: int = 0


def passage(text: str, spans: Iterable[Span], around: int, limit: int) -> tuple[Part, ...]:
    """A text in parts, with the spans marked; what is farther than `around` characters from all of them is left out.

    A text of at most `limit` characters is shown whole, a longer mark by its two ends. Overlapping spans: the first
    given is kept. Output is bounded by the number of spans times (2 * around + limit).
    """
    kept = _apart(spans, len(text))
    whole = len(text) <= limit
    parts: list[Part] = []
    at = 0
    for start, end, index in kept:
        parts += _between(text, at, start, around if parts else 0, around, whole)
        parts += _marked(text, start, end, index, limit)
        at = end
    parts += _between(text, at, len(text), around if kept else limit, 0, whole)
    return tuple(part for part in parts if part.text or part.left_out)


def _apart(spans: Iterable[Span], length: int) -> list[tuple[int, int, int]]:
    """The spans that lie within the text and overlap no earlier one, in order, with their indices."""
    kept: list[tuple[int, int, int]] = []
    for index, (start, end) in enumerate(spans):
        start, end = max(0, start), min(end, length)
        here = bisect(kept, (start, end, index))
        clear_before = here == 0 or kept[here - 1][1] <= start
        clear_after = here == len(kept) or end <= kept[here][0]
        if start < end and clear_before and clear_after:
            kept.insert(here, (start, end, index))
    return kept


def _between(text: str, start: int, end: int, head: int, tail: int, whole: bool) -> list[Part]:
    """The stretch between two places: its first `head` and its last `tail` characters, or all of it."""
    if whole or end - start <= head + tail + 20:
        return [Part(visible(text[start:end]))]
    last, first = _word_end(text, start, start + head), _word_start(text, end - tail, end)
    shown = Part(visible(text[start:last])), Part(visible(text[first:end]))
    return [shown[0], Part("", left_out=first - last), shown[1]]


def _marked(text: str, start: int, end: int, index: int, limit: int) -> list[Part]:
    if end - start <= limit:
        return [Part(marked_words(text[start:end]), index)]
    half = limit // 2
    first, last = Part(visible(text[start : start + half]), index), Part(visible(text[end - half : end]), index)
    return [first, Part("", left_out=end - start - 2 * half), last]


def _word_end(text: str, start: int, end: int) -> int:
    """The last blank shortly before `end`, so that no word is cut; `end` where there is none."""
    blank = text.rfind(" ", max(start, end - 20), end) if end > start else -1
    return blank if blank > start else end


def _word_start(text: str, start: int, end: int) -> int:
    """The place after the next blank shortly after `start`."""
    blank = text.find(" ", start, min(end, start + 20)) if end > start else -1
    return blank + 1 if blank >= 0 else start
