"""The JSON Schemas, loaded from beside the source tree or from inside the wheel, and validation against them."""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factcheck.records.explaining import explain

if TYPE_CHECKING:
    from jsonschema import Draft202012Validator
    from referencing import Registry

Record = dict[str, Any]
"""A JSON object."""

_PACKAGE = Path(__file__).parents[1]


@cache
def _folder() -> Path:
    """schemas/ lies inside the package in a wheel, and at the top of the repository in a source tree."""
    inside = _PACKAGE / "schemas"
    return inside if inside.is_dir() else _PACKAGE.parents[1] / "schemas"


@cache
def schema_names() -> tuple[str, ...]:
    """The schemas that are there: "baseline", "claim", "decisions", "finding", "language", "ledger", "notice",
    "report"."""
    return tuple(sorted(path.name.partition(".")[0] for path in _folder().glob("*.schema.json")))


def load_schema(name: str) -> Record:
    """The schema of that name as JSON. KeyError when there is none."""
    if name not in schema_names():
        raise KeyError(name)
    schema: Record = json.loads((_folder() / f"{name}.schema.json").read_text("utf-8"))
    return schema


@cache
def _registry() -> Registry[Any]:
    """All schemas by their $id, so that a $ref between them never leaves the machine."""
    from referencing import Registry, Resource

    schemas = [load_schema(name) for name in schema_names()]
    resources: Iterable[tuple[str, Resource[Any]]] = [(s["$id"], Resource.from_contents(s)) for s in schemas]
    return Registry().with_resources(resources)


@cache
def validator(name: str) -> Draft202012Validator:
    """The compiled validator of a schema. KeyError when there is none."""
    from jsonschema import Draft202012Validator

    return Draft202012Validator(load_schema(name), registry=_registry())


def validate(record: object, name: str, *, file: str | Path | None = None, place: str = "") -> None:
    """Hold a record against a schema. InputError with the place within it ("facts[2].value"), reason and hint.

    place: where the record itself stands, such as "line 14". Of several faults the most telling one is named.
    """
    from jsonschema.exceptions import best_match

    error = best_match(validator(name).iter_errors(record))
    if error is not None:
        raise explain(error, file=file, place=place)
