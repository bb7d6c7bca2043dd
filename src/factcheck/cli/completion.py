"""factcheck completion: commands, options and names completed by the shell."""

from __future__ import annotations

import click

from factcheck.cli._options import example

SHELLS = ("bash", "zsh", "fish")


@click.command(
    epilog=example(
        'eval "$(factcheck completion bash)"   # in ~/.bashrc',
        'eval "$(factcheck completion zsh)"    # in ~/.zshrc, after compinit',
        "factcheck completion fish > ~/.config/fish/completions/factcheck.fish",
    )
)
@click.argument("shell", type=click.Choice(SHELLS))
def command(shell: str) -> None:
    """Print what makes a SHELL complete commands, options, formats and checks."""
    from click.shell_completion import get_completion_class

    from factcheck.cli import commands

    complete = get_completion_class(shell)
    assert complete is not None  # click knows all of SHELLS
    click.echo(complete(commands, {}, "factcheck", "_FACTCHECK_COMPLETE").source())
