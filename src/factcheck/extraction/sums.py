"""The arithmetic of number words: two hundred and five, 3 lakh crore, 二百五十万."""

from __future__ import annotations

from copy import copy
from decimal import Decimal

from ..comparison.notation import denominator, quotient
from .atom import Atom


class Sum:
    """The terms of one number: (value, floor) pairs, where what is added must be smaller than the floor."""

    def __init__(self, units_first: str = "") -> None:
        self.terms: list[tuple[Decimal, Decimal]] = []
        self.step = Decimal(1)
        self.role = "number"
        self.scaled = False
        self.spelled = False
        self.factor = Decimal(1)
        self.units_first = units_first
        self.part = Decimal(0)
        self.closed = False
        self.joined = False  # whether "and" stands before what is pushed next

    def copy(self) -> Sum:
        other = copy(self)
        other.terms = list(self.terms)
        return other

    @property
    def value(self) -> Decimal:
        total = _ZERO
        for value, _ in self.terms:  # mostly one: a generator would cost more than the sum
            total += value
        return total

    @property
    def upper(self) -> Decimal | None:
        """The upper end of a range that is one numeral."""
        return None

    def push(self, atom: Atom) -> bool:
        """Takes the atom in; False where it can't belong to this number."""
        assert atom.value is not None
        if self.closed:  # nothing counts dozens
            return False
        if self.units_first and self._push_tens(atom):
            return True
        if self.role == "ordinal" and atom.role in ("ordinal", "part"):
            return self._push_rank(atom.value)
        if self.role != "number" and not (self.role == "fraction" and atom.role in ("scale", "both")):
            return False
        role = "card" if atom.role == "digits" else atom.role
        return bool(getattr(self, f"_push_{role}")(atom.value, atom))

    def point(self, digits: str) -> None:
        """Takes in what is said behind the decimal word."""
        last, _ = self.terms[-1]
        self.terms[-1] = (last + Decimal(f"0.{digits}"), Decimal(0))
        self.step = Decimal(1).scaleb(-len(digits))

    def _push_tens(self, atom: Atom) -> bool:
        """Three and twenty is 23, third and twenty is 23rd."""
        value = atom.value or Decimal(0)
        if not self.terms or not atom.spelled or value % 10 or not 20 <= value < 100:
            return False
        last, floor = self.terms[-1]
        if floor != 1 or last >= 10 or (len(self.terms) > 1 and self.terms[-2][1] <= value):
            return False
        self.terms[-1] = (last + value, Decimal(1))
        self.role = "ordinal" if atom.role == "ordinal" else self.role
        return True

    def _push_card(self, value: Decimal, atom: Atom) -> bool:
        if self.terms:
            last, floor = self.terms[-1]
            pairs = atom.spelled and not (self.joined or self.units_first or self.scaled)  # nineteen forty
            if pairs and len(self.terms) == 1 and 10 < last < 21 and 10 <= value < 100:
                self.terms[-1] = (last * 100 + value, Decimal(1))
                return True
            if value >= floor or value == 0:
                return False
        self.spelled = self.spelled or atom.spelled
        self.terms.append((value, last_place(value)))
        self.step = atom.step
        self.scaled = self.scaled or (atom.spelled and value >= 1000)
        return True

    def _push_scale(self, scale: Decimal, atom: Atom) -> bool:
        if self.part and scale <= self.terms[-1][1]:
            return self._scale_part(scale)
        taken = Decimal(0)
        rest = list(self.terms)
        dozen = bool(scale.normalize().as_tuple().digits != (1,))
        if dozen and not self.spelled and self.value in _YEARS:
            return False  # in 2020 dozens were hurt
        while rest and (dozen or rest[-1][0] < scale):
            taken += rest.pop()[0]
        if not taken and len(rest) == 1 and not (self.scaled or self.spelled or 1900 <= rest[0][0] < 10000):
            taken = rest.pop()[0]  # 322 hundred, 1,500 thousand, 12,000 M, but 2020 is a year
        if not taken:
            return atom.role == "both" and self._push_card(next(iter(atom.others), scale), atom)
        if rest and taken * scale >= rest[-1][1]:
            return False
        self.terms = [*rest, (taken * scale, scale)]
        self.step, self.role, self.scaled = self.step * scale, "number", self.scaled or scale >= 1000
        self.factor = self.factor * scale if not rest else scale
        self.closed = dozen
        return True

    _push_both = _push_scale

    def _scale_part(self, scale: Decimal) -> bool:
        """A billion and half a million; a million and half "the million" says its scale twice."""
        last, floor = self.terms[-1]
        self.terms[-1] = (last + self.part * (scale - floor), floor)
        self.step, self.part = self.part * scale, Decimal(0)
        return True

    def _push_fraction(self, value: Decimal, atom: Atom) -> bool:
        if not self.terms:
            self.terms, self.step, self.role = [(value, Decimal(0))], value, "fraction"
            return True
        last, _ = self.terms[-1]
        if not atom.spelled and last == int(last):
            return self._push_plus(value, atom)
        if len(self.terms) > 1 or self.scaled or last != int(last) or not 0 < last * value < 1:
            return False
        bottom = denominator(value)  # two thirds is 2/3, not twice a rounded third
        exact = quotient(last, bottom) if bottom is not None else last * value
        self.terms, self.role = [(exact, Decimal(0))], "fraction"
        return True

    def _push_plus(self, value: Decimal, _: Atom) -> bool:
        if not self.terms:
            return False
        floor = self.terms[-1][1]
        unit = floor if self.scaled and floor >= 1000 else Decimal(1)
        self.part = value if unit > 1 else Decimal(0)
        self.terms = [(quotient(self.value + value * unit, Decimal(1)), floor)]
        self.step = value * unit
        return True

    def _push_ordinal(self, value: Decimal, atom: Atom) -> bool:
        if self.terms and (self.units_first == "only" or (self.scaled and not self.spelled and value < 100)):
            return False  # Arabic "the first twenty"; $280 million first mortgage notes
        if self.terms and value >= self.terms[-1][1]:
            if value < 100 or not self._push_scale(value, atom):  # five hundredth
                return False
            self.role = "ordinal"
            return True
        self.terms.append((value, Decimal(1)))
        self.role = "ordinal"
        return True

    def _push_denominator(self, _: Decimal, __: Atom) -> bool:
        return False  # see fractions

    def _push_part(self, value: Decimal, atom: Atom) -> bool:
        """An ordinal that is a fraction behind a number it can't be a part of: две пятых, but двадцать пятых; also
        vingt-trois cinquièmes."""
        last, floor = self.terms[-1] if self.terms and not self.scaled else (Decimal(0), Decimal(0))
        if value < floor or last != int(last) or last <= 0 or not (self.value < value or 4 < value < 100):
            return self._push_ordinal(value, atom)
        self.terms, self.role = [(quotient(self.value, value), Decimal(0))], "fraction"
        return True

    def _push_rank(self, value: Decimal) -> bool:
        """Polish "twentieth first" is the 21st, Finnish "hundredth thousandth" the 100,000th, Latin years
        are such ranks; Arabic "the fiftieth first" are the first fifty."""
        last, floor = self.terms[-1]
        if self.units_first == "only":
            return False
        if value in (1000, 1_000_000) and last < value:
            self.terms[-1] = (last * value, value)
            return True
        place = min(floor, last_place(last)) if floor > 1 else last_place(last)
        if not 0 < value < place or last < 10:
            return False
        self.terms[-1] = (last + value, last_place(value))
        return True


_YEARS = range(1900, 2100)
_ZERO = Decimal(0)


def last_place(value: Decimal) -> Decimal:
    """The value of the last digit that is no zero: 100 of 2300."""
    whole = int(value)
    if value != whole or not whole:
        return _ZERO
    digits = str(whole)
    return Decimal(10) ** (len(digits) - len(digits.rstrip("0")))
