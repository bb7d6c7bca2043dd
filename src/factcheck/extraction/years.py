"""Years of other calendars as common years: Thai 2561 is 2018."""

from __future__ import annotations

from ..languages import Language

_EARLIEST = 1800
"""Years before are no years of another calendar in news: 2100 in a Thai text is 2100, 2561 is 2018."""


def common_year(year: int, language: Language) -> int:
    """A year as papers write it -> the common year; years that can only be common ones stay."""
    return year - language.year_offset if year - language.year_offset >= _EARLIEST else year
