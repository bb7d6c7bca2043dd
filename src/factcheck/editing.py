"""Editing one paragraph of a file in place: all else stays, byte for byte."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from pathlib import Path

from factcheck.articles import parse_article, read_article
from factcheck.boundaries import within
from factcheck.errors import FactcheckError, InputError
from factcheck.files import write_bytes
from factcheck.locking import locked
from factcheck.model import Article, Segment

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of an article's text that holds one segment and nothing of another: offsets, and what stands there,
    with its markup."""

    start: int
    end: int
    text: str


def block_of(article: Article, number: int) -> Block | None:
    """Where the segment with a number stands in the article's text; None where that is not sure: code, tables whose
    cells hold markup or say the same twice, paragraphs that lean on link references."""
    if not 0 <= number < len(article.segments) or article.segments[number].kind == "code":
        return None
    return _lines_of(article, number) or _words_of(article, article.segments[number])


def _lines_of(article: Article, number: int) -> Block | None:
    """The segment's lines, where they hold nothing else and read the same by themselves."""
    segment, lines = article.segments[number], article.text.split("\n")
    first, last = segment.line, last_line(segment)
    near = article.segments[max(0, number - 1) : number] + article.segments[number + 1 : number + 2]
    if any(first <= last_line(other) and other.line <= last for other in near):
        return None
    text = "\n".join(lines[first - 1 : last])
    start = sum(len(line) + 1 for line in lines[: first - 1])
    alone = _texts(f"{text}\n\n.", article)  # something follows, so that plain text has blank lines, too
    return Block(start, start + len(text), text) if alone == [segment.text, "."] else None


def _words_of(article: Article, segment: Segment) -> Block | None:
    """The segment's words, where they stand once in their line, without markup."""
    line = article.text.split("\n")[segment.line - 1]
    end = segment.offset + len(segment.text)
    sure = line.count(segment.text) == 1 and article.text[segment.offset : end] == segment.text
    return Block(segment.offset, end, segment.text) if sure else None


def last_line(segment: Segment) -> int:
    """The last line of the file that a segment has words in."""
    return segment.breaks[-1][1] if segment.breaks else segment.line


def _texts(text: str, like: Article) -> list[str]:
    try:
        return [segment.text for segment in parse_article(text, like.lang, like.file).segments]
    except FactcheckError:
        return []


def edit(path: str | Path, lang: str, number: int, old: str, new: str, case: str | Path | None = None) -> Article:
    """Replace a segment's block in a file -> the article as it is now.

    old: the block as the person who edits saw it; case: the folder that no link in the path may lead out of, the
    file's own when it is None. InputError, with the file as it was, when one does, when another block stands there by
    now, or when the new text would not be one paragraph of the same kind or would change others.
    """
    path = Path(path)
    check_link(path, case)
    with locked(path.parent):
        article = read_article(path, lang)
        block = block_of(article, number)
        if block is None or block.text != old:
            raise InputError("the paragraph changed meanwhile", file=path, hint="load the page again")
        new = re.sub(r"\r\n?", "\n", new).strip("\n")
        text = article.text[: block.start] + new + article.text[block.end :]
        _check(article, parse_article(text, lang, str(path)), number, path)
        write_block(path.resolve(), block, new)
        return read_article(path, lang)


def check_link(path: Path, case: str | Path | None) -> None:
    """InputError where a link in the path leads out of the case, or out of its folder where that lies elsewhere."""
    folder = Path(case) if case and path.is_relative_to(case) else path.parent
    if not within(path, (folder,)):
        raise InputError(f"is a link that leads out of {folder}", file=path, hint="edit the file that it leads to")


def _check(before: Article, after: Article, number: int, path: Path) -> None:
    old, new = ([(s.kind, s.text) for s in article.segments] for article in (before, after))
    same = len(old) == len(new) and old[:number] == new[:number] and old[number + 1 :] == new[number + 1 :]
    if not same or old[number][0] != new[number][0]:
        raise InputError(
            f"the new text would not be one {old[number][0]}, or would change others",
            file=path,
            hint="edit the file itself for that",
        )


def write_block(path: Path, block: Block, new: str) -> None:
    """Put a text in the place of a block, in the file's own encoding and line ends."""
    data = path.read_bytes()
    mark, encoding = next((item for item in _MARKS if data.startswith(item[0])), (b"", "utf-8"))
    text = data[len(mark) :].decode(encoding)
    end = next((end for end in ("\r\n", "\r") if end in text), "\n")
    start, stop = (_raw_offset(text, offset) for offset in (block.start, block.end))
    text = text[:start] + new.replace("\n", end) + text[stop:]
    write_bytes(path, mark + text.encode(encoding, "backslashreplace"))


def _raw_offset(text: str, offset: int) -> int:
    """The offset in a text as the file holds it, for one in the same text with every line end as one character."""
    for match in re.finditer("\r\n", text):
        if match.start() >= offset:
            break
        offset += 1
    return offset
