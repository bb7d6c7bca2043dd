"""The names that a text states, as claims: those of a ledger in any form, and those that capitals show.

Without a ledger, names of scripts without capitals are not known, nor of languages that write all nouns with capitals,
but for those that the source has as well. Small words inside a name part it: "Rio", "Janeiro".
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from ..languages import Language, load
from ..model import Article, Claim, Kind, Ledger, Segment, Span
from .listed import Listed
from .mentions import Mention, mentions
from .spelling import is_place

_ENDING = 3
"""Letters that may follow a name where the language has endings: Anthropicin; Intelligence is no Intel."""
_UNSPACED = "\u0e00-\u0eff\u2e80-\ud7ff\uf900-\ufaff"
"""Scripts whose words stand side by side."""
_SURE = 0.8
_POSSESSIVE = 2


def read_names(
    article: Article, claims: Iterable[Claim], ledger: Ledger | None = None, known: Iterable[str] = ()
) -> tuple[Claim, ...]:
    """The names of a text, in order. claims: what else it states, whose words ("August 2024") are no names; known:
    further names, as the source of a translation has them.

    A name that the ledger lists has its `name`, also where it is misspelt. Spans are offsets in the segment's text.
    Raises LanguageError."""
    listed = Listed(ledger or Ledger(), load(article.lang))
    segments = [segment for segment in article.segments if segment.kind != "code"]
    stated = _places(claims)
    shown = [name for name in _shown(segments, listed.language) if stated.isdisjoint(_places([name]))]
    found, taken = [], set[tuple[int, int]]()
    for name in (*_listed(segments, listed, known), *_slips(segments, listed), *shown):
        if taken.isdisjoint(places := _places([name])):
            found.append(name)
            taken |= places
    return tuple(sorted(found, key=lambda name: (name.segment, name.span)))


def _places(claims: Iterable[Claim]) -> set[tuple[int, int]]:
    return {(claim.segment, place) for claim in claims for place in range(*claim.span)}


def _listed(segments: Iterable[Segment], listed: Listed, known: Iterable[str]) -> Iterator[Claim]:
    forms = dict.fromkeys(known, "") | _surnames(listed.ledger)
    forms |= {form: name for name, several in listed.forms.items() for form in several}
    forms = {form[0].upper() + form[1:]: name for form, name in forms.items()} | forms
    if forms:
        ending = "" if listed.language.inflection == "none" else rf"(?:[^\W\d_]{{0,{_ENDING}}}|['’:][^\W\d_]+)"
        behind = re.compile(rf"{ending}(?![^\W\d_{_UNSPACED}])")
        starts = re.compile(rf"(?<![^\W{_UNSPACED}])[{''.join(map(re.escape, sorted({form[0] for form in forms})))}]")
        lengths = _lengths(forms)
        for segment in segments:
            for span in _mentioned(segment.text, forms, lengths, starts, behind):
                yield _claim(segment, span, forms[segment.text[slice(*span)]])


def _lengths(forms: Iterable[str]) -> dict[str, list[int]]:
    """Of the forms that begin with a letter, longest first."""
    found: dict[str, set[int]] = {}
    for form in forms:
        found.setdefault(form[0], set()).add(len(form))
    return {first: sorted(lengths, reverse=True) for first, lengths in found.items()}


def _mentioned(
    text: str, forms: Container[str], lengths: Mapping[str, list[int]], starts: re.Pattern[str], behind: re.Pattern[str]
) -> Iterator[Span]:
    """Where the longest forms stand, one behind the other; looked up, since a pattern would try form by form."""
    free = 0
    for start in starts.finditer(text):
        at = start.start()
        for length in lengths[start[0]] if at >= free else ():
            end = at + length
            if text[at:end] in forms and (rest := behind.match(text, end)):
                free = rest.end()
                yield at, end
                break


def _surnames(ledger: Ledger) -> dict[str, str]:
    """The words that stand for people of several words: Tan for Tan Yinliang."""
    people = (name.name for name in ledger.names if name.kind == "person")
    return {word: name for name in people for word in name.split()}


def _slips(segments: Sequence[Segment], listed: Listed) -> Iterator[Claim]:
    for slip in listed.slips(segments) if listed.forms else ():
        if slip.sure >= _SURE and not slip.doubtful:
            yield _claim(slip.mention.segment, slip.mention.span, slip.name)


def _shown(segments: Iterable[Segment], language: Language) -> Iterator[Claim]:
    """Rows of words with capitals, where more than the start of a sentence or a heading asks for them."""
    if language.nouns_capital:
        return
    rows = [row for several in _rows(segments) if (row := _trimmed(several, language))]
    small = {word for segment in segments for word in segment.text.split() if word.islower()}
    sure = {m.word for row in rows if _tells(row, language) for m in row if m.word.lower() not in small}
    for row in rows:
        if all(mention.word in sure for mention in row):
            yield _claim(row[0].segment, (row[0].span[0], row[-1].span[1]))


def _rows(segments: Iterable[Segment]) -> Iterator[list[Mention]]:
    """Words with capitals that stand side by side, with blanks between."""
    for _, several in groupby(mentions(segments), key=lambda mention: mention.segment.index):
        row: list[Mention] = []
        for mention in (_owner(m) for m in several if m.word[0].isupper()):
            if row and mention.segment.text[row[-1].span[1] : mention.span[0]] != " ":
                yield row
                row = []
            row.append(mention)
        if row:
            yield row


def _owner(mention: Mention) -> Mention:
    """Without the ending behind an apostrophe: Google's."""
    head, apostrophe, ending = mention.word.replace("’", "'").partition("'")
    return mention.cut(head) if apostrophe and len(ending) <= _POSSESSIVE else mention


def _trimmed(row: list[Mention], language: Language) -> list[Mention]:
    """Without titles, weekdays and small words at its ends."""
    plain = [mention.word.lower() in language.not_names for mention in row]
    start = next((i for i, one in enumerate(plain) if not one), len(row))
    end = next((i for i in range(len(row), 0, -1) if not plain[i - 1]), 0)
    return row[start:end]


def _tells(row: Sequence[Mention], language: Language) -> bool:
    if row[0].segment.kind == "heading":
        return False
    if len(row) > 1 or is_place(row[0].word, language):
        return True
    return not row[0].opening


def _claim(segment: Segment, span: Span, name: str = "") -> Claim:
    return Claim(Kind.NAME, segment.text[slice(*span)], span, segment=segment.index, name=name)
