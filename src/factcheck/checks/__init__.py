"""One file a check. The package finds its own modules: the file name, with hyphens, is the check's id."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterable, Sequence
from functools import cache

from ..contexts import Document, PairContext, SegmentContext, TextContext
from ..errors import InputError
from ._base import Check, Example

__all__ = [
    "Check",
    "Document",
    "Example",
    "PairContext",
    "SegmentContext",
    "TextContext",
    "all_checks",
    "get",
    "select",
]


@cache
def all_checks() -> tuple[Check, ...]:
    """All checks, sorted by id."""
    names = sorted(m.name for m in pkgutil.iter_modules(__path__) if not m.name.startswith("_"))
    return tuple(Check.of(importlib.import_module(f"{__name__}.{name}")) for name in names)


def get(check_id: str) -> Check:
    """The check with an id. Raises InputError with the nearest known id."""
    return select([check_id], [])[0]


def select(select: Sequence[str] = (), ignore: Sequence[str] = ()) -> tuple[Check, ...]:
    """The checks named in `select` (all when it is empty) without those in `ignore`. Raises InputError for an
    unknown id."""
    known = {check.id: check for check in all_checks()}
    _refuse_unknown([*select, *ignore], known)
    return tuple(check for check in known.values() if (not select or check.id in select) and check.id not in ignore)


def _refuse_unknown(ids: Iterable[str], known: Iterable[str]) -> None:
    from difflib import get_close_matches

    for check_id in ids:
        if check_id not in known:
            near = get_close_matches(check_id, list(known), 1)
            hint = f"did you mean {near[0]!r}?" if near else "`factcheck checks` lists them"
            raise InputError(f"unknown check {check_id!r}", hint=hint)
