"""Digits of all scripts are read, however they are found."""

from __future__ import annotations

import sys
import unicodedata

from factcheck.wording.folding import fold


def test_digits_of_every_script_are_read() -> None:
    digits = [char for char in map(chr, range(sys.maxunicode + 1)) if char.isdecimal()]
    assert fold("".join(digits)).text == "".join(str(unicodedata.decimal(char)) for char in digits)
