"""Ledgers (claims.json of a case) as records."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from factcheck.errors import InputError
from factcheck.model import Fact, Kind, Ledger, LedgerName
from factcheck.records.basic import amounts, amounts_from, decimal_from_text, sparse
from factcheck.records.explaining import shown
from factcheck.records.schemas import Record, validate


def read_ledger(path: str | Path) -> Ledger:
    """The ledger that a file holds. InputError with file, place, reason and hint."""
    from factcheck.files import read_text
    from factcheck.records.validation import parse_json

    return ledger_from_record(parse_json(read_text(path), path), path)


def ledger_from_record(record: object, file: str | Path | None = None) -> Ledger:
    """The ledger that a JSON value holds, validated first. InputError names the file and the place within it."""
    validate(record, "ledger", file=file)
    assert isinstance(record, dict)  # the schema says so
    check_ledger(record, file)
    facts = tuple(_fact(item) for item in record["facts"])
    return Ledger(facts, tuple(_name(item) for item in record.get("names", ())))


def ledger_to_record(ledger: Ledger) -> Record:
    """A ledger as a record of the ledger schema."""
    return {
        "version": 1,
        "facts": [_fact_to_record(fact) for fact in ledger.facts],
        **sparse(names=[_name_to_record(name) for name in ledger.names]),
    }


def check_ledger(record: Mapping[str, Any], file: str | Path | None = None) -> None:
    """What no schema can say: ids and names are unique, ranges go upwards. Takes a valid record; InputError."""
    _unique([fact["id"] for fact in record["facts"]], "facts", "id", file)
    _unique([name["name"] for name in record.get("names", ())], "names", "name", file)
    for index, fact in enumerate(record["facts"]):
        low, high = decimal_from_text(fact.get("value")), decimal_from_text(fact.get("upper"))
        if low is not None and high is not None and high <= low:
            place, hint = f"facts[{index}].upper", "`value` is the lower end, `upper` the upper one"
            raise InputError(f"{fact['upper']} is not above {fact['value']}", file=file, place=place, hint=hint)


def _unique(values: Iterable[str], table: str, key: str, file: str | Path | None) -> None:
    values = list(values)
    twice = next((value for value, count in Counter(values).items() if count > 1), None)
    if twice is not None:
        first, second = [index for index, value in enumerate(values) if value == twice][:2]
        reason = f"{shown(twice)} is taken already by {table}[{first}]"
        hint = f"each needs its own {key}"
        raise InputError(reason, file=file, place=f"{table}[{second}].{key}", hint=hint)


def _fact(record: Mapping[str, Any]) -> Fact:
    texts = {key: record[key] for key in ("subject", "source", "headline") if key in record}
    kind = Kind(record["kind"])
    return Fact(record["id"], kind, record["sentence"], **amounts_from(record), **texts)


def _fact_to_record(fact: Fact) -> Record:
    return {
        "id": fact.id,
        "kind": str(fact.kind),
        **amounts(fact),
        **sparse(subject=fact.subject),
        "sentence": fact.sentence,
        **sparse(source=fact.source, headline=fact.headline),
    }


def _name(record: Mapping[str, Any]) -> LedgerName:
    renderings = {lang: tuple(forms) for lang, forms in record.get("renderings", {}).items()}
    return LedgerName(record["name"], record.get("kind", ""), renderings)


def _name_to_record(name: LedgerName) -> Record:
    renderings = {lang: list(forms) for lang, forms in name.renderings.items()}
    return {"name": name.name, **sparse(kind=name.kind, renderings=renderings)}
