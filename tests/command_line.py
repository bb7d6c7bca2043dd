"""Running the command line inside the tests."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from factcheck.cli import main

Capture = pytest.CaptureFixture[str]


@dataclass(frozen=True)
class Outcome:
    """What a command left behind: exit code, standard output, standard error."""

    code: int
    out: str
    err: str


def factcheck(capsys: Capture, *args: object) -> Outcome:
    """Run the command line with these arguments."""
    capsys.readouterr()
    with pytest.raises(SystemExit) as stop:
        main([str(arg) for arg in args])
    assert isinstance(stop.value.code, int)
    return Outcome(stop.value.code, *capsys.readouterr())
