"""The program's commands: a line here per command, each a module `<name>_command` with a function `command`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import Annotated, Any

import typer
from typer.core import TyperGroup
from typer.main import get_command

from twolane import __version__

COMMANDS = (
    "new",
    "check",
    "align",
    "diff",
    "comment",
    "gitdiff",
    "release",
    "build",
    "serve",
    "pages",
    "explain",
    "schema",
)
"""The name of every command, in the order of the help; the docstring of its function is its help."""
_LOOKS: Mapping[str, Any] = {"add_completion": False, "pretty_exceptions_enable": False, "rich_markup_mode": None}


class _Commands(Mapping[str, Any]):
    """The commands by name, each loaded when it is called for: what one needs would only slow the others down."""

    def __getitem__(self, name: str) -> Any:
        if name not in COMMANDS:
            raise KeyError(name)
        alone = typer.Typer(**_LOOKS)
        alone.command(name)(import_module(f"twolane.cli.{name}_command").command)
        return get_command(alone)

    def __iter__(self) -> Iterator[str]:
        return iter(COMMANDS)

    def __len__(self) -> int:
        return len(COMMANDS)


class _Group(TyperGroup):
    def __init__(self, **attributes: Any) -> None:
        super().__init__(**{**attributes, "commands": _Commands()})


app = typer.Typer(
    name="twolane",
    cls=_Group,
    help="Turns definitions of how buyers buy and how we sell into a playbook site.",
    no_args_is_help=True,
    **_LOOKS,
)


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
