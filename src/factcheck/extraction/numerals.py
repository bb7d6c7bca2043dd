"""Atoms that stand together become one number: "two hundred and five", "2.5億", "3 lakh crore", "half a million"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from ..folding import NBSP, Folded
from ..languages import Language
from .atoms import Atom

BLANKS = f" {NBSP}"


@dataclass(slots=True)
class Numeral:
    """A number, or another sign of a claim, at a place of the folded text.

    role: "number", "ordinal", "fraction", "multiple", "month", "weekday", "noon", "midnight", "identifier",
    "clock", "date", "skip".
    value, upper, step, others: as in model.Claim. scaled: a scale word is part of it; factor: that scale.
    """

    start: int
    end: int
    role: str
    value: Decimal | None
    step: Decimal = Decimal(1)
    others: tuple[Decimal, ...] = ()
    spelled: bool = False
    scaled: bool = False
    factor: Decimal = Decimal(1)
    upper: Decimal | None = None
    hedge: str = ""
    unit: str = ""


_ALONE = frozenset(
    {
        "amount",
        "decade",
        "identifier",
        "clock",
        "date",
        "month",
        "month-short",
        "weekday",
        "noon",
        "midnight",
        "skip",
        "multiple",
    }
)


class _Sum:
    """The terms of one number: (value, floor) pairs, where what is added must be smaller than the floor."""

    def __init__(self, positional: bool) -> None:
        self.terms: list[tuple[Decimal, Decimal]] = []
        self.step = Decimal(1)
        self.role = "number"
        self.scaled = False
        self.factor = Decimal(1)
        self.positional = positional

    def copy(self) -> _Sum:
        other = _Sum(self.positional)
        other.terms, other.step, other.role = list(self.terms), self.step, self.role
        other.scaled, other.factor = self.scaled, self.factor
        return other

    @property
    def value(self) -> Decimal:
        return sum((value for value, _ in self.terms), Decimal(0))

    def push(self, atom: Atom) -> bool:
        """Takes the atom in; False where it can't belong to this number."""
        assert atom.value is not None
        if self.role != "number" and not (self.role == "fraction" and atom.role in ("scale", "both")):
            return False
        role = "card" if atom.role == "digits" else atom.role
        return bool(getattr(self, f"_push_{role}")(atom.value, atom))

    def _push_card(self, value: Decimal, atom: Atom) -> bool:
        if self.terms:
            last, floor = self.terms[-1]
            if self.positional and atom.spelled and value < 10 and floor == 1 and value == int(value):
                self.terms[-1] = (last * 10 + value, Decimal(1))
                return True
            if atom.spelled and len(self.terms) == 1 and not self.scaled and 10 < last < 21 and 10 <= value < 100:
                self.terms[-1] = (last * 100 + value, Decimal(1))
                return True
            if value >= floor:
                return False
        self.terms.append((value, _floor(value)))
        self.step = atom.step
        return True

    def _push_scale(self, scale: Decimal, atom: Atom) -> bool:
        taken = Decimal(0)
        rest = list(self.terms)
        while rest and rest[-1][0] < scale:
            taken += rest.pop()[0]
        if not taken:
            return atom.role == "both" and self._push_card(scale, atom)
        if rest and taken * scale >= rest[-1][1]:
            return False
        self.terms = [*rest, (taken * scale, scale)]
        self.step, self.role, self.scaled = self.step * scale, "number", self.scaled or scale >= 1000
        self.factor = self.factor * scale if not rest else scale
        return True

    _push_both = _push_scale

    def _push_fraction(self, value: Decimal, atom: Atom) -> bool:
        if not self.terms:
            self.terms, self.step, self.role = [(value, Decimal(0))], value, "fraction"
            return True
        last, _ = self.terms[-1]
        if not atom.spelled and last == int(last):
            return self._push_plus(value, atom)
        if len(self.terms) > 1 or self.scaled or last != int(last) or not 0 < last * value < 1:
            return False
        bottom = round(1 / value)  # two thirds is 2/3, not twice a rounded third
        exact = last / bottom if abs(1 / value - bottom) < Decimal("1e-9") else last * value
        self.terms, self.role = [(exact, Decimal(0))], "fraction"
        return True

    def _push_plus(self, value: Decimal, _: Atom) -> bool:
        if not self.terms:
            return False
        last, floor = self.terms[-1]
        unit = floor if self.scaled and floor >= 1000 else Decimal(1)
        self.terms[-1] = (last + value * unit, floor)
        self.step = value * unit
        return True

    def _push_ordinal(self, value: Decimal, _: Atom) -> bool:
        if self.terms and value >= self.terms[-1][1]:
            return False
        self.terms.append((value, Decimal(1)))
        self.role = "ordinal"
        return True


def _floor(value: Decimal) -> Decimal:
    if value != int(value) or value == 0:
        return Decimal(0)
    return Decimal(10) ** (len(str(int(value))) - len(str(int(value)).rstrip("0")))


