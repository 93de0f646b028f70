"""The pages that compare two versions of a process: old and new words, who must read again, and the diagram."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from twolane.changes.change import Change, level_of
from twolane.changes.levels import Level
from twolane.history.released import Released
from twolane.links.addresses import of_compared, of_versions
from twolane.links.element_links import Ref
from twolane.mermaid.change_diagram import change_diagram
from twolane.model.process import Process
from twolane.pages.draft import Draft, OnPaper
from twolane.pages.process_page import section
from twolane.parts.change_rows import ChangeRow, LevelMark, all_levels, change_row, readers
from twolane.parts.page_inputs import PageInputs
from twolane.parts.site_paths import PagePath, SiteContents
from twolane.parts.version_pairs import link_of, name_of
from twolane.wording.spoken_language import texts


@dataclass(frozen=True, slots=True)
class Group:
    """The changes of one part of the process."""

    title: str
    anchor: str
    rows: tuple[ChangeRow, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """A version that can be chosen; one without a link is the one chosen."""

    name: str
    ref: Ref | None


@dataclass(frozen=True, slots=True)
class View:
    """What the page of two versions shows."""

    says: str
    older: tuple[Choice, ...]
    newer: tuple[Choice, ...]
    groups: tuple[Group, ...]
    readers: tuple[Ref, ...]
    back: Ref
    levels: tuple[LevelMark, ...] = field(default_factory=all_levels)


def paths(contents: SiteContents) -> Iterator[PagePath]:
    """One page for any two of the versions that the site keeps."""
    for process in contents.playbook.processes:
        for old, new in contents.history.pairs(process):
            yield PagePath(of_compared(process, old.version, new.version if new else "").page)


def drafts(given: PageInputs) -> Iterator[Draft]:
    """A page for any two of the versions that the site keeps."""
    for process in given.playbook.processes:
        pairs = tuple(given.history.pairs(process))
        for old, new in pairs:
            names = {"name": process.name, "old": name_of(old), "new": name_of(new)}
            yield Draft(
                of_compared(process, old.version, new.version if new else "").page,
                texts().compare_title.format_map(names),
                "compared.html",
                _view(given, process, old, new, pairs),
                section=section(process),
                process=process,
                description=texts().compare_description.format_map(names),
                label=texts().compare_label.format_map(names),
                diagrams=(_diagram(given, process, old, new),),
                listed=False,
                indexed=False,
                on_paper=OnPaper.VERSIONS,
            )


def _diagram(given: PageInputs, process: Process, old: Released, new: Released | None) -> str:
    now = new.process if new else process
    return change_diagram(given.history.compared(process, old, new), (now or process).id)


def _view(
    given: PageInputs,
    process: Process,
    old: Released,
    new: Released | None,
    pairs: tuple[tuple[Released, Released | None], ...],
) -> View:
    changes = given.history.compared(process, old, new).changes
    older = (
        Choice(each.version, link_of(process, each, new) if each is not old else None)
        for each, other in pairs
        if other is new
    )
    newer = (
        Choice(name_of(each), link_of(process, old, each) if each is not new else None)
        for other, each in pairs
        if other is old
    )
    before = old.process
    assert before is not None
    return View(
        _says(changes, name_of(old), name_of(new)),
        tuple(older),
        tuple(newer),
        grouped(given, changes, (new.process if new else process) or process, before),
        readers(given.refs, changes),
        Ref(texts().old_all, of_versions(process)),
    )


def _says(changes: tuple[Change, ...], old: str, new: str) -> str:
    level = level_of(changes)
    if level is None:
        return texts().compare_none
    text = texts().compare_says.of(len(changes))
    return text.format(number=len(changes), old=old, new=new, level=level.word)


def grouped(given: PageInputs, changes: Iterable[Change], new: Process, old: Process) -> tuple[Group, ...]:
    """Changes by what people think in: the process as a whole, the buyer, each stage in its order, and the rest."""
    stages = {stage.id: stage.name for stage in (*new.stages, *old.stages)}
    for stage in new.stages:
        stages[stage.id] = stage.name
    found: dict[str, list[Change]] = {}
    for change in changes:
        found.setdefault(_part(change, stages), []).append(change)
    titles = {
        "": texts().compare_process,
        "buyer": texts().compare_buyer,
        **{f"stage-{number}": name for number, name in enumerate(stages.values(), 1)},
        "shared": texts().compare_shared,
    }
    if level_of(found.get("", ())) is Level.PATCH:
        # What is said of the process as a whole comes last where it is no more than wording.
        titles[""] = titles.pop("")
    return tuple(
        Group(title, f"in-{key or 'process'}", tuple(change_row(given.refs, each) for each in found[key]))
        for key, title in titles.items()
        if key in found
    )


def _part(change: Change, stages: dict[str, str]) -> str:
    if not change.process:
        return "shared"
    match change.path[1:] if change.path[:1] == (change.process,) else change.path:
        case ("stages", id, *_) if id in stages:
            return f"stage-{[*stages].index(id) + 1}"
        case ("buyer", *_):
            return "buyer"
        case _:
            return ""
