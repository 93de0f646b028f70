"""`twolane check`: everything that is wrong with a playbook, in the format that is wanted."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Annotated, TypeAlias

import typer

from twolane.build import Checked, check, context_of, rule_names
from twolane.checks.context import Context
from twolane.cli import option_values
from twolane.cli.against import Judged, past_at
from twolane.cli.baseline_use import asked_for, parted, refuse_outside, refuse_sources
from twolane.cli.collector import collector_paused
from twolane.cli.outcome import Code, CommandFailed, code_for
from twolane.cli.playbook_choice import settings_at, way_to
from twolane.cli.progress import working
from twolane.cli.shared_options import AsOf, Colour, Directory, FailOn
from twolane.cli.written_output import note, refuse_to_overwrite_sources, style_for, write
from twolane.configuration.option_kinds import NEVER
from twolane.configuration.settings import Settings
from twolane.findings import Finding
from twolane.loading.folder import load_folder
from twolane.loading.ignores import NEVER_IGNORED
from twolane.loading.playbook_files import Loaded
from twolane.reports.finding_formats import FORMATS
from twolane.reports.relocation import moved, moved_texts
from twolane.reports.text import render, summary
from twolane.yaml_text.reading_rules import UNREADABLE

Format: TypeAlias = Annotated[
    str,
    typer.Option(
        help=f"How to report: {', '.join(FORMATS)}.", callback=option_values.one_of(FORMATS), metavar="FORMAT"
    ),
]
Only: TypeAlias = Annotated[
    list[str] | None,
    typer.Option(help="Report these rules alone, by code or slug, separated by commas.", metavar="CODES"),
]
Skip: TypeAlias = Annotated[
    list[str] | None, typer.Option(help="Leave these rules out, by code or slug, separated by commas.", metavar="CODES")
]
Against: TypeAlias = Annotated[
    str | None,
    typer.Option(
        help="Judge the versions of processes by what has changed since REV, such as main or origin/main..., and not "
        "since the last release.",
        metavar="REV",
    ),
]
BaselineFile: TypeAlias = Annotated[
    Path | None, typer.Option("--baseline", help="Leave out the findings that this file names.", metavar="FILE")
]
WriteBaseline: TypeAlias = Annotated[
    bool, typer.Option("--write-baseline", help="First write all findings of today into the baseline.")
]
PruneBaseline: TypeAlias = Annotated[
    bool, typer.Option("--prune-baseline", help="First take out of the baseline what is no longer found.")
]
Output: TypeAlias = Annotated[Path | None, typer.Option(help="Write the report to this file.", metavar="FILE")]


def command(
    directory: Directory = None,
    format: Format = "text",
    fail_on: FailOn = None,
    as_of: AsOf = None,
    only: Only = None,
    skip: Skip = None,
    against: Against = None,
    baseline: BaselineFile = None,
    write_baseline: WriteBaseline = False,
    prune_baseline: PruneBaseline = False,
    output: Output = None,
    color: Colour = "auto",
) -> None:
    """Check a playbook and report what is wrong, by file and line.

    Ends with 0 if nothing was found that fails the check, 1 if something was, 2 if the command or the
    configuration is wrong, 3 if nothing could be read, 4 if a library is missing, or git or the history that
    --against needs.
    """
    wanted = option_values.rules(only or (), rule_names(), "--only")
    unwanted = option_values.rules(skip or (), rule_names(), "--skip")
    asked = asked_for(baseline, write_baseline, prune_baseline, bool(wanted or unwanted))
    settings = settings_at(directory, as_of=as_of, fail_on=fail_on)
    if output is not None:
        refuse_to_overwrite_sources(output, settings)
    if baseline is not None:
        refuse_outside(baseline, settings)
    refuse_sources(asked, settings)
    way = way_to(settings.root)
    with working("Checking the playbook"):
        judged_against = past_at(against, settings) if against else None
        checked = checked_playbook(settings, judged_against)
    parts = parted(checked.findings, asked, settings.as_of)
    findings = (*moved(_selected(parts.kept, wanted, unwanted), way), *_selected(parts.unused, wanted, unwanted))
    texts = {**moved_texts(checked.texts, way), str(baseline): parts.text}
    write(FORMATS[format].render(findings, texts, style_for(color, output)), output)
    _sum_up(findings, checked, parts.known, beside=format != "text" or output is not None)
    raise typer.Exit(_code(findings, settings.fail_on, judged_against))


def _code(findings: tuple[Finding, ...], fail_on: str, against: Judged | None) -> Code:
    """How it ends; where the other version is not known whole, nobody can say that nothing fails."""
    unknown = against is not None and not against.whole and fail_on != NEVER
    return Code.FINDINGS if unknown else code_for(findings, fail_on)


def _sum_up(findings: tuple[Finding, ...], checked: Checked, known: int, beside: bool) -> None:
    """Says how much was found: below a report for people, beside one for programs."""
    line = summary(findings, len(checked.ignored), known)
    if not findings:
        files = len(checked.texts)
        note(f"Nothing found in {files} {'file' if files == 1 else 'files'}{f', {line}' if line else ''}.")
    elif beside:
        note(line)
    else:
        write(f"\n{line}\n")


def checked_playbook(settings: Settings, against: Judged | None = None) -> Checked:
    """The playbook of ``settings`` as checked; raises ``CommandFailed`` where there is nothing to read.

    Versions are judged against the last release, or against the version that ``against`` holds.
    """
    with collector_paused():
        loaded = load_folder(settings.root, settings.definitions, settings.pages, settings.templates)
        context = context_of(loaded, settings)
        if against:
            context = replace(context, past=against.past)
        return judged(loaded, context, settings)


def judged(loaded: Loaded, context: Context, settings: Settings) -> Checked:
    """What was loaded, as checked; raises ``CommandFailed`` where there is nothing to read."""
    checked = check(loaded, context, settings.ignore)
    if checked.playbook is None:
        raise CommandFailed(_nothing(checked, settings.root / settings.definitions), Code.NOTHING_READABLE)
    return checked


def _nothing(checked: Checked, folder: Path) -> str:
    unreadable = [each for each in checked.findings if each.rule is UNREADABLE]
    if unreadable:
        return f"{render(unreadable, checked.texts)}\nNothing in {folder} can be read."
    return f"There is nothing to read: {folder} has no playbook.yml and no process. `twolane new DIR` makes both."


def _selected(findings: tuple[Finding, ...], wanted: frozenset[str], unwanted: frozenset[str]) -> tuple[Finding, ...]:
    """The findings of the wanted rules; that something could not be read is always told."""
    return tuple(
        each
        for each in findings
        if each.rule.code in NEVER_IGNORED
        or ((not wanted or each.rule.code in wanted) and each.rule.code not in unwanted)
    )