def compose(found: Sequence[Atom], folded: Folded, language: Language) -> list[Numeral]:
    """Atoms in order -> numerals in order."""
    numerals: list[Numeral] = []
    i = 0
    while i < len(found):
        atom = found[i]
        if (
            atom.role in _ALONE
            or atom.role == "plus"
            or (atom.role == "scale" and not _article(folded, language, atom))
        ):
            if atom.role != "scale":
                numerals.append(
                    Numeral(atom.start, atom.end, atom.role, atom.value, spelled=atom.spelled, unit=atom.unit)
                )
            i += 1
            continue
        numeral, i = _number(found, i, folded, language)
        if numeral is not None:
            numerals.append(numeral)
    return numerals


def _article(folded: Folded, language: Language, atom: Atom) -> bool:
    """Whether an article that counts as one stands before: "a million"."""
    before = folded.low[max(0, atom.start - 12) : atom.start].rstrip(BLANKS)
    return any(before.endswith(a) and not before[: -len(a)][-1:].isalpha() for a in language.articles)


def _number(found: Sequence[Atom], i: int, folded: Folded, language: Language) -> tuple[Numeral | None, int]:
    first, total = found[i], _Sum(not language.spaced)
    if first.role == "scale":
        total._push_card(Decimal(1), first)
    saved: tuple[_Sum, int, int] | None = None
    hedge = ""
    end, at = first.end, i
    while at < len(found) and found[at].role not in _ALONE:
        atom = found[at]
        if at > i:
            joint = _joint(found[at - 1], atom, found[at + 1 : at + 2], folded, language)
            if joint is None and (hedge := _inner_hedge(found[at - 1], atom, folded, language)):
                joint = ""
            if joint is None:
                break
            if joint:
                saved = (total.copy(), at, end)
        if not total.push(atom):
            if saved and atom.role in ("scale", "both"):
                total, at, end = saved
            break
        end, at = atom.end, at + 1
    if at == i or not total.terms:
        return None, i + 1
    while at < len(found) and found[at].start < end:  # a word that is only in part a number is none
        return None, at + 1
    start = first.start
    one = len(total.terms) == 1 and at == i + 1
    return Numeral(
        start,
        end,
        total.role,
        total.value,
        abs(total.step),
        first.others if one else (),
        first.spelled,
        total.scaled,
        total.factor,
        hedge=hedge,
    ), at


def _inner_hedge(left: Atom, right: Atom, folded: Folded, language: Language) -> str:
    """The hedge between a number and its scale, where the language puts it there: 30多亿."""
    if right.role not in ("scale", "both") or language.spaced:
        return ""
    hit = language.after.at(folded.low, folded.text, left.end)
    if hit is None or hit[0] != right.start:
        return ""
    return next((mark.name for mark in hit[1] if mark.role == "hedge"), "")


def _joint(left: Atom, right: Atom, following: Sequence[Atom], folded: Folded, language: Language) -> str | None:
    """What joins two atoms into one number: "" or a joiner word; None where they stay apart."""
    if right.start <= left.start or right.start == left.end:
        apart = left.role == "digits" and right.role in ("digits", "card", "ordinal")
        return None if apart and right.start > left.start else ""
    gap = folded.low[left.end : right.start]
    if len(gap) > 8:
        return None
    word = gap.strip(BLANKS)
    letter = right.end - right.start == 1 and folded.low[right.start].isascii()
    if right.role == "scale" and letter and not _money(left, right, folded, language):
        return None  # "12 m" is a length; "£12 m" and "20m" are millions
    if right.role == "digits":
        grows = bool(following) and following[0].role in ("scale", "both") and following[0].start - right.end < 2
        return (
            ""
            if not word
            and left.role in ("scale", "both")
            and (grows or (right.value is not None and right.value >= 100))
            else None
        )
    if right.role in ("card", "ordinal") and not left.spelled:
        return None
    if not word:  # Korean puts no blank between number words: 한 경찰관 is a policeman, no 10^16
        return None if gap and left.spelled and not language.spaced and right.role in ("scale", "both") else ""
    if word == "-" and ((left.spelled and right.spelled) or right.role == "scale"):
        return ""
    if word in language.joiners and right.role != "fraction":
        return word
    if word in language.articles and left.role == "fraction":
        return ""
    if word in language.linkers and right.role in ("scale", "both"):
        return ""
    return None


def _money(left: Atom, right: Atom, folded: Folded, language: Language) -> bool:
    """Whether a currency sign stands before the number or right behind its scale: "£12 m", "2,5 M€"."""
    place = left.start - (folded.low[left.start - 1 : left.start] in (" ", NBSP))
    hits = (
        language.before.ending(folded.low, folded.text, place),
        language.after.at(folded.low, folded.text, right.end),
        language.after.at(folded.low, folded.text, right.end + 1),
    )
    return any(mark.role == "currency" for hit in hits if hit for mark in hit[1])
