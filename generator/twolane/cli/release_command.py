"""`twolane release`: gives a process its next version, and freezes that."""

from __future__ import annotations

import shlex
from datetime import date
from pathlib import Path
from typing import Annotated, TypeAlias

import typer

from twolane.build import Checked, context_of
from twolane.changes.change import Change
from twolane.changes.levels import Level
from twolane.changes.next_version import NotReleasable
from twolane.checks.since import softer
from twolane.cli import option_values
from twolane.cli.check_command import judged
from twolane.cli.outcome import Code, CommandFailed
from twolane.cli.playbook_choice import settings_at, way_to
from twolane.cli.unwritten import refusals
from twolane.cli.written_output import note, write
from twolane.configuration.settings import Settings
from twolane.findings import Finding
from twolane.history.frozen import CannotFreeze
from twolane.history.release_writing import CannotEdit
from twolane.loading.folder import load_folder
from twolane.loading.playbook_files import Loaded
from twolane.model.playbook import Playbook
from twolane.model.process import Process
from twolane.releasing import Prepared, ReleaseRequest, in_the_way, prepare
from twolane.reports import text
from twolane.reports.of_changes.release_warning import of_breaks, of_starter_text
from twolane.reports.relocation import moved, moved_texts
from twolane.wording.did_you_mean import nearest
from twolane.writing.several_files import take_back, write_together

LEVELS = tuple(level.word for level in reversed(Level))

ProcessId: TypeAlias = Annotated[str, typer.Argument(metavar="PROCESS", help="The id of the process to release.")]
Wanted: TypeAlias = Annotated[
    str | None,
    typer.Option(
        help=f"The step to the new version: {', '.join(LEVELS)}; default: what the changes ask for.",
        callback=option_values.one_of(LEVELS),
        metavar="LEVEL",
    ),
]
On: TypeAlias = Annotated[
    date | None,
    typer.Option(
        help="The date in the ledger, such as 2026-10-01; default: today.", parser=option_values.day, metavar="DATE"
    ),
]
Summary: TypeAlias = Annotated[
    str, typer.Option(help="What to write into the ledger; default: a sentence for each change.", metavar="TEXT")
]
DryRun: TypeAlias = Annotated[bool, typer.Option("--dry-run", help="Write nothing; show what would be written.")]
Folder: TypeAlias = Annotated[
    Path | None, typer.Option(metavar="DIR", help="The playbook's folder; default: this one or one above it.")
]


def command(
    process: ProcessId,
    level: Wanted = None,
    date: On = None,
    summary: Summary = "",
    dry_run: DryRun = False,
    playbook: Folder = None,
) -> None:
    """Release a process: raise its version by what has changed, freeze a copy, and write both into its ledger.

    Ends with 0 if it is released, 1 if it cannot be released so, 2 if the command or the configuration is wrong, 3 if
    nothing could be read, 4 if a library is missing.
    """
    # What an earlier try has begun, which was stopped, is done anew from its beginning.
    settings = settings_at(playbook, take_back, as_of=date)
    loaded = load_folder(settings.root, settings.definitions, settings.pages, settings.templates)
    request = ReleaseRequest(settings.as_of, Level.of(level) if level else None, summary.strip())
    prepared, warnings = _prepared(loaded, settings, process, request)
    way = way_to(settings.root)
    for each in warnings:
        note(each)
    if prepared.step.warning:
        note(prepared.step.warning)
    if not dry_run:
        texts = {settings.root / path: each for path, each in prepared.texts.items()}
        with refusals():
            write_together({path: _as_it_was(path, each) for path, each in texts.items()}, settings.root)
    write(_said(prepared, way, dry_run))


def _prepared(loaded: Loaded, settings: Settings, id: str, request: ReleaseRequest) -> tuple[Prepared, tuple[str, ...]]:
    """What can be released, and what somebody has to know before."""
    context = context_of(loaded, settings)
    checked = judged(loaded, context, settings)
    playbook = checked.playbook
    assert playbook is not None
    process = _process(playbook, id)
    way = way_to(settings.root)
    if errors := in_the_way(checked, process):
        raise CommandFailed(_mend_first(errors, checked, way), Code.FINDINGS)
    try:
        prepared = prepare(playbook, loaded.texts, process, context.past, request)
    except NotReleasable as refused:
        raise CommandFailed(_refusal(refused, way), Code.FINDINGS) from refused
    except (CannotEdit, CannotFreeze) as cannot:
        raise CommandFailed(f"{cannot} Nothing was written.", Code.FINDINGS) from cannot
    folder = process.at.file.rpartition("/")[0]
    starter = (f"{way}{each}" for each in of_starter_text(checked.findings, folder))
    return prepared, (*of_breaks(playbook, prepared.changes), *starter)


def _process(playbook: Playbook, id: str) -> Process:
    if id in playbook.process:
        return playbook.process[id]
    known = [*playbook.process]
    near = nearest(id, known)
    meant = f"Did you mean {near}?" if near else f"There is {', '.join(known)}." if known else "There is none yet."
    raise CommandFailed(f"No process has the id “{id}”. {meant}")


def _mend_first(errors: tuple[Finding, ...], checked: Checked, way: str) -> str:
    report = text.render(moved(errors, way), moved_texts(checked.texts, way))
    return f"{report}\nMend these first: what is released stays as it is. Nothing was written."


def _refusal(refused: NotReleasable, way: str) -> str:
    lines = [f"{refused}", *(f"  {line}" for line in _sentences(refused.because, way))]
    return "\n".join(lines) + "\nNothing was written."


def _sentences(changes: tuple[Change, ...], way: str) -> list[str]:
    return [f"{each.level.word}: {each.sentence} ({way}{each.place}){softer([each])}" for each in changes]


def _as_it_was(path: Path, new: str) -> bytes:
    """A text with the line ends, and the mark in front, that its file has."""
    old = path.read_bytes() if path.exists() else b""
    mark = b"\xef\xbb\xbf" if old.startswith(b"\xef\xbb\xbf") else b""
    return mark + (new.replace("\n", "\r\n") if b"\r\n" in old else new).encode()


def _said(prepared: Prepared, way: str, dry_run: bool) -> str:
    step, process = prepared.step, prepared.process
    since = f", a {step.level.word} step from {prepared.last}" if step.level else ", its first release"
    lines = [f"{'Would release' if dry_run else 'Released'} {process.id} {step.version}{since}."]
    lines += ["", *(f"  {line}" for line in prepared.entry.summary.split("\n")), ""]
    lines += [f"  {'would write' if dry_run else 'wrote'} {way}{path}" for path in prepared.texts]
    folder = process.at.file.rpartition("/")[0]
    if prepared.settled:
        file = f"{way}{prepared.settled[0].at.file}"
        lines += ["", f"The copy holds the approvals of what it releases; take them out of {file}:"]
        lines += [f"  {each.path or each.fingerprint}" for each in prepared.settled]
    if not dry_run:
        # The copy holds what all processes share, so that this has to be committed with it.
        definitions = f"{way}{folder.rpartition('/')[0]}" or "."
        lines += [
            "",
            f"Now put the summary in {way}{folder}/releases.yml into your own words, and commit:",
            f'  git add {shlex.quote(definitions)} && git commit -m "Release {process.id} {step.version}"',
        ]
    return "\n".join(lines) + "\n"
