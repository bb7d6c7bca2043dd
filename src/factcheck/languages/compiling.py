"""The merged tables of a language -> one Language: every form with its marks, ready to be matched."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Any

from ..folding import fold
from ..notation import quotient
from .growth import growth
from .language import Language, Mark, Marks, Starts
from .matcher import Inflected, Matcher, as_written
from .runs import runs

Table = dict[str, Any]


def _fold(form: str) -> str:
    """A form as folded text has it."""
    return form if as_written(form) else fold(form).low


class _Forms:
    """Collects the marks of each form."""

    def __init__(self) -> None:
        self.marks: dict[str, list[Mark]] = {}

    def add(self, forms: Iterable[str], role: str, value: Decimal | None = None, name: str = "") -> None:
        for form in forms:
            mark = Mark(role, value, name)
            marks = self.marks.setdefault(_fold(form), [])
            if mark not in marks:
                marks.append(mark)

    def add_spellings(self, alike: dict[str, str] | None) -> None:
        """Each form once more with what many write for a letter, one letter after the other (Swiss German writes ss,
        but umlauts); forms that mean something else stay."""
        for letter, other in (alike or {}).items():
            for form in [form for form in self.marks if letter in form]:
                self.marks.setdefault(form.replace(letter, other), self.marks[form])

    def matcher(self, spaced: bool) -> Matcher[Marks]:
        return Matcher({form: tuple(marks) for form, marks in self.marks.items()}, spaced)


def _number(text: object) -> Decimal:
    """ "1e6", "1/3", "+1/2" or a number -> Decimal."""
    top, _, bottom = str(text).lstrip("+").partition("/")
    return quotient(Decimal(top), Decimal(bottom)) if bottom else Decimal(top)


def _ranked(form: str, data: Table) -> bool:
    """Whether an ordinal is a prefix and a numeral written together: 第二 would hide the rest of 第二百五十."""
    prefixes = _prefixes(data)
    numerals = {**data.get("words", {}), **data.get("scales", {})}
    return not _spaced(data) and any(form.startswith(p) and form[len(p) :] in numerals for p in prefixes)


def _spaced(data: Table) -> bool:
    return bool(data.get("numbers", {}).get("spaced", data.get("meta", {}).get("spaced", True)))


def _in_runs(table: str, form: str, data: Table) -> bool:
    """Whether a number word is made of the numerals of runs: it counts only in whole words, not anywhere."""
    numerals = data.get("runs", {}).get("numerals", {})
    if not numerals or table not in ("words", "scales") or (table == "scales" and form in numerals):
        return False
    return {letter for numeral in numerals for letter in numeral}.issuperset(form.replace(" ", ""))


def _anchors(data: Table) -> _Forms:
    forms, numbers = _Forms(), data.get("numbers", {})
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
                forms.add([form if table == "scales" else fold(form).low], role, _number(value))
                if table == "words" and as_written(form):
                    forms.add([form.capitalize()], role, _number(value))  # Danish "To" starts a sentence
    for form in data.get("ordinal", {}).get("parts", []):
        forms.add([form], "part", _number(data["ordinals"][form]))
    for form, value in data.get("fractions", {}).items():
        forms.add([form], "plus" if str(value).startswith("+") else "fraction", _number(value))
        article, _, rank = form.partition(" ")
        if article in numbers.get("articles", []) and rank in data.get("ordinals", {}):
            forms.add([form], "ordinal", _number(data["ordinals"][rank]))
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
        forms.add([fold(form).low], "amount", _number(value), unit)
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
        forms.marks[_fold(form)] = [Mark("skip")]
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
                yield made, _number(value)


def _joined(form: str, data: Table) -> list[str]:
    """A name of two words as languages without blanks write it: スイス フラン, スイス・フラン, スイスフラン."""
    if " " not in form or _spaced(data) or form.isascii():
        return [form]
    return [form, form.replace(" ", "・"), form.replace(" ", "")]


def _beside(data: Table, side: str) -> _Forms:
    """What stands before or after a number: units, currencies, hedges and the rest."""
    forms = _Forms()
    for form, code in data.get("currencies", {}).items():
        forms.add(_joined(form, data), "currency", name=code)
        for prefix, scale in data.get("currency", {}).get("prefixes", {}).items():
            if form.upper() == code:
                forms.add([prefix + form], "currency", _number(scale), code)
    for kind, spellings in data.get("percent", {}).items():
        if kind in ("hundredth", "thousandth"):
            forms.add(spellings if side == "after" else [], kind)
        elif kind not in ("tenth", "left") or side == "after":
            forms.add(spellings, "percent", name=kind)
    for hedge, places in data.get("hedges", {}).items():
        forms.add(places.get(side, []), "hedge", name=hedge)
    ordinal, times, dates = data.get("ordinal", {}), data.get("times", {}), data.get("dates", {})
    for role in ("am", "pm", "night"):  # "am" before a number is a preposition in German, never the half of a day
        forms.add(
            [f for f in times.get(role, []) if side == "after" or len(f) > 2 or not f.isascii() or f.isupper()], role
        )
    forms.add(dates.get("century", []), "century")
    forms.add(data.get("hedge", {}).get("not-hedges", []), "none")
    if side == "before":
        forms.add(_prefixes(data), "ordinal")
        forms.add(data.get("numbers", {}).get("minus", []), "minus")
        forms.add(dates.get("year-before", []), "year")
        forms.add(dates.get("day-before", []), "day")
        forms.add(dates.get("decade-prefixes", []), "decade")
        forms.add(data.get("ranges", {}).get("openers", []), "opener")
        forms.add(times.get("before", []), "at")
        forms.add(times.get("clock-before", []), "clock")
        for era, start in dates.get("eras", {}).items():
            forms.add([era], "era", Decimal(start))
        for rate, spellings in data.get("measure", {}).items():
            forms.add(spellings, "rate", name=rate)
        forms.add(times.get("half-past", []), "half-past", Decimal(30))
        forms.add(times.get("half-to", []), "half-to", Decimal(30))
        forms.add(times.get("quarter-past", []), "half-past", Decimal(15))
        forms.add(times.get("quarter-to", []), "half-to", Decimal(45))
        forms.add_spellings(data.get("numbers", {}).get("alike"))
        return forms
    for form, parts in data.get("subunits", {}).items():
        forms.add([form], "subunit", Decimal(parts))
    none = set(data.get("units", {}).get("none", []))
    for unit, spellings in data.get("units", {}).items():
        forms.add([form for form in spellings if unit != "none" and form not in none], "unit", name=unit)
    for form, value in data.get("scales", {}).items():
        forms.add([form], "scale", _number(value))
    for unit, spellings in data.get("unit", {}).get("small", {}).items():
        forms.add(spellings, "small-unit", name=unit)
    forms.add(ordinal.get("suffixes", []), "ordinal")
    forms.add(data.get("multiple", {}).get("suffixes", []), "multiple")
    for around in data.get("numbers", {}).get("minus-after", []):
        before, _, behind = around.rpartition(" … ")
        forms.add([behind], "minus", name=before and _fold(before))
    forms.add(data.get("counters", {}).get("forms", []), "counter")
    forms.add(dates.get("decade-suffixes", []), "decade")
    forms.add(data.get("ranges", {}).get("closers", []), "closer")
    for role in ("year", "month", "day"):
        forms.add(dates.get(f"{role}-after", []), role)
    for role in ("clock", "minute"):
        forms.add(times.get(role, []), role)
    forms.add(times.get("after", []), "at")
    forms.add_spellings(data.get("numbers", {}).get("alike"))
    return forms


def _prefixes(data: Table) -> list[str]:
    """What makes the number behind it a rank; CLDR lists Thai "at" among them."""
    ordinal = data.get("ordinal", {})
    none = ordinal.get("not-prefixes", [])
    return [form for form in ordinal.get("prefixes", []) if form not in none]


def _between(data: Table) -> _Forms:
    """What stands between two numbers of a range or a ratio."""
    forms = _Forms()
    joiners = {j.lower() for j in data.get("numbers", {}).get("joiners", [])}
    ranges = data.get("ranges", {})
    for form in ranges.get("between", []):
        forms.add([form], "and" if form.lower().split(" ")[0] in joiners else "range")
    forms.add(ranges.get("after-opener", []), "and")
    forms.add(ranges.get("backwards", []), "back")
    ratio = data.get("ratio", {})
    forms.add(ratio.get("of", []), "of")
    forms.add(ratio.get("whole-first", []), "of", name="whole")
    forms.add(ratio.get("share", []), "share")
    forms.add(ratio.get("counted-share", []), "share")
    forms.add(ratio.get("counted-share", []), "counted")
    forms.add(ratio.get("numerator-first", []), "divided")
    forms.add(ratio.get("over", []), "divided", name="alone")
    hundredths = ratio.get("percent-first", [])
    forms.add([form for form in ratio.get("denominator-first", []) if form not in hundredths], "over")
    forms.add(hundredths, "over", name="percent")
    return forms


def _lower(words: Iterable[str]) -> frozenset[str]:
    return frozenset(word.lower() for word in words)


def compiled(code: str, data: Table) -> Language:
    numbers, meta = data.get("numbers", {}), data.get("meta", {})
    spaced = _spaced(data)
    anchors = _anchors(data).matcher(spaced)
    return Language(
        code=code,
        name=str(meta.get("english_name") or code),
        spaced=spaced,
        compounds=bool(numbers.get("compounds", False)),
        augments=bool(data.get("augments")),
        units_first=str(numbers.get("units-first", "")),
        decimal={"٫": "."}.get(numbers.get("decimal", "."), numbers.get("decimal", ".")),
        groups=frozenset(
            {"٬": ",", "\u202f": " ", "\u00a0": " ", "’": "'"}.get(g, g) for g in numbers.get("group", [","])
        ),
        order=data.get("dates", {}).get("order", "dmy"),
        capital_months=bool(data.get("dates", {}).get("capital-months", False)),
        year_offset=int(data.get("dates", {}).get("year-offset", 0)),
        slash_decimal=bool(numbers.get("slash-decimal", False)),
        doubtful_months=_lower(data.get("dates", {}).get("doubtful-months", [])),
        dotted_dates="." in data.get("ordinal", {}).get("suffixes", []) and data.get("dates", {}).get("order") != "mdy",
        roman=bool(numbers.get("roman", False)),
        decimal_words=_lower(numbers.get("decimal-words", [])),
        runs=runs(data),
        sounds={form: _number(value) for form, value in data.get("sounds", {}).items()},
        improper=bool(numbers.get("improper", False)),
        short_tail=bool(numbers.get("short-tail", False)),
        pairs=bool(numbers.get("pairs", False)),
        formal=frozenset(numbers.get("formal", [])),
        everyday=_everyday(data),
        anchors=anchors,
        before=_beside(data, "before").matcher(spaced),
        after=(after := _beside(data, "after").matcher(spaced)),
        inflected=_inflected(after.forms, _lower(data.get("unit", {}).get("endings", []))),
        clitics=_lower(numbers.get("clitics", [])),
        clitic_lengths=tuple(sorted({len(clitic) for clitic in numbers.get("clitics", [])}, reverse=True)),
        products=_lower(data.get("names", {}).get("products", [])),
        joiners=_lower(numbers.get("joiners", [])),
        part_joiners=_lower(numbers.get("part-joiners", [])),
        coins=_coins(data),
        articles=_articles(data),
        linkers=_lower(numbers.get("linkers", [])),
        inner_ones=_lower(_fold(word) for word in numbers.get("inner-ones", [])),
        hedged_ones=_lower(numbers.get("hedged-ones", [])),
        tail_digits=bool(numbers.get("tail-digits", False)),
        last=_last(data) if numbers.get("endings-last", False) else frozenset(),
        denominator_endings=tuple(data.get("ratio", {}).get("denominator-endings", [])),
        ones=_lower(data.get("ratio", {}).get("ones", [])),
        weather=_lower(data.get("dates", {}).get("weather", [])),
        year_heads=frozenset(data.get("dates", {}).get("year-heads", [])),
        denominators=bool(data.get("fraction", {}).get("endings")),
        hyphenated=bool(data.get("fraction", {}).get("hyphenated")),
        parts=bool(data.get("ordinal", {}).get("parts")),
        wholes=_lower([*numbers.get("linkers", []), *data.get("ratio", {}).get("wholes", [])]),
        within_hedges=tuple(data.get("hedge", {}).get("within", [])),
        scores=_lower(data.get("ratio", {}).get("scores", [])),
        mixed=_lower(data.get("ratio", {}).get("mixed", [])),
        determiners=_lower(data.get("ratio", {}).get("determiners", [])),
        between=_between(data).matcher(spaced),
        first_days=tuple(data.get("dates", {}).get("first-day", [])),
        day_month=tuple(data.get("dates", {}).get("day-month", [])),
        time_separators=frozenset(data.get("times", {}).get("separators", [":"])),
        less=_lower(data.get("times", {}).get("less", [])),
        ordinal_hours=bool(data.get("times", {}).get("ordinal-hours", False)),
        first_words=_first_words(anchors.forms, _articles(data)),
        growth=growth(data, _numbers(anchors.forms, data)),
        not_names=_lower(data.get("names", {}).get("not-names", [])),
        hedges=any(
            len(form) > 2 for places in data.get("hedges", {}).values() for forms in places.values() for form in forms
        ),
        modifiers_first=bool(data.get("syntax", {}).get("modifiers-first", False)),
        negation=_lower(data.get("negation", {}).get("words", [])),
        examples=tuple(tuple(example) for example in data.get("examples", [])),
    )


def _everyday(data: Table) -> frozenset[str]:
    signs = {form: Decimal(value) for table in ("words", "scales") for form, value in data.get(table, {}).items()}
    formal = data.get("numbers", {}).get("formal", [])
    return frozenset(form for form, value in signs.items() if len(form) == 1 and 0 < value <= 10 and form not in formal)


def _numbers(forms: Mapping[str, Marks], data: Table) -> list[str]:
    """The forms of numbers, and the articles, which state one inside a word."""
    roles = {"card", "scale", "ordinal"}
    return [*(f for f, marks in forms.items() if any(m.role in roles for m in marks)), *_articles(data)]


def _inflected(forms: Mapping[str, Marks], endings: frozenset[str]) -> Inflected[Marks] | None:
    roles = {"unit", "currency", "percent"}
    names = {
        form: kept
        for form, marks in forms.items()
        if form[-1:].isalpha() and (kept := tuple(m for m in marks if m.role in roles))
    }
    return Inflected(names, endings) if endings else None


def _coins(data: Table) -> frozenset[str]:
    numbers = {**data.get("scales", {}), **data.get("ordinals", {})}
    return _lower(form for form in data.get("subunits", {}) if form in numbers)


def _last(data: Table) -> frozenset[str]:
    """The forms of numbers that are longer than another of the same value, whose last letter may change: kırka,
    dörde beside kırk, dört."""
    stems: dict[str, set[str]] = {}
    forms = [(fold(f).low, str(v)) for table in ("words", "scales") for f, v in data.get(table, {}).items()]
    for form, value in forms:
        stems.setdefault(value, set()).add(form[:-1])
    return frozenset(
        form
        for form, value in forms
        if form.isalpha() and any(form[:end] in stems[value] for end in range(2, len(form) - 1))
    )


def _articles(data: Table) -> frozenset[str]:
    return _lower(data.get("numbers", {}).get("articles", []))


def _first_words(forms: Iterable[str], articles: Iterable[str]) -> dict[str, Starts]:
    lengths: dict[str, set[int]] = {article: set() for article in articles}
    onward: dict[str, set[str]] = {article: set() for article in articles}
    for form in forms:
        word = first_word(form).lower()
        lengths.setdefault(word, set()).add(len(form))
        onward.setdefault(word, set()).add(form[len(word) : len(word) + 4].lower())
    return {word: Starts(tuple(sorted(lengths[word], reverse=True)), frozenset(onward[word])) for word in lengths}


def first_word(form: str) -> str:
    """The letters (and marks) that a form starts with, or its first character."""
    end = next((i for i, c in enumerate(form) if c.isspace() or c in "-'’.,/"), len(form))
    return form[: end or 1]
