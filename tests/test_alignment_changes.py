"""Segments find their counterparts although paragraphs are dropped, merged, split, added or moved."""

from __future__ import annotations

import random
import re
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.alignment.anchors import Anchors
from factcheck.alignment.segments import Bead, align_segments
from factcheck.articles import read_article
from factcheck.extraction import extract
from factcheck.model import Claim, Kind, Segment

CASE = Path(__file__).parent.parent / "claims" / "openai-founders"
Unit = tuple[Segment, frozenset[int]]
"""A segment of a translation, and the source segments that it renders."""
Links = set[tuple[int, int]]


@cache
def article(name: str) -> tuple[Segment, ...]:
    return read_article(CASE / name).segments


@cache
def claims_of(text: str, lang: str) -> tuple[Claim, ...]:
    return tuple(extract(text, lang))


def whole_translations() -> list[str]:
    """The languages whose texts have as many segments as the source: there the right answer is known."""
    size = len(article("article.en.md"))
    files = sorted((CASE / "translations").glob("*.md"))
    return [file.stem for file in files if len(article(f"translations/{file.name}")) == size]


LANGUAGES = whole_translations()
assert len(LANGUAGES) > 9


def drop(units: list[Unit], at: int, _rng: random.Random) -> None:
    del units[at]


def merge(units: list[Unit], at: int, _rng: random.Random) -> None:
    if at + 1 < len(units) and units[at][0].kind == units[at + 1][0].kind:
        (one, first), (two, second) = units[at : at + 2]
        units[at : at + 2] = [(replace(one, text=f"{one.text} {two.text}"), first | second)]


def split(units: list[Unit], at: int, rng: random.Random) -> None:
    segment, sources = units[at]
    ends = [m.end() for m in re.finditer(r"[.!?。！？।]\s*", segment.text)][:-1]
    if ends:
        cut = rng.choice(ends)
        units[at : at + 1] = [
            (replace(segment, text=text), sources) for text in (segment.text[:cut], segment.text[cut:])
        ]


def swap(units: list[Unit], at: int, _rng: random.Random) -> None:
    if at + 1 < len(units) and units[at][0].kind == units[at + 1][0].kind:
        units[at : at + 2] = [units[at + 1], units[at]]


def add(units: list[Unit], at: int, rng: random.Random) -> None:
    """A paragraph of the same language that shares no name and no number with the source."""
    letters = [c for c in units[at][0].text.lower() if c.isalpha() and not c.isascii()] or list("aeiou")
    words = ("".join(rng.choices(letters, k=4)) for _ in range(rng.randrange(20, 50)))
    units.insert(at, (Segment(0, " ".join(words)), frozenset()))


def disturbed(lang: str, change: Callable[[list[Unit], int, random.Random], None], seed: int) -> list[Unit]:
    rng = random.Random(f"{lang} {change.__name__} {seed}")
    units = [(segment, frozenset({n})) for n, segment in enumerate(article(f"translations/{lang}.md"))]
    change(units, rng.randrange(len(units)), rng)
    return units


def links(beads: Sequence[Bead]) -> Links:
    return {(i, j) for left, right in beads for i in left for j in right}


def aligned(lang: str, units: Sequence[Unit], with_claims: bool) -> Links:
    source, target = article("article.en.md"), [segment for segment, _ in units]
    if not with_claims:
        return links(align_segments(source, target))
    source_claims = [claims_of(s.text, "en") for s in source]
    return links(align_segments(source, target, source_claims, [claims_of(s.text, lang) for s in target]))


def agreement(found: Links, right: Links) -> float:
    return 2 * len(found & right) / (len(found) + len(right))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_whole_translation_is_aligned_one_to_one(lang: str) -> None:
    source, target = article("article.en.md"), article(f"translations/{lang}.md")
    assert align_segments(source, target) == [((n,), (n,)) for n in range(len(source))]


@pytest.mark.parametrize("with_claims", [True, False])
@pytest.mark.parametrize("change", [drop, merge, split, swap, add], ids=lambda change: change.__name__)
def test_one_change_does_not_shift_the_rest(
    change: Callable[[list[Unit], int, random.Random], None], with_claims: bool
) -> None:
    results = []
    for lang in LANGUAGES:
        for seed in range(3):
            units = disturbed(lang, change, seed)
            right = {(i, j) for j, (_, sources) in enumerate(units) for i in sources}
            results.append(agreement(aligned(lang, units, with_claims), right))
    assert min(results) > 0.88  # at most a neighbour or two goes wrong, never the rest of the text
    assert sum(results) / len(results) > 0.99


