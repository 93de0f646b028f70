"""`twolane gitdiff`: what git calls to show a changed definition, in sentences instead of lines."""

from __future__ import annotations

import difflib
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Annotated

import typer

from twolane.cli.outcome import CommandFailed
from twolane.cli.written_output import style_for, write
from twolane.comparing import NotComparable, compare_versions
from twolane.configuration.config_files import find_root
from twolane.history.versions import Version
from twolane.loading.enclosure import Enclosure
from twolane.loading.file_names import SHARED, is_process
from twolane.loading.folder import read_definitions
from twolane.reports.of_changes import text
from twolane.reports.style import Style
from twolane.reports.visible import visible

_UNMERGED, _USUAL = 1, 7
"""How many arguments git gives: for a file with a conflict its path, else seven, and two more after a rename."""


@dataclass(frozen=True, slots=True)
class _FileStates:
    """The two states of one file; ``path`` is where it is below the root of the working copy."""

    path: str
    old: bytes | None
    new: bytes | None


def command(
    arguments: Annotated[
        list[str],
        typer.Argument(
            metavar="PATH OLD-FILE OLD-HEX OLD-MODE NEW-FILE NEW-HEX NEW-MODE",
            help="As git gives them to such a program.",
        ),
    ],
) -> None:
    """Show a changed definition in sentences; git calls this itself once it is told to.

    Tell it with `git config diff.twolane.command "twolane gitdiff"`, and name the files in .gitattributes:
    `process/*.yml diff=twolane` and `process/*/process.yml diff=twolane`.
    """
    if len(arguments) == _UNMERGED:
        write(f"{visible(arguments[0])} has a conflict that has to be solved first.\n")
        return
    if len(arguments) < _USUAL:
        raise CommandFailed("This command is called by git; `twolane diff` is the one for people.")
    states = _FileStates(arguments[0], _content(arguments[1]), _content(arguments[4]))
    style = style_for("always" if os.environ.get("GIT_PAGER_IN_USE") and not os.environ.get("NO_COLOR") else "auto")
    write("".join(f"{line}\n" for line in _shown(states, style)))


def _shown(states: _FileStates, style: Style) -> Iterator[str]:
    yield style("message", f"twolane diff {visible(states.path)}")
    report = _sentences(states, style)
    if report:
        yield from report.rstrip("\n").split("\n")
    else:
        # Notes, comments and layout are no changes of the process, but somebody may look for them.
        yield from _lines(states, style)
    yield ""


def _sentences(states: _FileStates, style: Style) -> str:
    """What changed, in sentences; empty where the file is no definition, or cannot be told from another so."""
    folder, name = _place(Path(states.path))
    if not name:
        return ""
    found, _ = read_definitions(folder, Enclosure.of(find_root(folder) or folder))
    around = {path: data for path, data in found.items() if path in SHARED or is_process(path)}
    prefix = "" if folder == Path() else folder.as_posix()
    old, new = (
        Version(label, _with(around, name, data), prefix)
        for label, data in (("before", states.old), ("after", states.new))
    )
    try:
        comparison = compare_versions(old, new)
    except NotComparable:
        return ""
    return text.render(comparison, style) if comparison.changes else ""


def _place(path: Path) -> tuple[Path, str]:
    """The folder of the definitions that a file belongs to, and its path below that; empty where it is none."""
    if is_process(f"{path.parent.name}/{path.name}"):
        return path.parent.parent, f"{path.parent.name}/{path.name}"
    return path.parent, path.name if path.name in SHARED else ""


def _with(around: Mapping[str, bytes], name: str, data: bytes | None) -> Mapping[str, bytes]:
    others = {path: each for path, each in around.items() if path != name}
    return MappingProxyType(others if data is None else {**others, name: data})


def _lines(states: _FileStates, style: Style) -> Iterator[str]:
    """The lines that differ, as git shows them."""
    before, after = (_text(data).splitlines() for data in (states.old, states.new))
    if before == after and states.old != states.new:
        yield style("gutter", "Only the ends of lines differ.")
    looks = {"-": "old", "+": "new", "@": "gutter"}
    for line in difflib.unified_diff(before, after, lineterm="", n=3):
        yield style(looks.get(line[:1], "none"), visible(line))


def _text(data: bytes | None) -> str:
    return (data or b"").decode("utf-8", "replace")


def _content(file: str) -> bytes | None:
    """What git put into a file; nothing where the file is not there, which it says by naming the null device."""
    return None if file in (os.devnull, "/dev/null", "nul") else Path(file).read_bytes()
