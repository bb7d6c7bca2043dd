"""The arithmetic of numerals written sign by sign: 三百零五, 二〇二四, 两千三, 三四百."""

from __future__ import annotations

from decimal import Decimal

from .atom import Atom
from .sums import Sum, last_place

NONE = Decimal(0)


class SignSum(Sum):
    """A sum in a language without blanks.

    short_tail: whether a sign right behind a scale counts its tenths (两千三 is 2300). pairs: whether two signs in a
    row, one more than the other, are the ends of a range (三四百 is 300 to 400).
    """

    def __init__(self, short_tail: bool, pairs: bool) -> None:
        super().__init__()
        self.short_tail = short_tail
        self.pairs = pairs
        self.digits = 0  # signs at the end that are one decimal digit each
        self.behind = NONE  # the scale that was taken in last, while nothing stands behind it
        self.tail = NONE  # what the last sign counts by, where it is no unit
        self.spread = NONE  # how far the upper end of a range lies above the lower one

    @property
    def value(self) -> Decimal:
        return super().value + (self.terms[-1][0] * (self.tail - 1) if self.tail else NONE)

    @property
    def upper(self) -> Decimal | None:
        return self.value + self.spread * (self.tail or 1) if self.spread else None

    def point(self, digits: str) -> None:
        super().point(digits)
        self.digits, self.behind, self.tail, self.spread = 0, NONE, NONE, NONE

    def _push_card(self, value: Decimal, atom: Atom) -> bool:
        behind, self.behind = self.behind, NONE
        if len(self.terms) == 1 and not self.terms[0][0] and value >= 10:
            self.terms = []
        sign = value < 10 and (atom.spelled or atom.end - atom.start == 1)
        if self.terms and atom.spelled:
            last, floor = self.terms[-1]
            if value == 0 and floor > 1:
                return True  # 三百零五: the zero keeps a place
            if floor == 1 and value < 20 and (sign or last < 10):
                return self._beside(value, last)
            if self.pairs and self.digits == 1 and value >= 10 and value == (last + 1) * (place := last_place(value)):
                self.terms[-1], self.spread, self.digits = (last * place, place), place, 0  # 三四十
                self.tail = NONE
                return True
        if self.terms and value >= self.terms[-1][1]:
            return False
        self.terms.append((value, Decimal(1) if sign else last_place(value)))
        self.scaled = self.scaled or (atom.spelled and value >= 1000)
        self.spelled = self.spelled or atom.spelled
        self.step, self.digits, self.spread = atom.step, int(sign), NONE
        self.tail = behind / 10 if sign and value and self.short_tail and behind >= 100 else NONE
        self.behind = last_place(value) if atom.spelled else NONE
        return True

    def _beside(self, value: Decimal, last: Decimal) -> bool:
        """A sign right beside another one, or a teen behind one: 二〇二四, 三四, 一十二."""
        if value >= 10:
            self.terms[-1], self.digits, self.tail = (last * 10 + value - 10, Decimal(1)), 0, NONE
            return True
        if self.pairs and not self.spread and self.digits < 2 and last % 10 and value == last % 10 + 1:
            self.spread, self.digits = Decimal(1), self.digits and 2
            return True
        if not self.digits or (self.spread and self.digits > 2):
            return False
        if self.spread:  # a third sign: 二三四 is no range
            last, self.spread = last * 10 + last + 1, NONE
        self.terms[-1], self.tail = (last * 10 + value, Decimal(1)), NONE
        self.digits += 1
        return True

    def _push_scale(self, scale: Decimal, atom: Atom) -> bool:
        self.tail = NONE
        if not super()._push_scale(scale, atom):
            return False
        self.digits, self.behind, self.spread = 0, scale, self.spread * scale
        return True

    _push_both = _push_scale
