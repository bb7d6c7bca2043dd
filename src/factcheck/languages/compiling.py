"""The merged tables of a language -> one Language: every form with its marks, ready to be matched."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from decimal import Decimal

from ..wording.folding import fold
from ..wording.latin import plain
from .anchors import anchors_of
from .beside import beside, between
from .forms import Table, fold_form, lower, number, spaced_words
from .growth import SHORTEST, growth
from .language import Language, Marks, Starts
from .matcher import Inflected
from .negation import negation
from .runs import runs


def compiled(code: str, data: Table) -> Language:
    numbers, meta = data.get("numbers", {}), data.get("meta", {})
    spaced = spaced_words(data)
    anchors = anchors_of(data).matcher(spaced)
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
        doubtful_months=lower(data.get("dates", {}).get("doubtful-months", [])),
        dotted_dates="." in data.get("ordinal", {}).get("suffixes", []) and data.get("dates", {}).get("order") != "mdy",
        roman=bool(numbers.get("roman", False)),
        decimal_words=lower(numbers.get("decimal-words", [])),
        runs=runs(data),
        sounds={form: number(value) for form, value in data.get("sounds", {}).items()},
        improper=bool(numbers.get("improper", False)),
        short_tail=bool(numbers.get("short-tail", False)),
        pairs=bool(numbers.get("pairs", False)),
        formal=frozenset(numbers.get("formal", [])),
        everyday=_everyday(data),
        anchors=anchors,
        before=beside(data, "before").matcher(spaced),
        after=(after := beside(data, "after").matcher(spaced)),
        inflected=_inflected(after.forms, lower(data.get("unit", {}).get("endings", []))),
        clitics=lower(numbers.get("clitics", [])),
        clitic_lengths=tuple(sorted({len(clitic) for clitic in numbers.get("clitics", [])}, reverse=True)),
        products=lower(data.get("names", {}).get("products", [])),
        joiners=lower(numbers.get("joiners", [])),
        part_joiners=lower(numbers.get("part-joiners", [])),
        coins=_coins(data),
        articles=_articles(data),
        linkers=lower(numbers.get("linkers", [])),
        inner_ones=lower(fold_form(word) for word in numbers.get("inner-ones", [])),
        hedged_ones=lower(numbers.get("hedged-ones", [])),
        tail_digits=bool(numbers.get("tail-digits", False)),
        last=_last(data) if numbers.get("endings-last", False) else frozenset(),
        denominator_endings=tuple(data.get("ratio", {}).get("denominator-endings", [])),
        ones=lower(data.get("ratio", {}).get("ones", [])),
        weather=lower(data.get("dates", {}).get("weather", [])),
        year_heads=frozenset(data.get("dates", {}).get("year-heads", [])),
        denominators=bool(data.get("fraction", {}).get("endings")),
        hyphenated=bool(data.get("fraction", {}).get("hyphenated")),
        parts=bool(data.get("ordinal", {}).get("parts")),
        wholes=lower([*numbers.get("linkers", []), *data.get("ratio", {}).get("wholes", [])]),
        within_hedges=tuple(data.get("hedge", {}).get("within", [])),
        scores=lower(data.get("ratio", {}).get("scores", [])),
        mixed=lower(data.get("ratio", {}).get("mixed", [])),
        determiners=lower(data.get("ratio", {}).get("determiners", [])),
        between=between(data).matcher(spaced),
        vague={fold_form(form): number(value) for form, value in data.get("vague", {}).get("about", {}).items()},
        first_days=tuple(data.get("dates", {}).get("first-day", [])),
        day_month=tuple(data.get("dates", {}).get("day-month", [])),
        time_separators=frozenset(data.get("times", {}).get("separators", [":"])),
        less=lower(data.get("times", {}).get("less", [])),
        ordinal_hours=bool(data.get("times", {}).get("ordinal-hours", False)),
        first_words=_first_words(anchors.forms, _articles(data)),
        growth=growth(data, _numbers(anchors.forms, data)),
        camel_case=frozenset(data.get("names", {}).get("camel-case", [])),
        capital_endings=tuple(data.get("names", {}).get("capital-endings", [])),
        inflection=data.get("names", {}).get("inflection", "none"),
        nouns_capital=bool(data.get("names", {}).get("nouns-capital", False)),
        not_names=lower(data.get("names", {}).get("not-names", [])),
        acronyms={name: tuple(forms) for name, forms in data.get("acronyms", {}).items()},
        places=_places(data),
        territories=dict(data.get("territories", {})),
        hedges=any(
            len(form) > 2 for places in data.get("hedges", {}).values() for forms in places.values() for form in forms
        ),
        modifiers_first=bool(data.get("syntax", {}).get("modifiers-first", False)),
        doubled=lower(doubled) if (doubled := data.get("syntax", {}).get("doubled")) else None,
        reduplicates=bool(data.get("syntax", {}).get("reduplicates", False)),
        never_last=frozenset(data.get("syntax", {}).get("never-last", [])),
        blank_before=frozenset(data.get("punctuation", {}).get("blank-before", [])),
        negation=negation(data, spaced),
        frequent=frozenset(data.get("frequent", {}).get(code, "").split()),
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
    return lower(form for form in data.get("subunits", {}) if form in numbers)


def _places(data: Table) -> frozenset[str]:
    """The words for places, and with them those of currencies, which hold the adjectives: Japanse yen."""
    places = data.get("names", {}).get("places", [])
    currencies = [word for form in data.get("currencies", {}) if " " in form for word in plain(form).split()]
    return frozenset([*places, *(word for word in currencies if len(word) > 3)] if places else [])


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
    return lower(data.get("numbers", {}).get("articles", []))


def _first_words(forms: Iterable[str], articles: Collection[str]) -> dict[str, Starts]:
    found: dict[str, list[str]] = {article: [] for article in articles}
    for form in forms:
        found.setdefault(first_word(form).lower(), []).append(form)
    return {
        word: Starts.of(word, starting, word not in articles and len(word) <= SHORTEST)
        for word, starting in found.items()
    }


_BEHIND_WORD = re.compile(r"[\s'’.,/-]")


def first_word(form: str) -> str:
    """The letters (and marks) that a form starts with, or its first character."""
    behind = _BEHIND_WORD.search(form)
    return form[: behind.start() or 1] if behind else form
