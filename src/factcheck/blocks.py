"""Texts to blocks: headings, paragraphs, items, cells and code of Markdown, or the paragraphs of plain text.

Limits: front matter, HTML comments, scripts and styles are no text of the article; link targets are not read.
Comments that speak to factcheck come with the block that they stand in, or as a block without text.
A line break inside inline code is not counted: lines after it in the same paragraph come out one too early.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from itertools import islice, takewhile
from typing import TYPE_CHECKING, NamedTuple

from .comments import OPENING, Note, is_note, notes_in, uncommented

if TYPE_CHECKING:
    from markdown_it.token import Token

FRONT_MATTER = re.compile(  # possessive: hostile lines must not be tried in every combination
    r"---[ \t]*\n(?:[\w-]+[ \t]*:.*\n|[ \t]+\S.*\n|-[ \t].*\n|#.*\n|[ \t]*\n)*+(?:---|\.\.\.)[ \t]*(?:\n|\Z)"
)
_KINDS = {"heading_open": "heading", "list_item_open": "item", "th_open": "cell", "td_open": "cell"}
_NO_TEXT = re.compile(r"\s*<(?:!|\?|script\b|style\b)", re.IGNORECASE)
_BREAK = re.compile(r"\r\n?|\n")
_TAG = re.compile(r"<[^<>]*>")


class Block(NamedTuple):
    """A block as the file holds it: its kind, its first line (1-based), its lines without markup, and the comments to
    factcheck in it."""

    kind: str
    line: int
    lines: Sequence[str]
    notes: Sequence[Note] = ()


def plain_blocks(text: str) -> Iterator[Block]:
    """Paragraphs between blank lines; in a text without blank lines every line is a paragraph.

    A line that is nothing but a comment to factcheck is no part of the text, as if it were not there.
    """
    lines = text.strip().split("\n")
    first = 1 + text[: len(text) - len(text.lstrip())].count("\n")
    separated = not all(line.strip() for line in lines)
    start = 0
    for end in range(1, len(lines) + 1):
        if end == len(lines) or not separated or not lines[end].strip():
            yield _plain_block(first + start, lines[start:end])
            start = end


def _plain_block(first: int, lines: Sequence[str]) -> Block:
    notes = [Note(number, line.strip()) for number, line in enumerate(lines) if is_note(line)]
    return Block("paragraph", first, ["" if notes and is_note(line) else line for line in lines], notes)


def markdown_blocks(text: str) -> Iterator[Block]:
    """The blocks of a CommonMark text with tables, in order."""
    from markdown_it import MarkdownIt

    front = FRONT_MATTER.match(text)
    if front:  # blank lines instead, so that the lines after it keep their numbers
        text = "\n" * front.group().count("\n") + text[front.end() :]
    kind, beside = "paragraph", list[Note]()
    lines = _BREAK.split(text)
    tokens = MarkdownIt("commonmark").enable("table").parse(text)
    for number, token in enumerate(tokens):
        if token.type == "tr_open":
            beside = _beside_cells(tokens, number, lines)
        elif token.type in _KINDS:
            kind = _KINDS[token.type]
        elif token.nesting < 0 and token.type != "paragraph_close":
            kind = "paragraph"
        elif token.content or token.children:
            block = _block(token, kind)
            yield block._replace(notes=[*beside, *block.notes])
            beside = []


def _beside_cells(tokens: Sequence[Token], start: int, lines: Sequence[str]) -> list[Note]:
    """The comment to factcheck in a row of a table that stands behind its last cell, where Markdown reads nothing."""
    place = tokens[start].map
    line = lines[place[0]] if place else ""
    if OPENING not in line:
        return []
    row = takewhile(lambda token: token.type != "tr_close", islice(tokens, start, None))
    return [] if any(OPENING in token.content for token in row) else notes_in(line.rstrip("| \t"))


def _block(token: Token, kind: str) -> Block:
    first = token.map[0] + 1 if token.map else 1
    if token.type == "inline":
        return Block(kind, first, _inline_text(token.children or []).split("\n"), _inline_notes(token))
    if token.type == "html_block":
        text, notes = _html_text(token.content)
        return Block(kind, first, text.split("\n"), notes)
    return Block("code", first + (token.type == "fence"), token.content.split("\n"))


def _inline_text(tokens: Sequence[Token]) -> str:
    parts: list[str] = []
    behind_comment = False
    for token in tokens:
        part = _inline_part(token)
        if behind_comment and (not parts or parts[-1].endswith((" ", "\n"))):
            part = part.removeprefix(" ")  # of the blanks on both sides of a comment one is enough
        parts += [part] if part else []
        behind_comment = token.type == "html_inline" and token.content.startswith(OPENING)
    return "".join(parts)


def _inline_notes(token: Token) -> list[Note]:
    if OPENING not in token.content:
        return []
    notes, line = [], 0
    for child in token.children or []:
        if child.type in ("html_inline", "text"):
            notes += notes_in(child.content, line)
        line += _inline_part(child).count("\n")
    return notes


def _inline_part(token: Token) -> str:
    if token.type == "image":
        return _inline_text(token.children or [])
    if token.type == "html_inline":
        return "\n" * token.content.count("\n")
    return "\n" if token.type in ("softbreak", "hardbreak") else token.content


def _html_text(source: str) -> tuple[str, list[Note]]:
    """The text in a block of HTML, on as many lines, and the comments to factcheck in it."""
    notes: list[Note] = []
    if source.lstrip().startswith(OPENING) or not _NO_TEXT.match(source):
        source, notes = uncommented(source)
    return _tagless(source), notes


def _tagless(source: str) -> str:
    if _NO_TEXT.match(source):
        return ""
    return html.unescape(_TAG.sub(lambda tag: "\n" * tag.group().count("\n") or " ", source))
