"""What shows that a run of numerals is a number: a counter, a sign, a fraction, or another number beside it."""

from __future__ import annotations

import re

from ..languages import Language
from ..languages.runs import Runs
from ..wording.folding import Folded
from .atom import Atom
from .joints import BLANKS
from .run_endings import COUNTED, fits
from .run_words import Run, run_word

_LETTERS = re.compile(r"[^\W\d_]{1,40}")
_NEXT = re.compile(r"[ \u00a0]{1,2}([^\W\d_]{1,40})")
_SCALED = re.compile(r"[ \u00a0]\d")


def counts(run: Run, start: int, prefix: str, found: list[Atom], folded: Folded, language: Language) -> bool:
    """Whether a run is a number here."""
    runs, low, end = language.runs, folded.low, start + run.end
    assert runs is not None
    form = low[start:end]
    last = low[start + run.parts[-1].start : start + run.parts[-1].end]
    if run.behind == "over" and not over_number(end, folded, language):
        return False
    if prefix and any(m.role == "ordinal" for m in language.before.forms[prefix]):
        return run.behind == "counted" and form not in runs.doubtful
    if last in runs.before_counters:
        before = _left(start, found, folded, runs, native=True) if len(run.parts) == 1 else True
        alien = before is False or (before is None and form in runs.determiners)
        return not alien and (run.behind == "counted" or _noun(run, end, folded, language))
    if run.behind == "point":
        return _signed(start, folded, language)
    if run.behind or prefix:
        return True
    if len(run.parts) > 1 and form not in runs.doubtful:
        return True
    if form in runs.alone or (len(run.parts) > 1 and _joined(start, found, low, language)):
        return True
    return (
        _signed(start, folded, language)
        or bool(_left(start, found, folded, runs) and not _is_counter(form, language))
        or _noun(run, end, folded, language)
        or _mixed(run, end, folded, language)
        or _goes_on(run, end, folded, language)
    )


def _joined(start: int, found: list[Atom], low: str, language: Language) -> bool:
    """Whether "and" joins a run to a number, so that it is no other word: 이백과 이천."""
    before = found[-1] if found else None
    if before is None or not before.spelled or start - before.end > 5:
        return False
    gap = low[before.end : start]
    return gap[-1:] in BLANKS and gap.strip(BLANKS) in language.mixed


def _is_counter(form: str, language: Language) -> bool:
    return any(m.role in COUNTED for m in language.after.forms.get(form, ()))


def _noun(run: Run, end: int, folded: Folded, language: Language) -> bool:
    """Whether what is counted follows behind a blank; a determiner (이, "this") counts only in percent."""
    runs, low = language.runs, folded.low
    assert runs is not None
    if run.rest:
        return False
    if run.parts[-1].scale and _SCALED.match(low, end):
        digits = end + 1
        while low[digits : digits + 1].isdigit():
            digits += 1
        return low[digits : digits + 1] in runs.multiply
    match = _NEXT.match(low, end)
    if match is None:
        return low[end : end + 2].strip(BLANKS)[:1] == "%"
    word = match[1]
    if run.parts[-1].value >= 10_000 and (native := run_word(word, language)) and word[: native.end] in runs.native:
        return False
    this = low[end - run.end : end] in runs.determiners and low[end - run.end : end] not in runs.before_counters
    only = ("percent",) if this else COUNTED
    if low[match.start(1) : match.start(1) + 2] in language.between.forms:
        return over_number(match.start(1), folded, language)
    return any(
        any(m.role in only for m in language.after.forms.get(word[:length], ())) and fits(word[length:], language)
        for length in range(min(len(word), 8), 0, -1)
    )


def over_number(pos: int, folded: Folded, language: Language) -> bool:
    """Whether a numerator follows the word for "parts of"."""
    low = folded.low
    hit = language.between.at(low, folded.text, pos)
    if hit is None or not any(m.role == "over" for m in hit[1]):
        return False
    place = hit[0] + (low[hit[0] : hit[0] + 1] in (*BLANKS,))
    match = _LETTERS.match(low, place)
    if match is None:
        return low[place : place + 1].isdigit() or low[place : place + 1] == "-"
    runs = language.runs
    assert runs is not None
    return run_word(match.group(), language) is not None or match.group().startswith(runs.prefixes)


def numerator(start: int, found: list[Atom], folded: Folded, language: Language) -> bool:
    """Whether a denominator stands before."""
    low = folded.low
    place = start - (low[start - 1 : start] in (*BLANKS,)) if start else 0
    hit = language.between.ending(low, folded.text, place)
    if hit is None or not any(m.role == "over" for m in hit[1]):
        return False
    before = low[max(0, hit[0] - 2) : hit[0]].rstrip(BLANKS)[-1:]
    scale = language.runs is not None and before in language.runs.multiply
    return before.isdigit() or scale or bool(found and hit[0] - found[-1].end < 2)


def _signed(start: int, folded: Folded, language: Language) -> bool:
    if not start or folded.low[start - 1] not in BLANKS:
        return False
    hit = language.before.ending(folded.low, folded.text, start - 1)
    return hit is not None and any(m.role == "minus" for m in hit[1])


def _left(start: int, found: list[Atom], folded: Folded, runs: Runs, native: bool = False) -> bool | None:
    """Whether a number stands before, that may go on here. native: whether it may go on with a native one: True
    behind native tens, False behind other numbers, None where no number stands before."""
    low = folded.low
    place = start
    while place and low[place - 1] in BLANKS and start - place < 2:
        place -= 1
    if found and found[-1].end == place:
        tens = found[-1].role != "both" and (found[-1].value or 0) >= 10
        return tens if native else True
    if native:
        return False if low[place - 1 : place].isdigit() else None
    scales = place
    while scales and low[scales - 1] in runs.multiply and place - scales < 3:
        scales -= 1
    return scales < place and low[scales - 1 : scales].isdigit()


def _mixed(run: Run, end: int, folded: Folded, language: Language) -> bool:
    """Whether a fraction follows a whole number: 이십과 오분의 삼."""
    if run.rest not in language.mixed:
        return False
    match = _NEXT.match(folded.low, end + len(run.rest))
    following = run_word(match[1], language) if match else None
    return following is not None and following.behind == "over"


def _goes_on(run: Run, end: int, folded: Folded, language: Language) -> bool:
    """Whether the number goes on behind a blank: 열 다섯 마리, 이천 오백."""
    runs, last = language.runs, run.parts[-1]
    assert runs is not None
    match = _NEXT.match(folded.low, end) if not run.rest and last.value >= 10 else None
    following = run_word(match[1], language) if match else None
    if match is None or following is None:
        return False
    if last.scale and match[1][: following.parts[0].end] in runs.native:
        return False  # 만 열여덟 살: 만 is "full" before an age
    if last.scale:
        return len(following.parts) > 1 and max(part.value for part in following.parts) < last.value
    form = match[1][: following.parts[0].end]
    return following.parts[0].value < 10 and (form in runs.alone or form in runs.before_counters)
