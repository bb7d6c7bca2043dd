"""One word that starts with numerals: how far they go, and what is written to them."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from ..languages import Language
from ..languages.runs import Runs
from .run_endings import COUNTED, LONGEST, fits, only_particles
from .run_parts import Part, parts_of_word


class Run(NamedTuple):
    """parts: the numerals. end: where they end. behind: "" (at most particles), "counted", "over" (parts of a whole)
    or "point" (decimals follow behind a blank). rest: what is written to them."""

    parts: tuple[Part, ...]
    end: int
    behind: str
    rest: str


@lru_cache(maxsize=20_000)
def run_word(word: str, language: Language, place: str = "") -> Run | None:
    """The longest numerals that a word starts with, where all the rest of it may stand behind a number. place:
    "decimals" where each is a decimal place; "numerator" behind a denominator."""
    runs = language.runs
    if runs is None or len(word) > LONGEST:
        return None
    digits = place == "decimals"
    parts = parts_of_word(word, runs, digits)
    for count in range(len(parts), 0, -1):
        if _is_particle(parts[:count], word, runs, place == "numerator"):
            continue
        taken = tuple(parts[:count])
        end = taken[-1].end
        rest = word[end:]
        if not digits and (more := _decimals(rest, language)):
            moved = (Part(end + p.start, end + p.end, p.value, p.scale) for p in more)
            return Run((*taken, *moved), end, "counted", rest)
        if rest in language.decimal_words and count == 1:
            return Run(taken, end, "point", rest)
        behind = _behind(rest, language, _kind(taken, word[:end], runs))
        if behind is not None:
            return Run(taken, end, behind, rest)
    return None


def _decimals(rest: str, language: Language) -> tuple[Part, ...]:
    """The decimal places that follow in the same word, behind the word for the point."""
    for word in language.decimal_words:
        if rest.startswith(word) and (run := run_word(rest[len(word) :], language, "decimals")):
            return tuple(Part(p.start + len(word), p.end + len(word), p.value, p.scale) for p in run.parts)
    return ()


def _is_particle(parts: list[Part], word: str, runs: Runs, numerator: bool) -> bool:
    """Whether the last numeral is a particle, or starts one that the word ends in: 오만이 is 50,000 and a particle,
    and no 50,002; 오백이다 is 500; 오분의 일만 is only a fifth."""
    if len(parts) < 2:
        return False
    last = word[parts[-1].start :]
    if len(last) > parts[-1].end - parts[-1].start and last in runs.particles:
        return True
    large = parts[-2].scale and parts[-2].value >= 10_000
    return (large or (numerator and parts[-1].scale)) and word[parts[-1].start : parts[-1].end] in runs.particles


def _kind(parts: tuple[Part, ...], form: str, runs: Runs) -> str:
    """What kind of single or doubtful numeral it is, or nothing for a run that is no other word."""
    if len(parts) > 1 and form not in runs.doubtful:
        return ""
    if form in runs.native:
        return "native"
    return "scale" if len(parts) == 1 and parts[-1].scale else "digit"


def _behind(rest: str, language: Language, kind: str) -> str | None:
    """What a whole word has behind its numerals, or None where it is another word."""
    runs = language.runs
    assert runs is not None
    if not rest:
        return ""
    for length in range(min(len(rest), 8), 0, -1):
        form = rest[:length]
        over = any(m.role == "over" for m in language.between.forms.get(form, ()))
        if over and (not rest[length:] or run_word(rest[length:], language)):
            return "over"
        counted = any(m.role in COUNTED for m in language.after.forms.get(form, ()))
        if counted and (not kind or form in runs.directly.get(kind, ())) and fits(rest[length:], language):
            return "counted"
    for length in (2, 1):
        hedged = any(m.role == "hedge" for m in language.after.forms.get(rest[:length], ()))
        if hedged and not kind and fits(rest[length:], language):
            return "counted"
    return "" if only_particles(rest, runs) else None
