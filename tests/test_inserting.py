"""Putting a missing paragraph into a file, and taking it out again: all else stays byte for byte."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest

from factcheck.articles import parse_article, read_article
from factcheck.errors import InputError
from factcheck.inserting import insert, markup_of, remove

TEXT = """---
title: T
---

# A heading

A paragraph
over two lines.

- one item
- another item

<!-- factcheck: ignore[number-changed] a reason -->
With a comment.

| a | b |
|---|---|
| 7 | 8 |

Under it
========

> quoted

```
code
```

Last"""


def texts(text: str) -> list[str]:
    return [segment.text for segment in parse_article(text, "de").segments]


@pytest.mark.parametrize(
    ("before", "kind", "new", "wanted"),
    [
        ("A heading", "heading", "# New", "# New\n\n# A heading"),
        ("A paragraph over two lines.", "paragraph", "New,\r\nnew.\n", "# A heading\n\nNew,\nnew.\n\nA paragraph"),
        ("one item", "paragraph", "New", "over two lines.\n\nNew\n\n- one item"),
        ("one item", "item", "- New", "over two lines.\n\n- New\n- one item"),
        ("another item", "item", "- New", "- one item\n- New\n- another item"),
        ("With a comment.", "item", "- New", "- another item\n- New\n\n<!--"),
        ("With a comment.", "paragraph", "New", "- another item\n\nNew\n\n<!--"),
        ("a", "paragraph", "New", "With a comment.\n\nNew\n\n| a"),
        ("Under it", "heading", "## New", "| 7 | 8 |\n\n## New\n\nUnder it\n===="),
        ("quoted", "paragraph", "New", "Under it\n========\n\nNew\n\n> quoted"),
        ("code", "paragraph", "New", "> quoted\n\nNew\n\n```\ncode"),
        ("Last", "paragraph", "New", "```\ncode\n```\n\nNew\n\nLast"),
        ("", "paragraph", "New", "Last\n\nNew"),
    ],
)
def test_it_is_put_in_and_taken_out(tmp_path: Path, before: str, kind: str, new: str, wanted: str) -> None:
    path = tmp_path / "de.md"
    path.write_text(TEXT)
    number = texts(TEXT).index(before) if before else len(texts(TEXT))
    made = insert(path, read_article(path, "de"), number, kind, new, tmp_path)
    assert wanted in path.read_text()
    assert path.read_text().replace(made.written, "", 1) == TEXT
    assert (made.article.segments[number].kind, len(made.article.segments)) == (kind, len(texts(TEXT)) + 1)
    assert remove(path, "de", number, made.written, tmp_path).text == TEXT
    assert path.read_text() == TEXT


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", [(b"", "utf-8"), (codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le")])
def test_in_the_encoding_and_the_line_ends_of_the_file(tmp_path: Path, end: str, mark: tuple[bytes, str]) -> None:
    path, text = tmp_path / "de.md", "# Über\n\n\nzwei  \nZeilen\n\n\n\tEnde \U0001f600"
    before = mark[0] + text.replace("\n", end).encode(mark[1])
    path.write_bytes(before)
    made = insert(path, read_article(path, "de"), 2, "paragraph", "Größe\nneu", tmp_path)
    wanted = text.replace("Zeilen", "Zeilen\n\nGröße\nneu")
    assert path.read_bytes() == mark[0] + wanted.replace("\n", end).encode(mark[1])
    remove(path, "de", 2, made.written, tmp_path)
    assert path.read_bytes() == before


@pytest.mark.parametrize("text", ["Eins\n\nDrei\n", "Eins\nDrei\n", "Eins\nDrei"])
def test_plain_text_too(tmp_path: Path, text: str) -> None:
    path = tmp_path / "de.txt"
    path.write_text(text)
    made = insert(path, read_article(path, "de"), 1, "heading", "# Zwei", tmp_path)
    assert [segment.text for segment in made.article.segments] == ["Eins", "# Zwei", "Drei"]
    remove(path, "de", 1, made.written, tmp_path)
    assert path.read_text() == text


@pytest.mark.parametrize(
    ("kind", "new", "reason"),
    [
        ("paragraph", "", "would not be one paragraph"),
        ("paragraph", "# One", "would not be one paragraph"),
        ("paragraph", "One.\n\nTwo.", "would not be one paragraph"),
        ("paragraph", "```", "would not be one paragraph"),
        ("paragraph", "<!--", "would not be one paragraph"),
        ("paragraph", "New <!-- factcheck: ignore[x] y -->", "would not be one paragraph"),
        ("paragraph", "x" * 20_001, "would not be one paragraph"),
        ("heading", "New", "would not be one heading"),
        ("cell", "New", "a cell cannot be put in"),
    ],
)
def test_what_would_do_harm_is_refused(tmp_path: Path, kind: str, new: str, reason: str) -> None:
    path = tmp_path / "de.md"
    path.write_text(TEXT)
    with pytest.raises(InputError, match=reason):
        insert(path, read_article(path, "de"), 2, kind, new, tmp_path)
    assert path.read_text() == TEXT


def test_what_changed_meanwhile_stays(tmp_path: Path) -> None:
    path = tmp_path / "de.md"
    path.write_text("Eins\n\nDrei\n")
    seen = read_article(path, "de")
    made = insert(path, seen, 1, "paragraph", "Zwei", tmp_path)
    with pytest.raises(InputError, match="changed meanwhile"):
        insert(path, seen, 1, "paragraph", "Zwei", tmp_path)
    path.write_text(path.read_text().replace("Zwei", "Zwo"))
    with pytest.raises(InputError, match="changed meanwhile"):
        remove(path, "de", 1, made.written, tmp_path)
    with pytest.raises(InputError, match="changed meanwhile"):
        remove(path, "de", 9, made.written, tmp_path)
    assert path.read_text() == "Eins\n\nZwo\n\nDrei\n"


def test_no_link_out_of_the_case(tmp_path: Path) -> None:
    (tmp_path / "case").mkdir()
    (tmp_path / "own.md").write_text("Eins\n")
    path = tmp_path / "case/de.md"
    path.symlink_to("../own.md")
    with pytest.raises(InputError, match="is a link that leads out of"):
        insert(path, read_article(path, "de"), 1, "paragraph", "Zwei", tmp_path / "case")
    with pytest.raises(InputError, match="is a link that leads out of"):
        remove(path, "de", 0, "Eins", tmp_path / "case")
    assert path.read_text() == "Eins\n"


@pytest.mark.parametrize(
    ("text", "markup"), [("## A *b*\n", "## "), ("- a\n", "- "), ("12. a\n", "12. "), ("> a\n", "> "), ("a - b\n", "")]
)
def test_what_a_block_begins_with(text: str, markup: str) -> None:
    assert markup_of(parse_article(text, "de"), 0) == markup
