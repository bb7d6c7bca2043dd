"""What languages may do to the names of a ledger, by what bears them."""

from __future__ import annotations

from ..model import LedgerName

ORGANIZATIONS = frozenset({"organization", "organisation"})
_TRANSLATED = ORGANIZATIONS | {"place", "work"}


def translatable(name: LedgerName, lang: str) -> bool:
    """Whether a language may rightly translate a name: of a place, an organization or a work, unless the ledger says
    what it is called there."""
    return name.kind in _TRANSLATED and lang not in name.renderings


def reworded(name: LedgerName, lang: str) -> bool:
    """Whether a translation may say a name in other words: Silicon Valley, Nankai University. One word that is no
    place is seldom translated."""
    may = translatable(name, lang) or (name.kind == "group" and lang not in name.renderings)
    return may and (" " in name.name or name.kind == "place")
