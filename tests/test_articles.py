"""Articles: blocks become segments that know their place, whatever the encoding and the line ends."""

from __future__ import annotations

import contextlib
import time
from pathlib import Path

import pytest

from factcheck.articles import MAX_PARAGRAPH, language_of, parse_article, read_article
from factcheck.errors import InputError, LanguageError

MARKDOWN = """\
---
title: Not part of the text
---
# Sales of *2021*

Revenue rose to **$7
billion** in [2021](https://example.org/99), *says*
AT&amp;T.

- first item
- second
  item

> quoted

| a | b |
|---|---|
| 1 | 2 \\| 3 |

```
code 5
```

<!-- a comment with 6 -->
<div><b>boxed</b> 8</div>

![a chart of 9](chart-10.png)
"""


def test_markdown_blocks_become_segments_of_plain_text() -> None:
    segments = parse_article(MARKDOWN, "en").segments
    assert [(s.kind, s.line, s.text) for s in segments] == [
        ("heading", 4, "Sales of 2021"),
        ("paragraph", 6, "Revenue rose to $7 billion in 2021, says AT&T."),
        ("item", 10, "first item"),
        ("item", 11, "second item"),
        ("paragraph", 14, "quoted"),
        ("cell", 16, "a"),
        ("cell", 16, "b"),
        ("cell", 18, "1"),
        ("cell", 18, "2 | 3"),
        ("code", 21, "code 5"),
        ("paragraph", 25, "boxed  8"),
        ("paragraph", 27, "a chart of 9"),
    ]
    assert [s.index for s in segments] == list(range(len(segments)))


def test_a_place_in_a_segment_is_a_line_of_the_file() -> None:
    paragraph = parse_article(MARKDOWN, "en").segments[1]
    lines = {word: paragraph.line_at(paragraph.text.index(word)) for word in ("Revenue", "$7", "billion", "AT&T")}
    assert lines == {"Revenue": 6, "$7": 6, "billion": 7, "AT&T": 8}


def test_offset_is_where_the_text_starts_in_the_file() -> None:
    article = parse_article(MARKDOWN, "en")
    starts = {s.text: article.text[s.offset :] for s in article.segments}
    assert starts["Sales of 2021"].startswith("Sales of *2021*")
    assert starts["second item"].startswith("second\n  item")
    assert starts["2 | 3"].startswith("2 \\| 3 |")


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_line_ends_do_not_matter(end: str) -> None:
    assert parse_article(MARKDOWN.replace("\n", end), "en") == parse_article(MARKDOWN, "en")


def test_plain_text_has_paragraphs_between_blank_lines() -> None:
    segments = parse_article("\n# One\n* two\n\n \n    three\n", "en", "a.txt").segments
    assert [(s.line, s.text) for s in segments] == [(2, "# One * two"), (6, "three")]


def test_plain_text_without_blank_lines_has_a_paragraph_a_line() -> None:
    segments = parse_article("one\ntwo\nthree\n", "en", "a.txt").segments
    assert [(s.line, s.text) for s in segments] == [(1, "one"), (2, "two"), (3, "three")]


@pytest.mark.parametrize(
    ("lines", "joined"),
    [("7\nbillion", "7 billion"), ("收入为70\n亿美元", "收入为70亿美元"), ("십\n억", "십 억")],
)
def test_lines_join_as_the_script_wants(lines: str, joined: str) -> None:
    assert parse_article(lines, "en").segments[0].text == joined


def test_control_characters_do_not_reach_segments() -> None:
    assert parse_article("a\x1b[31mb\x9b1\u2028c", "en").segments[0].text == "a [31mb 1 c"


def test_front_matter_is_only_what_looks_like_it() -> None:
    assert [s.text for s in parse_article("---\nA sentence.\n---\nx\n", "en").segments] == ["A sentence.", "x"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_encodings_are_read_alike(tmp_path: Path, encoding: str) -> None:
    file = tmp_path / "a.de.md"
    file.write_text("Größe: 7 €\n\n" * 8000, encoding=encoding, newline="\n")  # longer than one read
    assert read_article(file).text == "Größe: 7 €\n\n" * 8000


@pytest.mark.parametrize(
    ("name", "code"),
    [("article.en.md", "en"), ("translations/pt.md", "pt"), ("a.b.de.txt", "de"), ("x/zh-Hant.md", "zh-Hant")],
)
def test_the_language_is_in_the_name(name: str, code: str) -> None:
    assert language_of(name) == code


@pytest.mark.parametrize("name", ["notes.md", "faq.md", "article.md", "v1.2.md", "LICENSE"])
def test_a_name_without_language_is_an_error(name: str) -> None:
    with pytest.raises(LanguageError, match=r"cannot be told from its name.*--lang"):
        language_of(name)


def test_a_given_language_goes_before_the_name(tmp_path: Path) -> None:
    file = tmp_path / "pt.md"
    file.write_text("Hello", "utf-8")
    assert read_article(file, "en").lang == "en"


def test_a_long_paragraph_is_refused_with_its_line_and_the_limit() -> None:
    with pytest.raises(InputError, match=rf"line 3: a paragraph of 20,001 characters; the limit is {MAX_PARAGRAPH:,}"):
        parse_article("a\n\n" + "b" * (MAX_PARAGRAPH + 1), "en")


@pytest.mark.parametrize("unit", ["[", "![", "*a", "`", "> ", "- ", "a](", "<!--", "&#", "|", "***", "\\", "[a]:"])
def test_hostile_markdown_is_read_in_bounded_time(unit: str) -> None:
    start = time.perf_counter()
    with contextlib.suppress(InputError):  # some of them hold no text
        parse_article((unit * MAX_PARAGRAPH)[:MAX_PARAGRAPH], "en")
    assert time.perf_counter() - start < 20


def test_hostile_front_matter_is_read_in_bounded_time() -> None:
    text = "---\n" + "- : b\n" * 400 + " \n" * 400
    assert parse_article(text, "en").segments[0].text == ": b"
