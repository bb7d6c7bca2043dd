"""Editing one paragraph of a file: all else stays byte for byte, and what is not sure is refused."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest

from factcheck.articles import parse_article
from factcheck.editing import block_of, edit
from factcheck.errors import InputError

TEXT = """---
title: T
---

# A heading

A **bold** paragraph
over two lines, [linked](http://a.example).

- one item
- another item

| a | b |
|---|---|
| 7 | **8** |
| 9 | 9 |

> quoted

`code` and [a reference][r].

[r]: http://r.example

    code
"""


def texts(text: str) -> list[str]:
    return [segment.text for segment in parse_article(text, "de").segments]


def number(text: str, words: str) -> int:
    return texts(text).index(words)


@pytest.mark.parametrize(
    ("words", "block"),
    [
        ("A heading", "# A heading"),
        (
            "A bold paragraph over two lines, linked.",
            "A **bold** paragraph\nover two lines, [linked](http://a.example).",
        ),
        ("one item", "- one item"),
        ("7", "7"),
        ("8", "8"),
        ("quoted", "> quoted"),
    ],
)
def test_a_segment_has_its_place_in_the_file(words: str, block: str) -> None:
    found = block_of(parse_article(TEXT, "de"), number(TEXT, words))
    assert found
    assert (found.text, TEXT[found.start : found.end]) == (block, block)


@pytest.mark.parametrize("words", ["9", "code and a reference.", "code"])
def test_what_is_not_sure_has_none(words: str) -> None:
    assert block_of(parse_article(TEXT, "de"), number(TEXT, words)) is None
    assert block_of(parse_article(TEXT, "de"), 99) is None
    assert block_of(parse_article(TEXT, "de"), -1) is None


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (b"", "utf-8"),
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
    ],
)
def test_all_else_stays_byte_for_byte(tmp_path: Path, end: str, mark: bytes, encoding: str) -> None:
    path = tmp_path / "de.md"
    text = "# Über\n\nein Absatz  \nmit zwei Zeilen\n\n\n\tEnde \U0001f600"
    path.write_bytes(mark + text.replace("\n", end).encode(encoding))
    path.chmod(0o640)
    article = edit(path, "de", 1, "ein Absatz  \nmit zwei Zeilen", "zwei\nneue\r\nZeilen\n")
    assert [segment.text for segment in article.segments][1] == "zwei neue Zeilen"
    wanted = text.replace("ein Absatz  \nmit zwei Zeilen", "zwei\nneue\nZeilen")
    assert path.read_bytes() == mark + wanted.replace("\n", end).encode(encoding)
    assert path.stat().st_mode & 0o777 == 0o640
    assert [item.name for item in tmp_path.iterdir()] == ["de.md"]


def test_plain_text_too(tmp_path: Path) -> None:
    path = tmp_path / "de.txt"
    path.write_text("Erste *Zeile*\nzweite\n\nNoch ein Absatz\n")
    edit(path, "de", 0, "Erste *Zeile*\nzweite", "- Neu")
    assert path.read_text() == "- Neu\n\nNoch ein Absatz\n"


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("another", "new", "changed meanwhile"),
        ("One.", "One.\n\nTwo.", "would not be one paragraph"),
        ("One.", "", "would not be one paragraph"),
        ("One.", "# One", "would not be one paragraph"),
        ("One.", "```", "would not be one paragraph"),
        ("One.", "<!--", "holds no text"),
        ("One.", "x" * 20_001, "the limit is 20,000"),
    ],
)
def test_what_would_do_harm_is_refused(tmp_path: Path, old: str, new: str, reason: str) -> None:
    path = tmp_path / "de.md"
    path.write_text("One.\n\nLast.\n")
    with pytest.raises(InputError, match=reason):
        edit(path, "de", 0, old, new)
    assert path.read_text() == "One.\n\nLast.\n"


def test_a_link_to_a_file_stays_one(tmp_path: Path) -> None:
    (tmp_path / "own.md").write_text("One.\n")
    (tmp_path / "de.md").symlink_to("own.md")
    edit(tmp_path / "de.md", "de", 0, "One.", "Two.")
    assert (tmp_path / "de.md").is_symlink()
    assert (tmp_path / "own.md").read_text() == "Two.\n"
