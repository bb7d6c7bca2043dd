"""Test cases of Recognizers-Text (its folder Specs): is each expected number, with its currency, among the claims?"""

from __future__ import annotations

import json
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

import factcheck

from .corpus import DataError

CULTURES = {
    "Arabic": "ar", "Chinese": "zh", "Dutch": "nl", "English": "en", "French": "fr", "German": "de", "Hindi": "hi",
    "Italian": "it", "Japanese": "ja", "Korean": "ko", "Portuguese": "pt", "Spanish": "es", "Swedish": "sv",
    "Turkish": "tr",
}  # fmt: skip
MODELS = {
    "Number": ("NumberModel", "PercentModel", "OrdinalModel"),
    "NumberWithUnit": ("CurrencyModel", "DimensionModel", "AgeModel", "TemperatureModel"),
}
_PLATFORMS = ("dotnet", "java,", "javascript", "python")

Wanted = list[tuple[Decimal, str | None]]


def cases(folder: Path, culture: str, model: str) -> list[tuple[str, Wanted]]:
    """(text, expected values with their ISO 4217 code or None) of a model; cases that no platform supports are left
    out, and those that expect something else than numbers. Raises DataError."""
    group = next(group for group, models in MODELS.items() if model in models)
    path = folder / group / culture / f"{model}.json"
    if not path.is_file():
        return []
    try:
        found = json.loads(path.read_text(encoding="utf-8-sig"))
    except json.JSONDecodeError as error:
        raise DataError(f"{path}: {error}; fetch the data afresh") from None
    return [(case["Input"], wanted) for case in found if _supported(case) and (wanted := _wanted(case)) is not None]


def passes(text: str, wanted: Wanted, lang: str) -> bool:
    """Whether every expected value is the value of a claim of its own."""
    left = [(claim.value, claim.unit) for claim in factcheck.extract(text, lang=lang)]
    for value, currency in wanted:
        hit = next((one for one in left if one[0] == value and currency in (None, one[1])), None)
        if hit is None:
            return False
        left.remove(hit)
    return True


def rows(folder: Path) -> Iterator[list[str]]:
    """A row a culture: its name, and "passed/all share" for each model."""
    for culture, lang in CULTURES.items():
        row = []
        for model in (model for models in MODELS.values() for model in models):
            found = cases(folder, culture, model)
            good = sum(passes(text, wanted, lang) for text, wanted in found)
            row.append(f"{good}/{len(found)} {100 * good / len(found):.0f}%" if found else "-")
        if any(cell != "-" for cell in row):
            yield [culture, *row]


def _supported(case: dict[str, Any]) -> bool:
    off = f"{case.get('NotSupported', '')},{case.get('NotSupportedByDesign', '')}".lower()
    return not all(platform in off for platform in _PLATFORMS)


def _wanted(case: dict[str, Any]) -> Wanted | None:
    wanted: Wanted = []
    for result in case.get("Results") or []:
        resolution = result.get("Resolution")
        try:
            value = Decimal(str(resolution["value"]).rstrip("%").replace(",", "."))
        except (KeyError, TypeError, InvalidOperation):
            return None
        wanted.append((value, resolution.get("isoCurrency")))
    return wanted
