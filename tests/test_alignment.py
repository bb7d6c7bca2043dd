"""Alignment of the case's texts after paragraphs were dropped, merged, split or added."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.alignment.segments import Bead, align_segments
from factcheck.articles import read_article
from factcheck.model import Claim, Segment
from factcheck.pipeline import extract_article

CASE = Path(__file__).parent.parent / "claims" / "openai-founders"
LANGUAGES = ["el", "es", "fi", "fr", "id", "it", "ja", "ko", "la", "pt", "ru", "sa", "zh"]
Claims = list[list[Claim]]


@cache
def text(name: str, lang: str) -> tuple[list[Segment], Claims]:
    article = read_article(CASE / name, lang)
    claims = extract_article(article)
    return list(article.segments), [[c for c in claims if c.segment == s.index] for s in article.segments]


def beads(target: list[Segment], claims: Claims) -> list[Bead]:
    source, source_claims = text("article.en.md", "en")
    return align_segments(source, target, source_claims, claims)


def straight(found: list[Bead]) -> int:
    return sum(len(i) == len(j) == 1 for i, j in found)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_paragraphs_in_order_are_paired_one_by_one(lang: str) -> None:
    target, claims = text(f"translations/{lang}.md", lang)
    assert beads(target, claims) == [((i,), (i,)) for i in range(len(target))]


@pytest.mark.parametrize("lang", ["es", "fr", "it", "la"])
@pytest.mark.parametrize("gone", [3, 9, 12, 13, 20, 25])
def test_a_dropped_paragraph_shifts_nothing(lang: str, gone: int) -> None:
    target, claims = text(f"translations/{lang}.md", lang)
    found = beads(target[:gone] + target[gone + 1 :], claims[:gone] + claims[gone + 1 :])
    assert ((gone,), ()) in found
    assert straight(found) == len(target) - 1


@pytest.mark.parametrize("lang", ["es", "fr", "it", "la"])
@pytest.mark.parametrize("at", [4, 12, 18, 25])
def test_a_split_paragraph_stays_with_its_source(lang: str, at: int) -> None:
    target, claims = text(f"translations/{lang}.md", lang)
    words = target[at].text.split(" ")
    halves = [" ".join(words[: len(words) // 2]), " ".join(words[len(words) // 2 :])]
    parts = [replace(target[at], text=half) for half in halves]
    found = beads(target[:at] + parts + target[at + 1 :], [*claims[:at], [], claims[at], *claims[at + 1 :]])
    assert ((at,), (at, at + 1)) in found
    assert straight(found) == len(target) - 1


@pytest.mark.parametrize("lang", ["es", "fr", "it", "la"])
def test_a_foreign_paragraph_is_added(lang: str) -> None:
    target, claims = text(f"translations/{lang}.md", lang)
    extra = Segment(0, "Zeppelin 1937 Lakehurst: 36 † — Hugo Eckener, Max Pruss, Ernst Lehmann, LZ 129.")
    found = beads([*target[:10], extra, *target[10:]], [*claims[:10], [], *claims[10:]])
    assert ((), (10,)) in found
    assert straight(found) == len(target)


TEXTS = st.lists(st.text(max_size=60), max_size=12)


@given(TEXTS, TEXTS)
def test_every_segment_stands_in_one_bead(one: list[str], other: list[str]) -> None:
    source, target = ([Segment(i, t) for i, t in enumerate(texts)] for texts in (one, other))
    found = align_segments(source, target)
    assert sorted(i for left, _ in found for i in left) == list(range(len(source)))
    assert sorted(j for _, right in found for j in right) == list(range(len(target)))
