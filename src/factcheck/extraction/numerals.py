"""Atoms that stand together become one number: "two hundred and five", "2.5億", "half a million"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from ..folding import Folded
from ..languages import Language
from ..notation import quotient
from .atom import Atom
from .decimals import decimals
from .fractions import DENOMINATORS, Fraction, fraction_at
from .joints import BLANKS, beside_money, inner_hedge, joint
from .signs import SignSum
from .sums import Sum


@dataclass(slots=True)
class Numeral:
    """A number, or another sign of a claim, at a place of the folded text.

    role: "number", "ordinal", "fraction", "multiple", "month", "weekday", "noon", "midnight", "hour", "identifier",
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
        "day",
        "identifier",
        "clock",
        "date",
        "month",
        "month-short",
        "weekday",
        "noon",
        "hour",
        "midnight",
        "skip",
        "multiple",
    }
)


def compose(found: Sequence[Atom], folded: Folded, language: Language) -> list[Numeral]:
    """Atoms in order -> numerals in order."""
    numerals: list[Numeral] = []
    parts = language.denominators and any(atom.role in DENOMINATORS for atom in found)
    i = 0
    while i < len(found):
        atom = found[i]
        if parts and (hit := fraction_at(found, i, folded, language)):
            numerals.append(_fraction(atom, hit))
            i = hit.following
            continue
        if (
            atom.role in _ALONE
            or atom.role in ("plus", "denominator")
            or (atom.role == "scale" and not _one(folded, language, atom))
        ):
            if atom.role == "amount" and numerals and _counted_on(numerals[-1], atom):
                pass
            elif atom.role == "denominator" and atom.others:  # "los quintos" are the fifth ones as well
                numerals.append(Numeral(atom.start, atom.end, "ordinal", atom.others[0], spelled=True))
            elif atom.role not in ("scale", "denominator"):  # alone, fifths and millions state nothing
                numerals.append(
                    Numeral(atom.start, atom.end, atom.role, atom.value, spelled=atom.spelled, unit=atom.unit)
                )
            i += 1
            continue
        numeral, i = _number(found, i, folded, language)
        if numeral is not None:
            numerals.append(numeral)
    return _mixed(numerals, folded, language) if language.mixed and language.spaced else numerals


def _counted_on(before: Numeral, atom: Atom) -> bool:
    """Arabic "an hour and a half" behind a number are its unit and a half more: fifteen hours and a half."""
    part = (atom.value or Decimal(0)) - 1
    if before.role != "number" or before.value is None or atom.start - before.end > 1 or not 0 < part < 1:
        return False
    before.role, before.value, before.step = "amount", before.value + part, part
    before.end, before.unit = atom.end, atom.unit
    return True


def _fraction(first: Atom, hit: Fraction) -> Numeral:
    scaled = hit.scale >= 1000
    return Numeral(
        first.start,
        hit.end,
        "number" if hit.mixed or scaled else "fraction",
        hit.value,
        hit.part,
        hit.others,
        first.spelled,
        scaled,
        hit.scale,
    )


def _mixed(numerals: list[Numeral], folded: Folded, language: Language) -> list[Numeral]:
    """A whole number, the word for "whole" and a fraction are one: две целых одна треть, 5 tam 1/2."""
    out: list[Numeral] = []
    for numeral in numerals:
        left = out[-1] if out else None
        if (
            left
            and left.role == "number"
            and numeral.role == "fraction"
            and left.value is not None
            and numeral.value is not None
            and left.value == int(left.value)
            and 0 < numeral.value < 1
            and folded.low[left.end : numeral.start].strip(BLANKS) in language.mixed
        ):
            value = quotient(left.value + numeral.value, Decimal(1))
            out[-1] = replace(left, end=numeral.end, value=value, step=numeral.step, others=())
        else:
            out.append(numeral)
    return out


def _and_part(left: Atom, right: Atom, folded: Folded, language: Language) -> bool:
    """Whether a fraction is added to the number before it: "cinq milliards et trois quarts"."""
    if right.role != "fraction" or not (left.spelled and right.spelled) or not language.mixed or not right.value:
        return False
    return right.value < 1 and folded.low[left.end : right.start].strip(BLANKS) in language.mixed


