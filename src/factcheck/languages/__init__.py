"""Languages as data: load("fr") merges common.toml, cldr/fr.json and extra/fr.toml into one compiled Language."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from ..errors import LanguageError
from .compiling import compiled
from .forms import Table
from .language import Language, Mark, Marks

__all__ = [
    "HERE",
    "Language",
    "Mark",
    "Marks",
    "available",
    "base",
    "first_class",
    "frequent",
    "load",
    "meant",
    "name",
    "tag",
]

HERE = Path(__file__).parent


@cache
def available() -> tuple[str, ...]:
    """The codes of all languages with data, sorted."""
    return tuple(sorted({p.stem for p in (*HERE.glob("cldr/*.json"), *HERE.glob("extra/*.toml"))}))


@cache
def first_class() -> tuple[str, ...]:
    """The languages with a hand-written supplement and examples."""
    return tuple(sorted(p.stem for p in HERE.glob("extra/*.toml")))


@cache
def base(code: str) -> str:
    """The language that has data for a BCP 47 tag: "pt-BR" -> "pt". Raises LanguageError with the one
    that is meant, where that is plain."""
    known = available()
    short = code.replace("_", "-").split("-")[0].lower()
    for candidate in (code, short, {"no": "nb", "iw": "he", "in": "id"}.get(short, short)):
        if candidate in known:
            return candidate
    near = meant(short)
    hint = f"did you mean {near!r}, {name(near)}? " if near else ""
    raise LanguageError(f"unknown language {code!r}", hint=hint + "`factcheck languages` lists them")


@cache
def meant(code: str) -> str:
    """The language that somebody means by a code of its country, by one of three letters or by its name; "" where that
    is not plain: of short codes each is near to many."""
    from difflib import get_close_matches

    mistaken = tomllib.loads((HERE / "mistaken.toml").read_text("utf-8"))
    if lang := next((lang for lang, codes in mistaken.items() if code in codes.split()), ""):
        return lang
    names = {name(lang).lower(): lang for lang in available()}
    return next((names[near] for near in get_close_matches(code, names, 1, 0.75)), "")


def tag(code: str) -> str:
    """A BCP 47 tag as it is usually written: "de_de" -> "de-DE", "ZH-hant" -> "zh-Hant"."""
    first, *rest = code.replace("_", "-").split("-")
    usual = [part.title() if len(part) == 4 else part.upper() if len(part) < 4 else part.lower() for part in rest]
    return "-".join((first.lower(), *usual))


def name(code: str) -> str:
    """The English name of a language: "fr" -> "French"."""
    return str(_cldr(base(code)).get("meta", {}).get("english_name") or code)


@cache
def load(code: str) -> Language:
    """The compiled language for a BCP 47 tag; the same object each time. Raises LanguageError."""
    return _load(base(code))


@cache
def _load(code: str) -> Language:
    return compiled(code, _read(code))


@cache
def frequent() -> Mapping[str, frozenset[str]]:
    """Language -> its most frequent words, or signs where no blanks stand between words."""
    return {code: frozenset(words.split()) for code, words in _common()["frequent"].items()}


@cache
def _common() -> Table:
    return tomllib.loads((HERE / "common.toml").read_text("utf-8"))


@cache
def _cldr(code: str) -> Table:
    path = HERE / "cldr" / f"{code}.json"
    table: Table = json.loads(path.read_text("utf-8")) if path.exists() else {}
    return table


@cache
def _read(code: str) -> Table:
    """The three sources of a language merged, later ones first in force."""
    tables, extra = [_common(), _cldr(code)], HERE / "extra" / f"{code}.toml"
    if extra.exists():
        tables.append(tomllib.loads(extra.read_text("utf-8")))
    merged: Table = {}
    for table in tables:
        if "decimal" in table.get("numbers", {}) and "group" in table["numbers"]:
            merged.get("numbers", {}).pop("group", None)
        _merge(merged, table)
    return merged


def _merge(into: Table, table: Mapping[str, Any]) -> None:
    for key, value in table.items():
        if isinstance(value, Mapping):
            _merge(into.setdefault(key, {}), value)
        elif isinstance(value, list):
            into[key] = [*into.get(key, []), *value]
        else:
            into[key] = value
