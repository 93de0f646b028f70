"""`twolane align`: how our processes fit the buyer's, where they do not, and what would mend it."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Annotated, TypeAlias

import typer

from twolane.build import aligned
from twolane.checks.misaligned import Aligned
from twolane.cli import option_values
from twolane.cli.check_command import checked_playbook
from twolane.cli.outcome import CommandFailed
from twolane.cli.playbook_choice import settings_at, way_to
from twolane.cli.progress import working
from twolane.cli.shared_options import Colour
from twolane.cli.written_output import refuse_to_overwrite_sources, style_for, write
from twolane.model.playbook_file import Lanes
from twolane.reports.of_alignment.alignment_formats import FORMATS
from twolane.reports.of_alignment.glyphs import UNICODE, glyphs_for
from twolane.reports.of_alignment.report import Report
from twolane.reports.relocation import moved
from twolane.wording.did_you_mean import nearest

_NARROWEST, _WIDEST, _USUAL = 60, 120, 80

ProcessId: TypeAlias = Annotated[
    str | None, typer.Argument(metavar="PROCESS", help="The id of a process; without it, a table of all of them.")
]
Format: TypeAlias = Annotated[
    str,
    typer.Option(
        help=f"How to report: {', '.join(FORMATS)}.", callback=option_values.one_of(FORMATS), metavar="FORMAT"
    ),
]
Folder: TypeAlias = Annotated[
    Path | None, typer.Option(metavar="DIR", help="The playbook's folder; default: this one or one above it.")
]
Output: TypeAlias = Annotated[Path | None, typer.Option(help="Write the report to this file.", metavar="FILE")]


def command(
    process: ProcessId = None,
    format: Format = "text",
    playbook: Folder = None,
    output: Output = None,
    color: Colour = "auto",
) -> None:
    """Compare how we sell with how the buyer buys, and say what would mend the difference.

    Ends with 0 whatever was found, since `twolane check` is what fails; 2 if the command is wrong, 3 if nothing could
    be read, 4 if a library is missing.
    """
    settings = settings_at(playbook)
    if output is not None:
        refuse_to_overwrite_sources(output, settings)
    with working("Comparing both lines"):
        checked = checked_playbook(settings)
        every = aligned(checked)
    way = way_to(settings.root)
    wanted = tuple(replace(each, findings=moved(each.findings, way)) for each in _wanted(every, process))
    lanes = checked.playbook.about.lanes if checked.playbook else Lanes()
    report = Report(
        wanted,
        lanes,
        whole=process is not None or format != "text",
        diagrams=_diagrams(wanted, lanes) if format == "markdown" else {},
        style=style_for(color, output),
        width=_width(output),
        glyphs=UNICODE if output is not None else glyphs_for(sys.stdout.encoding or "utf-8"),
    )
    write(FORMATS[format].render(report), output)


def _wanted(every: tuple[Aligned, ...], id: str | None) -> tuple[Aligned, ...]:
    if id is None:
        return every
    found = tuple(each for each in every if each.alignment.process.id == id)
    if not found:
        known = [each.alignment.process.id for each in every]
        near = nearest(id, known)
        meant = f"Did you mean {near}?" if near else f"There is {', '.join(known)}." if known else "There is none yet."
        raise CommandFailed(f"No process has the id “{id}”. {meant}")
    return found[:1]


def _diagrams(processes: Iterable[Aligned], lanes: Lanes) -> Mapping[str, str]:
    """What passes between both sides, by the id of the process."""
    # Markdown takes a tenth of a second to load, which no other format needs.
    from twolane.links.prose import Prose
    from twolane.mermaid.value_exchange import value_exchange

    plain = Prose(lambda address, _: address).plain
    each = (one.alignment.process for one in processes)
    return {process.id: value_exchange(process, lanes, plain) for process in each}


def _width(output: Path | None) -> int:
    """The columns to fill: the terminal's within reason, else 80."""
    if output is not None or not sys.stdout.isatty():
        return _USUAL
    return max(_NARROWEST, min(shutil.get_terminal_size((_USUAL, 24)).columns, _WIDEST))