def _parts_on(found: Sequence[Atom], at: int, joiner: str, folded: Folded, language: Language) -> Atom | None:
    """The parts of one that are added behind a joiner: six and "two thirds"."""
    if joiner not in language.mixed or at + 1 >= len(found):
        return None
    top, part = found[at : at + 2]
    if top.role != "card" or part.role != "fraction" or not (top.spelled and part.spelled and top.value and part.value):
        return None
    if folded.low[top.end : part.start] != " " or not 0 < top.value * part.value < 1:
        return None
    bottom = round(1 / part.value)
    exact = abs(1 / part.value - bottom) < Decimal("1e-9")
    return Atom(top.start, part.end, "plus", quotient(top.value, Decimal(bottom)), spelled=True) if exact else None


def _one(folded: Folded, language: Language, atom: Atom) -> bool:
    """Whether a scale that stands alone counts one: "a million", 万分之五, 万余人."""
    before = folded.low[max(0, atom.start - 12) : atom.start].rstrip(BLANKS)
    if any(before.endswith(a) and not before[: -len(a)][-1:].isalpha() for a in language.articles):
        return True
    if language.spaced:
        return _hedged(folded, language, atom)
    hit = language.between.at(folded.low, folded.text, atom.end)
    if hit and any(mark.role == "over" for mark in hit[1]):
        return True
    hit = language.after.at(folded.low, folded.text, atom.end)
    if hit is not None and hit[0] - atom.end == 1 and any(mark.role == "hedge" for mark in hit[1]):
        return True
    place = atom.start - (folded.low[atom.start - 1 : atom.start] == " ")
    lead = language.before.ending(folded.low, folded.text, place)
    return lead is not None and any(mark.role == "hedge" for mark in lead[1])  # 突破万亿美元


def _hedged(folded: Folded, language: Language, atom: Atom) -> bool:
    """Whether a hedge shows that a form is one and not many: свыше тысячи, about "of thousand" or thousands."""
    if folded.low[atom.start : atom.end] not in language.hedged_ones:
        return False
    behind = language.after.at(folded.low, folded.text, atom.end + 1)
    if behind and any(mark.role == "hedge" for mark in behind[1]):
        return True
    if folded.low[atom.start - 1 : atom.start] != " ":
        return False
    hit = language.before.ending(folded.low, folded.text, atom.start - 1)
    return hit is not None and folded.low[atom.start - 2] != "," and any(mark.role == "hedge" for mark in hit[1])


def _sum(language: Language) -> Sum:
    return Sum(language.units_first) if language.spaced else SignSum(language.short_tail, language.pairs)


def _unscaled(parts: Sequence[Atom], value: Decimal, folded: Folded, language: Language) -> tuple[Decimal, ...]:
    """The number alone as another reading, where its scale is also a unit: Portuguese "29 mi", miles or millions."""
    if len(parts) != 2 or parts[0].role != "digits" or parts[1].role not in ("scale", "both") or not parts[1].value:
        return ()
    marks = language.after.forms.get(folded.low[parts[1].start : parts[1].end], ())
    if not any(mark.role == "unit" for mark in marks) or beside_money(parts[0], parts[1], folded, language):
        return ()
    return (value / parts[1].value,)


def _number(found: Sequence[Atom], i: int, folded: Folded, language: Language) -> tuple[Numeral | None, int]:
    first, total = found[i], _sum(language)
    if first.role == "scale":
        total._push_card(Decimal(1), first)
    saved: tuple[Sum, int, int] | None = None
    hedge = ""
    end, at = first.end, i
    while at < len(found) and found[at].role not in _ALONE:
        atom = found[at]
        if at > i and language.decimal_words and (said := decimals(found, at, folded, language))[0]:
            total.point(said[0])
            at += said[1]
            end = found[at - 1].end
            continue
        if at > i:
            between = joint(found[at - 1], atom, found[at + 1 : at + 2], folded, language)
            if between is None and (hedge := inner_hedge(found[at - 1], atom, folded, language)):
                between = ""
            if between is None:
                if _and_part(found[at - 1], atom, folded, language) and total.role == "number":
                    total.push(atom._replace(role="plus"))
                    end, at = atom.end, at + 1
                    continue
                break
            if between:
                saved = (total.copy(), at, end)
            if between and (part := _parts_on(found, at, between, folded, language)) and total.push(part):
                end, at = part.end, at + 2
                continue
        total.joined = at > i and bool(between)
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
        first.others if one else _unscaled(found[i:at], total.value, folded, language),
        first.spelled,
        total.scaled,
        total.factor,
        total.upper,
        hedge,
    ), at
