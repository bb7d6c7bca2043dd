"""Number words, months and their like, in languages with and without blanks."""

from __future__ import annotations

import re
from functools import lru_cache

from ..folding import Folded
from ..languages import Language, Marks
from .atom import Atom, marked
from .compounds import grown
from .joints import BLANKS
from .ones import one
from .runs import with_runs
from .sounded import sounded

_WORD = re.compile(r"[^\W\d_]+")


_INDIC = re.compile(r"[\u0900-\u0dff]")


_INDIC_WORD = re.compile(r"(?:[^\W\d_]|[\u0900-\u0963\u0970-\u0dff])+")


def word_atoms(folded: Folded, language: Language) -> list[Atom]:
    if not language.spaced:
        return _anywhere(folded, language)
    found: list[Atom] = []
    low, first = folded.low, language.first_words
    pattern = _INDIC_WORD if _INDIC.search(low) else _WORD
    pos = 0
    grown_starts, clitics = language.growth.starts, language.clitics
    others = bool(grown_starts or clitics)
    for match in pattern.finditer(low):  # most words end here: the checks stand in the order of what they cost
        word = match.group()
        starts = first.get(word)
        if starts is None and not (others and (clitics or word[:2] in grown_starts)):
            continue
        if match.start() < pos:
            continue
        if (
            starts
            and (lengths := starts.possible(low, match.end(), len(word)))
            and (hit := language.anchors.of_lengths(lengths, low, folded.text, match.start()))
        ) or (clitics and (hit := _after_clitic(folded, language, match.start(), word))):
            end, marks = hit
        elif word[:2] in grown_starts and (parts := grown(word, language)):
            found.extend(part._replace(start=match.start(), end=match.end()) for part in parts)
            continue
        else:
            before = found[-1] if found else None
            if word in language.articles and (atom := one(match.start(), match.end(), before, folded, language)):
                found.append(atom)
            continue
        phrase = low[match.start() : end]
        if marks[0].role in ("skip", "card") and (
            _goes_into(phrase, match.start(), found, language)
            or (marks[0].role == "skip" and found and _inside(found[-1], match.start(), word, folded, language))
        ):
            end, marks = match.end(), language.anchors.forms[word]
        if low[end - 1] == "." and _ends_sentence(folded, language, match.start(), end, marks):
            end, marks = match.end(), language.anchors.forms[word]
        pos = end
        here = marked(match.start(), end, marks)
        if here and not _unit_wins(here[0], folded, language) and not _coins(here[0], found, folded, language):
            found.extend(here if low[match.start() : end] not in language.last else [here[0]._replace(last=True)])
    return found


def _inside(before: Atom, start: int, word: str, folded: Folded, language: Language) -> bool:
    """Whether a phrase that is no number starts inside one: three hundred and "one is"."""
    gap = folded.low[before.end : start] if start - before.end < 8 else ""
    return before.role in ("scale", "both") and gap.strip(BLANKS) in language.joiners and word in language.anchors.forms


def _coins(atom: Atom, found: list[Atom], folded: Folded, language: Language) -> bool:
    """Whether French "cents" is no hundreds but cents: behind digits, and behind twenty or more in words. Italian
    "centesimi" are cents behind any number, but hundredths before what they are a part of."""
    if not language.coins or folded.low[atom.start : atom.end] not in language.coins:
        return False
    hundredth = atom.role in ("ordinal", "part")
    if not (atom.role == "both" or hundredth) or (hundredth and _linked(atom.end, folded, language)):
        return False
    if folded.low[max(0, atom.start - 2) : atom.start].strip(BLANKS)[-1:].isdigit():
        return True
    before = found[-1] if found else None
    if not before or not before.value or atom.start - before.end != 1:
        return False
    return hundredth or 20 <= before.value < 100


def _linked(end: int, folded: Folded, language: Language) -> bool:
    """Whether a linker stands behind a word: "of" of "two hundredths of a second"."""
    word = folded.low[end + 1 : end + 12].split(" ")[0]
    return word in language.wholes or any(word.startswith(li) for li in language.wholes if li[-1] == "'")


def _goes_into(phrase: str, start: int, found: list[Atom], language: Language) -> bool:
    """Whether a phrase, or the words for 1001, are the end of a larger number: "cinco mil e um" is no fairy tale."""
    before = found[-1] if found else None
    if " " not in phrase or before is None or before.role not in ("card", "both", "scale") or start - before.end != 1:
        return False
    first, *_, last = phrase.split()
    forms = language.anchors.forms
    roles = {mark.role for mark in forms.get(last, ())}
    number = last in language.articles or ("card" in roles and "scale" not in roles)
    return number and any(mark.role == "scale" for mark in forms.get(first, ()))


def _ends_sentence(folded: Folded, language: Language, start: int, end: int, marks: Marks) -> bool:
    """Whether "sept." is the number seven and a full stop: an abbreviated month has a day or a year beside it."""
    if any(m.role != "month-short" for m in marks) or not language.anchors.forms.get(folded.low[start : end - 1]):
        return False
    return (
        not folded.low[max(0, start - 2) : start].strip()[-1:].isdigit()
        and not folded.low[end : end + 2].strip()[:1].isdigit()
    )


