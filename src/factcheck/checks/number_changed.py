"""A number of the source is another number in the translation.

Compared by value, in whatever notation and script, after rounding as far as the numbers are written. Numbers that
differ by a power of ten are scale-changed. Two small number words ("three" for "four") are a warning only. "First",
which is said of much, counts only where it became another rank, or another rank "first", and no other rank is there.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..contexts import PairContext
from ..model import Claim, Finding, Kind, Relation, Severity
from ._base import Example, changed, firm, quote, weighed

SEVERITY = Severity.ERROR
CATEGORY = "Accuracy/Mistranslation"
NEEDS_MATCHES = True
EXAMPLES = (
    Example("It hired 412 people.", "Es stellte 421 Leute ein.", "de"),
    Example("Only 11 founders stayed.", "Seuls 12 fondateurs sont restés.", "fr"),
    Example("It is 45 miles (72 km) away.", "Es ist 75 km entfernt.", "de"),
    Example("Two thirds of the members agreed.", "Ein Drittel der Mitglieder stimmte zu.", "de"),
    Example("It has half the staff of last year.", "Es hat doppelt so viele Mitarbeiter wie letztes Jahr.", "de"),
    Example("One in five children is poor.", "Jedes vierte Kind ist arm.", "de"),
    Example("One in five children is poor.", "Jedes fünfte Kind ist arm.", "de", finds=False),
    Example("1 in 5 people voted.", "El 30 por ciento votó.", "es"),
    Example("Around 7 in 10 adults agree.", "成人の約6割が賛成している。", "ja"),
    Example("Around 7 in 10 adults agree.", "成人の約7割が賛成している。", "ja", finds=False),
    Example("He served 12 and a half years.", "彼は12年6カ月勤めた。", "ja", finds=False),
    Example("The film runs 2 hours and 15 minutes.", "La película dura 135 minutos.", "es", finds=False),
    Example("The film runs 2 hours and 15 minutes.", "La película dura 155 minutos.", "es"),
    Example("It weighs 100 short tons.", "Il pèse 91 tonnes.", "fr", finds=False),
    Example("Version 2.0.1 needs 10 MB.", "Version 2.1.0 braucht 10 MB.", "de"),
    Example("Sources7.1.1. Manual", "مصادر7.1.1. كتيب", "ar", finds=False),
    Example("It had four owners.", "Es hatte sieben Eigentümer.", "de"),
    Example("It took two and a half years.", "Es dauerte anderthalb Jahre.", "de"),
    Example("It was her first win.", "Es war ihr zweiter Sieg.", "de"),
    Example("It was their third win.", "C'était leur première victoire.", "fr"),
    Example("The first act is long.", "Der erste Akt ist lang.", "de", finds=False),
    Example("The first of the two won.", "Von den beiden gewann der Erste, nicht der Zweite.", "de", finds=False),
    Example("It hired 1,250 people.", "Es stellte 1.250 Leute ein.", "de", finds=False),
    Example("Sales rose to 5.69 million.", "Die Zahl stieg auf 5,7 Millionen.", "de", finds=False),
)


def check_pair(pair: PairContext) -> Iterator[Finding]:
    """Findings for numbers that changed by other than a power of ten."""
    for source, target in (*changed(pair, "number"), *_first(pair)):
        message = f"The source states {quote(source)}, the translation {quote(target)}: another number."
        yield weighed(pair, "number-changed", 0.9, message, CATEGORY, source, target, firm(source, target))


def _first(pair: PairContext) -> Iterator[tuple[Claim, Claim]]:
    """The only ranks of both segments where they differ and one is "first", which is too weak a claim to be matched
    with another."""
    lost = [m.source for m in pair.pair.matches if m.source and not m.target and m.source.kind is Kind.ORDINAL]
    if len(lost) != 1:
        return
    new = [m.target for m in pair.pair.matches if m.relation is Relation.ADDED and m.target]
    ranks = [claim for claim in (*pair.pair.source_claims, *pair.pair.target_claims) if claim.kind is Kind.ORDINAL]
    if len(new) == 1 and len(ranks) == 2 and new[0] in ranks and 1 in (lost[0].value, new[0].value):
        yield lost[0], new[0]
