"""Which roles must read again after a change: those who do, answer for or hear of what it is about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from twolane.changes.compared_elements import Node
from twolane.model.buying import BuyerStep, Need
from twolane.model.element import Element
from twolane.model.market import Competitor, Differentiator, Segment
from twolane.model.metrics import Metric
from twolane.model.playbook import Playbook
from twolane.model.process import Process
from twolane.model.roles import Role
from twolane.model.selling import EntryCriterion, ExitCriterion, Stage, Step
from twolane.model.strategy import Goal
from twolane.model.walk import elements, uses

_UPKEEP = ("owner", "mapped_with", "effective", "review_by", "retired_ids", "shape", "advances")
"""Fields of a process that its owner keeps, and by which nobody works."""


@dataclass(frozen=True)
class Readers:
    """The roles of one version of a playbook, by what they have to do with."""

    playbook: Playbook

    def roles(self, item: Node, process: Process | None, field: str = "") -> tuple[str, ...]:
        """The ids of the roles that a change of ``field`` of ``item`` concerns; it is in ``process``, or in none."""
        if isinstance(item.element, Process) and field in _UPKEEP:
            return (item.element.owner,) if item.element.owner else ()
        for element in _upward(item):
            found = tuple(id for id in self._of(element, process) if id is not None)
            if found:
                return found
        return ()

    def handing_over(self, item: Node, process: Process) -> tuple[str, ...]:
        """The roles that hand deals over to a stage and take them over from it, or on the side where a gate stands."""
        stage = next((each for each in _upward(item) if isinstance(each, Stage)), None)
        if stage is None or not (item.element is stage or _holds_deals(item.element)):
            return ()
        before, behind = _neighbours(stage, process)
        found: list[str | None] = []
        if item.element is stage or item.list == "entry":
            found += _doing(before.steps) if before else ()
        if item.element is stage or item.list != "entry":
            found += _doing(behind.steps) if behind else ()
        return tuple(id for id in found if id is not None)

    def processes(self, item: Node) -> tuple[str, ...]:
        """The ids of the processes that refer to something that all of them share."""
        wanted = {_key(element) for element in _upward(item)}
        return tuple(id for id, used in self._used.items() if used & wanted)

    def reading(self, ids: Iterable[str]) -> tuple[str, ...]:
        """Those of the roles that are ours or a partner's; a buyer has nothing to read."""
        known = self.playbook.role
        ours = {id for id in ids if id in known and known[id].side != "buyer"}
        return tuple(id for id in known if id in ours)

    @cached_property
    def _used(self) -> dict[str, frozenset[tuple[str, str]]]:
        """What each process refers to, also by way of what it refers to, as kind and id."""
        return {process.id: self._with_more(_uses(process)) for process in self.playbook.processes}

    def _with_more(self, direct: frozenset[tuple[str, str]]) -> frozenset[tuple[str, str]]:
        goals = {
            ("metric", goal.metric) for goal in self.playbook.strategy.goals if _key(goal) in direct and goal.metric
        }
        named = [each for each in self.playbook.differentiators if _key(each) in direct]
        against = {("competitor", id) for each in named for id in each.against}
        return direct | goals | against

    def _of(self, element: Element, process: Process | None) -> Iterator[str | None]:
        if isinstance(element, Role):
            yield element.id
        elif isinstance(element, Metric | Goal):
            yield element.owner
        if process is None:
            yield from self._in_processes(element)
        elif isinstance(element, Step):
            yield from (element.responsible, element.accountable, *element.consulted, *element.informed)
        elif isinstance(element, Stage):
            yield from _doing(element.steps)
        elif isinstance(element, BuyerStep):
            yield from _doing(_serving(process, element))
        elif isinstance(element, Need):
            yield from _doing(process.delivering(element))
        elif isinstance(element, Process):
            yield from (element.owner, *_doing(element.steps))

    def _in_processes(self, element: Element) -> Iterator[str | None]:
        if isinstance(element, Segment):
            yield from (each.owner for each in self.playbook.processes if each.segment == element.id)
        elif isinstance(element, Goal):
            yield from (each.owner for each in self.playbook.processes if element.id in each.advances)
        elif isinstance(element, Metric | Differentiator | Competitor):
            yield from self._where_used(element)

    def _where_used(self, element: Element) -> Iterator[str | None]:
        wanted = {_key(element)}
        if isinstance(element, Competitor):
            wanted = {_key(each) for each in self.playbook.differentiators if element.id in each.against}
        for process in self.playbook.processes:
            for stage in process.stages:
                if wanted & _uses(stage):
                    yield from _doing(stage.steps)


def _upward(item: Node | None) -> Iterator[Element]:
    while item is not None:
        yield item.element
        item = item.owner


def _doing(steps: Iterable[Step]) -> Iterator[str | None]:
    for step in steps:
        yield from (step.responsible, step.accountable)


def _holds_deals(element: Element) -> bool:
    return isinstance(element, Step | EntryCriterion | ExitCriterion) and element.required


def _neighbours(stage: Stage, process: Process) -> tuple[Stage | None, Stage | None]:
    """The stages before and behind one."""
    at = next(at for at, each in enumerate(process.stages) if each is stage)
    return (process.stages[at - 1] if at else None), next(iter(process.stages[at + 1 :]), None)


def _serving(process: Process, buyer_step: BuyerStep) -> Iterator[Step]:
    """Our steps for a step of the buyer; where there are none, those of the stages in which the buyer is there."""
    serving = process.serving(buyer_step)
    yield from serving or (step for stage in process.stages_during(buyer_step) for step in stage.steps)


def _key(element: Element) -> tuple[str, str]:
    return (type(element).KIND, str(getattr(element, "id", "")))


def _uses(root: Element) -> frozenset[tuple[str, str]]:
    return frozenset((use.kind, use.id) for element in elements(root) for use in uses(element))
