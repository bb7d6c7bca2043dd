"""Numbers in digits, dates, clock times and codes, as they stand in a text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from ..folding import NBSP, Folded
from ..languages import Language
from ..notation import quotient
from .atom import Atom, marked
from .digits import read_digits
from .powers import power_at

_FRACTIONS = {sign: str(Fraction(unicodedata.numeric(sign)).limit_denominator(10)) for sign in "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅐⅛⅜⅝⅞⅑⅒"}


_NUMBER = rf"\d{{1,3}}(?:[{NBSP}]\d{{3}})+(?!\d)(?:[.,]\d+)?|\d+(?:[.,']\d+)*"


_START = f"[0-9+{''.join(_FRACTIONS)}]"
"""What a number can start with: a look ahead is cheaper than every alternative at every letter."""
_PATTERN = (
    rf"(?={_START})(?:"
    r"(?P<identifier>\+\d[\d ()/-]{6,20}\d|(?<![\d.,])0\d{2,4}(?:[ \u00a0-]\d{3,4}){1,3}(?!\d)"
    r"|(?<![\d.,])0\d(?:[ .\u00a0-]\d\d){4}(?![\d.,]\d)"  # French numbers go two by two
    r"|(?<![\d.,])(?:\d{3,4}[ \u00a0-]){1,3}(?!0000)0\d{3,4}(?![\d.,])"  # the same, turned round beside Arabic
    r"|(?<![\d.,-])\d{2,4}-\d{2,4}-\d{3,5}(?![\d-]))"
    r"|(?P<date>\d{4}-\d{2}-\d{2}(?!\d)|\d{1,4}(?P<sign>[./-])\d{1,2}(?P=sign)\d{1,4}(?!\d|(?P=sign)\d))"
    r"|(?P<daymonth>(?<![\d.])\d{1,2}\.\d{1,2}\.(?!\d))"
    r"|(?P<clock>\d{1,2}:\d{2}(?::\d{2})?(?!\d)|\d{1,2}h\d{2}(?!\w))"
    r"|(?P<height>(?<![\w.,])\d{1,2}m\d{2}(?!\w))"
    rf"|(?P<fraction>[{''.join(_FRACTIONS)}]|\d{{1,3}}/\d{{1,3}}(?![\d/]))"
    rf"|(?P<spaced>\d{{1,3}}(?: \d{{3}})+(?!\d)(?:[.,]\d+)?)"
    rf"|(?P<number>{_NUMBER}))"
)
_DIGITS = re.compile(_PATTERN)
_ADDRESS_SIGNS = ("@", "://", "www.")
_WITH_ADDRESSES = re.compile(
    r"(?P<address>(?:https?://|www\.)[^\s<>]{1,2000}|[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]{1,64})|" + _PATTERN
)


_EARLIEST = 1800
"""Years before are no years of another calendar in news: 2100 in a Thai text is 2100, 2561 is 2018."""


_LONGEST = 40
"""Characters of a number; more digits are a key or a code."""


HAS_DIGIT = re.compile(f"[0-9{''.join(_FRACTIONS)}]")


_COMMA = "\u3001"
_COMMAS = re.compile(rf"(?<![\d{_COMMA}])\d(?:{_COMMA}\d{{3}})+(?![\d.,{_COMMA}])")
"""The comma of lists groups digits where only one stands before it: 50、100メートル are two lengths."""


def digit_atoms(folded: Folded, language: Language) -> list[Atom]:
    found: list[Atom] = []
    pos, text = 0, folded.text
    pattern = _WITH_ADDRESSES if any(sign in text for sign in _ADDRESS_SIGNS) else _DIGITS
    while match := pattern.search(text, pos):
        start, end = match.start(), match.end()
        kind = next(name for name, part in match.groupdict().items() if part is not None)
        if hit := language.anchors.at(folded.low, text, start):  # forms that begin with digits: 24/7, "1 de cada 10"
            found.extend(marked(start, hit[0], hit[1]))
            pos = hit[0]
            continue
        # 40 300 may be two numbers; 40 000 and 1 234 567 are one
        lone = kind == "spaced" and match.group().count(" ") == 1 and not match.group().endswith(" 000")
        if (lone and " " not in language.groups) or (kind == "daymonth" and not language.dotted_dates):
            match_end = re.compile(_NUMBER).match(text, start)
            end, kind = match_end.end() if match_end else end, "number"
        if (
            kind == "number"
            and text[end : end + 1] == _COMMA
            and _COMMA in language.groups
            and (grouped := _COMMAS.match(text, start))
        ):
            found.append(Atom(start, grouped.end(), "digits", Decimal(grouped.group().replace(_COMMA, ""))))
        elif kind == "number" and _LISTED.fullmatch(text, start, end) and not read_digits(text[start:end], language):
            found.extend(_listed(start, text[start:end]))
        else:
            start -= _pointed(text, start, end, language)
            found.append(_digit_atom(folded, language, start, end, str(kind)))
        pos = _behind_unit(found[-1].end, folded, language)
    return found


_LISTED = re.compile(r"[1-9]\d{0,2}(?:,[1-9]\d{0,2}){2,}")


def _listed(start: int, raw: str) -> Iterator[Atom]:
    """Three or more numbers with no blanks behind their commas: 22,24,26."""
    for part in raw.split(","):
        yield Atom(start, start + len(part), "digits", Decimal(part))
        start += len(part) + 1


def _behind_unit(pos: int, folded: Folded, language: Language) -> int:
    """The end of a unit that holds a digit and stands right at its number: 120m2."""
    if not folded.low[pos : pos + 1].isalpha():
        return pos
    hit = language.after.at(folded.low, folded.text, pos)
    return hit[0] if hit and folded.low[hit[0] - 1].isdigit() else pos


def _digit_atom(folded: Folded, language: Language, start: int, end: int, kind: str) -> Atom:
    raw = folded.text[start:end]
    if (
        kind in ("identifier", "address")
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
    if kind == "fraction" and "/" in raw and _day_before(folded, language, start):
        return Atom(start, end, "date")
    if kind == "fraction" and "/" in raw and language.slash_decimal:
        top, _, bottom = raw.partition("/")
        part = (quotient(Decimal(top), Decimal(bottom)),) if 0 < int(top) < int(bottom) else ()
        return Atom(start, end, "digits", Decimal(f"{top}.{bottom}"), Decimal(1).scaleb(-len(bottom)), part)
    if kind == "fraction" and not language.improper and _improper(raw):
        raw, kind = raw.partition("/")[0], "number"
        end = start + len(raw)
    if _double_zero(raw, folded, start, end, language):
        return Atom(start, end, "identifier")
    if raw[0] in ".,":
        return Atom(start, end, "digits", Decimal(f"0.{raw[1:]}"), Decimal(1).scaleb(1 - len(raw)))
    if kind == "number" and (feet := _FEET.match(folded.text, start)):
        value = quotient(Decimal(feet[1]) * 12 + Decimal(feet[2]), Decimal(12))
        return Atom(start, feet.end(), "amount", value, unit="foot")
    if kind == "number" and (reading := read_digits(raw, language)):
        raised = power_at(folded.text, start, end, reading.value, language.spaced)
        if raised:
            return Atom(start, raised[0], "digits", raised[1])
    if kind == "height":
        return Atom(start, end, "amount", Decimal(raw.replace("m", ".")), unit="meter")
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
        return Atom(start, end, "fraction", quotient(Decimal(top), Decimal(bottom)))
    reading = read_digits(raw, language)
    if reading is None:
        return Atom(start, end, "identifier")
    if _WHOLE.match(folded.text, end):
        end += 2
    year = common_year(int(raw), language) if language.year_offset and len(raw) == 4 and raw.isdigit() else 0
    if year and year != reading.value:  # Thai 2561 is 2018
        return Atom(start, end, "digits", Decimal(year), reading.step, (reading.value,))
    return Atom(start, end, "digits", reading.value, reading.step, reading.others)


def common_year(year: int, language: Language) -> int:
    """A year as papers write it -> the common year; years that can only be common ones stay."""
    return year - language.year_offset if year - language.year_offset >= _EARLIEST else year


def _day_before(folded: Folded, language: Language, start: int) -> bool:
    """Whether a word for "day" makes 30/4 a day and a month."""
    place = start - (folded.low[start - 1 : start] in (" ", NBSP))
    hit = language.before.ending(folded.low, folded.text, place) if place > 0 else None
    return hit is not None and any(mark.role == "day" for mark in hit[1])


_FEET = re.compile(r"(\d)'(\d|1[01])(?:\"|'')")
"""Feet and inches: 5'2"."""


