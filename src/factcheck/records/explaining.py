"""What is wrong with a record, in the words of someone who wrote it by hand."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factcheck.errors import InputError

if TYPE_CHECKING:
    from jsonschema import ValidationError

_Fault = Any
"""A ValidationError: its parts are typed as perhaps unset, which they never are after validation."""

_SHOWN = 60
_TYPES = {
    "string": "a text in quotes",
    "integer": "a whole number",
    "number": "a number",
    "boolean": "true or false",
    "array": "a list [...]",
    "object": "an object {...}",
    "null": "null",
}


def explain(error: ValidationError, *, file: str | Path | None = None, place: str = "") -> InputError:
    """The fault as an InputError: place within the record, reason, and what to write instead."""
    reason, hint = _EXPLAINED.get(str(error.validator), _other)(error)
    within = path_of(error.absolute_path)
    where = ", ".join(part for part in (place, within) if part)
    return InputError(reason, file=file, place=where or None, hint=hint or _description(error))


def path_of(steps: Iterable[str | int]) -> str:
    """A path as one would write it: facts[2].value; keys with other characters in quotes."""
    text = ""
    for step in steps:
        if isinstance(step, int):
            text += f"[{step}]"
        elif step.replace("_", "a").isalnum():
            text += f".{step}" if text else step
        else:
            text += f"[{shown(step)}]"
    return text


def shown(value: object) -> str:
    """A value as JSON would have it, cut where it is long."""
    import json

    if isinstance(value, dict | list):
        return "an object" if isinstance(value, dict) else "a list"
    if isinstance(value, str) and len(value) > _SHOWN:
        value = value[:_SHOWN] + "…"
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= _SHOWN * 2 else text[: _SHOWN * 2] + "…"


def nearest(word: object, known: Iterable[object]) -> str:
    """A hint with the known word that was probably meant, else with all of them."""
    words = [str(item) for item in known]
    near = get_close_matches(str(word)[:_SHOWN], words, 1, 0.6)
    return f"did you mean {shown(near[0])}?" if near else f"known: {', '.join(words)}"


def _required(error: _Fault) -> tuple[str, str]:
    key = next(key for key in error.validator_value if key not in error.instance)
    about = error.schema.get("properties", {}).get(key, {})
    return f"lacks the key {shown(key)}", str(about.get("description", "")).rstrip(".")


def _unknown_key(error: _Fault) -> tuple[str, str]:
    known = error.schema["properties"]
    key = next(key for key in error.instance if key not in known)
    return f"unknown key {shown(key)}", nearest(key, known)


def _enum(error: _Fault) -> tuple[str, str]:
    return f"{shown(error.instance)} is not known here", nearest(error.instance, error.validator_value)


def _const(error: _Fault) -> tuple[str, str]:
    return f"must be {shown(error.validator_value)}, not {shown(error.instance)}", ""


def _type(error: _Fault) -> tuple[str, str]:
    wanted = _TYPES.get(str(error.validator_value), str(error.validator_value))
    number = isinstance(error.instance, int | float) and not isinstance(error.instance, bool)
    hint = f'write "{error.instance}"' if number and error.validator_value == "string" else ""
    return f"must be {wanted}, not {shown(error.instance)}", hint if len(hint) < _SHOWN else ""


def _pattern(error: _Fault) -> tuple[str, str]:
    examples = error.schema.get("examples", [])
    hint = "such as " + ", ".join(shown(example) for example in examples) if examples else ""
    return f"{shown(error.instance)} is not written as it must be", hint


def _too_short(error: _Fault) -> tuple[str, str]:
    return "is empty" if not error.instance else f"{shown(error.instance)} is too short", ""


def _too_long(error: _Fault) -> tuple[str, str]:
    return f"has {len(error.instance)} items or characters; at most {error.validator_value} may be there", ""


def _dependent(error: _Fault) -> tuple[str, str]:
    for key, others in error.validator_value.items():
        for other in others:
            if key in error.instance and other not in error.instance:
                return f"{shown(key)} needs {shown(other)} beside it", ""
    return _other(error)


def _any_of(error: _Fault) -> tuple[str, str]:
    return f"{shown(error.instance)} has none of the forms that may stand here", ""


def _other(error: _Fault) -> tuple[str, str]:
    text = error.message
    return text if len(text) <= _SHOWN * 2 else text[: _SHOWN * 2] + "…", ""


def _description(error: _Fault) -> str | None:
    """What the schema says about the place, which helps when nothing nearer is known."""
    schema: Any = error.schema
    text = schema.get("description") if isinstance(schema, dict) else None
    return str(text).rstrip(".") if text else None


_EXPLAINED: dict[str, Callable[[_Fault], tuple[str, str]]] = {
    "required": _required,
    "additionalProperties": _unknown_key,
    "enum": _enum,
    "const": _const,
    "type": _type,
    "pattern": _pattern,
    "minLength": _too_short,
    "minItems": _too_short,
    "maxLength": _too_long,
    "maxItems": _too_long,
    "dependentRequired": _dependent,
    "anyOf": _any_of,
}