def _after_clitic(folded: Folded, language: Language, start: int, word: str) -> tuple[int, Marks] | None:
    """The form behind a word that is written together with it (Arabic "and", "with", "the")."""
    for length in language.clitic_lengths:
        if word[:length] in language.clitics and word[length:] in language.first_words:
            return language.anchors.at(folded.low, folded.text, start + length)
    return None


def _anywhere(folded: Folded, language: Language) -> list[Atom]:
    """In a language without blanks: every longest form, wherever it stands."""
    found: list[Atom] = []
    pos, low = 0, folded.low
    starts = _starts(language)
    while match := starts.search(low, pos):
        hit = language.anchors.at(low, folded.text, match.start())
        if hit is None:
            pos = match.end()
            continue
        if hit[1][0].role == "skip" and _counts(folded, language, match.start(), hit[0], found):
            hit = _shorter(folded, language, match.start(), hit[0]) or hit
        elif hit[1][0].role == "skip" and _goes_on(low, hit[0], language):
            pos = max(hit[0] - 1, match.start() + 1)
            continue
        pos, marks = hit
        here = marked(match.start(), pos, marks)
        if here and not _unit_wins(here[0], folded, language):
            found.extend(here)
    if language.sounds and (said := sounded(folded, language)):
        taken = {place for atom in said for place in range(atom.start, atom.end)}
        return sorted([*said, *(atom for atom in found if atom.start not in taken)], key=lambda atom: atom.start)
    return with_runs(found, folded, language)


def _goes_on(low: str, end: int, language: Language) -> bool:
    """Whether a phrase ends in the first sign of a longer numeral: 有一 of 有一万人."""
    forms = language.anchors.forms
    if low[end - 1] in language.formal:
        return False
    return any(m.role == "card" for m in forms.get(low[end - 1], ())) and any(
        m.role == "scale" for m in forms.get(low[end : end + 1], ())
    )


def _counts(folded: Folded, language: Language, start: int, end: int, found: list[Atom]) -> bool:
    """Whether a phrase that states no number is part of one here: 千人 in 3千人 and 30多万人, 一点 in 一点五."""
    low, forms = folded.low, language.anchors.forms
    if low[end - 1] in language.decimal_words and any(m.role == "card" for m in forms.get(low[end : end + 1], ())):
        return True
    if any(m.role == "subunit" for m in language.after.forms.get(low[start + 1 : end], ())):
        money = language.after.ending(low, folded.text, start)
        return money is not None and any(m.role == "currency" for m in money[1])  # 五元三角 is no triangle
    rank = language.before.ending(low, folded.text, start) if low[start] in forms else None
    if rank and any(m.role == "ordinal" for m in rank[1]):
        return True  # 第一名
    if rank and any(m.role == "hedge" for m in rank[1]) and any(m.role == "scale" for m in forms.get(low[start], ())):
        return True  # 逾千人
    if not start or not any(m.role == "scale" for m in forms.get(low[start], ())):
        return False
    if low[max(0, start - 2) : start].rstrip(" ")[-1:].isdigit() or (
        found and found[-1].end == start and found[-1].role in ("card", "scale", "both")
    ):
        return True
    hit = language.after.ending(low, folded.text, start)
    return hit is not None and any(m.role == "hedge" for m in hit[1])


def _shorter(folded: Folded, language: Language, start: int, end: int) -> tuple[int, Marks] | None:
    """The longest number word at a place that is shorter than a phrase."""
    for place in range(end - 1, start, -1):
        marks = language.anchors.forms.get(folded.low[start:place])
        if marks and marks[0].role != "skip":
            return place, marks
    return None


_WINNERS = frozenset({"unit", "percent", "currency", "counter"})


def _unit_wins(atom: Atom, folded: Folded, language: Language) -> bool:
    """Whether a form of a unit or percent begins with the scale word: 千克, "m tall", Arabic "in the hundred"."""
    if atom.role not in ("scale", "both"):
        return False
    hit = language.after.at(folded.low, folded.text, atom.start)
    if hit is None or hit[0] < atom.end:
        return False
    roles = {m.role for m in hit[1]}
    if hit[0] > atom.end and _money(atom.start, folded, language):
        return False
    return bool(roles & _WINNERS) and (hit[0] > atom.end or "scale" not in roles)


_FIGURES = re.compile(r"[ \u00a0]?\d[\d.,]{0,20}[ \u00a0]?$")


def _money(start: int, folded: Folded, language: Language) -> bool:
    """Whether a currency stands before the digits that end here: the m of "€1.5m (£1.3m)" is no metre."""
    digits = _FIGURES.search(folded.low, max(0, start - 22), start)
    lead = language.before.ending(folded.low, folded.text, digits.start()) if digits else None
    return lead is not None and any(m.role == "currency" for m in lead[1])


@lru_cache(maxsize=64)
def _starts(language: Language) -> re.Pattern[str]:
    heads = sorted(c for c in language.anchors.heads() if not c.isdigit())
    return re.compile("[" + re.escape("".join(heads)) + "]") if heads else re.compile("(?!)")
