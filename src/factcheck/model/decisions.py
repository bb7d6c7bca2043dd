"""What a person decided about a finding."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class State(StrEnum):
    """accepted: the finding may stand, and fails no gate; to-fix: the text is wrong, and somebody will change it."""

    ACCEPTED = "accepted"
    TO_FIX = "to-fix"


@dataclass(frozen=True, slots=True)
class Decision:
    """A decision about the finding with a fingerprint, and about no other: it lapses when the texts there change.

    date: ISO 8601, in UTC; reason: never "" where the finding is accepted. check, lang, source and target say what it
    was about, for a person who reads it: the check, the language of the translation, the words in the two texts.
    """

    fingerprint: str
    state: State
    author: str
    date: str
    reason: str = ""
    check: str = ""
    lang: str = ""
    source: str = ""
    target: str = ""
