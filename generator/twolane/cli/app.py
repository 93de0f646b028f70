"""The program's commands: one import and one line here per command."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Annotated

import typer

from twolane import __version__
from twolane.cli import align, build, check, comment, diff, explain, gitdiff, new, pages, release, schema, serve

app = typer.Typer(
    name="twolane",
    help="Turns definitions of how buyers buy and how we sell into a playbook site.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
COMMANDS: Mapping[str, Callable[..., None]] = {
    "new": new.command,
    "check": check.command,
    "align": align.command,
    "diff": diff.command,
    "comment": comment.command,
    "gitdiff": gitdiff.command,
    "release": release.command,
    "build": build.command,
    "serve": serve.command,
    "pages": pages.command,
    "explain": explain.command,
    "schema": schema.command,
}
"""Every command by its name; its docstring is its help."""

for _name, _command in COMMANDS.items():
    app.command(_name)(_command)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"twolane {__version__}")
        raise typer.Exit


@app.callback()
def options(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version and end.")
    ] = False,
    show_all: Annotated[
        bool, typer.Option("--traceback", help="Show where in the program a failure arose; also TWOLANE_TRACEBACK=1.")
    ] = False,
) -> None:
    """Takes the options that stand before the command; `--traceback` has been dealt with by then."""
