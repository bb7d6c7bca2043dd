"""Number words in the sounding script of a language that mostly writes them with signs: さんぜんにひゃく.

They are short and look like particles and pieces of other words, so a whole run of letters must be made of them.
"""

from __future__ import annotations

import re
from functools import lru_cache

from ..languages import Language
from ..wording.folding import Folded
from .atom import Atom

_LONGEST = 60


def sounded(folded: Folded, language: Language) -> list[Atom]:
    found: list[Atom] = []
    for match in _runs(language).finditer(folded.low):
        if match.end() - match.start() > _LONGEST or not (ends := _parted(match.group(), language)):
            continue
        alone = folded.low[max(0, match.start() - 1) : match.start()] + folded.low[match.end() : match.end() + 1]
        if len(ends) == 1 and (alone.strip(" \u3001\u3002") or len(match.group()) == len(alone) == 1):
            continue  # さん behind a name in brackets is no 3
        start = 0
        for end in ends:
            value = language.sounds[match.group()[start:end]]
            power = value >= 10 and value == 10 ** value.adjusted()
            role = "scale" if power and value >= 10000 else "both" if power else "card"
            found.append(Atom(match.start() + start, match.start() + end, role, value, spelled=True))
            start = end
    return found


@lru_cache(maxsize=64)
def _runs(language: Language) -> re.Pattern[str]:
    """Runs of the letters of these words, with no other letter beside them."""
    letters = re.escape("".join(sorted({letter for form in language.sounds for letter in form})))
    return re.compile(rf"(?<![^\W\d_])[{letters}]+(?![^\W\d_])")


@lru_cache(maxsize=2000)
def _parted(run: str, language: Language) -> tuple[int, ...]:
    """Where the number words end that a run is made of, longest first; () where it is made of others."""
    rest: dict[int, tuple[int, ...]] = {len(run): ()}
    longest = max(map(len, language.sounds))
    for start in range(len(run) - 1, -1, -1):
        for end in range(min(len(run), start + longest), start, -1):
            if end in rest and run[start:end] in language.sounds:
                rest[start] = (end, *rest[end])
                break
    return rest.get(0, ())
