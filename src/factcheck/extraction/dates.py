"""Numerals that state a date: 5 August 2022, 2022年8月, 12.05.2024, the 1980s, the 19th century."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from ..model import Claim, Hedge, Kind
from .digit_atoms import common_year
from .neighbours import BLANKS, Context, mark
from .numerals import Numeral
from .quantity import like_year
from .ranges import joins
from .scores import starts_score

Found = tuple[Claim, int]
"""A claim and the index of the numeral after it."""

_WORDS = re.compile(r"[^\W\d_]{3,20}")
_YEARS = range(1000, 3000)
MONTHS = ("month", "month-short")
_ROMAN = re.compile(
    r"\b(?=[IVXLCDM])M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})(?=e\b|er\b|ème\b|ᵉ|\b)"
)
ROMAN_SIGNS = re.compile(r"\b[IVXLCDM]+(?:e|er|ème|ᵉ)?\b")
"""Where it finds nothing, a text holds no Roman numeral."""
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}


def moment(year: int | None = None, month: int | None = None, day: int | None = None) -> str:
    """ISO 8601, with "-" for what is not stated: 2022-08, --08-05, --08."""
    text = f"{year:04d}" if year is not None else "-"
    if month is not None:
        text += f"-{month:02d}"
    if day is not None:
        text += f"-{day:02d}" if month is not None else f"--{day:02d}"
    return text


def date_at(numerals: Sequence[Numeral], i: int, context: Context) -> Found | None:
    """The date that starts at numeral i, if one does."""
    numeral = numerals[i]
    if numeral.role == "date":
        return _numeric(numeral, i, context)
    if numeral.role == "decade" and numeral.value is not None:
        return _claim(context, numeral.start, numeral.end, f"{numeral.value}s", True), i + 1
    if numeral.role == "day" and numeral.value is not None:
        return _named_day(numerals, i, context)
    if numeral.role in MONTHS:
        return _month_first(numerals, i, context)
    if numeral.role not in ("number", "ordinal") or numeral.value is None:
        return None
    return (
        _period(numeral, i, context)
        or _day_first(numerals, i, context)
        or _year_month_day(numerals, i, context)
        or _by_signs(numerals, i, context)
    )


def _claim(context: Context, start: int, end: int, stated: str, spelled: bool = False) -> Claim:
    span = context.folded.span(start, end)
    return Claim(Kind.DATE, context.folded.text[start:end], span, moment=stated, spelled=spelled)


def _whole(numeral: Numeral, allowed: range) -> int | None:
    if numeral.role not in ("number", "ordinal") or numeral.value is None or numeral.value != int(numeral.value):
        return None
    return int(numeral.value) if int(numeral.value) in allowed else None


def _whole_year(numeral: Numeral, context: Context) -> int | None:
    year = _whole(numeral, _YEARS)
    return None if year is None else common_year(year, context.language)


def _numeric(numeral: Numeral, i: int, context: Context) -> Found | None:
    text = context.folded.text[numeral.start : numeral.end]
    raw = [part for part in re.split(r"[./-]", text) if part]
    parts = [int(part) for part in raw]
    if len(parts) == 2:
        return _day_and_month(parts[0], parts[1], numeral, i, context)
    if len(raw[0]) == 4:
        year, month, day = parts
    elif len(raw[2]) not in (2, 4):  # 5.4.7 is a version or a section
        return Claim(Kind.IDENTIFIER, text, context.folded.span(numeral.start, numeral.end)), i + 1
    elif context.language.order == "mdy" and parts[0] <= 12:
        month, day, year = parts
    else:
        day, month, year = parts
        if month > 12 >= day:
            day, month = month, day
    if year < 100:
        year += 2000 if year < 70 else 1900
    year = common_year(year, context.language)
    if not (1 <= month <= 12 and 1 <= day <= 31 and year in _YEARS):
        span = context.folded.span(numeral.start, numeral.end)
        return Claim(Kind.IDENTIFIER, text, span), i + 1
    return _claim(context, numeral.start, numeral.end, moment(year, month, day)), i + 1


def _day_and_month(day: int, month: int, numeral: Numeral, i: int, context: Context) -> Found:
    """12.6. without a year; 12.40. is no date."""
    if 1 <= month <= 12 and 1 <= day <= 31:
        return _claim(context, numeral.start, numeral.end, moment(None, month, day)), i + 1
    text = context.folded.text[numeral.start : numeral.end]
    return Claim(Kind.IDENTIFIER, text, context.folded.span(numeral.start, numeral.end)), i + 1


def _links(context: Context, left: int, right: int) -> bool:
    """Whether only what may stand inside a date stands between two places."""
    gap = context.low[left:right]
    word = gap.strip(BLANKS)
    if len(gap) > 12:
        return False
    return (
        word in ("", ",", ".", "/", "-")
        or gap in context.language.day_month
        or any(word == link.strip(BLANKS) for link in context.language.day_month)
        or word in context.language.linkers
        or word in context.language.determiners
    )


def _year(numerals: Sequence[Numeral], i: int, end: int, context: Context) -> int | None:
    if i < len(numerals) and _links(context, end, numerals[i].start):
        year = numerals[i]
        raw = context.low[year.start : year.end]
        grouped = raw[0].isdigit() and not raw.isdigit()  # 1 925 is an amount
        return _whole_year(year, context) if year.upper is None and not year.scaled and not grouped else None
    return None


def _day_first(numerals: Sequence[Numeral], i: int, context: Context) -> Found | None:
    day = _whole(numerals[i], range(1, 32))
    if day is None or i + 1 >= len(numerals) or numerals[i + 1].role not in MONTHS:
        return None
    month = numerals[i + 1]
    end_of_day = numerals[i].end
    hit = context.language.after.at(context.low, context.folded.text, end_of_day)
    if hit and (mark(hit[1], "ordinal") or mark(hit[1], "day")):
        end_of_day = hit[0]
    if not _links(context, end_of_day, month.start):
        return None
    year = _year(numerals, i + 2, month.end, context)
    last = numerals[i + 2] if year else month
    assert month.value is not None
    return _claim(context, numerals[i].start, last.end, moment(year, int(month.value), day)), i + (3 if year else 2)


def _year_month_day(numerals: Sequence[Numeral], i: int, context: Context) -> Found | None:
    """2005 May 30: the order of a few languages, and of a date that was turned round. 2005 May: only the former."""
    year = _whole_year(numerals[i], context) if not numerals[i].spelled and not numerals[i].scaled else None
    if year is None or i + 1 >= len(numerals) or numerals[i + 1].role not in MONTHS:
        return None
    month, last = numerals[i + 1], numerals[i + 2] if i + 2 < len(numerals) else None
    assert month.value is not None
    day = _whole(last, range(1, 32)) if last and not last.spelled and not last.scaled else None
    if last is None or day is None or not _links(context, month.end, last.start):
        if context.language.order != "ymd" or context.gap(numerals[i].end, month.start) not in ("", "."):
            return None
        return _claim(context, numerals[i].start, month.end, moment(year, int(month.value))), i + 2
    if not _links(context, numerals[i].end, month.start):
        return None
    if _year(numerals, i + 3, last.end, context) or starts_score(numerals, i + 2, context):
        return None  # the day and the year behind it are one date
    return _claim(context, numerals[i].start, last.end, moment(year, int(month.value), day)), i + 3


def _named_day(numerals: Sequence[Numeral], i: int, context: Context) -> Found:
    """A day of the year that has a name, as in the Roman calendar, and perhaps its year."""
    day = numerals[i]
    month, number = divmod(int(day.value or 0), 100)
    year = _year(numerals, i + 1, day.end, context)
    end = numerals[i + 1].end if year else day.end
    return _claim(context, day.start, end, moment(year, month, number)), i + (2 if year else 1)


def _month_first(numerals: Sequence[Numeral], i: int, context: Context) -> Found | None:
    month = numerals[i]
    assert month.value is not None
    year = _year(numerals, i + 1, month.end, context)
    if (start := _first_of(month, context)) is not None:
        end = numerals[i + 1].end if year else month.end
        return _claim(context, start, end, moment(year, int(month.value), 1)), i + (2 if year else 1)
    if year:
        return _claim(context, month.start, numerals[i + 1].end, moment(year, int(month.value))), i + 2
    following = numerals[i + 1] if i + 1 < len(numerals) else None
    if i + 2 < len(numerals) and numerals[i + 2].role in MONTHS and context.low[month.end : month.end + 1] == ",":
        following = None  # "Theresa May, 29 September": the day belongs to what follows
    if (
        following
        and not following.spelled
        and (day := _whole(following, range(1, 32)))
        and _links(context, month.end, following.start)
        and not starts_score(numerals, i + 1, context)
    ):
        beside = context.after(following.end)
        if not following.scaled and not (
            beside and any(mark(beside[1], r) for r in ("percent", "currency", "unit", "am", "pm", "night"))
        ):
            end = beside[0] if beside and mark(beside[1], "ordinal") else following.end
            year = _year(numerals, i + 2, end, context)
            end = numerals[i + 2].end if year else end
            return _claim(context, month.start, end, moment(year, int(month.value), day)), i + (3 if year else 2)
    if _plain_month(month, context):
        return _claim(context, month.start, month.end, moment(None, int(month.value)), True), i + 1
    return None


def _first_of(month: Numeral, context: Context) -> int | None:
    """The start of "el uno de octubre", where an article is the first day; None where none stands there."""
    for word in context.language.first_days:
        for link in context.language.day_month:
            start = month.start - len(word) - len(link)
            if start >= context.taken and context.low.startswith(word + link, start):
                return None if start and context.low[start - 1].isalpha() else start
    return None


def _plain_month(month: Numeral, context: Context) -> bool:
    """A month alone: no abbreviation ("Jan Leike"), and not "may" or "march" where months have capitals."""
    if context.taken and not context.gap(context.taken, month.start):
        return False  # the second of two names that Arabic gives a month
    text, form = context.folded.text, context.low[month.start : month.end].rstrip(".")
    if context.language.capital_months and not text[month.start].isupper():
        return False
    doubtful = form in context.language.doubtful_months
    if month.role == "month-short":  # "until Oct." at the end of a sentence
        return not doubtful and month.start > 0 and _LAST.fullmatch(text, month.start + len(form)) is not None
    return not context.language.capital_months or (
        month.start > 0 or (not doubtful and bool(context.language.doubtful_months))
    )


_LAST = re.compile(r"\.[\"')\]]*")


def _by_signs(numerals: Sequence[Numeral], i: int, context: Context) -> Found | None:
    """2022年8月5日, 2022년 8월: year, month and day named by what follows them."""
    stated: dict[str, int] = {}
    at, start, end = i, numerals[i].start, numerals[i].end
    for role, allowed in (("year", _YEARS), ("month", range(1, 13)), ("day", range(1, 32))):
        if at >= len(numerals) or (stated and context.gap(end, numerals[at].start)):
            break
        hit = context.after(numerals[at].end)
        era = _era(numerals[at], context) if role == "year" else None
        value = era or (_whole_year(numerals[at], context) if role == "year" else _whole(numerals[at], allowed))
        doubtful = hit and (mark(hit[1], "hedge") or context.low[numerals[at].end] == "'")
        limit = doubtful and not like_year(numerals[at])  # "until 2030", but "up to 1500"; 2015'te, but 1000'de 1'i
        if value is not None and hit and mark(hit[1], role) and not _counted(numerals[at]) and not limit:
            stated[role], end, at = value, hit[0], at + 1
        elif value is not None and (stated or role == "month") and _shares(numerals, at, role, context):
            stated[role], end, at = value, numerals[at].end, at + 1
            break
    if not stated or (set(stated) == {"day"} and (context.language.spaced or _no_date(start, context))):
        return None
    if set(stated) == {"year"}:
        if at < len(numerals) and numerals[at].role in MONTHS and not context.gap(end, numerals[at].start):
            return _year_first(stated["year"], numerals, i, at, context)
        return _bare_year(stated["year"], numerals[i], i, end, context)
    weak = stated == {"day": 1}  # 1日 is a day as well as the first of the month
    return _claim(context, start, end, moment(stated.get("year"), stated.get("month"), stated.get("day")), weak), at


def _counted(numeral: Numeral) -> bool:
    """Whether it has a scale and so is no date; 二千十八年 is a year, 二千年 are two thousand of them."""
    return numeral.scaled and not (numeral.spelled and numeral.value is not None and numeral.value % 100)


def _no_date(start: int, context: Context) -> bool:
    """Whether a word before days says that they are counted: 生後8日."""
    lead = context.before(start)
    return lead is not None and mark(lead[1], "none") is not None


def _shares(numerals: Sequence[Numeral], at: int, role: str, context: Context) -> bool:
    """Whether the sign for month or day stands only at the second of two numbers: 8月3〜5日, 1〜3月."""
    if role == "year" or at + 1 >= len(numerals) or not joins(context, numerals[at].end, numerals[at + 1].start):
        return False
    hit = context.after(numerals[at + 1].end)
    return bool(hit and mark(hit[1], role)) and _whole(numerals[at + 1], range(1, 32)) is not None


def _year_first(year: int, numerals: Sequence[Numeral], i: int, at: int, context: Context) -> Found:
    """A year, then the name of a month, then perhaps a day."""
    month = numerals[at]
    assert month.value is not None
    following = numerals[at + 1] if at + 1 < len(numerals) else None
    day = _whole(following, range(1, 32)) if following and not context.gap(month.end, following.start) else None
    last = following if following and day else month
    stated = moment(year, int(month.value), day)
    return _claim(context, numerals[i].start, last.end, stated), at + (2 if day else 1)


def _era(numeral: Numeral, context: Context) -> int | None:
    """The year of a year counted in an era: 令和6年 is 2024."""
    lead = context.before(numeral.start)
    era = mark(lead[1], "era") if lead else None
    return int(era.value + numeral.value) if era and era.value and numeral.value and numeral.value < 100 else None


def _bare_year(year: int, numeral: Numeral, i: int, end: int, context: Context) -> Found:
    span = context.folded.span(numeral.start, end)
    text = context.folded.text[numeral.start : end]
    return Claim(Kind.DATE, text, span, value=Decimal(year), spelled=numeral.spelled), i + 1


def _period(numeral: Numeral, i: int, context: Context) -> Found | None:
    """Decades and centuries."""
    whole = _whole(numeral, range(1, 3000))
    if whole is None:
        return None
    hit, lead = context.after(numeral.end), context.before(numeral.start)
    end = hit[0] if hit else numeral.end
    if hit and mark(hit[1], "ordinal"):
        further = context.after(end)
        if further and mark(further[1], "century"):
            hit, end = further, further[0]
    if whole <= 30 and hit and mark(hit[1], "century"):
        return _claim(context, numeral.start, end, f"C{whole}"), i + 1
    if whole <= 30 and lead and mark(lead[1], "century"):
        return _claim(context, lead[0], numeral.end, f"C{whole}"), i + 1
    if whole % 10 == 0 and (whole < 100 or whole >= 1000) and whole >= 10:
        decade = whole if whole >= 1000 else 1900 + whole if whole > 20 else 2000 + whole
        if hit and mark(hit[1], "decade") and not (mark(hit[1], "unit") and whole < 20):
            if whole < 100 and _limited(numeral.start, context):
                return None
            if whole < 100 and _of_weather(numeral.start, context):
                return _degrees(whole, numeral.start, end, context), i + 1
            return _claim(context, numeral.start, end, f"{decade}s"), i + 1
        place = numeral.start - (context.low[numeral.start - 1 : numeral.start] == "'")
        lead = lead or context.before(place)
        if lead and mark(lead[1], "decade"):
            return _claim(context, lead[0], numeral.end, f"{decade}s"), i + 1
    return None


def _limited(start: int, context: Context) -> bool:
    """Whether a limit is joined to the number with a hyphen: the under-20s are no decade."""
    if context.low[start - 1 : start] != "-":
        return False
    hit = context.language.before.ending(context.low, context.folded.text, start - 1)
    return hit is not None and mark(hit[1], "hedge") is not None


def _of_weather(start: int, context: Context) -> bool:
    """Whether the text is about the weather: highs "in the 80s" are degrees."""
    if not context.language.weather or context.low[start - 1 : start] == "'":
        return False
    near = context.low[max(0, start - 80) : start + 80]
    return any(word in context.language.weather for word in _WORDS.findall(near))


def _degrees(tens: int, start: int, end: int, context: Context) -> Claim:
    span, text = context.folded.span(start, end), context.folded.text[start:end]
    value = Decimal(tens)
    return Claim(Kind.MEASURE, text, span, value, unit="degree", hedge=Hedge.ABOUT, step=Decimal(10))


def roman(text: str) -> int:
    """A well-formed Roman numeral in capitals -> its value."""
    total = 0
    for char, following in zip(text, [*text[1:], ""], strict=True):
        value = _ROMAN_VALUES[char]
        total += -value if following and _ROMAN_VALUES[following] > value else value
    return total


def _beside_century(start: int, end: int, context: Context) -> bool:
    hit, lead = context.after(end), context.before(start)
    if hit and mark(hit[1], "ordinal"):
        hit = context.after(hit[0])
    return any(h and mark(h[1], "century") for h in (hit, lead))


def _behind_year(start: int, context: Context) -> bool:
    lead = context.before(start)
    return lead is not None and mark(lead[1], "year") is not None


def roman_numerals(context: Context) -> list[Numeral]:
    """Roman numerals that can only be numbers: beside a word for century, years behind a word for one (anno MMXXIV), or
    of two letters and more where the language writes its numbers so."""
    found = []
    for match in _ROMAN.finditer(context.folded.text):
        if match.end() > match.start() and (
            _beside_century(match.start(), match.end(), context)
            or (context.language.roman and len(match.group()) > 1)
            or (len(match.group()) > 3 and match.group()[0] == "M" and _behind_year(match.start(), context))
        ):
            found.append(Numeral(match.start(), match.end(), "number", Decimal(roman(match.group()))))
    return found
