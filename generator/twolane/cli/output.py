"""Writes what a command has to say: to a file, or to the terminal in the colours that it can show."""

from __future__ import annotations

import sys
from pathlib import Path

import typer
from rich.console import Console

from twolane.cli.outcome import CommandFailed, ReaderGone
from twolane.loading.settings import Settings
from twolane.reports.style import Style, coloured, plain

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


def write(text: str, file: Path | None = None) -> None:
    """Writes ``text`` to ``file`` in UTF-8, or to standard output; raises ``CommandFailed`` where that fails."""
    if file is None:
        _print(text)
        return
    try:
        file.write_bytes(text.encode("utf-8", "backslashreplace"))
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise CommandFailed(f"The report cannot be written to {file}: {reason}.") from error


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
    """Raises ``CommandFailed`` where a report would take the place of a definition or a page."""
    folders = (settings.root / settings.definitions, settings.root / settings.pages)
    target = output.resolve()
    if target.is_file() and any(target.is_relative_to(folder.resolve()) for folder in folders):
        raise CommandFailed(f"{output} is a file of the playbook; name another one for the report.")
