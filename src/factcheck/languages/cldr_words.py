"""Number words out of CLDR's spelling rules (unicode-rbnf): the tables words, scales, ordinals, and how they join."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cache
from typing import Any

from .cldr_forms import lower, power, spaced, unambiguous, usable

Forms = dict[str, int]
_CARDINAL = re.compile("spellout-(cardinal|construct|numbering(?!-(year|days)))")
_ORDINAL = re.compile("spellout-ordinal")
_DIGITS = "#,##0"
_ALIASES = {"nb": "no"}
_SEPARATORS = ("", " ", "-")


class Speller:
    """Spells numbers in one locale; sets: names of rule sets."""

    def __init__(self, locale: str) -> None:
        from unicode_rbnf import RbnfEngine

        self._engine: Any = RbnfEngine.for_language(_ALIASES.get(locale, locale))
        self._engine.add_rule("0", "#;", _DIGITS)  # ordinal digits ("#st") refer to a decimal pattern by this name

    def sets(self, pattern: re.Pattern[str]) -> list[str]:
        """The public rule sets whose names match."""
        rules = self._engine.rulesets.items()
        return sorted(name for name, rule in rules if not rule.is_private and pattern.match(name))

    def spell(self, number: int, pattern: re.Pattern[str]) -> Iterator[str]:
        """The forms of a number in all rule sets that match."""
        for name in self.sets(pattern):
            try:
                form = lower("".join(self._engine.iter_format_number(number, ruleset_name=name)))
            except Exception as error:
                if type(error).__name__ not in ("RulesetNotFoundError", "NoRuleForNumberError"):
                    raise
                continue
            if usable(form):
                yield form


@cache
def locales() -> frozenset[str]:
    """The locales that have spelling rules."""
    from unicode_rbnf import RbnfEngine

    found = set(RbnfEngine.get_supported_languages())
    return frozenset(found | {alias for alias, name in _ALIASES.items() if name in found})


def tables(locale: str) -> dict[str, dict[str, Any]]:
    """The tables of one locale; empty where CLDR has no rules for it."""
    if locale not in locales():
        return {}
    speller = Speller(locale)
    words, joints = _cardinals(speller)
    scales = _scales(speller, words)
    words |= {form: value for form, value in _wholes(speller, words, scales).items() if form not in words}
    return {
        "words": words,
        "scales": {form: power(value) for form, value in scales.items()},
        "ordinals": _ordinals(speller, words, joints),
        "ordinal": _affixes(speller),
        "numbers": _habits(joints),
    }


def _cardinals(speller: Speller) -> tuple[Forms, Counter[str]]:
    """Words for 0 to 999, without those that are only composed; and how often which separator joins them."""
    spelled = {n: list(dict.fromkeys(speller.spell(n, _CARDINAL))) for n in range(1000)}
    full = [n for n in range(1000) if n < 100 or n % 100 == 0]
    words = unambiguous((form, n) for n in full for form in spelled[n])
    words |= {stem: n for stem, n in _stems(spelled, words).items() if stem not in words}
    joints: Counter[str] = Counter()
    rest: list[tuple[str, int]] = []
    for n in (n for n in range(1000) if n not in full):
        for form in spelled[n]:
            joint = _joint(form, n, words)
            joints.update([joint] if joint is not None else [])
            rest.append((form, n))
    known = {joint for joint, count in joints.items() if joint not in words and (joint in _SEPARATORS or count >= 20)}
    left = unambiguous((form, n) for form, n in rest if _joint(form, n, words) not in known)
    return words | {form: n for form, n in left.items() if form not in words}, joints


def _stems(spelled: dict[int, list[str]], words: Forms) -> Forms:
    """What hundreds turn into before other words: "ciento", "deux cent"."""
    votes: Counter[tuple[str, int]] = Counter()
    for n, forms in spelled.items():
        for form in forms if n > 100 and n % 100 else ():
            if _joint(form, n, words) is None:
                tails = (w for w in spelled[n % 100] if form.endswith(w) and len(form) > len(w))
                votes.update((form.removesuffix(tail).rstrip(" -"), n - n % 100) for tail in tails)
    return unambiguous(key for key, count in votes.items() if count >= 10)


def _joint(form: str, n: int, words: Forms) -> str | None:
    """What stands between the hundreds and the rest of a form ("", " and "), or None where it is not composed."""
    for cut in range(1, len(form)):
        if words.get(form[:cut]) == n - n % 100:
            for start in range(cut, min(cut + 8, len(form))):
                if words.get(form[start:]) == n % 100 and _joins(form[cut:start], words):
                    return form[cut:start]
    return None


def _joins(joint: str, words: Forms) -> bool:
    """Whether it can be a separator or a joiner: a word of its own, or in scripts without blanks the sign for zero."""
    return joint in _SEPARATORS or (joint[0] in " -" and joint.strip(" -") not in words) or words.get(joint) == 0


def _scales(speller: Speller, words: Forms) -> Forms:
    """Words that multiply what stands before, from a hundred to 1e12."""
    votes: set[tuple[str, int]] = set()
    joined = spaced(words)
    for number, form in _large(speller):
        cut = max((cut for cut in range(1, len(form)) if form[:cut] in words), default=0)
        value, rest = words.get(form[:cut], 0), form[cut:].lstrip(" -")
        apart = form[cut:] != rest or not rest.isalpha() or not joined
        if value and number % value == 0 and _ten(number // value) and usable(rest) and (number >= 1000 or apart):
            votes.add((rest, number // value))
    return unambiguous(vote for vote in votes if vote[0] not in words)


def _large(speller: Speller) -> Iterator[tuple[int, str]]:
    for exponent in range(2, 13):
        for digit in (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 20, 21):
            for form in dict.fromkeys(speller.spell(digit * 10**exponent, _CARDINAL)):
                yield digit * 10**exponent, form


def _ten(value: int) -> bool:
    return value >= 100 and str(value).rstrip("0") == "1"


def _wholes(speller: Speller, words: Forms, scales: Forms) -> Forms:
    """Single words that are large numbers by themselves: "mille", "seribu", "ألفين"."""
    votes = []
    for exponent in (3, 6, 9):
        for digit in range(1, 11):
            for form in speller.spell(digit * 10**exponent, _CARDINAL):
                heads = (
                    cut for cut in range(1, len(form)) if form[:cut] in words and form[cut:].lstrip(" -") in scales
                )
                if " " not in form and not any(heads):
                    votes.append((form, digit * 10**exponent))
    return unambiguous(votes)


def _ordinals(speller: Speller, words: Forms, joints: Counter[str]) -> Forms:
    """Ordinal words for 1 to 100, without those composed of a cardinal and an ordinal."""
    spelled = {n: list(dict.fromkeys(speller.spell(n, _ORDINAL))) for n in range(1, 101)}
    simple = unambiguous((f, n) for n, forms in spelled.items() for f in forms if n <= 20 or n % 10 == 0)
    known = {*_SEPARATORS, *(joint for joint, count in joints.items() if count >= 20)}
    rest = ((f, n) for n, forms in spelled.items() for f in forms if not _composed(f, n, words, simple, known))
    return {form: n for form, n in (simple | unambiguous(rest)).items() if words.get(form) is None}


def _composed(form: str, n: int, words: Forms, ordinals: Forms, known: set[str]) -> bool:
    for cut in range(1, len(form)):
        if ordinals.get(form[cut:]) == n % 10 and n % 10:
            head = form[:cut]
            if any(head.endswith(k) and words.get(head.removesuffix(k)) == n - n % 10 for k in known):
                return True
    return False


def _affixes(speller: Speller) -> dict[str, list[str]]:
    """What stands after and before the digits of an ordinal: "st", "第"."""
    found: dict[str, set[str]] = defaultdict(set)
    for n in range(1, 102):
        for form in speller.spell(n, re.compile("digits-ordinal(?!-indicator)")):
            before, _, after = form.partition("#")
            found["prefixes"].add(before.strip())
            found["suffixes"].add(after.strip())
    lettered = {key: sorted(a for a in affixes if any(c.isalpha() for c in a)) for key, affixes in found.items()}
    return {key: affixes for key, affixes in lettered.items() if affixes}


def _habits(joints: Counter[str]) -> dict[str, Any]:
    """joiners: words between the parts of a number; compounds: parts are written together."""
    joiners = {joint.strip(" -") for joint, count in joints.items() if count >= 20} - {""}
    habits: dict[str, Any] = {"joiners": sorted(joiners)} if joiners else {}
    if joints[""] * 2 > joints.total():
        habits["compounds"] = True
    return habits
