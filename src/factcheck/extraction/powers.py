"""Powers behind a number in digits: 1.3e6, 10^6, 6.2 × 10⁻⁴, 1.1^23."""

from __future__ import annotations

import re
from decimal import Context, Decimal

_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺", "0123456789-+")
_EXPONENT = r"\^[+-]{0,2}\d{1,2}|[⁻⁺]?[⁰¹²³⁴-⁹]{1,2}"
_POWER = re.compile(
    rf"(?:[eE](?P<tens>[+-]?\d{{1,2}})| ?[x×·] ?10(?P<times>{_EXPONENT})|(?P<power>\^[+-]{{0,2}}\d{{1,2}}))"
    r"(?![a-zA-Z0-9_^]|\.\d)"
)
_STOPPAGE = re.compile(r"\d{2,3}e\+\d")
"""French for the third minute behind the ninetieth: 90e+3."""
_STARTS = frozenset("eEx×·^ ")
_ROUNDED = Context(prec=15)
_EXACT = Context(prec=40)


def power_at(text: str, start: int, end: int, base: Decimal, spaced: bool) -> tuple[int, Decimal] | None:
    """-> (end, value) of a number in digits with the power behind it; None where there is none. spaced: whether words
    have blanks between them, so that a letter before the number makes it a part of a name."""
    before = text[start - 1 : start]
    if text[end : end + 1] not in _STARTS or (before.isalnum() and (spaced or before.isascii())):
        return None
    match = _POWER.match(text, end)
    if match is None or (match["tens"] and _STOPPAGE.fullmatch(text, start, match.end())):
        return None
    written = (match["tens"] or match["times"] or match["power"]).translate(_RAISED)
    exponent = int(written.lstrip("^").replace("--", "").replace("+-", "-").replace("-+", "-"))
    if match["power"] is None:
        return match.end(), base.scaleb(exponent)
    return (match.end(), _raised(base, exponent)) if base else None


def _raised(base: Decimal, exponent: int) -> Decimal:
    """A whole power of a whole number is exact; others have the 15 digits that calculators and spreadsheets show."""
    if base % 1 == 0 and 0 <= exponent * (base.adjusted() + 1) <= _EXACT.prec:
        return _EXACT.power(base, exponent)
    try:
        value = float(base) ** exponent
    except OverflowError:
        return _ROUNDED.power(base, exponent)
    return Decimal(f"{value:.15g}") if value else _ROUNDED.power(base, exponent)
