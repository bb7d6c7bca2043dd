"""The command line: `main` runs a command and turns whatever happens into an exit code.

0: clean. 1: findings at or above the gate. 2: something could not be checked. 130: interrupted.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import NoReturn

import click

from factcheck import __version__
from factcheck.errors import FULL, NO_WAY, FactcheckError
from factcheck.gate import CANNOT_CHECK, INTERRUPTED

COMMANDS = (
    "init",
    "run",
    "check",
    "lint",
    "review",
    "decide",
    "report",
    "baseline",
    "extract",
    "translate",
    "validate",
    "config",
    "engines",
    "models",
    "languages",
    "checks",
    "explain",
    "completion",
)
"""In the order of the help. Each is a module of this package that holds a click command named `command`."""


class Commands(click.Group):
    """The commands, each imported only when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """The names of all commands, in the order of the help."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """The command with a name, or None."""
        if cmd_name not in COMMANDS:
            return None
        command = import_module(f"{__name__}.{cmd_name}").command
        assert isinstance(command, click.Command)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that the arguments ask for; for an unknown one, an error with the nearest."""
        if args[0] not in COMMANDS and not args[0].startswith("-"):
            from factcheck.tomlfiles import did_you_mean

            raise click.UsageError(f"no command {args[0]!r}; {did_you_mean(args[0], COMMANDS)}", ctx)
        return super().resolve_command(ctx, args)


@click.group(
    cls=Commands,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Exit codes: 0 clean, 1 findings at or above the gate, 2 something could not be checked.\n\n"
    "Example: factcheck run claims/openai-founders",
)
@click.version_option(__version__, "-V", "--version", message="%(prog)s %(version)s")
def commands() -> None:
    """Find out whether an article's translations still state its facts."""


_SELDOM = 100_000, 50, 1000
"""Objects after which garbage is looked for. Languages are tables of many small objects that all stay: to go through
them again and again, as by default, takes a sixth of the time until they are loaded."""


def main(args: Sequence[str] | None = None) -> NoReturn:
    """Run the command line and exit. FACTCHECK_DEBUG=1 shows the traceback of an unexpected error."""
    gc.set_threshold(*_SELDOM)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # a terminal that lacks a letter shows its code instead of failing
            stream.reconfigure(errors="backslashreplace")
    if hasattr(sys.stdout, "reconfigure") and not sys.stdout.isatty() and "PYTHONIOENCODING" not in os.environ:
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")  # as in a file
    sys.exit(_run(args))


def _run(args: Sequence[str] | None) -> int:
    try:
        code = commands.main(args, prog_name="factcheck", standalone_mode=False)
        sys.stdout.flush()
        return code if isinstance(code, int) else 0
    except click.ClickException as error:
        error.show()
    except (click.Abort, KeyboardInterrupt):
        _say("interrupted")
        return INTERRUPTED
    except SystemExit as error:  # click's way out when the reader of our output has left, and of shell completion
        return 0 if error.code in (0, None) else CANNOT_CHECK
    except FactcheckError as error:
        _say(str(error))
    except OSError as error:
        if error.errno in FULL:
            _say(f"cannot be written: {error.strerror} (make room, then run it again)")
        elif error.errno in NO_WAY and error.filename:
            _say(f"{error.filename!s:.200}: {error.strerror} (check the path and its permissions)")
        else:
            _unexpected(error)
    except BaseException as error:  # also what is no Exception: an engine's panic
        _unexpected(error)
    return CANNOT_CHECK


def _unexpected(error: BaseException) -> None:
    if os.environ.get("FACTCHECK_DEBUG") == "1":
        import traceback

        traceback.print_exc()
    what = f"{type(error).__name__}: {error}"
    _say(f"internal error: {what} (FACTCHECK_DEBUG=1 shows where; please report it)")


def _say(message: str) -> None:
    from factcheck.cli._console import printable

    click.echo(f"factcheck: {printable(message)}", err=True)
