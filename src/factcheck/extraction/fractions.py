"""Fractions and mixed numbers in words: three fifths, one twenty-fifth, two and a third."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from ..comparison.notation import denominator, quotient
from ..languages import Language
from ..wording.folding import Folded
from .atom import Atom
from .joints import BLANKS
from .sums import Sum

DENOMINATORS = frozenset({"denominator", "ordinal", "part", "fraction"})
"""What may be a denominator: fifths, fifth, cinquième, half."""
_CARDINALS = frozenset({"card", "scale", "both"})
_LONGEST = 14
"""Atoms of one fraction."""


@dataclass(frozen=True, slots=True)
class Fraction:
    """value: with the whole number before it; end, following: where it ends in the text and among the atoms.

    others: what the same words could mean besides; scale: the scale behind it, or 1; mixed: whether a whole number
    is part of it; part: the fraction alone.
    """

    value: Decimal
    part: Decimal
    end: int
    following: int
    scale: Decimal = Decimal(1)
    mixed: bool = False
    others: tuple[Decimal, ...] = ()


def fraction_at(found: Sequence[Atom], i: int, folded: Folded, language: Language) -> Fraction | None:
    """The fraction or mixed number in words that starts at atom i, if one does."""
    run, at = _run(found, i, folded, language)
    if at >= len(found) or found[at].role not in DENOMINATORS or not found[at].spelled:
        return None
    gaps = [_gap(found[k], found[k + 1], folded) for k in range(i, at)]
    last = found[at]
    behind_article = _behind(gaps[-1], language) if gaps else False
    if not gaps or not (_joined(gaps[-1], language) or behind_article):
        return None
    taken = _split(run, gaps, last, behind_article, folded, language)
    if taken is None:
        return None
    whole, top, bottom, others = taken
    return _scaled(whole, top, bottom, others, found, at, folded, language)


def _run(found: Sequence[Atom], i: int, folded: Folded, language: Language) -> tuple[list[Atom], int]:
    """The cardinals from atom i on, and the index of what follows them."""
    run: list[Atom] = []
    at = i
    while at < min(len(found), i + _LONGEST) and (
        found[at].role in _CARDINALS or (at == i and found[at].role == "digits")
    ):
        if at > i and not _joined(_gap(found[at - 1], found[at], folded), language):
            return run, len(found)
        run.append(found[at])
        at += 1
    return run, at


def _gap(left: Atom, right: Atom, folded: Folded) -> str:
    return folded.low[left.end : right.start][:20].strip(BLANKS) if right.start >= left.end else "?"


def _joined(gap: str, language: Language) -> bool:
    return gap in ("", "-") or gap in language.joiners


def _behind(gap: str, language: Language) -> bool:
    """Whether a joiner and an article stand between a whole number and its part: two "and a" third."""
    joiner, _, article = gap.partition(" ")
    return joiner in language.joiners and article in language.articles


def _apart(last: Atom, folded: Folded) -> bool:
    """Whether an ordinal in the singular can be a part: not in "one third-party app"."""
    return folded.low[last.end : last.end + 1] != "-" and (
        last.role != "ordinal" or (last.value is not None and last.value > 2)
    )


def total(atoms: Sequence[Atom], language: Language) -> Sum | None:
    """The sum of cardinals, or None where they are no one number."""
    found = Sum(language.units_first)
    if atoms[0].role == "scale":
        found.push(Atom(atoms[0].start, atoms[0].start, "card", Decimal(1), spelled=True))
    return found if all(found.push(atom) for atom in atoms) else None


Taken = tuple[Sum | None, Decimal, Decimal, tuple[Decimal, ...]]
"""Whole number, numerator, denominator, other readings."""


def _split(
    run: list[Atom], gaps: list[str], last: Atom, behind_article: bool, folded: Folded, language: Language
) -> Taken | None:
    """Which of the cardinals are the whole number, which the numerator, which belong to the denominator."""
    bottom, many = _bottom(last)
    apart = _apart(last, folded)
    if bottom is None or not last.value:
        return _plus(run, gaps, last, language)
    if behind_article:
        whole = total(run, language)
        return (whole, Decimal(1), bottom, ()) if whole and apart else None
    cut, bottom = _denominator(run, gaps, bottom, language)
    if not cut or not bottom or bottom < 2 or (gaps[-1] in language.joiners and cut == len(run)):
        return None
    if not many and cut == 1 and (tens := _without_one(run[0], folded, language)):
        return total([tens], language), Decimal(1), bottom, (quotient(run[0].value or bottom, bottom),)
    if not many:  # an ordinal in the singular: only of one
        if not apart or run[cut - 1].value != 1 or (cut > 1 and gaps[cut - 2] not in language.joiners):
            return None
    elif last.role == "fraction" and cut == 1:
        return None  # "two thirds" is summed as it always was
    split = max((k for k in range(1, cut) if gaps[k - 1] in language.joiners), default=0)
    head, top = total(run[:cut], language), total(run[split:cut], language) if split else None
    if top and top.value < bottom:
        whole = total(run[:split], language)
        others = (quotient(head.value, bottom),) if head else ()
        return (whole, top.value, bottom, others) if whole else None
    return (None, head.value, bottom, () if many else (bottom,)) if head and (many or cut == 1) else None


def _bottom(last: Atom) -> tuple[Decimal | None, bool]:
    """-> (denominator, whether more than one of it may be counted)."""
    if last.value and last.role == "fraction":
        return denominator(last.value), True
    return last.value, last.role == "denominator"


def _without_one(atom: Atom, folded: Folded, language: Language) -> Atom | None:
    """The tens of a form that ends in "and" and an article: "vingt" of vingt et un."""
    _, joiner, article = ("", *folded.low[atom.start : atom.end].rsplit(" ", 2)[1:], "", "")[:3]
    if joiner not in language.joiners or article not in language.articles or atom.value is None:
        return None
    return atom._replace(value=atom.value - 1)


def _plus(run: list[Atom], gaps: list[str], last: Atom, language: Language) -> Taken | None:
    """A fraction in one form behind a whole number: five and "two-thirds"."""
    whole = total(run, language)
    if whole is None or gaps[-1] not in language.joiners or not last.spelled or not last.value or last.value >= 1:
        return None
    for bottom in range(2, 13):
        top = round(last.value * bottom)
        if abs(last.value * bottom - top) < Decimal("1e-9"):
            return whole, Decimal(top), Decimal(bottom), ()
    return None


def _denominator(run: list[Atom], gaps: list[str], bottom: Decimal, language: Language) -> tuple[int, Decimal | None]:
    """-> (how many of the cardinals are no part of the denominator, the denominator)."""
    tens = run[-1].value
    count = len(run)
    if bottom < 10 and tens is not None and run[-1].spelled and tens in range(20, 100, 10):
        blank = gaps[-1] == "" and not language.hyphenated
        glued = gaps[-1] == "-" or (blank and count > 1 and gaps[-2] == "")
        if glued:
            return count - 1, tens + bottom
    head = Sum(language.units_first)
    if run[0].role == "scale":
        head.push(run[0]._replace(role="card", value=Decimal(1)))
    for k, atom in enumerate(run):
        if not head.push(atom):
            if k and gaps[k - 1] in language.joiners:  # twenty "and" three fifths: a numerator begins
                head = Sum(language.units_first)
                head.push(atom)
                continue
            tail = Sum()
            parts = (*run[k:], Atom(0, 0, "ordinal", bottom, spelled=True))
            return (k, tail.value) if k and all(tail.push(part) for part in parts) else (0, None)
    return count, bottom


def _scaled(
    whole: Sum | None,
    top: Decimal,
    bottom: Decimal,
    others: tuple[Decimal, ...],
    found: Sequence[Atom],
    at: int,
    folded: Folded,
    language: Language,
) -> Fraction:
    """Puts the parts together, with the scale behind them: five and two thirds million."""
    scale = Decimal(1)
    end, following = found[at].end, at + 1
    if following < len(found) and found[following].role in ("scale", "both"):
        gap = _gap(found[at], found[following], folded)
        value = found[following].value
        if value and (gap == "" or gap in language.wholes or _of_one(gap, language)):
            scale, end, following = value, found[following].end, following + 1
    if whole is None:
        value = quotient(top * scale, bottom)
        return Fraction(value, value, end, following, scale, False, others)
    base = whole.value
    unit = whole.terms[-1][1] if whole.scaled and whole.terms[-1][1] >= 1000 else Decimal(1)
    if scale > 1 and not (whole.scaled and scale < unit):
        base, unit = base * scale, scale
    elif scale > 1:
        unit = scale
    part = quotient(top * unit, bottom)
    return Fraction(quotient(base * bottom + top * unit, bottom), part, end, following, scale, True, others)


def _of_one(gap: str, language: Language) -> bool:
    """Whether a fraction is of one of the scale behind it: two thirds "of a" million."""
    word, _, article = gap.rpartition(" ")
    return word in language.wholes and article in language.articles
