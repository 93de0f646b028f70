"""Pages at the old addresses of what was renamed: each leads to the new one, so that links from elsewhere hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from twolane.links.addresses import Address, of_process, of_role, of_stage, of_start
from twolane.links.element_links import Ref
from twolane.model.process import Process
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
    """From the old path to the present one of each page of what ``renamed_from`` names, now or in a release."""
    playbook, present = history.playbook, frozenset(there)
    shared = playbook.about.renamed_from.entries
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
        folder, left = _folder(process), _folder(process.model_copy(update={"id": old}))
        inside = [path for path in (*sorted(present), *found) if path.startswith(folder)]
        found |= {left + path.removeprefix(folder): found.get(path, path) for path in inside}
    return {old: new for old, new in found.items() if old not in present}


def _folder(process: Process) -> str:
    return of_process(process).page.rpartition("/")[0] + "/"


def _renamed(renames: Mapping[str, str], there: Mapping[str, object]) -> Iterator[tuple[str, str]]:
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
