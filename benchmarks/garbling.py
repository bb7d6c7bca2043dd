"""Puts one defect that is no number into a translation. Does not use what is measured to find names or words."""

from __future__ import annotations

import random
import re
import string
from collections.abc import Callable

NAME = re.compile(r"\b[A-Z][a-z]{5,}\b")
ACRONYM = re.compile(r"\b[A-Z]{3,4}\b")
ALIKE = str.maketrans("aceopxABEKMHOPCTX", "асеорхАВЕКМНОРСТХ")
"""Latin letters -> Cyrillic ones that look the same."""
ACRONYMS = ("WTO", "DNA", "NASA", "FIFA", "OPEC", "UNESCO", "IBM", "CNN")
UNSPACED = ("ja", "zh")


def name(source: str, target: str, _: str, rng: random.Random) -> str | None:
    """One letter inside a name that both texts spell alike dropped, replaced, or exchanged with the next."""
    shared = sorted(set(NAME.findall(source)) & set(NAME.findall(target)))
    if not shared:
        return None
    word = rng.choice(shared)
    at = rng.randrange(1, len(word) - 1)
    broken = rng.choice(
        [
            word[:at] + word[at + 1 :],
            word[:at] + rng.choice(string.ascii_lowercase) + word[at + 1 :],
            word[:at] + word[at + 1] + word[at] + word[at + 2 :],
        ]
    )
    return None if broken == word else re.sub(rf"\b{word}\b", broken, target)


def acronym(source: str, target: str, _: str, rng: random.Random) -> str | None:
    """An acronym that both texts have becomes another."""
    shared = sorted(set(ACRONYM.findall(source)) & set(ACRONYM.findall(target)))
    if not shared:
        return None
    old = rng.choice(shared)
    return target.replace(old, rng.choice([new for new in ACRONYMS if new not in source and new not in target]))


def lookalike(source: str, target: str, _: str, rng: random.Random) -> str | None:
    """A letter of a name that both texts spell alike becomes one of another script."""
    shared = [w for w in sorted(set(NAME.findall(source)) & set(NAME.findall(target))) if w.translate(ALIKE) != w]
    if not shared:
        return None
    word = rng.choice(shared)
    at = rng.choice([i for i, c in enumerate(word) if c.translate(ALIKE) != c])
    return target.replace(word, word[:at] + word[at].translate(ALIKE) + word[at + 1 :], 1)


def loop(_: str, target: str, lang: str, rng: random.Random) -> str | None:
    """The end of the text goes round, as a model's output does that found no end."""
    units = list(target) if lang in UNSPACED else target.split()
    size = rng.randint(3, 6)
    if len(units) < 2 * size:
        return None
    gap = "" if lang in UNSPACED else " "
    return gap.join([*units, *(units[-size:] * 5)])


def cut(_: str, target: str, lang: str, rng: random.Random) -> str | None:
    """The text breaks off in its second half."""
    units = list(target) if lang in UNSPACED else target.split()
    if len(units) < 12:
        return None
    gap = "" if lang in UNSPACED else " "
    return gap.join(units[: rng.randint(len(units) // 2, len(units) * 4 // 5)])


def copy(source: str, *_: object) -> str | None:
    """The text stands as it stands in the source."""
    return source if len(source.split()) > 7 else None


KINDS: dict[str, Callable[[str, str, str, random.Random], str | None]] = {
    "name": name,
    "acronym": acronym,
    "lookalike": lookalike,
    "loop": loop,
    "cut": cut,
    "copy": copy,
}
