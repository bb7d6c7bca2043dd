"""The inline markup of a block: plain text for an engine, and the engine's text with the markup put in again.

What must not change (code, URLs, HTML, footnote marks) goes to the engine as a made-up word. Emphasis and links are
kept out of the engine's sight and put around the same words of the translation. Limits: emphasis whose words cannot
be found in the translation is dropped; a link or image that cannot be placed stands behind its sentence, as an arrow.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product
from typing import TYPE_CHECKING, NamedTuple

from factcheck.model import Span
from factcheck.translation._sentences import spans

if TYPE_CHECKING:
    from markdown_it.token import Token

_LITERAL = re.compile(
    r"(?:https?://|www\.)[^\s<>]*[^\s<>.,;:!?\"')\]}»”’]"
    r"|\[\^[^\]\s]{1,50}\]"
    r"|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}"
)
_SPECIAL = re.compile(r"[\\`\[\]]|\*(?=\S)|(?<=\S)\*|(?<!\w)_|_(?!\w)|<(?=[A-Za-z/!?])|&(?=#?\w{1,31};)")
_BEGINNING = re.compile(r"#{1,6}(?=\s|$)|[+-](?=\s|$)|>|~~~|=+\s*$|-+\s*$")
_NUMBERED = re.compile(r"(\d{1,9})([.)])(?=\s|$)")
_NOTE = re.compile(r"(?<=\S) (?=\[\^)")  # a footnote mark follows its word
_LETTERS = "BCDFGHJKLMNPQRSTVWZ"
_ARROW = "↗"


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
        return Passage(text, {word: as_is for word, as_is in self.literals.items() if word in text}, marks)

    def extras(self, known: Mapping[str, str]) -> Iterator[str]:
        """What else must be translated to write this sentence: parts between lost words, phrases under markup."""
        translation = known[self.text]
        if self._lost(translation):
            yield from self._fragments()
            translation = self._from_fragments(dict.fromkeys(self._fragments(), ""))
        for mark in self.marks:
            phrase = self.text[mark.start : mark.end]
            if phrase != self.text and _find(phrase, translation) is None:
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
        return _find(phrase, text) or _find(known.get(phrase, "").rstrip(".").strip(), text)

    def _lost(self, translation: str) -> bool:
        return any(len(re.findall(_word(word), translation)) != 1 for word in self.literals)

    def _words(self) -> str:
        return "(" + "|".join(map(_word, self.literals)) + ")"

    def _split(self) -> list[str]:
        """Text and made-up words by turns."""
        return re.split(self._words(), self.text) if self.literals else [self.text]

    def _fragments(self) -> list[str]:
        return [part.strip() for part in self._split()[::2] if part.strip()]

    def _from_fragments(self, known: Mapping[str, str]) -> str:
        parts = self._split()
        parts[::2] = [part.replace(part.strip(), known[part.strip()]) if part.strip() else part for part in parts[::2]]
        return "".join(parts)

    def _with_literals(self, text: str) -> str:
        parts = re.split(self._words(), text) if self.literals else [text]
        return _NOTE.sub("", "".join(self.literals.get(part, part) for part in parts))


def passages(tokens: Sequence[Token]) -> list[Passage]:
    """The passages of a block's inline tokens: one, and one more after each hard line break."""
    readers = [_Reader(tokens)]
    for token in tokens:
        if token.type == "hardbreak":
            readers.append(_Reader(tokens))
        else:
            readers[-1].read(token)
    return [reader.passage for reader in readers]


def plain(text: str) -> Passage:
    """The passage of a text without markup."""
    reader = _Reader(())
    reader.add(text)
    return reader.passage


def guarded(text: str) -> str:
    """A block's text with a backslash where its beginning would make it another kind of block."""
    text = _NUMBERED.sub(r"\1\\\2", text, count=1) if _NUMBERED.match(text) else text
    return "\\" + text if _BEGINNING.match(text) else text


