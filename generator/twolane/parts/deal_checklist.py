"""What reps tick for a deal: every criterion and step of a process, with the words that a tick stands for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from twolane.links.addresses import Address, Top
from twolane.links.element_links import Ref
from twolane.links.process_names import is_retired
from twolane.model.process import Process
from twolane.model.regrouping import shared_old_ids
from twolane.model.selling import EntryCriterion, ExitCriterion, Stage, Step
from twolane.parts.page_inputs import PageInputs
from twolane.parts.process_history import earlier_names

SCRIPTS = ("twolane-words.js", "twolane-deals.js")
"""The scripts of a page that shows deals, in the order in which they build on each other."""

_HELP = Address(Top.DEAL_HELP)


@dataclass(frozen=True, slots=True)
class ChecklistItem:
    """Something to tick; ticks hang on ``key``. ``before`` are the keys that it had before it was renamed.

    ``required`` says whether a deal may enter or leave the stage without it.
    """

    key: str
    part: str
    text: str
    evidence: str = ""
    required: bool = False
    new_only: bool = False
    before: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class StageItems:
    """What is to be ticked in a stage; ``before`` are the ids of the stages that it takes the place of."""

    id: str
    ref: Ref
    items: tuple[ChecklistItem, ...]
    before: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Checklist:
    """Everything that can be ticked in a process; ``here`` is the stage that the page is about.

    ``before`` are the ids of the processes that it takes the place of. No new deal starts on a retired one.
    """

    playbook: str
    process: str
    name: str
    version: str
    here: str
    stages: tuple[StageItems, ...]
    before: tuple[str, ...] = ()
    is_retired: bool = False
    help: Address = _HELP


@dataclass(frozen=True, slots=True)
class _Names:
    """What the ids of a process were before: ``renames`` leads from new to old, ``keys`` are those of today's items."""

    renames: Mapping[str, tuple[str, ...]]
    keys: frozenset[str]

    def before(self, element: EntryCriterion | ExitCriterion | Step) -> tuple[str, ...]:
        """The keys on which older ticks of an item hang."""
        found = (f"{element.KIND}:{old}" for old in earlier_names(self.renames, element.id, ()))
        return tuple(key for key in found if key not in self.keys)


def checklist(given: PageInputs, process: Process, here: Stage | None = None) -> Checklist:
    """The checklist of a process, for a page of it."""
    renames = given.history.renames(process)
    in_use = {stage.id for stage in process.stages}
    names = _Names(renames, frozenset(_keys(process)))
    stages = (
        StageItems(
            stage.id,
            given.refs.stage(process, stage),
            tuple(_items(given, stage, names)),
            tuple(earlier_names(renames, stage.id, in_use)),
        )
        for stage in process.stages
    )
    about = given.playbook.about
    before = tuple(earlier_names(shared_old_ids(given.playbook), process.id, given.playbook.process))
    at = here.id if here else ""
    return Checklist(
        about.title, process.id, process.name, process.version, at, tuple(stages), before, is_retired(process)
    )


def key_of(element: EntryCriterion | ExitCriterion | Step) -> str:
    """The name on which ticks of a criterion or step hang."""
    return f"{element.KIND}:{element.id}"


def _keys(process: Process) -> Iterator[str]:
    for stage in process.stages:
        yield from map(key_of, stage.entry)
        yield from map(key_of, stage.steps)
        yield from map(key_of, stage.exit)


def _items(given: PageInputs, stage: Stage, names: _Names) -> Iterator[ChecklistItem]:
    for entry in stage.entry:
        yield _criterion(given, names, entry, "entry", entry.criterion)
    for step in stage.steps:
        yield ChecklistItem(key_of(step), "step", step.name, required=step.required, before=names.before(step))
    for leaving in stage.exit:
        yield _criterion(given, names, leaving, "exit", leaving.buyer, leaving.evidence)


def _criterion(
    given: PageInputs,
    names: _Names,
    each: EntryCriterion | ExitCriterion,
    part: str,
    text: str,
    evidence: str = "",
) -> ChecklistItem:
    plain = given.prose.plain
    new_only = each.applies_to == "new-only"
    before = names.before(each)
    return ChecklistItem(key_of(each), part, plain(text), plain(evidence), each.required, new_only, before)
