"""What stands directly beside a number: signs, units, hedges, and the words that turn it into something else."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ..languages import Language, Mark, Marks
from ..wording.folding import NBSP, Folded

BLANKS = f" {NBSP}"
_OTHER_SCRIPT = re.compile(r"[\u0370-\u1fff]{3}")
_CASE = re.compile(r"(?:[':][^\W\d_]{1,7}|-[^\W\d_]{1,3})(?![\w])")


_WHOLE = frozenset({"hedge", "currency", "percent"})
"""What is no ending of a word where words have blanks and endings: 계약 3건, 이유로 5%."""


Hit = tuple[int, Marks] | None
"""The far end of what stands beside a place, and what it means."""


@dataclass(slots=True)
class Context:
    """The folded text, the language it is read in, and how far claims have been read: nothing is read twice."""

    folded: Folded
    language: Language
    low: str = field(init=False)
    taken: int = 0
    starts: frozenset[int] = frozenset()
    """Where numerals start."""
    found_after: dict[int, Hit] = field(default_factory=dict)
    found_before: dict[int, Hit] = field(default_factory=dict)
    """What stands beside a place is asked for several times."""
    _other_script: bool | None = None

    def __post_init__(self) -> None:
        self.low = self.folded.low

    @property
    def other_script(self) -> bool:
        """Whether the text puts blanks between words of another script than Latin."""
        if self._other_script is None:
            self._other_script = self.language.spaced and bool(_OTHER_SCRIPT.search(self.folded.text))
        return self._other_script

    def leads_on(self, end: int) -> bool:
        """Whether another number follows right after, with at most a currency sign between."""
        return (any(end + i in self.starts for i in range(6)) and not self.language.spaced) or any(
            place in self.starts for place in range(end + 1, end + 6)
        )

    def after(self, pos: int) -> Hit:
        """-> (end, marks) of what stands after pos, with at most a blank, a hyphen or a linking word between."""
        if pos not in self.found_after:
            self.found_after[pos] = self._find_after(pos)
        return self.found_after[pos]

    def _find_after(self, pos: int) -> Hit:
        low, text = self.folded.low, self.folded.text
        hit = self.language.after.at(low, text, pos)
        if hit:
            return hit
        if low[pos : pos + 1] in ("'", ":", "-") and (case := _CASE.match(low, pos)):
            hit = self._beyond(case.end())
            if hit:
                return hit
        return self._beyond(pos)

    def _beyond(self, pos: int) -> Hit:
        low, text = self.folded.low, self.folded.text
        if low[pos : pos + 1] not in (" ", NBSP, "-", "–"):
            return None
        hit = self.language.after.at(low, text, pos + 1)
        if hit is None and self.language.inflected:
            hit = self.language.inflected.at(low, text, pos + 1)
        if (
            hit
            and low[pos] in "-–"
            and not any(m.role in ("unit", "multiple", "ordinal", "decade", "currency") for m in hit[1])
        ):
            return None
        if hit:
            return hit
        return self._linked(pos + 1)

    def _linked(self, pos: int) -> Hit:
        """Past "de" of "millones de dólares": only units and currencies count there."""
        for linker in self.language.linkers:
            if self.low.startswith(linker, pos):
                start = pos + len(linker)
                if not linker.endswith("'"):
                    if self.low[start : start + 1] not in BLANKS or start >= len(self.low):
                        continue
                    start += 1
                hit = self.language.after.at(self.low, self.folded.text, start)
                if hit and (marks := tuple(m for m in hit[1] if m.role in ("unit", "currency"))):
                    return hit[0], marks
        return None

    def before(self, pos: int) -> Hit:
        """-> (start, marks) of what stands before pos, with at most a blank between."""
        if pos not in self.found_before:
            self.found_before[pos] = self._find_before(pos)
        hit = self.found_before[pos]
        return hit if hit and hit[0] >= self.taken else None

    def _find_before(self, pos: int) -> Hit:
        if pos and self.low[pos - 1] in BLANKS:
            pos -= 1
        hit = self.language.before.ending(self.low, self.folded.text, pos)
        if hit and self.language.runs and hit[0] and self.low[hit[0] - 1 : hit[0] + 1].isalpha():
            hit = None if any(m.role in _WHOLE for m in hit[1]) else hit
        if hit is None and self.language.clitics:
            hit = self._behind_clitic(pos)
        return hit

    def _behind_clitic(self, pos: int) -> Hit:
        """A form written together with a word before it ("and about 250")."""
        start = self.low.rfind(" ", 0, pos) + 1
        for length in self.language.clitic_lengths:
            if self.low[start : start + length] in self.language.clitics and (
                marks := self.language.before.forms.get(self.low[start + length : pos])
            ):
                return start, marks
        return None

    def gap(self, start: int, end: int) -> str:
        """The text between two places, in lower case, without blanks at its ends."""
        return self.low[start:end].strip(BLANKS)

    def case_ending(self, pos: int) -> int:
        """The end of a case ending put to digits or signs at pos ("2022'de", "250:n", "11-ти"), or pos."""
        match = _CASE.match(self.low, pos) if self.low[pos : pos + 1] in ("'", ":", "-") else None
        return match.end() if match else pos


def mark(marks: Marks, role: str) -> Mark | None:
    """The mark of a role among several, or None."""
    for one in marks:  # a loop, since it is asked most often of all
        if one.role == role:
            return one
    return None
