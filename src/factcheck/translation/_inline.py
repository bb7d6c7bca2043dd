"""The inline tokens of a Markdown block to passages."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from factcheck.translation._made_up import GLUE, made_up_words
from factcheck.translation._passages import Passage
from factcheck.translation._sentences import wide
from factcheck.translation._source import as_is, flat, target, words
from factcheck.translation._weaving import Mark

if TYPE_CHECKING:
    from markdown_it.token import Token

_LITERAL = re.compile(
    r"(?:https?://|www\.)[^\s<>`\\]*[^\s<>`\\.,;:!?\"')\]}»”’]"
    r"|\[\^[^\]\s]{1,50}\]"
    r"|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}"
)


def passages(tokens: Sequence[Token]) -> list[Passage]:
    """The passages of a block's inline tokens: one, and one more after each hard line break."""
    readers = [_Reader(tokens)]
    for token in tokens:
        if token.type == "hardbreak":
            readers.append(readers[-1].broken_off(_Reader(tokens)))
        else:
            readers[-1].read(token)
    return [reader.passage for reader in readers]


def plain(text: str) -> Passage:
    """The passage of a text without markup."""
    reader = _Reader(())
    reader.add(text)
    return reader.passage


class _Reader:
    """Collects a passage from inline tokens."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        used = " ".join(token.content for token in tokens)
        self._words = made_up_words(used)
        self._open: list[tuple[int, int, Token]] = []
        self._autolink = False
        self._broken = False  # a line ended here
        self._last = ""  # the made-up word at the end of the text
        self.passage = Passage()

    def read(self, token: Token) -> None:
        if token.markup == "autolink":
            self._autolink = token.nesting > 0
        elif self._autolink:
            self._literal(f"<{token.content}>")
        elif token.type == "text":
            self.add(token.content)
        elif token.type == "softbreak":
            self._broken = True
        elif token.type == "image" and words(token).strip():
            self._image(token)
        elif token.nesting > 0:
            self._open.append((len(self.passage.text), len(self.passage.marks), token))
        elif token.nesting < 0:
            self._close()
        else:
            self._literal(as_is(token))

    def broken_off(self, other: _Reader) -> _Reader:
        """Close all that is open, and open it again in the other."""
        tokens = [token for _, _, token in self._open]
        while self._open:
            if self.passage.text[self._open[-1][0] :].strip():
                self._close()
            else:
                self._open.pop()
        for token in tokens:
            other.read(token)
        return other

    def add(self, text: str) -> None:
        """Text, with its URLs as made-up words."""
        end = 0
        for match in _LITERAL.finditer(text):
            self._append(flat(text[end : match.start()]))
            self._literal(match[0])
            end = match.end()
        self._append(flat(text[end:]))

    def _literal(self, source: str) -> None:
        word = next(self._words)
        self.passage.literals[word] = source
        self._append(word)

    def _append(self, text: str) -> None:
        """More text; a made-up word never touches another word, but what it stands for will again."""
        if not text:
            return
        if self._broken:
            sides = self.passage.text[-1:] + text[0]
            self.passage.text += "" if any(map(wide, sides)) else " "
            self._broken = False
        made, before = self.passage.literals, self._last
        if self.passage.text[-1:].isalnum() and text[:1].isalnum() and not made.keys().isdisjoint((text, before)):
            if text in made:
                made[text] = GLUE + made[text]
            else:
                made[before] += GLUE
            text = f" {text}"
        self.passage.text += text
        self._last = text.strip() if text.strip() in made else ""

    def _image(self, token: Token) -> None:
        start = len(self.passage.text)
        self._append(words(token))
        mark = Mark(start, len(self.passage.text), "![", target(token, "src"), needed=True)
        self.passage.marks.append(mark)

    def _close(self) -> None:
        start, index, token = self._open.pop()
        link = token.type == "link_open"
        if link and not self.passage.text[start:].strip():
            self._literal(f"[{target(token, 'href')}")  # shows no text
            return
        closing = target(token, "href") if link else token.markup
        mark = Mark(start, len(self.passage.text), "[" if link else token.markup, closing, needed=link)
        self.passage.marks.insert(index, mark)  # before what it holds
