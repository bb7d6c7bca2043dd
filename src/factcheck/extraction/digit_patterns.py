"""The shapes that digits have in a text: numbers, dates, clock times, fractions, phone numbers, addresses."""

from __future__ import annotations

import re
import unicodedata
from fractions import Fraction

from ..wording.folding import NBSP

FRACTION_SIGNS = {sign: str(Fraction(unicodedata.numeric(sign)).limit_denominator(10)) for sign in "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅐⅛⅜⅝⅞⅑⅒"}

_NUMBER = rf"\d{{1,3}}(?:[{NBSP}]\d{{3}})+(?!\d)(?:[.,]\d+)?|\d+(?:[.,']\d+)*"

_START = f"[0-9+{''.join(FRACTION_SIGNS)}]"
"""What a number can start with: a look ahead is cheaper than every alternative at every letter."""

_PATTERN = (
    rf"(?={_START})(?:"
    r"(?P<identifier>\+\d[\d ()/-]{6,20}\d|(?<![\d.,])0\d{2,4}(?:[ \u00a0-]\d{3,4}){1,3}(?!\d)"
    r"|(?<![\d.,])0\d(?:[ .\u00a0-]\d\d){4}(?![\d.,]\d)"  # French numbers go two by two
    r"|(?<![\d.,])(?:\d{3,4}[ \u00a0-]){1,3}(?!0000)0\d{3,4}(?![\d.,])"  # the same, turned round beside Arabic
    r"|(?<![\d.,-])\d{2,4}-\d{2,4}-\d{3,5}(?![\d-]))"
    r"|(?P<date>\d{4}-\d{2}-\d{2}(?!\d)|\d{1,4}(?P<sign>[./-])\d{1,2}(?P=sign)\d{1,4}(?!\d|(?P=sign)\d))"
    r"|(?P<daymonth>(?<![\d.])\d{1,2}\.\d{1,2}\.(?!\d))"
    r"|(?P<clock>\d{1,2}:\d{2}(?::\d{2})?(?!\d)|\d{1,2}h\d{2}(?!\w))"
    r"|(?P<height>(?<![\w.,])\d{1,2}m\d{2}(?!\w))"
    rf"|(?P<fraction>[{''.join(FRACTION_SIGNS)}]|\d{{1,3}}/\d{{1,3}}(?![\d/]))"
    rf"|(?P<spaced>\d{{1,3}}(?: \d{{3}})+(?!\d)(?:[.,]\d+)?)"
    rf"|(?P<number>{_NUMBER}))"
)

DIGITS = re.compile(_PATTERN)

FIRST_SIGN = re.compile(_START)

PLAIN_NUMBER = re.compile(_NUMBER)

ADDRESS_SIGNS = ("@", "://", "www.")

WITH_ADDRESSES = re.compile(
    r"(?P<address>(?:https?://|www\.)[^\s<>]{1,2000}|[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]{1,64})|" + _PATTERN
)

LONGEST = 40
"""Characters of a number; more digits are a key or a code."""

HAS_DIGIT = re.compile(f"[0-9{''.join(FRACTION_SIGNS)}]")