def _pointed(text: str, start: int, end: int, language: Language) -> bool:
    """Whether the decimal sign stands before the digits, and nothing before it: .25, in German ,25."""
    sign, before = text[max(0, start - 1) : start], text[max(0, start - 2) : start - 1]
    if not sign or sign not in ".," or sign not in (".", language.decimal) or not text[start:end].isdigit():
        return False
    return not (before.isalnum() or before in (".", ",", ")", "%", '"', "'"))


def _improper(raw: str) -> bool:
    """Whether what looks like a fraction is a score: nobody writes 5/4 for one and a quarter."""
    top, slash, bottom = raw.partition("/")
    return bool(slash) and int(top) > int(bottom) > 0


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


_GENERATION = re.compile(r"\dG(?![^\W_])", re.ASCII)
"""5G is a kind of network, 10G are ten thousand millions."""
_PART = re.compile(r"[A-Za-z]\d|\d[A-Za-z]")


def _part_number(text: str, start: int) -> bool:
    """Whether a slash and a code of letters and digits stand before: RTL8111/8168B."""
    return text[start - 1 : start] == "/" and _PART.search(text, max(0, start - 12), start - 1) is not None


_SIDE = re.compile(r"([1-9]\d*[xX])+")
_BY = re.compile(r"(?<=[1-9\d])[xX][1-9]\d+(?![a-zA-Z\d])")
"""Sides of a surface: 1024x768, 30x40. A car has 4x4 wheels, and 0x80 is a code."""


