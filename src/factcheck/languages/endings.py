"""The endings that a language shows: what units, currencies and months have behind their shorter forms."""

from __future__ import annotations

from collections import Counter, defaultdict
from functools import cache

from . import base, load

_FEWEST, _LONGEST, _STEM = 3, 3, 4


def endings(code: str) -> frozenset[str]:
    """The endings of nouns of a language, up to three letters, as far as its data show them several times; "" too."""
    return _endings(base(code))


@cache
def _endings(code: str) -> frozenset[str]:
    language, families = load(code), defaultdict(set)
    for matcher in (language.anchors, language.before, language.after):
        for form, marks in matcher.forms.items():
            for mark in marks:
                if mark.role in ("unit", "currency", "month", "weekday") and form.isalpha() and len(form) >= _STEM:
                    families[mark.role, mark.name, mark.value].add(form.lower())
    seen: Counter[str] = Counter()
    for forms in families.values():
        seen.update(
            {form[at:] for form in forms for at in range(len(form) - _LONGEST, len(form)) if form[:at] in forms}
        )
    return frozenset({"", *(ending for ending, times in seen.items() if times >= _FEWEST)})
