"""Numbers in digits, dates, clock times and codes, as they stand in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from ..comparison.notation import quotient
from ..languages import Language
from ..wording.folding import Folded
from .atom import Atom, marked
from .digit_names import name_with_digits
from .digit_patterns import ADDRESS_SIGNS, DIGITS, FIRST_SIGN, LONGEST, PLAIN_NUMBER, WITH_ADDRESSES
from .digits import read_digits
from .powers import power_at
from .slashes import fraction, improper, slashed
from .years import common_year

_COMMA = "\u3001"

_COMMAS = re.compile(rf"(?<![\d{_COMMA}])\d(?:{_COMMA}\d{{3}})+(?![\d.,{_COMMA}])")
"""The comma of lists groups digits where only one stands before it: 50、100メートル are two lengths."""


def digit_atoms(folded: Folded, language: Language) -> list[Atom]:
    """All atoms that start with digits, in order; forms such as 24/7 or "1 de cada 10" are found as they are."""
    found: list[Atom] = []
    pos, text = 0, folded.text
    search = WITH_ADDRESSES.search if any(sign in text for sign in ADDRESS_SIGNS) else _first_digits
    while match := search(text, pos):
        if hit := language.anchors.at(folded.low, text, match.start()):
            found.extend(marked(match.start(), hit[0], hit[1]))
            pos = hit[0]
            continue
        found.extend(_atoms(match, folded, language))
        pos = _behind_unit(found[-1].end, folded, language)
    return found


def _first_digits(text: str, pos: int) -> re.Match[str] | None:
    """What DIGITS finds from a place on. To look for a digit first is quicker than to try the pattern everywhere."""
    while start := FIRST_SIGN.search(text, pos):
        if match := DIGITS.match(text, start.start()):
            return match
        pos = start.end()
    return None


def _atoms(match: re.Match[str], folded: Folded, language: Language) -> list[Atom]:
    """What a match holds: less than all of it (40 300 may be two numbers), or more before and behind it."""
    text, start, end, kind = folded.text, match.start(), match.end(), str(match.lastgroup)
    if (kind == "spaced" and _two(match.group(), language)) or (kind == "daymonth" and not language.dotted_dates):
        first = PLAIN_NUMBER.match(text, start)
        end, kind = first.end() if first else end, "number"
    commas = kind == "number" and text[end : end + 1] == _COMMA and _COMMA in language.groups
    if commas and (grouped := _COMMAS.match(text, start)):
        return [Atom(start, grouped.end(), "digits", Decimal(grouped.group().replace(_COMMA, "")))]
    if kind == "number" and _LISTED.fullmatch(text, start, end) and not read_digits(text[start:end], language):
        return list(_listed(start, text[start:end]))
    return [_digit_atom(folded, language, start - _pointed(text, start, end, language), end, kind)]


_LISTED = re.compile(r"[1-9]\d{0,2}(?:,[1-9]\d{0,2}){2,}")


def _listed(start: int, raw: str) -> Iterator[Atom]:
    """Three or more numbers with no blanks behind their commas: 22,24,26."""
    for part in raw.split(","):
        yield Atom(start, start + len(part), "digits", Decimal(part))
        start += len(part) + 1


def _two(raw: str, language: Language) -> bool:
    """Whether what a blank groups may be two numbers: 40 300, but not 40 000 and 1 234 567."""
    return raw.count(" ") == 1 and not raw.endswith(" 000") and " " not in language.groups


def _behind_unit(pos: int, folded: Folded, language: Language) -> int:
    """The end of a unit that holds a digit and stands right at its number: 120m2."""
    if not folded.low[pos : pos + 1].isalpha():
        return pos
    hit = language.after.at(folded.low, folded.text, pos)
    return hit[0] if hit and folded.low[hit[0] - 1].isdigit() else pos


def _digit_atom(folded: Folded, language: Language, start: int, end: int, kind: str) -> Atom:
    """The atom of one match; the order of the questions is what makes 30/4 a date before it is a fraction."""
    raw = folded.text[start:end]
    if kind in ("identifier", "address") or end - start > LONGEST or (kind == "clock" and _no_hour(raw, language)):
        return Atom(start, end, "identifier")
    if kind == "clock" and _is_time(raw):
        return Atom(start, end, kind)
    if kind == "fraction" and "/" in raw and (atom := slashed(raw, start, end, folded, language)):
        return atom
    if kind == "clock" or (kind == "fraction" and not language.improper and improper(raw)):
        raw, kind = re.split("[:h/]", raw)[0], "number"  # a score: 38:17
        end = start + len(raw)
    if _double_zero(raw, folded, start, end, language):
        return Atom(start, end, "identifier")
    if kind == "number" and (atom := _shaped(raw, start, end, folded, language)):
        return atom
    if kind == "height":
        return Atom(start, end, "amount", Decimal(raw.replace("m", ".")), unit="meter")
    return name_with_digits(folded, language, start, end) or _plain(raw, start, end, kind, folded, language)


def _no_hour(raw: str, language: Language) -> bool:
    return "h" in raw and "h" not in language.time_separators


def _is_time(raw: str) -> bool:
    hour, minute = (int(part) for part in re.split("[:h]", raw)[:2])
    return hour <= 24 and minute < 60


def _shaped(raw: str, start: int, end: int, folded: Folded, language: Language) -> Atom | None:
    """A number in a shape of its own: .25, 5'2", 10^6."""
    if raw[0] in ".,":
        return Atom(start, end, "digits", Decimal(f"0.{raw[1:]}"), Decimal(1).scaleb(1 - len(raw)))
    if feet := _FEET.match(folded.text, start):
        value = quotient(Decimal(feet[1]) * 12 + Decimal(feet[2]), Decimal(12))
        return Atom(start, feet.end(), "amount", value, unit="foot")
    reading = read_digits(raw, language)
    raised = power_at(folded.text, start, end, reading.value, language.spaced) if reading else None
    return Atom(start, raised[0], "digits", raised[1]) if raised else None


