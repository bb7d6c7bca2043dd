"""Claims and facts in one plain notation, the same for all languages: "at least 7000000000 USD"."""

from __future__ import annotations

from decimal import Context, Decimal

from ..model import Claim, Fact, Kind

_FRACTION = Context(prec=15)


def quotient(top: Decimal, bottom: Decimal) -> Decimal:
    """A fraction as a decimal: exact where it ends, else to 15 significant digits, so that 2/3 is the same on
    every way."""
    return _FRACTION.divide(top, bottom)


def denominator(value: Decimal) -> Decimal | None:
    """The whole number that a part (not 0) is one of: a third, rounded -> 3; None where it is one of none, as 0.4."""
    bottom = Decimal(round(1 / value))
    return bottom if abs(1 / value - bottom) < Decimal("1e-9") else None


def plain(value: Decimal) -> str:
    """A decimal without exponent and trailing zeros: 7E+9 -> "7000000000"."""
    text = f"{value.normalize():f}" if value else "0"
    return text if len(text) < 40 else f"{value:.6E}"


def roughly(value: Decimal) -> str:
    """Whole numbers from ten up, smaller ones to two digits that count: 104, 3.2, 0.005."""
    return plain(Context(prec=min(max(2, value.adjusted() + 1), _FRACTION.prec)).plus(value))


def amount(value: Decimal | None, upper: Decimal | None = None) -> str:
    """One value, or a range "2..4"."""
    if value is None:
        return ""
    return f"{plain(value)}..{plain(upper)}" if upper is not None else plain(value)


def statement(claim: Claim | Fact) -> str:
    """What a claim states: [hedge ]number[..upper][ unit]; ordinals "63."; scores "3:1"; dates and times in
    ISO 8601; names as written."""
    if claim.moment:
        return claim.moment
    if claim.value is None:
        return claim.text if isinstance(claim, Claim) else claim.subject
    text = amount(claim.value, claim.upper)
    if claim.kind is Kind.SCORE:
        text = text.replace("..", ":")
    if claim.kind is Kind.ORDINAL:
        text += "."
    return " ".join(part for part in (str(claim.hedge or ""), text, claim.unit) if part)
