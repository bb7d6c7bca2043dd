"""The first pass over a text: where numbers in digits, number words, months and their like stand."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from ..folding import NBSP, Folded
from ..languages import Language, Mark, Marks
from .digits import read_digits


class Atom(NamedTuple):
    """One sign of a claim. role: as languages.Mark, besides "digits", "identifier", "clock", "date".

    value, step, others: as in digits.Reading; spelled: written in words; unit: of an amount in one word.
    """

    start: int
    end: int
    role: str
    value: Decimal | None = None
    step: Decimal = Decimal(1)
    others: tuple[Decimal, ...] = ()
    spelled: bool = False
    unit: str = ""


_WORD = re.compile(r"[^\W\d_]+")
_INDIC = re.compile(r"[\u0900-\u0dff]")
_INDIC_WORD = re.compile(r"(?:[^\W\d_]|[\u0900-\u0963\u0970-\u0dff])+")
_FRACTIONS = {"½": "1/2", "⅓": "1/3", "⅔": "2/3", "¼": "1/4", "¾": "3/4", "⅕": "1/5", "⅛": "1/8"}
_NUMBER = rf"\d{{1,3}}(?:[{NBSP}]\d{{3}})+(?!\d)(?:[.,]\d+)?|\d+(?:[.,']\d+)*"
_DIGITS = re.compile(
    r"(?P<identifier>(?:https?://|www\.)[^\s<>]{1,2000}|[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]{1,64}"
    r"|\+\d[\d ()/-]{6,20}\d|(?<![\d.,])0\d{2,4}(?:[ -]\d{3,4}){1,3}(?!\d)"
    r"|(?<![\d.,-])\d{2,4}-\d{2,4}-\d{3,5}(?![\d-]))"
    r"|(?P<date>\d{4}-\d{2}-\d{2}(?!\d)|\d{1,4}([./-])\d{1,2}\3\d{1,4}(?![\d]))"
    r"|(?P<daymonth>(?<![\d.])\d{1,2}\.\d{1,2}\.(?!\d))"
    r"|(?P<clock>\d{1,2}:\d{2}(?::\d{2})?(?!\d)|\d{1,2}h\d{2}(?!\w))"
    rf"|(?P<fraction>[{''.join(_FRACTIONS)}]|\d{{1,3}}/\d{{1,3}}(?![\d/]))"
    rf"|(?P<spaced>\d{{1,3}}(?: \d{{3}})+(?!\d)(?:[.,]\d+)?)"
    rf"|(?P<number>{_NUMBER})"
)
_LONGEST = 40
"""Characters of a number; more digits are a key or a code."""
_HAS_DIGIT = re.compile(f"[0-9{''.join(_FRACTIONS)}]")


def atoms(folded: Folded, language: Language) -> list[Atom]:
    """All atoms of a text, in order; none overlaps another."""
    words = _words(folded, language)
    if not _HAS_DIGIT.search(folded.text):
        return words
    found = _digits(folded, language)
    if not words:
        return found
    taken = {place for atom in words for place in range(atom.start, atom.end)}
    busy = {place for atom in found for place in range(atom.start, atom.end)}
    kept = [atom for atom in words if atom.start not in busy or atom.role == "skip"]
    return sorted([*kept, *(atom for atom in found if atom.start not in taken)], key=lambda atom: atom.start)


def _digits(folded: Folded, language: Language) -> list[Atom]:
    found: list[Atom] = []
    pos, text = 0, folded.text
    while match := _DIGITS.search(text, pos):
        start, end, kind = match.start(), match.end(), match.lastgroup
        if hit := language.anchors.at(folded.low, text, start):  # forms that begin with digits: 24/7, "1 de cada 10"
            found.extend(_marked(start, hit[0], hit[1]))
            pos = hit[0]
            continue
        if (kind == "spaced" and " " not in language.groups) or (kind == "daymonth" and not language.dotted_dates):
            match_end = re.compile(_NUMBER).match(text, start)
            end, kind = match_end.end() if match_end else end, "number"
        found.append(_digit_atom(folded, language, start, end, str(kind)))
        pos = found[-1].end
    return found


def _digit_atom(folded: Folded, language: Language, start: int, end: int, kind: str) -> Atom:
    raw = folded.text[start:end]
    if (
        kind == "identifier"
        or end - start > _LONGEST
        or (kind == "clock" and "h" in raw and "h" not in language.time_separators)
    ):
        return Atom(start, end, "identifier")
    if kind == "clock":
        hour, minute = (int(part) for part in re.split("[:h]", raw)[:2])
        if hour <= 24 and minute < 60:
            return Atom(start, end, kind)
        raw = re.split("[:h]", raw)[0]  # a score: 38:17
        end = start + len(raw)
    if _double_zero(raw, folded.text, start, end):
        return Atom(start, end, "identifier")
    token = _token(folded, language, start, end)
    if token is not None:
        return token
    if kind in ("date", "daymonth"):
        kind = "date"
        return Atom(start, end, kind)
    if kind == "fraction":
        top, _, bottom = _FRACTIONS.get(raw, raw).partition("/")
        if Decimal(bottom) == 0:
            return Atom(start, end, "identifier")
        return Atom(start, end, "fraction", Decimal(top) / Decimal(bottom))
    reading = read_digits(raw, language)
    if reading is None:
        return Atom(start, end, "identifier")
    return Atom(start, end, "digits", reading.value, reading.step, reading.others)


def _double_zero(raw: str, text: str, start: int, end: int) -> bool:
    """Whether it is 00 in a score, which is compared as it is written."""
    if len(raw) < 2 or raw.strip("0"):
        return False
    return text[:start].rstrip(" ")[-1:] in ("-", "–") or text[end : end + 1] in (":", "-", "–")


def _token(folded: Folded, language: Language, start: int, end: int) -> Atom | None:
    """The whole of a name that holds digits: GPT-4o, COVID-19, A380, 802.11n; None where the digits stand for
    themselves."""
    text, low = folded.text, folded.low
    left = start
    while left and (
        (text[left - 1].isascii() and text[left - 1].isalnum())
        or (text[left - 1] == "-" and left > 1 and text[left - 2].isalnum() and not text[left - 2].isdigit())
    ):
        left -= 1
    head = text[left:start]
    if head and language.spaced is False and not head[0].isascii():
        head = ""
    joined = any(c.isalpha() for c in head) and not language.before.ending(low, text, start)
    if joined and head.endswith("-") and not any(c.isupper() for c in head):
        joined = False
    right = end
    if text[end : end + 1].isascii() and text[end : end + 1].isalpha() and not language.after.at(low, text, end):
        joined = True
    if not joined:
        return None
    while right < len(text) and (
        (text[right].isascii() and text[right].isalnum())
        or (text[right] in ".-" and text[right + 1 : right + 2].isalnum() and text[right + 1].isascii())
    ):
        right += 1
    return Atom(start if not any(c.isalpha() for c in head) else left, right, "identifier")


def _words(folded: Folded, language: Language) -> list[Atom]:
    if not language.spaced:
        return _anywhere(folded, language)
    found: list[Atom] = []
    low, first = folded.low, language.first_words
    pattern = _INDIC_WORD if _INDIC.search(low) else _WORD
    pos = 0
    for match in pattern.finditer(low):
        if match.start() < pos:
            continue
        word = match.group()
        if (word in first and (hit := language.anchors.at(low, folded.text, match.start()))) or (
            language.clitics and (hit := _after_clitic(folded, language, match.start(), word))
        ):
            end, marks = hit
        elif language.compounds and len(word) > 5 and (parts := compound(word, language)):
            found.extend(Atom(match.start(), match.end(), p.role, p.value, p.step, spelled=True) for p in parts)
            continue
        else:
            continue
        if low[end - 1] == "." and _ends_sentence(folded, language, match.start(), end, marks):
            end, marks = match.end(), language.anchors.forms[word]
        pos = end
        here = _marked(match.start(), end, marks)
        if here and not _unit_wins(here[0], folded, language):
            found.extend(here)
    return found


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
    for clitic in language.clitics:
        if word.startswith(clitic) and word[len(clitic) :] in language.first_words:
            return language.anchors.at(folded.low, folded.text, start + len(clitic))
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
        pos, marks = hit
        here = _marked(match.start(), pos, marks)
        if here and not _unit_wins(here[0], folded, language):
            found.extend(here)
    return found


_WINNERS = frozenset({"unit", "percent", "currency", "counter"})


def _unit_wins(atom: Atom, folded: Folded, language: Language) -> bool:
    """Whether a form of a unit or percent begins with the scale word: 千克, "m tall", Arabic "in the hundred"."""
    if atom.role not in ("scale", "both"):
        return False
    hit = language.after.at(folded.low, folded.text, atom.start)
    return (
        bool(hit)
        and hit[0] >= atom.end
        and any(m.role in _WINNERS for m in hit[1])
        and (hit[0] > atom.end or not any(m.role == "scale" for m in hit[1]))
    )


@lru_cache(maxsize=64)
def _starts(language: Language) -> re.Pattern[str]:
    heads = sorted(c for c in language.anchors.heads() if not c.isdigit())
    return re.compile("[" + re.escape("".join(heads)) + "]") if heads else re.compile("(?!)")


_ORDER = (
    "skip",
    "amount",
    "decade",
    "month",
    "scale",
    "card",
    "month-short",
    "fraction",
    "plus",
    "ordinal",
    "multiple",
    "noon",
    "midnight",
    "weekday",
)


def _marked(start: int, end: int, marks: Marks) -> list[Atom]:
    """One atom a form. A form that is both a word and a scale (mille, 百) is a scale that may stand alone: "both"."""
    roles: dict[str, Mark] = {mark.role: mark for mark in marks}
    role = next((r for r in _ORDER if r in roles), None)
    if role is None:
        return []
    if role == "scale" and "card" in roles:
        return [Atom(start, end, "both", roles["scale"].value, spelled=True)]
    return [Atom(start, end, role, roles[role].value, spelled=True, unit=roles[role].name)]


@lru_cache(maxsize=20_000)
def compound(word: str, language: Language) -> tuple[Atom, ...]:
    """The number words that a word is grown together from (fünfundzwanzig), or () when it is no such word."""
    forms = language.anchors.forms
    if not language.anchors.starts(word):
        return ()
    best: dict[int, tuple[Atom, ...]] = {len(word): ()}
    for start in range(len(word) - 1, -1, -1):
        for end in sorted((e for e in best if e > start), reverse=True):
            part = word[start:end]
            if start and part in language.joiners and best[end]:
                best[start] = best[end]
                break
            atoms_here = _marked(start, end, forms[part]) if part in forms and len(part) > 1 else []
            if atoms_here and atoms_here[0].role in ("card", "scale", "both", "ordinal"):
                best[start] = (atoms_here[0], *best[end])
                break
    parts = best.get(0, ())
    return parts if len(parts) > 1 else ()
