"""Slips in names written in Chinese characters, which no blank sets apart: one character replaced by one that sounds
like it (苏兹克维 for 苏茨克维). Only names of people: 南京大学 is another university than 南开大学."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ..model import Segment, Span
from .sounds import romanized, sounds_alike

_HAN = re.compile(r"[\u3400-\u9fff]{3,8}")
_LONG = 4
"""Characters of a name from which on a similar sound is enough; below, it must be the same syllable."""
_SIMILAR = 70


def han_slips(segments: Iterable[Segment], forms: Iterable[str]) -> Iterator[tuple[Segment, Span, str]]:
    """(segment, span, the right form) for each place where a form stands with one character wrong."""
    right = [form for form in forms if _HAN.fullmatch(form)]
    if not right:
        return
    pattern = re.compile("|".join(part for form in right for part in _with_one_open(form)))
    for segment in segments:
        for match in pattern.finditer(segment.text):
            form = next((form for form in right if _sounds_so(match.group(), form)), None)
            if form:
                yield segment, match.span(), form


def near_han(text: str, forms: Iterable[str]) -> tuple[Span, str] | None:
    """The place of a text where one of the forms stands with a character wrong, left out or moved, whatever it sounds
    like, and the form: for a segment whose source has the name."""
    for form in forms:
        if _HAN.fullmatch(form):
            shorter = (form[:i] + form[i + 1 :] for i in range(len(form)) if len(form) >= _LONG)
            match = re.search("|".join([*_with_one_open(form), *shorter]), text)
            if match:
                return match.span(), form
    return None


def _with_one_open(form: str) -> Iterator[str]:
    for place in range(len(form)):
        yield f"{form[:place]}[^{form[place]}\\W\\d_a-zA-Z]{form[place + 1 :]}"
    for place in range(len(form) - 1):
        yield form[:place] + form[place + 1] + form[place] + form[place + 2 :]


def _sounds_so(word: str, form: str) -> bool:
    if len(word) != len(form):
        return False
    wrong = [(a, b) for a, b in zip(word, form, strict=True) if a != b]
    if len(wrong) != 1:
        return sorted(word) == sorted(form)
    one, other = wrong[0]
    return sounds_alike(one, other) >= _SIMILAR if len(form) >= _LONG else romanized(one) == romanized(other)
