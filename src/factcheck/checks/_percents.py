"""Whether a translation speaks of percent at all."""

from __future__ import annotations

from functools import cache

from ..contexts import PairContext
from ..languages import load
from ..wording.folding import fold


def names_percent(pair: PairContext) -> bool:
    """Whether the translation has a sign or word for percent anywhere."""
    assert pair.pair.target
    low = fold(pair.pair.target.text).low
    return any(form in low for form in _percent(pair.target_lang))


@cache
def _percent(lang: str) -> tuple[str, ...]:
    """What a language puts behind a number for percent."""
    forms = load(lang).after.forms.items()
    return tuple(form for form, marks in forms if any(mark.role == "percent" for mark in marks))
