"""Passages: plain text for an engine, and the engine's text with the inline markup put in again.

What must not change (code, URLs, HTML, footnote marks) goes to the engine as a made-up word. Emphasis and links are
kept out of the engine's sight and put around the same words of the translation. Limits: emphasis whose words cannot
be found in the translation is dropped; a link or image that cannot be placed stands behind its sentence, a link as an
arrow; of more than 100 marks in a sentence, only the first 100 are kept.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain, count, product
from typing import NamedTuple

from factcheck.model import Span
from factcheck.translation._sentences import spans

GLUE = "\0"
"""Stands where a blank was put in beside a made-up word; no text holds it."""

_LETTERS = "BCDFGHJKLMNPQRSTVWZ"
_WORD = re.compile(f"(?<![A-Za-z])(X[{_LETTERS}]+Z)(?![A-Za-z])")
_SPECIAL = re.compile(r"[\\`\[\]]|\*(?=\S)|(?<=\S)\*|(?<!\w)_|_(?!\w)|<(?=[A-Za-z/!?])|&(?=#?\w{1,31};)")
_MOST_MARKS = 100  # placing them takes quadratic time
_ARROW = "↗"


def made_up_words(used: str) -> Iterator[str]:
    """Words that do not stand in a text. Measured: Firefox's models copy such words; signs and braces they change."""
    letters = chain.from_iterable(product(_LETTERS, repeat=length) for length in count(1))
    words = (f"X{''.join(some)}Z" for some in letters)
    return (word for word in words if word not in used)


class Mark(NamedTuple):
    """Markup around a span of a passage. needed: losing it would lose a target, not only a look."""

    start: int
    end: int
    opening: str
    closing: str
    needed: bool


@dataclass(slots=True)
class Passage:
    """A text on one line without markup, with the made-up words in it and what each stands for, and its marks.

    marks: outer ones first.
    """

    text: str = ""
    literals: dict[str, str] = field(default_factory=dict)
    marks: list[Mark] = field(default_factory=list)

    @property
    def prose(self) -> bool:
        """Whether there is anything to translate: a letter outside the made-up words."""
        return any(char.isalpha() for part in self._split()[::2] for char in part)

    def sentences(self, lang: str) -> list[Passage]:
        """A passage a sentence."""
        return [self._part(*span) for span in spans(self.text, lang) if self.text[slice(*span)].strip()]

    def _part(self, start: int, end: int) -> Passage:
        start, end = _trimmed(self.text, start, end)
        text = self.text[start:end]
        marks = []
        for mark in self.marks:
            first, last = _trimmed(self.text, max(mark.start, start), min(mark.end, end))
            if first < last:
                marks.append(mark._replace(start=first - start, end=last - start))
        words = self.literals.keys() & _WORD.findall(text)
        return Passage(text, {word: self.literals[word] for word in words}, marks[:_MOST_MARKS])

    def extras(self, known: Mapping[str, str]) -> Iterator[str]:
        """What else must be translated to write this sentence: parts between lost words, phrases under markup."""
        translation = known[self.text]
        if self._lost(translation):
            yield from self._fragments()
            translation = self._from_fragments(dict.fromkeys(self._fragments(), ""))
        for mark in self.marks:
            phrase = self.text[mark.start : mark.end]
            if phrase != self.text and not _finds(phrase, translation, self._whole(mark)):
                yield phrase

    def written(self, known: Mapping[str, str], escape: bool) -> str:
        """The sentence in the other language, with markup. known: translations of its text and of its extras."""
        text = known[self.text]
        if self._lost(text):
            text = self._from_fragments(known)
        placed: list[tuple[Span, Mark]] = []
        lost = ""
        for mark in self.marks:
            span = self._place(mark, text, known)
            if span and not any(_crosses(span, other) for other, _ in placed):
                placed.append((span, mark))
            elif mark.needed:
                phrase = known.get(self.text[mark.start : mark.end], "") if mark.opening == "![" else ""
                lost += f" {mark.opening}{phrase or _ARROW}{mark.closing}"
        return self._with_literals(_woven(text, placed, escape)) + lost

    def _place(self, mark: Mark, text: str, known: Mapping[str, str]) -> Span | None:
        phrase = self.text[mark.start : mark.end]
        if phrase == self.text:
            return (0, len(text)) if text else None
        whole = self._whole(mark)
        earlier = len(_finds(phrase, self.text[: mark.start] + " ", whole))
        found = _finds(phrase, text, whole) or _finds(known.get(phrase, "").rstrip(".").strip(), text)
        return found[min(earlier, len(found) - 1)] if found else None

    def _whole(self, mark: Mark) -> bool:
        """Whether the mark holds whole words; one that ends inside a word may do so in the translation as well."""
        return (mark.start, mark.end) in _finds(self.text[mark.start : mark.end], self.text)

    def _lost(self, translation: str) -> bool:
        found = Counter(_WORD.findall(translation))
        return any(found[word] != 1 for word in self.literals)

    def _split(self) -> list[str]:
        """Text and made-up words by turns."""
        return _WORD.split(self.text) if self.literals else [self.text]

    def _fragments(self) -> list[str]:
        return [part.strip() for part in self._split()[::2] if part.strip()]

    def _from_fragments(self, known: Mapping[str, str]) -> str:
        parts = self._split()
        parts[::2] = [part.replace(part.strip(), known[part.strip()]) if part.strip() else part for part in parts[::2]]
        return "".join(parts)

    def _with_literals(self, text: str) -> str:
        parts = (self.literals.get(part, part) for part in _WORD.split(text))
        return re.sub(f" ?{GLUE} ?", "", "".join(parts))


def _trimmed(text: str, start: int, end: int) -> Span:
    part = text[start:end]
    return start + len(part) - len(part.lstrip()), end - len(part) + len(part.rstrip())


def _finds(phrase: str, text: str, whole: bool = True) -> list[Span]:
    """Where a phrase stands in a text. whole: only as whole words, where the text has blanks between words."""
    if not phrase:
        return []
    whole = whole and " " in text
    before = r"(?<!\w)" if whole and phrase[0].isalnum() else ""
    after = r"(?!\w)" if whole and phrase[-1].isalnum() else ""
    return [match.span() for match in re.finditer(before + re.escape(phrase) + after, text, re.IGNORECASE)]


def _crosses(one: Span, other: Span) -> bool:
    """Whether two spans overlap and neither holds the other."""
    (first, last) = sorted((one, other), key=lambda span: (span[0], -span[1]))
    return first[1] > last[0] and last[1] > first[1]


def _woven(text: str, placed: Sequence[tuple[Span, Mark]], escape: bool) -> str:
    """The text with marks around their spans; of two marks with one span, the earlier is the outer."""
    outer_first = sorted(placed, key=lambda item: (item[0][0], -item[0][1]))
    cuts = sorted({0, len(text), *(at for span, _ in placed for at in span)})
    parts = []
    for at, end in zip(cuts, [*cuts[1:], len(text)], strict=True):
        parts += [mark.closing for span, mark in reversed(outer_first) if span[1] == at]
        parts += [mark.opening for span, mark in outer_first if span[0] == at]
        parts.append(_SPECIAL.sub(r"\\\g<0>", text[at:end]) if escape else text[at:end])
        if parts[-1].endswith("!") and any(span[0] == end and mark.opening == "[" for span, mark in placed):
            parts[-1] = parts[-1][:-1] + "\\!"  # else the link becomes an image
    return "".join(parts)
