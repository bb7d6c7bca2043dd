"""Files to articles, articles to segments: each block of a text on one line, with its place in the file."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from pathlib import Path

from factcheck import languages
from factcheck.blocks import Block, markdown_blocks, plain_blocks
from factcheck.comments import Note
from factcheck.errors import InputError, LanguageError
from factcheck.files import read_text
from factcheck.model import Article, Comment, Segment, Span

MAX_PARAGRAPH = 20_000
"""The longest line or paragraph that is read, in characters: some eight printed pages without a break."""

_CODE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8}){0,2}")
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]")


def read_article(path: str | Path, lang: str | None = None) -> Article:
    """Read an article from a file: .txt as plain text, all else as Markdown.

    lang: code of its language; when None, it is taken from the name ("article.en.md", "translations/pt.md").
    LanguageError when the language is unknown or cannot be told; InputError when the file cannot be read.
    """
    from factcheck.bitexts import is_bitext

    if is_bitext(path):
        hint = "its pairs are checked by `factcheck check`, alone or beside other bitexts"
        raise InputError("is a bitext, not a text", file=path, hint=hint)
    text = read_text(path)
    return parse_article(text, lang or language_of(path), str(path))


def language_of(path: str | Path) -> str:
    """The language code in a file's name, as language_in reads it. LanguageError when there is none."""
    if lang := language_in(path):
        return lang
    near = languages.meant(_code(path).lower())
    meant = f"did you mean {near}{Path(path).suffix}, for {languages.name(near)}? " if near else ""
    hint = f"{meant}name it like NAME.xx.md, or give the language: --lang, or --source-lang and --target-lang"
    raise LanguageError("its language cannot be told from its name", file=path, hint=hint)


def language_in(path: str | Path) -> str:
    """The language code in a file's name, last before the suffix: "de_AT.md" -> "de-AT". "" when there is none."""
    code = _code(path)
    if not _CODE.fullmatch(code):
        return ""
    try:
        languages.base(code)
    except LanguageError:
        return ""
    return languages.tag(code)


def _code(path: str | Path) -> str:
    return Path(path).stem.rpartition(".")[2]


def parse_article(text: str, lang: str, file: str = "") -> Article:
    """Split a text into segments. A file name that ends in .txt makes it plain text, any other Markdown.

    LanguageError for an unknown language; InputError for a text without words or with a paragraph that is
    longer than MAX_PARAGRAPH. Line ends in the article's text are "\\n".
    """
    _check_lang(lang, file)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    lines = text.split("\n")
    for number, line in enumerate(lines, 1):  # before any parser sees it
        _check_length(len(line), number, file)
    blocks = plain_blocks(text) if file.lower().endswith(".txt") else markdown_blocks(text)
    segments, comments = _segments(blocks, lines, file)
    if not segments:
        raise InputError("holds no text", file=file or None, hint="check that this is the right file")
    return Article(lang, segments, file, text, comments=comments)


def _check_lang(lang: str, file: str) -> None:
    try:
        languages.base(lang)
    except LanguageError as error:
        raise LanguageError(error.message, file=file or None, hint=error.hint) from None


def _check_length(length: int, line: int, file: str) -> None:
    if length > MAX_PARAGRAPH:
        message = f"a paragraph of {length:,} characters; the limit is {MAX_PARAGRAPH:,}"
        raise InputError(message, file=file or None, place=f"line {line}", hint="break it into paragraphs")


def _segments(
    blocks: Iterable[Block], lines: Sequence[str], file: str
) -> tuple[tuple[Segment, ...], tuple[Comment, ...]]:
    """The blocks that hold text, and the comments to factcheck, each with the block that it stands in or before."""
    starts = list(accumulate((len(row) + 1 for row in lines), initial=0))
    segments: list[Segment] = []
    comments: list[Comment] = []
    waiting: list[Note] = []
    for kind, first, block, notes in blocks:
        text, breaks = _one_line(block, first)
        _check_length(len(text), first, file)
        waiting += [Note(first + line, note) for line, note in notes]
        if text:
            line = breaks[0][1]
            column = max(0, lines[line - 1].find(text.split(" ", 1)[0]))
            segments.append(Segment(len(segments), text, kind, line, starts[line - 1] + column, breaks[1:]))
            comments += _placed(waiting, (line, breaks[-1][1]), len(segments) - 1)
            waiting = []
    return tuple(segments), (*comments, *_placed(waiting, (0, 0), len(segments)))


def _placed(notes: Iterable[Note], lines: Span, segment: int) -> Iterator[Comment]:
    return (Comment(text, line, lines, segment) for line, text in notes)


def _one_line(lines: Iterable[str], first: int) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The lines joined, and of each that holds text its offset in the text and its line in the file."""
    parts: list[str] = []
    breaks, length = [], 0
    for number, line in enumerate(lines, first):
        clean = _CONTROL.sub(" ", line).strip()
        if clean:
            gap = "" if not parts or _unspaced(parts[-1][-1], clean[0]) else " "
            breaks.append((length + len(gap), number))
            parts.append(gap + clean)
            length += len(gap) + len(clean)
    return "".join(parts), tuple(breaks)


def _unspaced(before: str, after: str) -> bool:
    """Whether a line break between these characters stands for nothing: beside scripts without blanks."""
    return any(
        unicodedata.east_asian_width(char) in "WF" and not unicodedata.name(char, "").startswith("HANGUL")
        for char in (before, after)
    )
