"""The forms that numbers, months, days and named hours start with."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from ..wording.folding import fold
from .forms import Forms, Table, fold_form, number, rank_prefixes, spaced_words
from .language import Mark
from .matcher import as_written


def _ranked(form: str, data: Table) -> bool:
    """Whether an ordinal is a prefix and a numeral written together: 第二 would hide the rest of 第二百五十."""
    if spaced_words(data):
        return False
    numerals = data.get("words", {}), data.get("scales", {})
    rests = [form[len(prefix) :] for prefix in rank_prefixes(data) if form.startswith(prefix)]
    return any(rest in table for rest in rests for table in numerals)


def _in_runs(table: str, form: str, data: Table) -> bool:
    """Whether a number word is made of the numerals of runs: it counts only in whole words, not anywhere."""
    numerals = data.get("runs", {}).get("numerals", {})
    if not numerals or table not in ("words", "scales") or (table == "scales" and form in numerals):
        return False
    return {letter for numeral in numerals for letter in numeral}.issuperset(form.replace(" ", ""))


def anchors_of(data: Table) -> Forms:
    forms, numbers = Forms(), data.get("numbers", {})
    banned = {*numbers.get("not-words", []), *numbers.get("articles", [])}
    for table, role in (
        ("words", "card"),
        ("scales", "scale"),
        ("augments", "augment"),
        ("ordinals", "ordinal"),
        ("multiples", "multiple"),
    ):
        for form, value in data.get(table, {}).items():
            if table == "words" and form in banned:
                continue
            if not _in_runs(table, form, data) and not (table == "ordinals" and _ranked(form, data)):
                forms.add([form if table == "scales" else fold(form).low], role, number(value))
                if table == "words" and as_written(form):
                    forms.add([form.capitalize()], role, number(value))  # Danish "To" starts a sentence
    for form in data.get("ordinal", {}).get("parts", []):
        forms.add([form], "part", number(data["ordinals"][form]))
    for form, value in data.get("fractions", {}).items():
        forms.add([form], "plus" if str(value).startswith("+") else "fraction", number(value))
        article, _, rank = form.partition(" ")
        if article in numbers.get("articles", []) and rank in data.get("ordinals", {}):
            forms.add([form], "ordinal", number(data["ordinals"][rank]))
    for form, bottom in _denominators(data):
        forms.add([form], "denominator", bottom)
    signs = tuple(data.get("dates", {}).get("month-after", []))  # 8月 is a number and a sign, no name of a month
    months = {f.lower(): value for f, value in data.get("months", {}).items() if not f.endswith(signs)}
    for form, value in months.items():
        longer = [
            len(other)
            for other, same in months.items()
            if same == value and other.rstrip(".").isalpha() and other.startswith(form.rstrip("."))
        ]
        length = len(form.rstrip("."))
        short = max(longer, default=0) > length and (length <= 3 or (length == 4 and max(longer, default=0) >= 8))
        forms.add([form], "month-short" if short else "month", Decimal(value))
    for form, value in data.get("weekdays", {}).items():
        if sum(map(str.isalpha, form)) > 1:  # one letter is most often something else
            forms.add([form.lower()], "weekday", Decimal(value))
    for form, stated in data.get("amounts", {}).items():
        value, _, unit = str(stated).partition(" ")
        forms.add([fold(form).low], "amount", number(value), unit)
    for form, day in data.get("days", {}).items():
        forms.add([fold(form).low], "day", Decimal(day.replace("-", "")))
    for form, year in data.get("decades", {}).items():
        forms.add([fold(form).low], "decade", Decimal(year))
    times = data.get("times", {})
    halves = {*times.get("am", []), *times.get("pm", [])}.union(*data.get("units", {}).values())
    for one in times.get("one", []):
        for half, hour in (("am", 1), ("pm", 13)):
            forms.add([f"{one} {spelled}" for spelled in times.get(half, [])], "hour", Decimal(hour))
    for role in ("noon", "midnight"):  # CLDR has Ukrainian "of the day" for noon
        forms.add([form for form in times.get(role, []) if form not in halves], role)
    for form in (
        *numbers.get("not-numbers", []),
        *data.get("vague", {}).get("forms", []),
        *data.get("ordinal", {}).get("not-ordinals", []),
    ):
        kept = [mark for mark in forms.marks.get(fold_form(form), ()) if mark.role == "weekday"]  # 周一 is no number
        forms.marks[fold_form(form)] = [Mark("skip"), *kept]
    forms.add_spellings(numbers.get("alike"))
    return forms


def _denominators(data: Table) -> Iterator[tuple[str, Decimal]]:
    """Words for parts of one that are made of ordinals: fifths, quinti. "Premiers" are ranks: they are listed."""
    ordinals = data.get("ordinals", {})
    for ending in data.get("fraction", {}).get("endings", []):
        cut, turned, put = ending.rpartition(">")
        for form, value in ordinals.items():
            made = fold(form).low.removesuffix(cut) + put
            if value != 2 and form.endswith(cut if turned else "") and not (value == 1 and made in ordinals):
                yield made, number(value)
