"""Puts one defect into a translation, as machines make them. Does not use what is measured to find numbers."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from . import garbling

NUMBER = re.compile(r"(?<![A-Za-z0-9.,:/-])[0-9]+(?:[.,][0-9]+)*(?![A-Za-z0-9:/]|-[0-9])")
"""A number in digits that stands alone: no version, time or date in digits."""

SCALES = {
    "de": ("Million", "Milliard"), "fr": ("million", "milliard"), "es": ("millon", "billon"),
    "it": ("milion", "miliard"), "pt": ("milh", "bilh"), "ru": ("миллион", "миллиард"), "id": ("juta", "miliar"),
    "tr": ("milyon", "milyar"), "el": ("εκατομμύρι", "δισεκατομμύρι"), "fi": ("miljoon", "miljard"), "ja": ("億", "万"),
    "zh": ("亿", "万"), "ko": ("억", "만"), "hi": ("लाख", "करोड़"), "ar": ("مليون", "مليار"),
}  # fmt: skip
"""Two scale words a language, by the letters that all their forms share."""
SIGNS = (("$", "€"), ("£", "$"), ("€", "$"))


@dataclass(frozen=True, slots=True)
class Defect:
    """A sentence, its translation, and the translation with one defect of a kind."""

    kind: str
    source: str
    clean: str
    broken: str


def defects(pairs: list[tuple[str, str]], lang: str) -> Iterator[Defect]:
    """At most one defect of each kind for each pair, the same ones in every run."""
    for line, (source, target) in enumerate(pairs):
        for kind, make in KINDS.items():
            broken = make(source, target, lang, random.Random(f"{line} {kind}"))
            if broken is not None and broken != target:
                yield Defect(kind, source, target, broken)


def _shared(source: str, target: str) -> list[re.Match[str]]:
    """The numbers of the translation whose digits stand in the source as well, so that the defect is one."""
    stated = {_digits(m.group()) for m in NUMBER.finditer(source)}
    return [m for m in NUMBER.finditer(target) if _digits(m.group()) in stated and len(_digits(m.group())) > 1]


def _digits(text: str) -> str:
    return re.sub(r"\D", "", text)


def _put(target: str, match: re.Match[str], text: str) -> str:
    return target[: match.start()] + text + target[match.end() :]


def _digit(source: str, target: str, _: str, rng: random.Random) -> str | None:
    if not (found := _shared(source, target)):
        return None
    match = rng.choice(found)
    raw = match.group()
    at = rng.choice([i for i, c in enumerate(raw) if c.isdigit()])
    other = rng.choice([d for d in ("123456789" if at == 0 else "0123456789") if d != raw[at]])
    return _put(target, match, raw[:at] + other + raw[at + 1 :])


def _drop(source: str, target: str, _: str, rng: random.Random) -> str | None:
    found = _shared(source, target)
    return re.sub(" +", " ", _put(target, rng.choice(found), "")) if found else None


def _tenfold(source: str, target: str, _: str, rng: random.Random) -> str | None:
    found = [m for m in _shared(source, target) if m.group().isdigit()]
    return _put(target, match, match.group() + "0") if found and (match := rng.choice(found)) else None


def _swap(source: str, target: str, _: str, rng: random.Random) -> str | None:
    found = _shared(source, target)
    if len({m.group() for m in found}) < 2:
        return None
    one, other = sorted(rng.sample(found, 2), key=lambda m: m.start())
    if one.group() == other.group():
        return None
    return _put(_put(target, other, one.group()), one, other.group())


def _scale(_: str, target: str, lang: str, rng: random.Random) -> str | None:
    options = [pair for pair in _both_ways(SCALES.get(lang)) if re.search(rf"\d\s?{pair[0]}", target)]
    if not options:
        return None
    old, new = rng.choice(options)
    return re.sub(rf"(\d\s?){old}", rf"\g<1>{new}", target, count=1)


def _both_ways(pair: tuple[str, str] | None) -> list[tuple[str, str]]:
    return [pair, pair[::-1]] if pair else []


def _currency(source: str, target: str, _: str, rng: random.Random) -> str | None:
    options = [(old, new) for old, new in SIGNS if old in source and old in target]
    return target.replace(*rng.choice(options)) if options else None


KINDS: dict[str, Callable[[str, str, str, random.Random], str | None]] = {
    "digit": _digit,
    "drop": _drop,
    "x10": _tenfold,
    "magnitude": _scale,
    "currency": _currency,
    "swap": _swap,
    **garbling.KINDS,
}
