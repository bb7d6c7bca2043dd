"""Names as candidates: words that may be names in one text, and how alike two spellings are."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from rapidfuzz import fuzz

from ..model import Segment, Span

_LATIN = re.compile(r"(?<![\w.])[A-Z][a-zA-Z]{3,}(?![\w])")
_OPENING = ".!?:\"“”'‘’»«("
"""Signs after which a sentence, and so a capital letter, begins."""
_KATAKANA = r"[\u30a1-\u30faー]{2,}"
_WORD = re.compile(
    rf"{_KATAKANA}|[\uac00-\ud7a3]{{2,}}|[\u0900-\u0963\u0970-\u097f]{{3,}}|[^\W\d_]+(?:['’-][^\W\d_]+)*"
)


def latin_names(segments: Iterable[Segment]) -> list[str]:
    """Capitalised words of four letters and more that stand inside sentences, most frequent first."""
    found: Counter[str] = Counter()
    for segment in segments:
        if segment.kind == "heading":
            continue
        for match in _LATIN.finditer(segment.text):
            before = segment.text[: match.start()].rstrip()
            if before and before[-1] not in _OPENING:
                found[match.group()] += 1
    return [name for name, _ in found.most_common()]


def candidates(text: str, explained: Sequence[str]) -> Iterator[tuple[str, Span]]:
    """Words of a text that may be names (capitalised, or of a script without capitals) and that no accepted form
    explains."""
    known = " ".join(explained).casefold()
    for match in _WORD.finditer(text):
        word = match.group()
        cased = word[0].lower() != word[0].upper()
        if (len(word) < 3 and cased) or (cased and not word[0].isupper()):
            continue
        if _stem(word) not in known:
            yield word, match.span()


def _stem(word: str) -> str:
    low = word.casefold()
    return low[: max(3, len(low) - 2)] if len(low) > 4 else low


def similarity(word: str, form: str) -> float:
    """Indel similarity in percent of two spellings; case endings and particles after the form don't count."""
    one, other = _letters(word), _letters(form)
    if not one or not other or one[0] != other[0]:
        return 0.0
    return max(fuzz.ratio(one, other), fuzz.ratio(one[: len(other)], other) if len(one) <= len(other) + 6 else 0.0)


def _letters(word: str) -> str:
    """Lower case without accents; Hangul syllables as their letters, so that one wrong sound is one wrong letter."""
    return "".join(c for c in unicodedata.normalize("NFD", word.casefold()) if not 0x300 <= ord(c) < 0x370)


def present(form: str, low: str) -> bool:
    """Whether a form stands in a text (case folded); of a name of several words, half of them in any order."""
    form = form.casefold()
    words = [word for word in form.split() if len(word) > 2]
    return form in low or (len(words) > 2 and sum(word in low for word in words) * 2 > len(words))
