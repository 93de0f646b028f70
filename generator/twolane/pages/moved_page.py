"""Pages at the old addresses of what was renamed: each leads to the new one, so that links from elsewhere hold."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from twolane.links.addresses import of_journey, of_process, of_role, of_stage, of_start
from twolane.links.element_links import Ref
from twolane.model.process import Process
from twolane.pages.draft import Draft, OnPaper
from twolane.parts.page_inputs import PageInputs
from twolane.parts.presence import can_start
from twolane.parts.process_history import earlier_names
from twolane.wording.texts.english import TEXTS

SCRIPTS = ("twolane-moved.js",)


@dataclass(frozen=True, slots=True)
class View:
    """Where the page has gone."""

    to: Ref


def drafts(given: PageInputs) -> Iterator[Draft]:
    """A page at the old address of each stage, role and process that ``renamed_from`` names, now or in a release."""
    playbook = given.playbook
    shared = playbook.settings.renamed_from.entries
    for old, new in _moves(shared, playbook.role):
        role, ref = playbook.role[new], given.refs.roles((new,))[0]
        before = role.model_copy(update={"id": old})
        yield _draft(of_role(before).page, ref)
        if can_start(role):
            start = TEXTS["start_title"].format(role=role.name)
            yield _draft(of_start(before).page, Ref(start, of_start(role)))
    for old, new in _moves(shared, playbook.process):
        yield from _whole_process(given, playbook.process[new], old)
    for process in playbook.processes:
        yield from _stages(given, process)


def _stages(given: PageInputs, process: Process) -> Iterator[Draft]:
    stages = {stage.id: stage for stage in process.stages}
    for old, new in _moves(given.history.renames(process), stages):
        before = stages[new].model_copy(update={"id": old})
        yield _draft(of_stage(process, before).page, given.refs.stage(process, stages[new]))


def _whole_process(given: PageInputs, process: Process, old: str) -> Iterator[Draft]:
    """The process's own page, the buyer's side and the stages, which others link to."""
    before, refs = process.model_copy(update={"id": old}), given.refs
    yield _draft(of_process(before).page, refs.process(process))
    if process.buyer.steps or process.buyer.trigger:
        journey = refs.journey(process, TEXTS["journey_title"].format(name=process.name))
        yield _draft(of_journey(before).page, journey)
    for stage in process.stages:
        yield _draft(of_stage(before, stage).page, refs.stage(process, stage))


def _moves(renames: Mapping[str, str], there: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    """Each old id and the one that what it named has now, by way of any in between; ids in use stay out."""
    return ((old, new) for new in there for old in earlier_names(renames, new, there))


def _draft(path: str, to: Ref) -> Draft:
    return Draft(
        path,
        TEXTS["moved_title"].format(name=to.text),
        "moved.html",
        View(to),
        listed=False,
        indexed=False,
        leads_to=to.address.page,
        scripts=SCRIPTS,
        on_paper=OnPaper.VERSIONS,
    )
