"""What reps tick for a deal: every criterion and step of a process, with the words that a tick stands for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from twolane.links.addresses import Address, Top
from twolane.links.element_links import Ref
from twolane.links.process_names import is_retired
from twolane.model.process import Process
from twolane.model.regrouping import shared_old_ids
from twolane.model.selling import Stage
from twolane.parts.checklist_history import NOTHING_KNOWN, Past, Releases
from twolane.parts.checklist_lines import Line, lines, lines_of
from twolane.parts.page_inputs import PageInputs
from twolane.parts.process_history import earlier_names

SCRIPTS = ("twolane-words.js", "twolane-deals.js")
"""The scripts of a page that shows deals, in the order in which they build on each other."""

_HELP = Address(Top.DEAL_HELP)


@dataclass(frozen=True, slots=True)
class ChecklistItem:
    """Something to tick; ticks hang on ``key``. ``before`` are the keys that it had before it was renamed.

    ``required`` says whether a deal may enter or leave the stage without it; ``past`` is what releases know of it.
    """

    key: str
    part: str
    text: str
    evidence: str = ""
    required: bool = False
    new_only: bool = False
    before: tuple[str, ...] = ()
    past: Past = NOTHING_KNOWN


@dataclass(frozen=True, slots=True)
class StageItems:
    """What is to be ticked in a stage; ``before`` are the ids of the stages that it takes the place of.

    ``since`` is the version from which on there has been such a stage, as for a line.
    """

    id: str
    ref: Ref
    items: tuple[ChecklistItem, ...]
    before: tuple[str, ...] = ()
    since: str | None = None


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

    def before(self, line: Line) -> tuple[str, ...]:
        """The keys on which older ticks of a line hang."""
        kind = line.key.partition(":")[0]
        found = (f"{kind}:{old}" for old in earlier_names(self.renames, line.id, ()))
        return tuple(key for key in found if key not in self.keys)


def checklist(given: PageInputs, process: Process, here: Stage | None = None) -> Checklist:
    """The checklist of a process, for a page of it."""
    stages = given.once(process, partial(_stages, given, process))
    about = given.playbook.about
    before = tuple(earlier_names(shared_old_ids(given.playbook), process.id, given.playbook.process))
    at = here.id if here else ""
    return Checklist(about.title, process.id, process.name, process.version, at, stages, before, is_retired(process))


def _stages(given: PageInputs, process: Process) -> tuple[StageItems, ...]:
    renames = given.history.renames(process)
    in_use = {stage.id for stage in process.stages}
    names = _Names(renames, frozenset(line.key for line in lines(process)))
    releases = Releases.of(process, given.playbook, given.history.released(process))
    found = []
    for stage in process.stages:
        before = tuple(earlier_names(renames, stage.id, in_use))
        items = tuple(_item(given, line, names.before(line), releases) for line in lines_of(stage))
        since = releases.stage_since((stage.id, *before))
        found.append(StageItems(stage.id, given.refs.stage(process, stage), items, before, since))
    return tuple(found)


def _item(given: PageInputs, line: Line, before: tuple[str, ...], releases: Releases) -> ChecklistItem:
    plain = given.prose.plain
    shown, past = line.shown(plain), releases.past(line, before, plain)
    return ChecklistItem(line.key, line.part, shown.text, shown.evidence, line.required, line.new_only, before, past)