def _token(folded: Folded, language: Language, start: int, end: int) -> Atom | None:
    """The whole of a name that holds digits: GPT-4o, COVID-19, A380, 802.11n; None where the digits stand for
    themselves."""
    text, low = folded.text, folded.low
    left, first = start, max(0, start - _LONGEST)
    while left > first and (
        (text[left - 1].isascii() and text[left - 1].isalnum())
        or (text[left - 1] == "-" and left > 1 and text[left - 2].isalnum() and not text[left - 2].isdigit())
    ):
        left -= 1
    head = text[left:start]
    if _BY.match(text, end) or (end - start > 1 and _SIDE.fullmatch(head)):
        return None
    if head and language.spaced is False and not head[0].isascii():
        head = ""
    joined = (any(c.isalpha() for c in head) or _part_number(text, left)) and not language.before.ending(
        low, text, start
    )
    if joined and head.endswith("-") and not any(c.isupper() for c in head):
        joined = False
    right = end
    if text[end : end + 1].isascii() and text[end : end + 1].isalpha() and not language.after.at(low, text, end):
        joined = True
    if _GENERATION.match(text, start):
        joined = True
    if not joined:
        return None
    if head and end - start == 2 and right == end and head.upper() in language.year_heads and head.isupper():
        return Atom(left, end, "digits", 2000 + Decimal(text[start:end]))
    while right < len(text) and (
        (text[right].isascii() and text[right].isalnum())
        or (text[right] in ".-" and text[right + 1 : right + 2].isalnum() and text[right + 1].isascii())
    ):
        right += 1
    return Atom(start if not any(c.isalpha() for c in head) else left, right, "identifier")
