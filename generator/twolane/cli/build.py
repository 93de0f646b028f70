"""`twolane build`: checks the playbook, then builds its site beside the old one and exchanges the two."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

from twolane.cli.exchange import building_beside
from twolane.cli.mkdocs_log import mkdocs_messages
from twolane.cli.options import AsOf, Audience, Directory, FailOn
from twolane.cli.outcome import CommandFailed
from twolane.cli.output import write
from twolane.cli.playbook import judged_on, settings_at
from twolane.cli.progress import counting
from twolane.cli.site import audience_of, default_config, judged, told


def command(
    directory: Directory = None,
    output: Annotated[
        Path | None, typer.Option(metavar="FOLDER", help="Where to put the site; default: what mkdocs.yml says.")
    ] = None,
    fail_on: FailOn = None,
    as_of: AsOf = None,
    audience: Audience = None,
    replace: Annotated[
        bool, typer.Option("--replace", help="Give up files in the site's folder that no build put there.")
    ] = False,
) -> None:
    """Check the playbook and build its site; the old site stays until the new one is whole."""
    # MkDocs and Material take half a second to load, which the other commands need not wait for.
    from twolane.mkdocs import building

    settings = settings_at(directory)
    day = judged_on(as_of, settings)
    checked = judged(settings, day, fail_on)
    shown_to = audience_of(checked, settings, audience)
    setup = building.Setup(settings.root, default_config(), settings.pages, day, checked, shown_to)
    try:
        with mkdocs_messages(), told():
            target = output or building.site_folder(setup)
            with building_beside(target, replace) as work, counting("Building the site") as on_page:
                building.build(setup, work, on_page)
    except building.BuildFailed as failure:
        raise CommandFailed(f"The site was not built; the old one is as it was. {failure}".strip()) from failure
    title = checked.playbook.settings.title if checked.playbook else ""
    write(f"Built “{title}” into {_shown(target)}. Open {_shown(target / 'index.html')}, or run `twolane serve`.\n")


def _shown(path: Path) -> str:
    """The path as one would type it here."""
    try:
        relative = os.path.relpath(path)
    except ValueError:  # another drive of Windows
        return str(path)
    return str(path) if relative.startswith("..") else relative
