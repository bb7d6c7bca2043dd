"""Every example of every language: the text states these claims, in this order, and no others."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest

from factcheck import languages
from factcheck.comparison import notation
from factcheck.extraction import extract
from factcheck.model import Kind

CASES = [
    pytest.param(code, *example, id=f"{code}-{number:02d}")
    for code in languages.first_class()
    for number, (*example,) in enumerate((e[0], e[1:]) for e in languages.load(code).examples)
]


def _plain(statement: str) -> str:
    """7e9 -> 7000000000, 1/3 -> its decimal, so that examples may be written as people write."""

    def number(match: re.Match[str]) -> str:
        top, _, bottom = match[0].partition("/")
        return notation.plain(notation.quotient(Decimal(top), Decimal(bottom)) if bottom else Decimal(top))

    if re.match(r"T|C\d|-|\d{4}-|\d+s$", statement):
        return statement
    return re.sub(r"\d+/\d+|\d[\d_]*(?:\.\d+)?(?:e\d+)?", number, statement)


@pytest.mark.parametrize(("code", "text", "expected"), CASES)
def test_example(code: str, text: str, expected: tuple[str, ...]) -> None:
    claims = [c for c in extract(text, code) if c.kind not in (Kind.IDENTIFIER, Kind.NAME)]
    assert [notation.statement(c) for c in claims] == [_plain(e) for e in expected]


@pytest.mark.parametrize("code", languages.first_class())
def test_has_enough_examples(code: str) -> None:
    assert len(languages.load(code).examples) >= 40
