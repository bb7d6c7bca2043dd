"""A name of the source is gone from the translation, with nothing in its place.

A warning where the ledger lists the name and the translation states it nowhere, in no accepted form. Else a remark, for
translators put pronouns for names: where a listed name, or one that the translation keeps in three places of four, is
gone, and no segment shortly before has it. A surname stands for the name, and so does a word that sounds like it; a
place, and an organization, group or work of several words, may be said in other words where the ledger has none.
In languages of other scripts only names whose renderings the ledger gives.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..contexts import Document
from ..model import Finding, Ledger, LedgerName, Severity
from ..names.missing import Missing, missing_names
from ._base import Example, quote

SEVERITY = Severity.WARNING
CATEGORY = "Accuracy/Omission"
LAST = True
_LEDGER = Ledger(names=(LedgerName("Leike", "person", {"ru": ("Лейке",)}),))
_PLACE = Ledger(names=(LedgerName("Silicon Valley", "place"),))
_MUSIC = Ledger(
    names=(
        LedgerName("Pyotr Tchaikovsky", "person"),
        LedgerName("Zubin Mehta", "person"),
        LedgerName("The Beatles", "group"),
        LedgerName("University of Warsaw", "organization"),
    )
)
_SOURCE = "In May Leike resigned from the company.\n\nA new team was formed."
EXAMPLES = (
    Example(_SOURCE, "Im Mai trat der Forscher zurück.\n\nEin neues Team wurde gebildet.", "de", ledger=_LEDGER),
    Example(_SOURCE, "В мае учёный ушёл из компании.\n\nБыла создана новая группа.", "ru", ledger=_LEDGER),
    Example(_SOURCE, "В мае Лейке ушёл из компании.\n\nБыла создана новая группа.", "ru", finds=False, ledger=_LEDGER),
    Example("It began in Silicon Valley.", "Todo empezó en el valle del silicio.", "es", finds=False, ledger=_PLACE),
    Example(_SOURCE, "5月にライケは退社した。\n\n新しいチームができた。", "ja", finds=False, ledger=_LEDGER),
    Example(
        "In May Leike resigned.\n\nThe scientist Leike founded a company.",
        "En mai, Leike a démissionné.\n\nIl a fondé une entreprise.",
        "fr",
        finds=False,
        ledger=_LEDGER,
    ),
    Example(
        "Zubin Mehta played Pyotr Tchaikovsky, not The Beatles, at the University of Warsaw.",
        "En la Universidad de Varsovia, Mehta tocó a Chaikovski, y no a los Beatles.",
        "es",
        finds=False,
        ledger=_MUSIC,
    ),
)


def check_document(document: Document) -> Iterator[Finding]:
    """Findings for names that are gone."""
    return (_finding(missing) for missing in missing_names(document))


def _finding(missing: Missing) -> Finding:
    lost, pair = missing.lost, missing.lost.pair
    assert pair.pair.source is not None
    start = pair.pair.source.text.index(lost.name)
    where = (
        "the translation states it nowhere, in no form that the ledger has"
        if missing.nowhere
        else "the translation does not, there"
    )
    return Finding(
        "name-missing",
        Severity.WARNING if missing.nowhere else Severity.INFO,
        0.6 if missing.nowhere else 0.3,
        f"The source names {quote(lost.name)}, {where}.",
        pair.source_place((start, start + len(lost.name))),
        pair.target_place(),
        source_value=lost.name,
        category=CATEGORY,
        suggestion=lost.right if missing.nowhere else "",
        lang=pair.target_lang,
    )
