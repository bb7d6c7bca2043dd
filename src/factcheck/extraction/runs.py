"""Number words written together, in a language that puts particles and counters to them: 이십오만 명, 백스물다섯 번째.

Their letters are found in most other words too: 사회 is no four, 조사 no trillion. So the whole word must be made of
numerals and of what may stand behind them, and short or doubtful ones need a sign beside them that they count.
"""

from __future__ import annotations

from ..languages import Language
from ..languages.runs import Runs
from ..wording.folding import Folded
from .atom import Atom
from .joints import BLANKS
from .run_signs import counts, numerator
from .run_words import run_word


def with_runs(others: list[Atom], folded: Folded, language: Language) -> list[Atom]:
    """The atoms of a text with those of all runs, in order. No scale or rank is read inside a run, and no run where a
    phrase says that it states no number."""
    runs = language.runs
    if runs is None:
        return others
    skipped = {place for atom in others if atom.role == "skip" for place in range(atom.start, atom.end)}
    scales = {atom.start for atom in others if atom.role in ("scale", "both")}
    found: list[Atom] = []
    taken: set[int] = set()
    for match in runs.words.finditer(folded.low):
        start, end = match.span()
        if start in skipped:
            continue
        prefix = _prefix(match.group(), runs)
        if read := _read(start + len(prefix), end, prefix, found, folded, language):
            taken.update(place for atom in read for place in range(atom.start, atom.end))
            taken.update(scales.intersection(range(start, end)))
            found.extend(read)
    return sorted([*found, *(a for a in others if a.start not in taken)], key=lambda a: a.start) if found else others


def _read(start: int, end: int, prefix: str, before: list[Atom], folded: Folded, language: Language) -> list[Atom]:
    """The atoms of one word from a place on: one run, or a denominator and its numerator."""
    place = "decimals" if _behind_point(folded, start, before, language) else ""
    if not place and numerator(start, before, folded, language):
        place = "numerator"
    run = run_word(folded.low[start:end], language, place)
    if run is None or not (place or counts(run, start, prefix, before, folded, language)):
        return []
    atoms = [
        Atom(start + p.start, start + p.end, "both" if p.scale else "card", p.value, spelled=True) for p in run.parts
    ]
    over = language.between.at(folded.low, folded.text, start + run.end) if run.behind == "over" else None
    return [*atoms, *_read(over[0], end, "", atoms, folded, language)] if over and over[0] < end else atoms


def _prefix(word: str, runs: Runs) -> str:
    """What stands before the numerals in one word."""
    if not word.startswith(runs.prefixes):
        return ""
    return next(form for form in runs.prefixes if word.startswith(form))


def _behind_point(folded: Folded, start: int, found: list[Atom], language: Language) -> bool:
    """Whether the decimal places of the number before start here."""
    gap = folded.low[found[-1].end : start] if found and start - found[-1].end < 5 else ""
    return gap.strip(BLANKS) in language.decimal_words
