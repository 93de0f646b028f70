"""The page of a process's versions: every release with what it changed, and who must read again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from twolane.changes.change import level_of
from twolane.changes.levels import Level
from twolane.changes.next_version import repeats
from twolane.history.released import Released
from twolane.links.addresses import of_compared, of_process, of_version, of_versions
from twolane.links.element_links import Ref
from twolane.model.process import Process
from twolane.pages.draft import Draft, OnPaper
from twolane.pages.process_page import section
from twolane.parts.change_rows import ChangeRow, LevelMark, all_levels, change_rows, level_mark, readers
from twolane.parts.page_inputs import PageInputs
from twolane.parts.process_history import Step
from twolane.parts.site_paths import PagePath, SiteContents
from twolane.parts.version_pairs import Pairs, pairs_of
from twolane.site.search_rank import Rank
from twolane.wording.dates import day
from twolane.wording.spoken_language import texts

_RANK = Rank(0.2, top_only=True)


@dataclass(frozen=True, slots=True)
class ReleaseRow:
    """One release; ``rows`` are its changes, with ``note`` in their place where there is nothing to list."""

    process: Ref
    title: str
    anchor: str
    version: str
    date: str
    level: LevelMark | None
    summary: str
    rows: tuple[ChangeRow, ...]
    note: str
    readers: tuple[Ref, ...]
    current: bool
    read: Ref | None
    compare: Ref | None


@dataclass(frozen=True, slots=True)
class View:
    """What the page of a process's versions shows; ``in_work`` are the changes that no release holds yet."""

    process: Process
    releases: tuple[ReleaseRow, ...]
    in_work: tuple[ChangeRow, ...]
    in_work_readers: tuple[Ref, ...]
    in_work_compare: Ref | None
    pairs: Pairs
    none: str
    levels: tuple[LevelMark, ...] = field(default_factory=all_levels)


def paths(contents: SiteContents) -> Iterator[PagePath]:
    """One page a process."""
    for process in contents.playbook.processes:
        yield PagePath(of_versions(process).page)


def drafts(given: PageInputs) -> Iterator[Draft]:
    """One page a process."""
    for process in given.playbook.processes:
        yield Draft(
            of_versions(process).page,
            texts().versions_of.format(name=process.name),
            "versions.html",
            _view(given, process),
            section=section(process),
            process=process,
            description=texts().versions_of_description.format(name=process.name),
            label=texts().versions,
            rank=_RANK,
            on_paper=OnPaper.VERSIONS,
        )


def _view(given: PageInputs, process: Process) -> View:
    history, refs = given.history, given.refs
    in_work = history.unreleased(process)
    newest = next(iter(history.kept(process)), None)
    command = f"twolane release {process.id}"
    return View(
        process,
        tuple(release_row(given, process, step) for step in history.steps(process)),
        change_rows(refs, in_work),
        readers(refs, in_work),
        compare_ref(process, newest, None) if in_work and newest else None,
        pairs_of(history, process),
        "" if history.released(process) else texts().version_none.format(command=command),
    )


def release_row(given: PageInputs, process: Process, step: Step) -> ReleaseRow:
    """A release as pages show it."""
    released, changes = step.released, step.changes or ()
    version, kept = released.version, given.history.kept(process)
    own = released.release.level
    level = Level.of(own) if own else level_of(changes)
    current = bool(kept) and kept[0] is released and given.history.shows_newest(process)
    known = step.before and step.before in kept and released in kept
    return ReleaseRow(
        process=Ref(process.name, of_versions(process, version)),
        title=texts().version_dated.format(version=version, date=day(released.release.date)),
        anchor=of_versions(process, version).anchor,
        version=version,
        date=day(released.release.date),
        level=level_mark(level) if level and step.before else None,
        summary=released.release.summary if not repeats(released.release.summary, changes) else "",
        rows=change_rows(given.refs, changes),
        note=_note(step),
        readers=readers(given.refs, changes),
        current=current,
        read=read_ref(process, released, current) if released in kept else None,
        compare=compare_ref(process, step.before, released) if known and changes else None,
    )


def read_ref(process: Process, released: Released, current: bool) -> Ref:
    """The link to a release's page: its own, or that of the process where it is the one that holds."""
    words = texts().version_read.format(version=released.version)
    return Ref(words, of_process(process) if current else of_version(process, released.version))


def compare_ref(process: Process, old: Released | None, new: Released | None) -> Ref | None:
    """The link to the comparison of two versions."""
    if old is None:
        return None
    words = texts().version_compare.format(old=old.version, new=new.version if new else texts().compare_now)
    return Ref(words, of_compared(process, old.version, new.version if new else ""))


def _note(step: Step) -> str:
    if step.before is None:
        return texts().version_first if step.released.playbook else texts().version_unreadable
    if step.changes is None:
        return texts().version_unknown
    return "" if step.changes else texts().version_same
