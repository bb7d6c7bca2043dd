"""An acronym of the source became another one in the translation.

An acronym of the source, or a name that has one (United States), is gone in all the forms that the languages' tables
know, and another acronym stands there that the source says in no form: WTO for DNA. Unknown acronyms count only where
one of at least four letters is wrong in one. Words spelled in capitals, and acronyms that the source spells out, are no
finding. What is not in the tables is not seen.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..contexts import PairContext
from ..model import Finding, Severity
from ..names.acronyms import changed_acronyms
from ._base import Example, quote

SEVERITY = Severity.WARNING
CATEGORY = "Accuracy/Mistranslation"
EXAMPLES = (
    Example("The DNA was found on the door.", "Die WTO wurde an der Tür gefunden.", "de"),
    Example("The United States left the talks.", "UK meninggalkan perundingan.", "id"),
    Example("UNHCR opened the camp.", "L'UNHRC a ouvert le camp.", "fr", finds=False),
    Example("The BNPB sent help.", "BNPM이 지원을 보냈다.", "ko"),
    Example("The UN and the EU met in the US.", "L'ONU et l'UE se sont réunies aux États-Unis.", "fr", finds=False),
    Example("The World Health Organization warned the U.S.", "ВОЗ предупредила США.", "ru", finds=False),
    Example("American AI costs $5 million.", "Amerikan yapay zekâsı 5 milyon ABD doları.", "tr", finds=False),
)


def check_pair(pair: PairContext) -> Iterator[Finding]:
    """Findings for acronyms that stand for something else."""
    source, target = pair.pair.source, pair.pair.target
    if source is None or target is None:
        return
    for found in changed_acronyms(source.text, target.text, pair.source_lang, pair.target_lang):
        yield Finding(
            "acronym-changed",
            Severity.WARNING,
            0.7,
            f"The source names {quote(found.name)}, the translation {quote(found.acronym)}, which the source does not.",
            pair.source_place(found.span),
            pair.target_place(found.place),
            source_value=found.name,
            target_value=found.acronym,
            category=CATEGORY,
            suggestion=found.right,
            lang=pair.target_lang,
        )
