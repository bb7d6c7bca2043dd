"""Reading JSON that others wrote: with a place for every fault, and never more than a bounded file."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NoReturn

from factcheck.errors import InputError
from factcheck.files import read_text
from factcheck.records.decisions import decisions_from_record
from factcheck.records.explaining import shown
from factcheck.records.ledgers import ledger_from_record
from factcheck.records.reports import report_from_record
from factcheck.records.schemas import validate

_HINT = 'a ledger holds "version" and "facts"; claims, findings and reports say which they are: "record"'


def validate_file(path: str | Path) -> str:
    """Hold a file against the schema that its content asks for, and name that schema.

    "ledger", "decisions", "report", "baseline", "finding", "claim" or "notice"; "records" for JSON lines of these
    three.
    InputError with file, place ("facts[2].value", "line 14, span[1]", "line 3, column 8"), reason and hint for the
    first fault.
    Reads files of up to files.MAX_BYTES; only one line at a time is held as JSON of a JSON lines file.
    """
    text = read_text(path)
    rows = _rows(text)
    if _is_lines(text, path):
        for number, row in rows:
            _validate_value(parse_json(row, path, line=number), path, f"line {number}", ("claim", "finding", "notice"))
        return "records"
    return _validate_value(parse_json(text, path), path, "", ("baseline", "claim", "finding", "notice", "report"))


def parse_json(text: str, file: str | Path | None = None, *, line: int = 0) -> Any:
    """The value that strict JSON holds. InputError with line and column.

    Refuses what readers disagree about: a key that stands twice, NaN and Infinity. line: the number of the line,
    where the text is one line of a file.
    """
    row = f"line {line}" if line else None
    try:
        return json.loads(text, object_pairs_hook=_unique, parse_constant=_refuse, parse_int=_whole)
    except json.JSONDecodeError as error:
        place = f"line {line or error.lineno}, column {error.colno}"
        raise InputError(f"is not JSON: {_reason(error)}", file=file, place=place, hint=_help(text, error)) from None
    except RecursionError:
        raise InputError("is nested too deeply", file=file, place=row, hint="no record needs that") from None
    except ValueError as error:
        raise InputError(str(error), file=file, place=row) from None


def _rows(text: str) -> Iterator[tuple[int, str]]:
    """The lines that hold something, with their numbers from 1. Only "\\n" ends a line: JSON may hold other ends."""
    start, number = 0, 1
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        row = text[start:end].strip()
        if row:
            yield number, row
        start, number = end + 1, number + 1


def _is_lines(text: str, path: str | Path) -> bool:
    """JSON lines: the file is named so, or more follows after a first line that is an object by itself."""
    rows = _rows(text)
    first, second = next(rows, None), next(rows, None)
    if first is None:
        raise InputError("is empty", file=path, hint=_HINT)
    named = str(path).lower().endswith((".jsonl", ".ndjson"))
    opening, closing = first[1][0], first[1][-1]
    return named or (second is not None and opening == "{" and (closing == "}" or second[1][0] == "{"))


def _validate_value(value: object, path: str | Path, place: str, known: tuple[str, ...]) -> str:
    if not isinstance(value, dict):
        raise InputError(f"holds {shown(value)}, not an object", file=path, place=place or None, hint=_HINT)
    record = value.get("record")
    if record is None and "report" in known and ("facts" in value or "names" in value):
        ledger_from_record(value, path)
        return "ledger"
    if record is None and "report" in known and "decisions" in value:
        decisions_from_record(value, path)
        return "decisions"
    if record not in known:
        reason = f'its "record" is {shown(record)}' if "record" in value else 'lacks the key "record"'
        raise InputError(reason, file=path, place=place or None, hint=_HINT)
    if record == "report":
        report_from_record(value, path)
    else:
        validate(value, str(record), file=path, place=place)
    return str(record)


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    table = dict(pairs)
    if len(table) < len(pairs):
        keys = [key for key, _ in pairs]
        twice = next(key for key in table if keys.count(key) > 1)
        raise ValueError(f"the key {shown(twice)} stands twice in one object")
    return table


def _refuse(text: str) -> NoReturn:
    raise ValueError(f"{text} is no value of JSON")


def _whole(text: str) -> int:
    """Python would refuse very long numbers with advice for programmers."""
    if len(text) > 100:
        raise ValueError(f"a number of {len(text)} digits: write exact amounts as text in quotes")
    return int(text)


def _reason(error: json.JSONDecodeError) -> str:
    text = error.msg[:1].lower() + error.msg[1:]
    return text.removesuffix(": ").removesuffix(" starting at")


def _help(text: str, error: json.JSONDecodeError) -> str:
    before, here = text[: error.pos].rstrip()[-1:], text[error.pos : error.pos + 1]
    if here in ("]", "}") or before == ",":
        return "is there a comma after the last item?"
    if here == "'":
        return 'JSON knows only "double quotes"'
    if error.msg.startswith(("Unterminated", "Invalid control")):
        return "a text must end in quotes, and on the line it began in"
    if not here:
        return "the end is missing: was the file cut off?"
    return f"found {shown(here)}"
