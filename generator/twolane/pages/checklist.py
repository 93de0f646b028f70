"""What reps tick for a deal: every criterion and step of a process, with the words that a tick stands for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from twolane.model.process import Process
from twolane.model.selling import EntryCriterion, ExitCriterion, Stage, Step
from twolane.pages.addresses import Address
from twolane.pages.deal_help import DEAL_HELP
from twolane.pages.draft import Given
from twolane.pages.references import Ref

SCRIPTS = (
    "twolane-words.js",
    "twolane-storage.js",
    "twolane-parts.js",
    "twolane-deal-records.js",
    "twolane-deals.js",
)
"""The scripts of a page that shows deals, in the order in which they build on each other."""


@dataclass(frozen=True, slots=True)
class Item:
    """Something to tick; ticks hang on ``key``. ``before`` is the key that it had before it was renamed.

    ``required`` says whether a deal may enter or leave the stage without it.
    """

    key: str
    part: str
    text: str
    evidence: str = ""
    required: bool = False
    new_only: bool = False
    before: str = ""


@dataclass(frozen=True, slots=True)
class StageItems:
    """What is to be ticked in a stage."""

    id: str
    ref: Ref
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Checklist:
    """Everything that can be ticked in a process; ``here`` is the stage that the page is about."""

    playbook: str
    process: str
    name: str
    version: str
    here: str
    stages: tuple[StageItems, ...]
    help: Address = DEAL_HELP


def checklist(given: Given, process: Process, here: Stage | None = None) -> Checklist:
    """The checklist of a process, for a page of it."""
    stages = (
        StageItems(stage.id, given.refs.stage(process, stage), tuple(_items(given, process, stage)))
        for stage in process.stages
    )
    title = given.playbook.settings.title
    return Checklist(title, process.id, process.name, process.version, here.id if here else "", tuple(stages))


def key_of(element: EntryCriterion | ExitCriterion | Step) -> str:
    """The name on which ticks of a criterion or step hang."""
    return f"{element.KIND}:{element.id}"


def _items(given: Given, process: Process, stage: Stage) -> Iterator[Item]:
    for entry in stage.entry:
        yield _criterion(given, process, entry, "entry", entry.criterion)
    for step in stage.steps:
        yield Item(key_of(step), "step", step.name, required=step.required, before=_before(process, step))
    for leaving in stage.exit:
        yield _criterion(given, process, leaving, "exit", leaving.buyer, leaving.evidence)


def _criterion(
    given: Given, process: Process, each: EntryCriterion | ExitCriterion, part: str, text: str, evidence: str = ""
) -> Item:
    plain = given.prose.plain
    new_only = each.applies_to == "new-only"
    before = _before(process, each)
    return Item(key_of(each), part, plain(text), plain(evidence), each.required, new_only, before)


def _before(process: Process, element: EntryCriterion | ExitCriterion | Step) -> str:
    old = process.renamed_from.entries.get(element.id)
    return f"{element.KIND}:{old}" if old else ""