def _plain(raw: str, start: int, end: int, kind: str, folded: Folded, language: Language) -> Atom:
    """A date, a fraction or a number that is nothing else."""
    if kind in ("date", "daymonth"):
        return Atom(start, end, "date")
    if kind == "fraction":
        return fraction(raw, start, end)
    reading = read_digits(raw, language)
    if reading is None:
        return Atom(start, end, "identifier")
    end += 2 if _WHOLE.match(folded.text, end) else 0
    year = common_year(int(raw), language) if language.year_offset and len(raw) == 4 and raw.isdigit() else 0
    if year and year != reading.value:  # Thai 2561 is 2018
        return Atom(start, end, "digits", Decimal(year), reading.step, (reading.value,))
    return Atom(start, end, "digits", reading.value, reading.step, reading.others)


_FEET = re.compile(r"(\d)'(\d|1[01])(?:\"|'')")
"""Feet and inches: 5'2"."""


def _pointed(text: str, start: int, end: int, language: Language) -> bool:
    """Whether the decimal sign stands before the digits, and nothing before it: .25, in German ,25."""
    sign, before = text[max(0, start - 1) : start], text[max(0, start - 2) : start - 1]
    if not sign or sign not in ".," or sign not in (".", language.decimal) or not text[start:end].isdigit():
        return False
    return not (before.isalnum() or before in (".", ",", ")", "%", '"', "'"))


_WHOLE = re.compile(r"[.,][-–](?![\w-])")
"""The dash for no cents: 5,- Euro, Fr. 12.–"""


def _double_zero(raw: str, folded: Folded, start: int, end: int, language: Language) -> bool:
    """Whether it is 00 in a score, which is compared as it is written."""
    if len(raw) < 2 or raw.strip("0"):
        return False
    before = folded.low[max(0, start - 12) : start].split() or [""]
    return (
        before[-1][-1:] in ("-", "–") or folded.low[end : end + 1] in (":", "-", "–") or before[-1] in language.scores
    )
