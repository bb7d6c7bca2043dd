"""Putting a paragraph into a file that lacks it, and taking it out again: all else stays, byte for byte."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from factcheck.articles import parse_article, read_article
from factcheck.editing import Block, block_of, check_link, last_line, write_block
from factcheck.errors import FactcheckError, InputError
from factcheck.locking import locked
from factcheck.model import Article

_MARKUP = re.compile(r"(?:[ \t]*(?:#{1,6}|>|[-*+]|\d{1,9}[.)])[ \t]+)*")
_PLACELESS = ("cell", "code")


@dataclass(frozen=True, slots=True)
class Inserted:
    """The article with a new segment, and what was written for it, with the line ends around it."""

    article: Article
    written: str


def markup_of(article: Article, number: int) -> str:
    """What begins a block like this one: "## " of a heading, "- " of an item, "" of a paragraph."""
    block = block_of(article, number)
    match = _MARKUP.match(block.text) if block else None
    return match.group() if match and not article.file.lower().endswith(".txt") else ""


def insert(path: str | Path, before: Article, number: int, kind: str, new: str, case: str | Path) -> Inserted:
    """Write a new block into a file, where its segment will have this number.

    before: the article as the person knows it; kind: of the new segment; case: the folder that no link in the path may
    lead out of. InputError, with the file as it was, when it changed meanwhile, when the text would not be one segment
    of that kind at that place, or would change others or what is suppressed.
    """
    path, kind = Path(path), "paragraph" if str(path).lower().endswith(".txt") else kind
    if kind in _PLACELESS:
        raise InputError(f"a {kind} cannot be put in from here", file=path, hint="edit the file itself for that")
    check_link(path, case)
    with locked(path.parent):
        if read_article(path, before.lang).text != before.text:
            raise InputError("the text changed meanwhile", file=path, hint="load the page again")
        for block in _places(before, number, kind, re.sub(r"\r\n?", "\n", new).strip("\n")):
            if _fits(before, _with(before, block), number, kind):
                write_block(path.resolve(), Block(block.start, block.start, ""), block.text)
                return Inserted(read_article(path, before.lang), block.text)
    message = f"what you wrote would not be one {kind} at this place, or would change others"
    raise InputError(message, file=path, hint="edit the file itself for that")


def remove(path: str | Path, lang: str, number: int, written: str, case: str | Path) -> Article:
    """Take out of a file what insert wrote for a segment -> the article as it is now. InputError, with the file as it
    was, when it stands there no more."""
    path = Path(path)
    check_link(path, case)
    with locked(path.parent):
        article = read_article(path, lang)
        there = 0 <= number < len(article.segments)
        lead = len(written) - len(written.lstrip("\n"))
        start = _start(article, article.segments[number].line) - lead if there else -1
        if start < 0 or article.text[start : start + len(written)] != written:
            raise InputError("the paragraph changed meanwhile", file=path, hint="load the page again")
        write_block(path.resolve(), Block(start, start + len(written), written), "")
        return read_article(path, lang)


def _places(article: Article, number: int, kind: str, new: str) -> Iterator[Block]:
    """Where a new segment can be written, with the line ends that part it from others, the likeliest first."""
    before, after = (article.segments[at : at + 1] if at >= 0 else () for at in (number - 1, number))
    ends = [_start(article, last_line(segment) + 1) - 1 for segment in before]
    starts = [_start(article, segment.line) for segment in after]
    if kind == "item":  # of a list that is there
        yield from (Block(end, end, f"\n{new}") for end in ends if before[0].kind == kind)
        yield from (Block(start, start, f"{new}\n") for start in starts if after[0].kind == kind)
    for gap in ("\n\n", "\n"):
        yield from (Block(end, end, gap + new) for end in ends)
        yield from (Block(start, start, new + gap) for start in starts)


def _start(article: Article, line: int) -> int:
    """The offset of a line's first character, of the line after the last one too."""
    return sum(len(text) + 1 for text in article.text.split("\n")[: line - 1])


def _with(article: Article, block: Block) -> Article | None:
    text = article.text[: block.start] + block.text + article.text[block.start :]
    try:
        return parse_article(text, article.lang, article.file)
    except FactcheckError:
        return None


def _fits(before: Article, after: Article | None, number: int, kind: str) -> bool:
    """Whether there is one segment more, of that kind, and all others and their comments are as they were."""
    if after is None:
        return False
    old, new = ([(segment.kind, segment.text) for segment in article.segments] for article in (before, after))
    comments = [(comment.text, comment.segment + (comment.segment >= number)) for comment in before.comments]
    same = [*new[:number], *new[number + 1 :]] == old and len(new) == len(old) + 1 and new[number][0] == kind
    return same and [(comment.text, comment.segment) for comment in after.comments] == comments
