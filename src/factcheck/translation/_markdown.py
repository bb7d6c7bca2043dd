"""Translating a text block by block: what is no prose stays as it stands, character for character.

Limits: HTML blocks, front matter and code are not translated. A paragraph comes out on one line, a table row with one
blank around each cell; a link over a hard break as two links.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from markdown_it.token import Token

from factcheck.blocks import FRONT_MATTER, plain_blocks
from factcheck.translation._inline import passages, plain
from factcheck.translation._parser import parser
from factcheck.translation._passages import Passage
from factcheck.translation._sentences import joined
from factcheck.translation._weaving import Mark, guarded, rejoined

_CONTAINER = re.compile(r"[\s>]*(?:(?:[-+*]|\d{1,9}[.)])\s+)?")
_CELLS = " | "

Say = Callable[[Sequence[str]], Mapping[str, str]]
"""Translates texts: each one's translation."""


class Slot(NamedTuple):
    """Lines [first, last) of a file, which hold passages, and what stands before, between and behind them."""

    first: int
    last: int
    passages: Sequence[Passage]
    before: str = ""
    between: str = ""
    after: str = ""
    markup: bool = True


def translate_text(text: str, lang: str, say: Say, markdown: bool = True) -> str:
    """The text with its prose translated. lang: of the text; say: translates all the sentences it is given.

    Asks say twice: for the sentences, then for the few phrases that are needed to put markup in again.
    """
    slots = list(_markdown_slots(text) if markdown else _plain_slots(text))
    split = {id(passage): passage.sentences(lang) for slot in slots for passage in slot.passages}
    sentences = [sentence for group in split.values() for sentence in group]
    known = {sentence.text: sentence.text for sentence in sentences}
    known |= say([sentence.text for sentence in sentences if sentence.prose])
    known |= say([extra for sentence in sentences for extra in sentence.extras(known)])

    def made(slot: Slot) -> str:
        return _filled(slot, [_written(split[id(passage)], known, slot.markup) for passage in slot.passages])

    return _replaced(text, slots, made)


def _written(sentences: Sequence[Passage], known: Mapping[str, str], escape: bool) -> str:
    """The sentences of a passage in the other language, as Passage.written; markup around several is one again."""
    text, marks = "", list[Mark]()
    for sentence in sentences:
        made = sentence.written(known, escape)
        goes_on = [mark for mark in sentence.marks if mark.goes_on]
        same = next((mark for mark in goes_on if mark.closing in [other.closing for other in marks]), None)
        text = rejoined(text, made, same) if same and escape else joined((text, made))
        marks = goes_on
    return text


def _replaced(text: str, slots: Sequence[Slot], written: Callable[[Slot], str]) -> str:
    lines, end = text.split("\n"), 0
    made: list[str] = []
    for slot in slots:
        made += [*lines[end : slot.first], written(slot)]
        end = slot.last
    return "\n".join([*made, *lines[end:]])


def _filled(slot: Slot, texts: list[str]) -> str:
    if slot.between == _CELLS:
        texts = [text.replace("|", r"\|") for text in texts]
    elif slot.markup:
        texts = [guarded(text) for text in texts]
    return slot.before + slot.between.join(texts) + slot.after


def _plain_slots(text: str) -> Iterator[Slot]:
    for block in plain_blocks(text):
        rows = [number for number, line in enumerate(block.lines, block.line - 1) if line.strip()]
        if rows:
            words = plain(" ".join(line.strip() for line in block.lines if line.strip()))
            yield Slot(rows[0], rows[-1] + 1, [words], markup=False)


def _markdown_slots(text: str) -> Iterator[Slot]:
    front = FRONT_MATTER.match(text)
    if front:  # blank lines instead, so that the lines after it keep their numbers
        text = "\n" * front.group().count("\n") + text[front.end() :]
    lines = text.split("\n")
    cells: list[Token] | None = None
    for token in parser().parse(text):
        if token.type == "tr_open":
            cells = []
        elif token.type == "tr_close" and cells:
            yield _row_slot(cells, lines)
            cells = None
        elif token.type == "inline" and cells is not None:
            cells.append(token)
        elif token.type == "inline" and token.content:
            yield from _block_slot(_unsigned(token), lines)


def _row_slot(cells: Sequence[Token], lines: Sequence[str]) -> Slot:
    first, last = cells[0].map or (0, 0)
    before = _CONTAINER.match(lines[first])
    texts = [passage for cell in cells for passage in passages(cell.children or [])]
    return Slot(first, last, texts, f"{before[0] if before else ''}| ", _CELLS, " |")


_SIGN = re.compile(r"\[[ xX]\] +(?=\S)|\[![A-Za-z]{1,20}\]\n")
"""GitHub's box of a task before its text; the kind of an alert, on a line of its own."""


def _unsigned(token: Token) -> Token:
    """A block without such a sign at its beginning, which stays as it is."""
    sign, inner = _SIGN.match(token.content), token.children or []
    if sign and inner[0].content.startswith(sign[0].rstrip()):
        inner[0].content = inner[0].content.removeprefix(sign[0].rstrip()).lstrip()
        below, (first, last) = sign[0].endswith("\n"), token.map or (0, 0)
        token.map = [first + below, last]
        token.content, token.children = token.content[sign.end() :], inner[2 * below :]
    return token


_CLOSING = re.compile(r"(?:\s+#+)?\s*")
"""What may follow the text of a block in its line: nothing, or the signs at the end of "## Heading ##"."""


def _block_slot(token: Token, lines: Sequence[str]) -> Iterator[Slot]:
    """The slot of a paragraph or heading; none where its text does not stand in the file as it was read."""
    first, last = token.map or (0, 0)
    line, words = lines[first], token.content.split("\n")[0]
    starts = (m.start() for m in re.finditer(f"(?={re.escape(words)})", line))
    start = next((at for at in starts if _CLOSING.fullmatch(line, at + len(words))), None)
    if start is not None:
        before, after = line[:start], line[start + len(words) :]
        between = "\\\n" + re.sub(r"[^>\s]", " ", before)
        closing = after.rstrip() if last - first == 1 else ""  # the signs at the end of "## Heading ##"
        yield Slot(first, last, passages(token.children or []), before, between, closing)
