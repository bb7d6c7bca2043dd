"""Language codes: engines' own to BCP 47, without regions, and which languages are closely related."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

_REGION = re.compile(r"[-_](?:[A-Za-z]{2}|\d{3})$")


def standard(code: str) -> str:
    """An engine's code in BCP 47, where it is written otherwise: "por_BR" -> "pt-BR"."""
    first, *rest = code.replace("_", "-").split("-")
    codes = _data()["codes"]
    whole = "-".join((codes.get(first, first), *rest))
    return str(codes.get(whole, whole))


def without_region(code: str) -> tuple[str, ...]:
    """The code as it is, and without a region: a script stays, as another one would be another text."""
    return tuple(dict.fromkeys((code, _REGION.sub("", code))))


def related(one: str, other: str) -> bool:
    """Whether two languages are so close that rules translate between them well."""
    pair = {code.split("-")[0] for code in (one, other)}
    return any(pair <= set(group) for group in _data()["related"].values())


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads((Path(__file__).parent / "codes.toml").read_text("utf-8"))
