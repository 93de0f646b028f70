"""`twolane diff`: what changed between two versions of a playbook, and what that means."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Annotated, TypeAlias

import typer

from twolane.changes.accepted_changes import approved
from twolane.changes.change import Comparison
from twolane.changes.levels import Level
from twolane.cli import option_values
from twolane.cli.collector import collector_paused
from twolane.cli.outcome import Code, CommandFailed
from twolane.cli.playbook_choice import settings_at, way_to
from twolane.cli.progress import working
from twolane.cli.shared_options import AsOf, Colour
from twolane.cli.written_output import note, refuse_to_overwrite_sources, style_for, write
from twolane.comparing import NoSuchProcess, NotComparable, compare_versions
from twolane.configuration.option_kinds import NEVER
from twolane.configuration.settings import Settings
from twolane.history.git_troubles import GitMissing, GitTrouble, HistoryMissing
from twolane.history.release_specs import NoSuchRelease
from twolane.history.versions import NoSuchVersion, version_of, working_copy
from twolane.reports.of_changes import markdown
from twolane.reports.of_changes.change_formats import FORMATS
from twolane.reports.of_changes.markdown_entry import Links as MarkdownLinks
from twolane.reports.of_changes.text import summary

LEVELS = ("major", "minor", "patch")
NOT_KNOWN = (
    "A part of what is compared could not be read, so nobody knows whether more has changed: the notes say what. "
    "{option} takes that for a failure."
)
_FOR_PEOPLE = ("text", "markdown", "html")
"""The formats in which the report itself says what a reader has to know of a version."""
_RANGE = re.compile(r"([^.].*?)(\.{2,3})([^./\\:].*)")

Old: TypeAlias = Annotated[
    str,
    typer.Argument(
        metavar="OLD",
        help="The version to compare with: a branch, tag or commit of git (main, HEAD~3), REV... for where this branch "
        "left REV, REV:folder for a playbook that was in another folder there, a release (new-business@1.2.0, "
        "new-business@latest), a folder, or a file.",
    ),
]
New: TypeAlias = Annotated[
    str | None,
    typer.Argument(metavar="NEW", help="The version that is judged, named likewise; default: the files here."),
]
Format: TypeAlias = Annotated[
    str,
    typer.Option(
        help=f"How to report: {', '.join(FORMATS)}.", callback=option_values.one_of(FORMATS), metavar="FORMAT"
    ),
]
Process: TypeAlias = Annotated[
    str | None, typer.Option(help="Compare this process alone, by its id.", metavar="PROCESS")
]
FailOn: TypeAlias = Annotated[
    str,
    typer.Option(
        help=f"The smallest change that fails: {', '.join((*LEVELS, NEVER))}. Unless it is given, changes of any size "
        "end with 0. What approvals accept never fails; a version that could not be read whole always does.",
        callback=option_values.one_of((*LEVELS, NEVER)),
        metavar="LEVEL",
    ),
]
Links: TypeAlias = Annotated[
    str | None,
    typer.Option(
        help="With --format markdown: what stands before the path of a file to make its address, such as "
        "https://github.com/acme/playbook/blob/main/, so that each change leads to its line.",
        metavar="URL",
    ),
]
Folder: TypeAlias = Annotated[
    Path | None, typer.Option(metavar="DIR", help="The playbook's folder; default: this one or one above it.")
]
Output: TypeAlias = Annotated[Path | None, typer.Option(help="Write the report to this file.", metavar="FILE")]


def command(
    old: Old,
    new: New = None,
    format: Format = "text",
    process: Process = None,
    fail_on: FailOn = NEVER,
    as_of: AsOf = None,
    links: Links = None,
    playbook: Folder = None,
    output: Output = None,
    color: Colour = "auto",
) -> None:
    """Say what changed between two versions of the playbook: what it breaks, for whom, and who must read again.

    Ends with 0 unless --fail-on is given, 1 if a change is at or above that level or a part could not be read, 2 if
    the command is wrong, 3 if nothing could be read, 4 if git or the part of its history that is needed is missing.
    """
    settings = _settings(playbook, as_of, old, new)
    if output is not None:
        refuse_to_overwrite_sources(output, settings)
    with working("Comparing both versions"), collector_paused():
        comparison = compared(settings, old, new, process or "")
    style = style_for(color, output)
    report = _linked(comparison, format, links) if links else FORMATS[format].render(comparison, style)
    write(report, output)
    for each in comparison.notes if format not in _FOR_PEOPLE else ():
        note(each)
    if format != "text" or output is not None:
        note(summary(comparison) or ("Not known." if comparison.incomplete else "Nothing has changed."))
    if comparison.incomplete and fail_on != NEVER:
        note(NOT_KNOWN.format(option="--fail-on"))
    raise typer.Exit(_code(comparison, fail_on))


def _settings(playbook: Path | None, as_of: date | None, old: str, new: str | None) -> Settings:
    """The settings of the playbook; two files or folders can also be compared where there is none."""
    try:
        return settings_at(playbook, as_of=as_of)
    except CommandFailed:
        if playbook is None and new is not None and Path(old).exists() and Path(new).exists():
            return Settings(Path.cwd(), as_of=as_of) if as_of else Settings(Path.cwd())
        raise


def compared(
    settings: Settings, old: str, new: str | None = None, process: str = "", way: str | None = None
) -> Comparison:
    """The comparison of two versions as one names them, with what approvals accept on the day on which is judged.

    Files are named as seen from the working directory, or with ``way`` in front. Raises ``CommandFailed`` where it
    cannot be made.
    """
    way = way_to(settings.root) if way is None else way
    if new is None:
        old, new = _both(old)
    try:
        before = version_of(old, settings, way)
        after = version_of(new, settings, way) if new else working_copy(settings, way)
        return approved(compare_versions(before, after, process), settings.as_of)
    except (GitMissing, HistoryMissing) as missing:
        raise CommandFailed(str(missing), Code.VERSION_MISSING) from missing
    except NotComparable as nothing:
        code = Code.WRONG_USAGE if isinstance(nothing, NoSuchProcess) else Code.NOTHING_READABLE
        raise CommandFailed(str(nothing), code) from nothing
    except (GitTrouble, NoSuchVersion, NoSuchRelease) as trouble:
        raise CommandFailed(str(trouble)) from trouble


def _linked(comparison: Comparison, format: str, links: str) -> str:
    """The report whose changes lead to their lines; raises ``CommandFailed`` where that cannot be."""
    if FORMATS[format] is not markdown:
        raise CommandFailed("--links goes with --format markdown; the other formats say file and line by themselves.")
    if not links.startswith(("https://", "http://")):
        raise CommandFailed(
            f"“{links}” is no address; --links is one such as https://github.com/acme/playbook/blob/main/."
        )
    return markdown.render(comparison, links=MarkdownLinks(files=links.rstrip("/") + "/"))


def _both(spec: str) -> tuple[str, str | None]:
    """The two versions of a range as git names them: ``A..B``, or ``A...B`` for what B changed since it left A."""
    found = _RANGE.fullmatch(spec)
    if found is None:
        return spec, None
    left, dots, right = found.groups()
    return (spec, right) if dots == "..." else (left, right)


def _code(comparison: Comparison, fail_on: str) -> Code:
    if fail_on == NEVER:
        return Code.CLEAN
    least = Level.of(fail_on)
    failing = comparison.incomplete or any(each.level >= least and not each.approved for each in comparison.changes)
    return Code.FINDINGS if failing else Code.CLEAN
