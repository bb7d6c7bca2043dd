"""Number words that a language writes together, with particles behind them: 이십오만 명이, 스물다섯 살의."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any


@dataclass(frozen=True)
class Runs:
    """numerals: what runs are made of. multiply: those that are scales. native: those that nothing multiplies. inner:
    those that never start a run. before_counters: those that stand only before a counter. alone: those that count
    without anything beside them. doubtful: runs that are words as well. determiners: numerals that are most often
    another word before a noun. directly: "digit", "scale" or "native" -> what a single numeral may have written to
    it."""

    numerals: Mapping[str, Decimal]
    multiply: frozenset[str]
    native: frozenset[str]
    inner: frozenset[str]
    before_counters: frozenset[str]
    alone: frozenset[str]
    doubtful: frozenset[str]
    determiners: frozenset[str]
    directly: Mapping[str, frozenset[str]]
    particles: frozenset[str]
    prefixes: tuple[str, ...]
    """What may be written before a run: a minus or a sign of rank."""
    words: re.Pattern[str]
    """Words that may hold a run, by the letter they start with."""
    longest: int
    """Characters of a numeral."""


def runs(data: Mapping[str, Any]) -> Runs | None:
    """The merged tables of a language -> its runs, or None where it writes no number words together."""
    table: Mapping[str, Any] = data.get("runs", {})
    numerals = {form: Decimal(str(value)) for form, value in table.get("numerals", {}).items()}
    if not numerals:
        return None
    prefixes = (*data.get("numbers", {}).get("minus", []), *data.get("ordinal", {}).get("prefixes", []))
    prefixes = tuple(sorted((form for form in prefixes if form.isalpha()), key=len, reverse=True))
    heads = {form[0] for form in (*numerals, *prefixes)}
    return Runs(
        numerals,
        frozenset(form for form in numerals if form in data.get("scales", {})),
        frozenset(table.get("native", [])),
        frozenset(table.get("inner", [])),
        frozenset(table.get("before-counters", [])),
        frozenset(table.get("alone", [])),
        frozenset(table.get("doubtful", [])),
        frozenset(table.get("determiners", [])),
        {kind: frozenset(forms) for kind, forms in table.get("directly", {}).items()},
        frozenset(table.get("particles", [])),
        prefixes,
        re.compile(rf"(?<![^\W_])[{re.escape(''.join(sorted(heads)))}][^\W\d_]*"),
        max(map(len, numerals)),
    )
