"""Tables of pairs: rows with their lines, in constant memory; rows that are none are named."""

from __future__ import annotations

import tracemalloc
from pathlib import Path

import pytest

from factcheck.articles import MAX_PARAGRAPH
from factcheck.bitexts import Row, is_bitext
from factcheck.bitexts.tsv import read
from factcheck.errors import InputError
from factcheck.model import Problem


def rows(path: Path, data: str | bytes) -> list[Row | Problem]:
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return list(read(path))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "pairs.tsv"


def test_rows_come_with_their_lines(path: Path) -> None:
    assert rows(path, "one\teins\n\ntwo\tzwei\tnote\r\n") == [Row(1, "one", "eins"), Row(3, "two", "zwei")]


def test_quotation_marks_are_text(path: Path) -> None:
    assert rows(path, 'say "7"\t"sieben" sagen\n') == [Row(1, 'say "7"', '"sieben" sagen')]


@pytest.mark.parametrize(
    ("header", "row"),
    [("source\ttarget", "a\tb"), ("Target\tSource", "b\ta"), ("id\tsource\ttranslation", "1\ta\tb")],
)
def test_a_header_may_order_the_columns(path: Path, header: str, row: str) -> None:
    assert rows(path, f"\ufeff{header}\n{row}\n") == [Row(2, "a", "b")]


def test_a_row_that_is_no_pair_is_named_and_the_rest_is_read(path: Path) -> None:
    first, second, third = rows(path, "alone\na\tb\n" + "x" * (3 * MAX_PARAGRAPH) + "\ty\n")
    assert second == Row(2, "a", "b")
    assert isinstance(first, Problem)
    assert (first.place, first.hint) == ("line 1", "separate them by a tab")
    assert isinstance(third, Problem)
    assert third.message == "a row of over 20,000 characters"


def test_a_wrong_byte_is_named_after_the_rows_before_it(path: Path) -> None:
    path.write_bytes(b"a\tb\n" * 40_000 + b"c\t\xe9\n")
    found: list[Row | Problem] = []
    with pytest.raises(InputError, match="byte 160002: is not UTF-8: byte 0xE9"):
        found.extend(read(path))
    assert len(found) == 40_000


def test_memory_does_not_grow_with_the_table(path: Path) -> None:
    path.write_text("a source of some length\teine Übersetzung\n" * 100_000, "utf-8")
    tracemalloc.start()
    count = sum(1 for _ in read(path))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert count == 100_000
    assert peak < 3_000_000  # the table has 4,200,000 bytes


def test_tables_are_known_by_their_name() -> None:
    assert is_bitext("a/pairs.TSV")
    assert not is_bitext("article.en.md")