@given(lang=st.sampled_from(LANGUAGES), at=st.integers(0, 26), seed=st.integers(0, 1000))
@settings(max_examples=40, deadline=None)
def test_what_is_far_from_a_dropped_paragraph_stays(lang: str, at: int, seed: int) -> None:
    units = [(segment, frozenset({n})) for n, segment in enumerate(article(f"translations/{lang}.md"))]
    at %= len(units)
    drop(units, at, random.Random(seed))
    far = {(i, j) for j, (_, sources) in enumerate(units) for i in sources if abs(i - at) > 2}
    assert far <= aligned(lang, units, with_claims=False)


TEXTS = st.lists(st.text("abcdeXYZ 0123", max_size=60), max_size=12)
KINDS = st.sampled_from(["paragraph", "heading", "item"])


@st.composite
def documents(draw: st.DrawFn) -> list[Segment]:
    return [Segment(n, text, draw(KINDS)) for n, text in enumerate(draw(TEXTS))]


@given(documents(), documents())
@settings(deadline=None)
def test_every_segment_is_in_one_bead(source: list[Segment], target: list[Segment]) -> None:
    beads = align_segments(source, target)
    assert [i for left, _ in beads for i in left] == list(range(len(source)))
    assert sorted(j for _, right in beads for j in right) == list(range(len(target)))
    assert all(left or right for left, right in beads)
    assert beads == align_segments(source, target)


@pytest.mark.parametrize(("n", "m"), [(1, 700), (700, 1), (3, 400), (400, 3), (300, 600), (0, 2), (2, 0)])
def test_texts_of_very_unequal_size_come_to_an_end(n: int, m: int) -> None:
    beads = align_segments([Segment(i, "a" * 30) for i in range(n)], [Segment(j, "b" * 30) for j in range(m)])
    assert sum(len(left) for left, _ in beads) == n
    assert sum(len(right) for _, right in beads) == m


def paragraphs(*texts: str) -> list[Segment]:
    return [Segment(n, text) for n, text in enumerate(texts)]


def test_claims_tell_paragraphs_of_the_same_length_apart() -> None:
    """Without claims nothing could say which of ten equal paragraphs is the missing one."""
    source, target = paragraphs(*("x" * 80 for _ in range(10))), paragraphs(*("u" * 80 for _ in range(9)))
    claims = [[Claim(Kind.COUNT, "", (0, 1), Decimal(100 + n))] for n in range(10)]
    beads = align_segments(source, target, claims, [*claims[:4], *claims[5:]])
    assert beads == [((n,), () if n == 4 else (n - (n > 4),)) for n in range(10)]


def test_a_paragraph_cut_short_keeps_its_place() -> None:
    source = [*article("article.en.md")]
    target = [*article("translations/es.md")]
    target[10] = replace(target[10], text=target[10].text[:60])
    assert (10, 10) in links(align_segments(source, target))


def test_a_moved_paragraph_is_found_by_its_names() -> None:
    source, target = article("article.en.md"), [*article("translations/id.md")]
    target.insert(25, target.pop(13))
    found = links(align_segments(source, target))
    assert (13, 25) in found
    assert {(n, n) for n in range(13)} <= found


def test_headings_do_not_join_paragraphs() -> None:
    source = [Segment(0, "Signals", "heading"), Segment(1, "a" * 90), Segment(2, "b" * 90)]
    target = [Segment(0, "c" * 90), Segment(1, "Zeichen", "heading"), Segment(2, "d" * 90)]
    assert (0, 0) not in links(align_segments(source, target))


def test_anchors_are_what_both_texts_have() -> None:
    source = paragraphs("Altman left OpenAI in 2023.", "Nothing here.")
    target = paragraphs("Altmanin lähtö: OpenAI, ٢٠٢٣.", "Ei mitään.")
    anchors = Anchors(source, target, (), ())
    assert {"altma", "opena", "=2023"} <= set(anchors.left[0]) & set(anchors.right[0])
    assert anchors.left[1] == {}
    assert anchors.pins() == [(0, 0)]


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), unique_by=(lambda p: p[0], lambda p: p[1])))
@settings(deadline=None)
def test_pins_ascend_on_both_sides(places: list[tuple[int, int]]) -> None:
    words = {i: f"Name{chr(97 + i) * 4}" for i in range(10)}
    source, target = [""] * 10, [""] * 10
    for i, j in places:
        source[i] = target[j] = words[i][::-1].title()
    pins = Anchors(paragraphs(*source), paragraphs(*target), (), ()).pins()
    assert all(a < c and b < d for (a, b), (c, d) in pairwise(pins))


@pytest.mark.slow
def test_ten_thousand_segments_take_seconds() -> None:
    rng = random.Random(1)
    source = paragraphs(*("x" * rng.randrange(10, 300) + f" {n * 7919 % 100_003}" for n in range(10_000)))
    target = [s for s in source if not 4000 <= s.index < 4030]
    start = time.process_time()
    found = links(align_segments(source, target))
    assert time.process_time() - start < 30
    right = {(s.index, j) for j, s in enumerate(target)}
    assert agreement(found, right) > 0.999
