"""`twolane new`: a small playbook to begin with."""

from __future__ import annotations

import os
import shlex
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

import typer

from twolane.cli.code_owners import OWNER_FILES, owner_files
from twolane.cli.host_files import GITLAB, Place, at_the_top, in_its_place, is_for_hosts, place_of, to_add
from twolane.cli.outcome import CommandFailed
from twolane.cli.requirements import FILE, is_complete, requirements_text
from twolane.cli.schema_command import FOLDER, out_of_date
from twolane.cli.unwritten import refusals
from twolane.cli.written_output import write
from twolane.writing.several_files import take_back, write_together
from twolane.writing.targets import refuse_start
from twolane.writing.trouble import NotWritten, reason_of

_STARTER = Path(__file__).parent.parent / "starter" / "1"
_SCHEMAS = f"process/{FOLDER}"
_TITLE = "Our sales playbook"
_HIDDEN = "dot-"
"""Begins the names of files that begin with a dot in the playbook, so that tools leave the starter itself alone."""


def command(
    directory: Annotated[Path, typer.Argument(metavar="DIR", help="The folder to make; it may exist.")],
    title: Annotated[str, typer.Option(help="The title of the playbook.")] = _TITLE,
    missing: Annotated[
        bool, typer.Option("--missing", help="Where files are there already, leave them and write the others.")
    ] = False,
    requirements: Annotated[
        bool,
        typer.Option(
            "--requirements",
            help=f"Write {FILE} alone, anew for the Twolane that is installed: what the checks of a playbook install.",
        ),
    ] = False,
) -> None:
    """Make a small playbook: definitions of every kind, pages, configuration, and checks for GitHub and GitLab."""
    if directory.exists() and not directory.is_dir():
        raise CommandFailed(f"{directory} is a file; name a folder.")
    if requirements:
        _write_requirements(directory)
        return
    place = place_of(directory)
    starter = in_its_place(starter_files(title), place)
    files = {**starter, FILE: requirements_text()}
    hosts = at_the_top(files, place) if place.folder else {}
    files = {name: text for name, text in files.items() if not (hosts and is_for_hosts(name))}
    with refusals():
        refuse_start(directory, (*files, *OWNER_FILES, f"{_SCHEMAS}/any.json"))
        _take_back_what_was_stopped(directory)
        owners = owner_files(directory, starter)
        files, hosts = (files, hosts | owners) if place.folder else (files | owners, hosts)
        present = [name for name in files if os.path.lexists(directory / name)]
        if present and not missing:
            raise CommandFailed(_occupied(directory, present))
        fresh = {directory / name: text.encode() for name, text in files.items() if name not in present}
        write_together(fresh | out_of_date(directory / _SCHEMAS), directory)
        told = _written_for_hosts(hosts, place)
    write(f"{_next_steps(directory)}{told}")
    write(_without_hash("" if FILE in present else files[FILE]))


def _write_requirements(directory: Path) -> None:
    text = requirements_text()
    with refusals():
        refuse_start(directory, (FILE,))
        write_together({directory / FILE: text.encode()}, directory)
    write(f"Wrote {directory / FILE}.\n{_without_hash(text)}")


def _written_for_hosts(hosts: Mapping[str, str], place: Place) -> str:
    """Writes what is looked for at the top of the repository, leaves what is there, and says what is to be done."""
    if not hosts:
        return ""
    _take_back_what_was_stopped(place.top)
    present = {name: _text_of(place.top / name) for name in hosts if os.path.lexists(place.top / name)}
    fresh = {name: text for name, text in hosts.items() if name not in present}
    write_together({place.top / name: text.encode() for name, text in fresh.items()}, place.top)
    lines = [f"\nThe repository begins further up, in {place.top}, and GitHub, GitLab and pre-commit look there alone."]
    lines += ["Written there:", *(f"  {name}" for name in fresh)] if fresh else []
    for each in to_add(hosts, present):
        key = each.lines.partition(":")[0] if each.file == GITLAB else "repos"
        lines += ["", f"{each.file} was there already and stays as it is; put these lines into it (below `{key}:`):"]
        lines += [f"  {line}" for line in each.lines.splitlines()]
    required = f"Require the check playbook-{place.name}, and no other, before changes go into {place.branch}."
    return "\n".join((*lines, "", required)) + "\n"


def _text_of(path: Path) -> str:
    """The text of a file; empty for a link that leads nowhere, or a folder."""
    return path.read_text("utf-8", "replace") if path.is_file() else ""


def _take_back_what_was_stopped(directory: Path) -> None:
    """What an earlier try has begun, which was stopped: its title may have been another."""
    try:
        take_back(directory)
    except OSError as error:
        raise NotWritten(directory, reason_of(error)) from error


def starter_files(title: str = _TITLE) -> dict[str, str]:
    """The files of a new playbook, by path below its folder."""
    found = {}
    for path in sorted(_STARTER.rglob("*")):
        if path.is_file():
            parts = path.relative_to(_STARTER).parts
            name = "/".join(part.replace(_HIDDEN, ".", 1) if part.startswith(_HIDDEN) else part for part in parts)
            found[name] = _titled(path.read_text("utf-8"), name, title)
    return found


def _titled(text: str, name: str, title: str) -> str:
    """The text with the playbook's own title, quoted where YAML could take it for something else."""
    if title == _TITLE:
        return text
    shown = '"' + title.replace("\\", "\\\\").replace('"', '\\"') + '"' if name.endswith(".yml") else title
    return text.replace(_TITLE, shown)


def _occupied(directory: Path, present: list[str]) -> str:
    some = ", ".join(present[:5]) + (", …" if len(present) > 5 else "")
    return (
        f"{directory} has files that a new playbook would write: {some}. Nothing was written. "
        "Name another folder, or say --missing to keep these files and write only the others."
    )


def _without_hash(text: str) -> str:
    """What to do where the hash of Twolane itself is not known; empty where it is."""
    if not text or is_complete(text):
        return ""
    return f"\nOne hash is missing in {FILE}; until it is there, GitHub and GitLab stop. The file says how to get it.\n"


def _next_steps(directory: Path) -> str:
    into = "" if directory.resolve() == Path.cwd() else f"  cd {shlex.quote(str(directory))}\n"
    return (
        f"Made a playbook in {directory}. What next:\n{into}"
        "  twolane build      builds the site into site/; open site/index.html\n"
        "  twolane serve      shows it while you write\n"
        "  twolane check      says what is left to do\n"
        "Begin with process/new-customers/process.yml.\n"
    )
