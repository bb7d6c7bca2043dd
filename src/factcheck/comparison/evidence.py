"""How firm a claim is as evidence."""

from __future__ import annotations

from ..model import Claim, Kind
from .moments import dated


def strong(claim: Claim) -> bool:
    """Whether a claim is firm evidence: in digits, with a unit, or a large number; "one", "both halves", "May" are
    not."""
    if claim.kind is Kind.IDENTIFIER:
        return code(claim)
    if claim.kind in (Kind.DATE, Kind.TIME) and claim.spelled:
        return False
    if claim.moment.endswith("s") and not dated(claim):
        return False
    if claim.kind is Kind.ORDINAL and claim.value == 1:
        return False
    if not claim.spelled:
        part = claim.kind is Kind.RATIO and not claim.unit and claim.value is not None and claim.value % 1 != 0
        return not part or _one_in(claim)
    return (claim.kind in (Kind.MONEY, Kind.PERCENTAGE) and claim.value != 1) or (
        claim.value is not None and claim.value > 12 and claim.kind is not Kind.ORDINAL
    )


def _one_in(claim: Claim) -> bool:
    """Whether a share names its whole, as "1 in 50" does, which a reading keeps."""
    return any(reading > 1 and reading % 1 == 0 for reading in claim.readings)


def code(claim: Claim) -> bool:
    """Whether an identifier is a row of digits (a phone number, a version), which must stay as it is."""
    if claim.kind is not Kind.IDENTIFIER or any(c.isalpha() for c in claim.text):
        return False
    return len(bare(claim.text)) > 4 or claim.text.count(".") > 1


def bare(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())
