"""Atoms -> numerals: numbers, fractions, and the signs that are no part of a number."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from ..comparison.notation import quotient
from ..languages import Language
from ..wording.folding import Folded
from .atom import Atom
from .fractions import DENOMINATORS, Fraction, fraction_at
from .joints import BLANKS
from .lone_scales import counts_one
from .numeral import Numeral
from .one_number import ALONE, lone, number_at


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
            atom.role in ALONE
            or atom.role in ("plus", "denominator")
            or (atom.role == "scale" and not counts_one(folded, language, atom))
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
        if atom.role == "digits" and (i + 1 == len(found) or _apart(atom, found[i + 1])):
            numerals.append(lone(atom))
            i += 1
            continue
        numeral, i = number_at(found, i, folded, language)
        if numeral is not None:
            numerals.append(numeral)
    return _mixed(numerals, folded, language) if language.mixed and language.spaced else numerals


def _apart(atom: Atom, following: Atom) -> bool:
    return following.role in ALONE and following.start >= atom.end


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
