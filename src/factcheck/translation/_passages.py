"""Passages: plain text for an engine, and the engine's text with the inline markup put in again.

What must not change (code, URLs, HTML, footnote marks) goes to the engine as a made-up word. Emphasis and links are
kept out of the engine's sight and put around the same words of the translation. Limits: emphasis whose words cannot
be found in the translation is dropped; a link or image that cannot be placed stands behind its sentence, a link as an
arrow; of more than 100 marks in a sentence, only the first 100 are kept.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from factcheck.model import Span
from factcheck.translation._made_up import GLUE, WORD, with_literals
from factcheck.translation._sentences import spans
from factcheck.translation._weaving import Mark, Placed, clash, cuts, escaped, finds, is_markup, seen, wanted, woven

_MOST_MARKS = 100  # placing them takes quadratic time
_ARROW = "↗"


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
        begin, (start, end) = start, _trimmed(self.text, start, end)
        text = self.text[start:end]
        marks = []
        for mark in self.marks:
            first, last = _trimmed(self.text, max(mark.start, start), min(mark.end, end))
            if first < last:
                goes_on = mark.start < begin or mark.end > end
                needed = mark.needed and mark.start >= begin  # once is enough
                marks.append(Mark(first - start, last - start, mark.opening, mark.closing, needed, goes_on))
        words = self.literals.keys() & WORD.findall(text)
        return Passage(text, {word: self.literals[word] for word in words}, marks[:_MOST_MARKS])

    def extras(self, known: Mapping[str, str]) -> Iterator[str]:
        """What else must be translated to write this sentence: parts between lost words, phrases under markup."""
        translation = known[self.text]
        if self._lost(translation):
            yield from self._fragments()
            translation = self._from_fragments(dict.fromkeys(self._fragments(), ""))
        for mark in self.marks:
            phrase = self.text[mark.start : mark.end]
            if phrase != self.text and not finds(phrase, translation, self._whole(mark)):
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
            if span and not any(clash((span, mark), other) for other in placed):
                placed.append((span, mark))
            elif mark.needed:
                phrase = known.get(self.text[mark.start : mark.end], "") if mark.opening == "![" else ""
                lost += f" {mark.opening}{escaped(phrase) or _ARROW}{mark.closing}"
        return self._marked(text, placed, escape) + lost

    def _marked(self, text: str, placed: Placed, escape: bool) -> str:
        """The text with its marks and literals; without emphasis where a reader of Markdown would not see just that."""
        if not escape or self._shows(text, placed):
            return with_literals(woven(text, placed, escape), self.literals)
        kept = [item for item in placed if item[1].needed]
        if not self._shows(text, kept):
            safe = {word: _safe(as_is) for word, as_is in self.literals.items()}
            return with_literals(woven(text, kept, escape, thoroughly=True), safe)
        for new in placed:
            more = [item for item in placed if item == new or item in kept]
            kept = more if self._shows(text, more) else kept
        return with_literals(woven(text, kept, escape), self.literals)

    def _shows(self, text: str, marks: Placed) -> bool:
        pieces = [self.literals.get(part, part) for part in WORD.split(text)]
        return seen(with_literals(woven(text, marks, escape=True), self.literals)) == wanted(pieces, marks)

    def _place(self, mark: Mark, text: str, known: Mapping[str, str]) -> Span | None:
        phrase = self.text[mark.start : mark.end]
        if phrase == self.text:
            return (0, len(text)) if text else None
        whole = self._whole(mark)
        earlier = len(finds(phrase, self.text[: mark.start] + " ", whole))
        found = finds(phrase, text, whole) or finds(known.get(phrase, "").rstrip(".").strip(), text)
        words = [match.span() for match in WORD.finditer(text)] if self.literals else []
        found = [span for span in found if not any(cuts(span, word) for word in words)]
        return found[min(earlier, len(found) - 1)] if found else None

    def _whole(self, mark: Mark) -> bool:
        """Whether the mark holds whole words; one that ends inside a word may do so in the translation as well."""
        return (mark.start, mark.end) in finds(self.text[mark.start : mark.end], self.text)

    def _lost(self, translation: str) -> bool:
        found = Counter(WORD.findall(translation))
        return any(found[word] != 1 for word in self.literals)

    def _split(self) -> list[str]:
        """Text and made-up words by turns."""
        return WORD.split(self.text) if self.literals else [self.text]

    def _fragments(self) -> list[str]:
        return [part.strip() for part in self._split()[::2] if part.strip()]

    def _from_fragments(self, known: Mapping[str, str]) -> str:
        parts = self._split()
        parts[::2] = [_put_in(part, known[part.strip()]) if part.strip() else part for part in parts[::2]]
        return "".join(parts)


def _safe(literal: str) -> str:
    """A literal that stands apart from others, and makes no emphasis with them."""
    alone = literal.replace(GLUE, "")
    return alone if is_markup(alone) else re.sub(r"[*_]", r"\\\g<0>", alone)


def _put_in(part: str, translation: str) -> str:
    """The translation with the blanks around the part; where there is none, it still touches no made-up word."""
    start, end = _trimmed(part, 0, len(part))
    return (part[:start] or GLUE) + translation + (part[end:] or GLUE)


def _trimmed(text: str, start: int, end: int) -> Span:
    part = text[start:end]
    return start + len(part) - len(part.lstrip()), end - len(part) + len(part.rstrip())
