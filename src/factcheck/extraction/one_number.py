"""Atoms that stand together become one number: "two hundred and five", 2.5億."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from ..languages import Language
from ..wording.folding import Folded
from .added_parts import is_part, part_of_two
from .atom import Atom
from .decimals import decimals
from .joints import beside_money, inner_hedge, joint
from .numeral import Numeral
from .signs import SignSum
from .sums import Sum

ALONE = frozenset(
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


_ZERO = Decimal(0)


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


def lone(atom: Atom) -> Numeral:
    """What number_at() makes of digits that nothing joins, as most are."""
    assert atom.value is not None
    return Numeral(atom.start, atom.end, "number", _ZERO + atom.value, abs(atom.step), atom.others)


def number_at(found: Sequence[Atom], i: int, folded: Folded, language: Language) -> tuple[Numeral | None, int]:
    first, total = found[i], _sum(language)
    if first.role == "scale":
        total._push_card(Decimal(1), first)
    saved: tuple[Sum, int, int] | None = None
    hedge = ""
    end, at = first.end, i
    while at < len(found) and found[at].role not in ALONE:
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
                if is_part(found[at - 1], atom, folded, language) and total.role == "number":
                    total.push(atom._replace(role="plus"))
                    end, at = atom.end, at + 1
                    continue
                break
            if between:
                saved = (total.copy(), at, end)
            if between and (part := part_of_two(found, at, between, folded, language)) and total.push(part):
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
