"""Reports: one file a format, found by its name. json.py is the format "json", sarif_all.py
"sarif-all"; files that begin with _ are helpers.

Every format is a pure function render(report, ...) -> str: the same report always gives the same text.
"""

from __future__ import annotations

import importlib
import pkgutil
from typing import TYPE_CHECKING, Any

from factcheck.errors import InputError

if TYPE_CHECKING:
    from factcheck.model import Report


def formats() -> tuple[str, ...]:
    """The names of all formats, sorted."""
    names = (found.name for found in pkgutil.iter_modules(__path__))
    return tuple(sorted(name.replace("_", "-") for name in names if name[0] != "_"))


def render(report: Report, format: str, **options: object) -> str:
    """The report in a format, ending in a line end.

    options: what the format can be told, such as color and width of "text" or fail_on of "junit"; those that it does
    not know are not meant for it and are ignored. InputError for an unknown format, with the nearest known one.
    """
    import inspect

    if format not in formats():
        raise _unknown(format)
    function = module(format).render
    known = inspect.signature(function).parameters
    text: str = function(report, **{name: value for name, value in options.items() if name in known})
    return text


def module(format: str) -> Any:
    """The module of a format, by the format's name."""
    return importlib.import_module(f"{__name__}.{format.replace('-', '_')}")


def _unknown(format: str) -> InputError:
    from difflib import get_close_matches

    near = get_close_matches(format, formats(), 1, 0.5)
    known = f"known: {', '.join(formats())}"
    return InputError(f"unknown format {format!r}", hint=f"did you mean {near[0]!r}?" if near else known)
