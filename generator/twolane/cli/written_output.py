"""Writes what a command has to say: to a file, or to the terminal in the colours that it can show."""

from __future__ import annotations

import sys
from pathlib import Path

import typer
from rich.console import Console

from twolane.cli.outcome import ReaderGone
from twolane.cli.unwritten import refusals
from twolane.configuration.settings import Settings
from twolane.reports.style import Style, coloured, plain
from twolane.writing.single import write_file
from twolane.writing.sources import Sources
from twolane.writing.targets import refuse_file

COLOURS = ("auto", "always", "never")


def style_for(colour: str, file: Path | None = None) -> Style:
    """The style for standard output: colours on a terminal that shows them, unless NO_COLOR is set."""
    if colour == "never" or (colour == "auto" and file is not None):
        return plain
    if colour == "always":
        return coloured
    console = Console(file=sys.stdout)
    shows = console.color_system is not None and not console.no_color and not console.legacy_windows
    return coloured if console.is_terminal and shows else plain


def write(text: str, file: Path | None = None, public: bool = False) -> None:
    """Writes ``text`` to ``file`` in UTF-8, or to standard output; raises ``CommandFailed`` where that fails.

    A file that is ``public`` is for a web server or a mail: everybody may read it.
    """
    if file is None:
        _print(text)
        return
    with refusals():
        write_file(file, text.encode("utf-8", "backslashreplace"), public)


def _print(text: str) -> None:
    # A Windows console may not have every letter of the playbook.
    encoding = sys.stdout.encoding or "utf-8"
    try:
        sys.stdout.write(text.encode(encoding, "backslashreplace").decode(encoding))
        sys.stdout.flush()
    except BrokenPipeError as error:
        raise ReaderGone from error


def note(text: str) -> None:
    """Says something to the person, beside the output."""
    typer.echo(text, err=True)


def refuse_to_overwrite_sources(output: Path, settings: Settings) -> None:
    """Raises ``CommandFailed`` where a file would take the place of what a playbook is made from, or become that."""
    with refusals():
        refuse_file(output, Sources.of(settings))
