"""What the extraction knows of a language: forms with their marks, signs and habits."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from .growth import Growth
from .matcher import Inflected, Matcher
from .negation import Negation
from .runs import Runs


@dataclass(frozen=True)
class Mark:
    """One meaning of a form.

    role: "card", "scale", "ordinal", "part", "fraction", "denominator", "plus", "augment", "multiple", "month",
    "weekday", "skip", "noon", "midnight" for what starts a claim; "currency", "unit", "percent", "hedge", ... for what
    stands beside one.
    """

    role: str
    value: Decimal | None = None
    name: str = ""


Marks = tuple[Mark, ...]


_FAR, TELLING = 4, 3
"""Characters behind a word by which its anchors are found, and those that mostly tell whether one starts there."""


class Starts(NamedTuple):
    """The anchors that start with a word. onward: the first four characters behind the word in any of them (fewer where
    it ends) -> lengths of these anchors, longest first; brief: whether any has one to three; needed: the first three,
    where the word states nothing without them, else None."""

    onward: Mapping[str, tuple[int, ...]]
    brief: bool
    needed: frozenset[str] | None

    @classmethod
    def of(cls, word: str, forms: Sequence[str], needs_more: bool) -> Starts:
        """What starts with a word. needs_more: whether it is no article, and too short to have grown from two."""
        if len(forms) == 1 and forms[0] == word:  # most words
            return cls({"": (len(word),)}, False, None)
        onward: dict[str, set[int]] = {}
        for form in forms:
            onward.setdefault(form[len(word) : len(word) + _FAR].lower(), set()).add(len(form))
        sizes = {len(behind) for behind in onward}
        needed = frozenset(behind[:TELLING] for behind in onward)
        return cls(
            {behind: tuple(sorted(lengths, reverse=True)) for behind, lengths in onward.items()},
            bool(sizes & {1, 2, 3}),
            needed if needs_more and min(sizes, default=0) >= TELLING else None,
        )

    def possible(self, low: str, end: int) -> tuple[int, ...]:
        """The lengths worth trying where the word ends at a place of the text, longest first."""
        onward = self.onward
        found = onward.get(low[end : end + _FAR], ())
        if self.brief:
            for size in (3, 2, 1):
                found += onward.get(low[end : end + size], ())
        return found + onward[""] if "" in onward else found


@dataclass(frozen=True, eq=False)
class Language:
    """All that the extraction knows about a language. anchors start claims; before and after stand beside numbers."""

    code: str
    name: str
    spaced: bool
    compounds: bool
    decimal: str
    groups: frozenset[str]
    order: str
    capital_months: bool
    doubtful_months: frozenset[str]
    year_offset: int
    """How far the years of papers are ahead of the common ones: 543 in Thai."""
    slash_decimal: bool
    """Whether 5/7 may be 5.7."""
    """Months that are names or other words too: they need a capital inside a sentence."""
    dotted_dates: bool
    """Whether "12.6." is the twelfth of June: days are ordinals with a point."""
    roman: bool
    decimal_words: frozenset[str]
    """Words for the decimal sign between number words: three "point" five, 三"点"五."""
    sounds: Mapping[str, Decimal]
    """Number words of the sounding script: a whole run of letters must be made of them."""
    runs: Runs | None
    """Number words written together, with particles behind them."""
    improper: bool
    """Whether 6/5 is a fraction; elsewhere it is a score."""
    short_tail: bool
    """Whether a sign right behind a scale counts its tenths: 两千三 is 2300."""
    formal: frozenset[str]
    """Numerals of contracts, which are other words as well: they count only beside each other (伍拾)."""
    everyday: frozenset[str]
    """All other numerals of one sign up to ten."""
    pairs: bool
    """Whether two signs in a row are the ends of a range: 三四百."""
    anchors: Matcher[Marks]
    before: Matcher[Marks]
    after: Matcher[Marks]
    inflected: Inflected[Marks] | None
    """Units and currencies with case endings that no table lists."""
    between: Matcher[Marks]
    augments: bool
    """Whether words add a fraction to the number behind them."""
    units_first: str
    """Whether "three and twenty" is 23: "also" beside other orders, or "only" so, or ""."""
    joiners: frozenset[str]
    part_joiners: frozenset[str]
    """Words between an amount and what is said in a smaller unit: 13 euros "con" 45 centavos."""
    clitics: frozenset[str]
    clitic_lengths: tuple[int, ...]
    """Of the clitics, longest first."""
    products: frozenset[str]
    coins: frozenset[str]
    """Words that are a scale or a rank and a part of a currency as well: French "cents", Italian "centesimi"."""
    articles: frozenset[str]
    linkers: frozenset[str]
    determiners: frozenset[str]
    inner_ones: frozenset[str]
    """Words that count one only behind a larger number."""
    hedged_ones: frozenset[str]
    """Scale words that count one only behind a hedge."""
    tail_digits: bool
    """Whether digits of any number go on behind a scale word: 17 bin 2 lira."""
    last: frozenset[str]
    """Forms of numbers with a case ending, which only the last word of a number takes."""
    denominator_endings: tuple[str, ...]
    ones: frozenset[str]
    """Words for one that count only behind a denominator."""
    weather: frozenset[str]
    """Words of a text in which "80s" are degrees."""
    year_heads: frozenset[str]
    """What two digits of a year stand right behind: "SS" in SS19."""
    denominators: bool
    """Whether there are words that are nothing but denominators: three "fifths"."""
    hyphenated: bool
    """Whether tens and units of a denominator are always joined by a hyphen: trente-cinquièmes."""
    parts: bool
    """Whether ordinals are fractions as well: trois cinquièmes, две пятых."""
    wholes: frozenset[str]
    """Words between a part and its whole: un quinto "del" presupuesto."""
    scores: frozenset[str]
    """Words between the two sides of a score: 2"比"1."""
    within_hedges: tuple[str, ...]
    """What may stand between a hedge and its number: 突破"每桶"80美元."""
    mixed: frozenset[str]
    """Words between a whole number and a fraction that names its denominator first: 五"又"四分之一."""
    vague: Mapping[str, Decimal]
    """Words and phrases for vague amounts -> about how much they say: "hundreds" 100, "Zehntausende" 10,000."""
    first_days: tuple[str, ...]
    """Words for the first of a month that are articles elsewhere: el "uno" de octubre."""
    day_month: tuple[str, ...]
    time_separators: frozenset[str]
    less: frozenset[str]
    """Words between an hour and what lacks of it."""
    ordinal_hours: bool
    first_words: Mapping[str, Starts]
    """First word of every anchor, and every article -> how the anchors go on that start so."""
    growth: Growth
    inflection: str
    """What becomes of a name in a sentence: "none", "suffix" or "ending"."""
    nouns_capital: bool
    not_names: frozenset[str]
    """Words with a capital that are none: titles, weekdays, what starts sentences."""
    acronyms: Mapping[str, tuple[str, ...]]
    """International acronyms, and what they are called: acronyms, words, and beginnings of words."""
    places: frozenset[str]
    """In plain letters, the words of its own names for countries and cities."""
    territories: Mapping[str, str]
    """Names of countries, as they are written -> their codes."""
    camel_case: frozenset[str]
    """Names with a capital inside, which are one word."""
    capital_endings: tuple[str, ...]
    """Endings that are written with a capital inside a word."""
    hedges: bool
    """Whether its words for "at least" and the like are known."""
    modifiers_first: bool
    """Whether what other languages say behind a noun or verb stands before it."""
    negation: Negation | None
    doubled: frozenset[str] | None
    """Words that may stand twice in a row: that that, die die; None where that is not known."""
    reduplicates: bool
    """Whether any word may be doubled to mean something else: yavaş yavaş."""
    never_last: frozenset[str]
    """Words, and phrases of up to three, that no sentence ends in: articles, conjunctions, prepositions."""
    blank_before: frozenset[str]
    """Signs that stand behind a blank: French ";", "!"."""
    frequent: frozenset[str]
    """Its most frequent words, or signs where no blanks stand between words."""
    examples: tuple[tuple[str, ...], ...]
