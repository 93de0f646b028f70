"""`twolane serve`: shows the site on this machine, and again after each change of a definition, page or template."""

from __future__ import annotations

from typing import Annotated

import typer

from twolane.cli.mkdocs_log import mkdocs_messages
from twolane.cli.outcome import Code, CommandFailed
from twolane.cli.playbook_choice import settings_at
from twolane.cli.shared_options import Directory


def command(
    directory: Directory = None,
    address: Annotated[
        str | None, typer.Option(metavar="HOST:PORT", help="Where to serve; default: 127.0.0.1:8000.")
    ] = None,
    open_browser: Annotated[bool, typer.Option("--open", help="Open the site in the browser.")] = False,
) -> None:
    """Show the site on this machine while you write; Ctrl+C ends it."""
    # MkDocs and Material take half a second to load, which the other commands need not wait for.
    from twolane.mkdocs import building

    settings = settings_at(directory)
    if not (settings.root / building.CONFIG).is_file():
        message = (
            f"There is no {building.CONFIG} in {settings.root}. `twolane new --missing {settings.root}` makes one."
        )
        raise CommandFailed(message)
    try:
        with mkdocs_messages(everything=True):
            building.serve(settings.root, address, open_browser)
    except building.BuildFailed as failure:
        code = Code.VERSION_MISSING if failure.missing else Code.WRONG_USAGE
        raise CommandFailed(f"The site cannot be served. {failure}".strip(), code) from failure