class _Reader:
    """Collects a passage from inline tokens."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        used = " ".join(token.content for token in tokens)
        lengths = (product(_LETTERS, repeat=length) for length in (1, 2, 3))
        words = (f"X{''.join(letters)}Z" for letters in (x for length in lengths for x in length))
        self._words = (word for word in words if word not in used)
        self._open: list[tuple[int, int, Token]] = []
        self._autolink = False
        self.passage = Passage()

    def read(self, token: Token) -> None:
        if token.markup == "autolink":
            self._autolink = token.nesting > 0
        elif self._autolink:
            self._literal(f"<{token.content}>")
        elif token.type == "text":
            self.add(token.content)
        elif token.type == "softbreak":
            self.passage.text += " "
        elif token.type == "image" and token.content:
            self._image(token)
        elif token.nesting > 0:
            self._open.append((len(self.passage.text), len(self.passage.marks), token))
        elif token.nesting < 0 and self._open:
            self._close()
        else:
            self._literal(_as_is(token))

    def add(self, text: str) -> None:
        """Text, with its URLs as made-up words."""
        end = 0
        for match in _LITERAL.finditer(text):
            self._append(_flat(text[end : match.start()]))
            self._literal(match[0])
            end = match.end()
        self._append(_flat(text[end:]))

    def _literal(self, as_is: str) -> None:
        word = next(self._words)
        self.passage.literals[word] = as_is
        self._append(word)

    def _append(self, text: str) -> None:
        """More text; a made-up word never touches another word."""
        touching = self.passage.text[-1:].isalnum() and text[:1].isalnum()
        literal = self.passage.literals.keys() & {text, self.passage.text[-4:], self.passage.text[-3:]}
        self.passage.text += f" {text}" if touching and literal else text

    def _image(self, token: Token) -> None:
        start = len(self.passage.text)
        self.passage.text += _flat(token.content)
        mark = Mark(start, len(self.passage.text), "![", _target(token, "src"), needed=True)
        self.passage.marks.append(mark)

    def _close(self) -> None:
        start, index, token = self._open.pop()
        link = token.type == "link_open"
        closing = _target(token, "href") if link else token.markup
        mark = Mark(start, len(self.passage.text), "[" if link else token.markup, closing, needed=link)
        self.passage.marks.insert(index, mark)  # before what it holds


def _as_is(token: Token) -> str:
    """Source of what is not translated: code, HTML, an image without a text."""
    if token.type == "code_inline":
        inner = token.content
        pad = " " if inner.startswith("`") or inner.endswith("`") else ""
        return f"{token.markup}{pad}{inner}{pad}{token.markup}"
    return f"![{_target(token, 'src')}" if token.type == "image" else token.content


def _target(token: Token, key: str) -> str:
    """The end of a link or image: its target and title."""
    url, title = str(token.attrs.get(key, "")), str(token.attrs.get("title", ""))
    if not url or " " in url or url.count("(") != url.count(")"):
        url = f"<{url}>"
    return f']({url} "{title.replace(chr(34), chr(92) + chr(34))}")' if title else f"]({url})"


def _flat(text: str) -> str:
    return re.sub(r"[\x00-\x20\x7f-\xa0\u2028\u2029]", " ", text)


def _trimmed(text: str, start: int, end: int) -> Span:
    part = text[start:end]
    return start + len(part) - len(part.lstrip()), end - len(part) + len(part.rstrip())


def _word(word: str) -> str:
    return f"(?<![A-Za-z]){re.escape(word)}(?![A-Za-z])"


def _find(phrase: str, text: str) -> Span | None:
    """Where a phrase stands in a text: as whole words, where the text has blanks between words."""
    if not phrase:
        return None
    edge = (r"(?<!\w)", r"(?!\w)") if " " in text else ("", "")
    match = re.search(edge[0] + re.escape(phrase) + edge[1], text, re.IGNORECASE)
    return match.span() if match else None


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
    return "".join(parts)
