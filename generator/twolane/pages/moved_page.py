"""Pages at the old addresses of what was renamed: each leads to the new one, so that links from elsewhere hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from twolane.links.addresses import Address, of_process, of_role, of_stage, of_start
from twolane.links.element_links import Ref
from twolane.model.playbook import Playbook
from twolane.model.process import Process
from twolane.model.regrouping import of_playbook, shared_old_ids
from twolane.pages.draft import Draft, OnPaper
from twolane.parts.page_inputs import PageInputs
from twolane.parts.process_history import History, earlier_names
from twolane.parts.site_paths import PagePath, SiteContents
from twolane.wording.spoken_language import texts

SCRIPTS = ("twolane-moved.js",)


@dataclass(frozen=True, slots=True)
class View:
    """Where the page has gone."""

    to: Ref


def paths(contents: SiteContents, there: Iterable[str]) -> Iterator[PagePath]:
    """A page at the old path of each that is ``there`` and has moved."""
    yield from map(PagePath, moves(contents.history, there))


def drafts(given: PageInputs, titles: Mapping[str, str]) -> Iterator[Draft]:
    """A page at the old path of each that has moved; ``titles`` are those of the pages that are there, by path."""
    for old, new in moves(given.history, titles).items():
        yield _draft(old, Ref(titles[new], Address(new)))


def moves(history: History, there: Iterable[str]) -> dict[str, str]:
    """From the old path to the present one of each page of what has another id, as is said now or in a release."""
    playbook, present = history.playbook, frozenset(there)
    shared = shared_old_ids(playbook)
    found = dict[str, str]()
    for process in playbook.processes:
        stages = {stage.id: stage for stage in process.stages}
        for old, new in _renamed(history.renames(process), stages):
            before = stages[new].model_copy(update={"id": old})
            found[of_stage(process, before).page] = of_stage(process, stages[new]).page
    for old, new in _renamed(shared, playbook.role):
        role = playbook.role[new]
        was = role.model_copy(update={"id": old})
        found |= {place(was).page: place(role).page for place in (of_role, of_start) if place(role).page in present}
    for old, new in _renamed(shared, playbook.process):
        process = playbook.process[new]
        found = {**_all_of(process, old, present, found), **found}
    for old, part in _split_off(playbook):
        found = {**_all_of(part, old, present, found), **found}
    return {old: new for old, new in found.items() if old not in present}


def _all_of(process: Process, old: str, present: Iterable[str], found: Mapping[str, str]) -> dict[str, str]:
    """Every page of a process, by its path in the folder of the old id."""
    folder, left = _folder(process), _folder(process.model_copy(update={"id": old}))
    inside = [path for path in (*sorted(present), *found) if path.startswith(folder)]
    return {left + path.removeprefix(folder): found.get(path, path) for path in inside}


def _split_off(playbook: Playbook) -> Iterator[tuple[str, Process]]:
    """The old id and the process of each part that a process was split into; what the first has, it keeps."""
    for each in of_playbook(playbook):
        if not each.merges:
            yield from ((each.one, playbook.process[id]) for id in each.parts[1:] if id in playbook.process)


def _folder(process: Process) -> str:
    return of_process(process).page.rpartition("/")[0] + "/"


def _renamed(renames: Mapping[str, tuple[str, ...]], there: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    """Each old id and the one that what it named has now, by way of any in between; ids in use stay out."""
    return ((old, new) for new in there for old in earlier_names(renames, new, there))


def _draft(path: str, to: Ref) -> Draft:
    return Draft(
        path,
        texts().moved_title.format(name=to.text),
        "moved.html",
        View(to),
        listed=False,
        indexed=False,
        leads_to=to.address.page,
        scripts=SCRIPTS,
        on_paper=OnPaper.VERSIONS,
    )
