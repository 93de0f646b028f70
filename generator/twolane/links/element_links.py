"""Makes links to elements from their ids: what to call them, and where they stand."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable
from dataclasses import dataclass

from twolane.links import addresses
from twolane.links.addresses import Address
from twolane.links.process_names import called
from twolane.links.prose import Prose
from twolane.model.buying import BuyerStep, Need
from twolane.model.market import Competitor, Differentiator, Requirement
from twolane.model.playbook import Playbook
from twolane.model.process import Process
from twolane.model.selling import Stage, Step
from twolane.model.strategy import SwotItem


@dataclass(frozen=True, slots=True)
class Ref:
    """A link within the playbook: plain text and where it leads.

    ``side`` is ``buyer`` or ``seller`` for what stands in one of the two lanes, else empty.
    """

    text: str
    address: Address
    side: str = ""


class References:
    """Links to the elements of one playbook, whose pages stand at ``paths``; ids that nothing defines are left out."""

    def __init__(
        self, playbook: Playbook, prose: Prose, page: Callable[[str], Address | None], paths: Container[str] = ()
    ) -> None:
        self.playbook, self.prose, self._page, self.paths = playbook, prose, page, paths

    def anything(self, named: str) -> Ref | None:
        """The link to what onboarding names: an id of anything, ``process/stage``, or a hand-written page."""
        shared = (self.segment(named), *self.metrics((named,)), *self.answers((named,)), *self.terms((named,)))
        return next(filter(None, (self._in_process(named), self.role(named), *shared, self._hand_written(named))), None)

    def _in_process(self, named: str) -> Ref | None:
        id, _, part = named.partition("/")
        process = self.playbook.process.get(id)
        if process is None or not part:
            return self.process(process) if process else None
        stage, step, buyer_step = process.stage(part), process.step(part), process.buyer_step(part)
        if stage or step:
            return self.stage(process, stage) if stage else self.step(process, step) if step else None
        return self.buyer_step(process, buyer_step) if buyer_step else None

    def _hand_written(self, named: str) -> Ref | None:
        page = self._page(named)
        if page is None:
            return None
        name = page.page.removesuffix("/index").rpartition("/")[2]
        return Ref(name.replace("-", " ").replace("_", " ").capitalize(), page)

    def role(self, id: str | None) -> Ref | None:
        """The link to a role."""
        return next(iter(self.roles((id,))), None)

    def roles(self, ids: Iterable[str | None]) -> tuple[Ref, ...]:
        """Links to roles."""
        found = self.playbook.named(self.playbook.role, ids)
        return tuple(Ref(role.name, addresses.of_role(role)) for role in found)

    def metrics(self, ids: Iterable[str | None]) -> tuple[Ref, ...]:
        """Links to metrics."""
        found = self.playbook.named(self.playbook.metric, ids)
        return tuple(Ref(metric.name, addresses.of_shared(metric)) for metric in found)

    def goals(self, ids: Iterable[str | None]) -> tuple[Ref, ...]:
        """Links to strategy goals."""
        found = self.playbook.named(self.playbook.goal, ids)
        return tuple(Ref(goal.name, addresses.of_shared(goal)) for goal in found)

    def segment(self, id: str | None) -> Ref | None:
        """The link to a segment."""
        found = self.playbook.named(self.playbook.segment, (id,))
        return Ref(found[0].name, addresses.of_shared(found[0])) if found else None

    def terms(self, ids: Iterable[str]) -> tuple[Ref, ...]:
        """Links to terms of the glossary."""
        found = self.playbook.named(self.playbook.term, ids)
        return tuple(Ref(term.term, addresses.of_shared(term)) for term in found)

    def differentiators(self, ids: Iterable[str | None]) -> tuple[Ref, ...]:
        """Links to differentiators, by their claims."""
        return tuple(map(self.differentiator, self.playbook.named(self.playbook.differentiator, ids)))

    def differentiator(self, differentiator: Differentiator) -> Ref:
        """The link to a differentiator."""
        return Ref(self.prose.plain(differentiator.claim), addresses.of_shared(differentiator))

    def competitors(self, ids: Iterable[str]) -> tuple[Ref, ...]:
        """Links to competitors."""
        return tuple(map(self.competitor, self.playbook.named(self.playbook.competitor, ids)))

    def competitor(self, competitor: Competitor) -> Ref:
        """The link to a competitor."""
        return Ref(competitor.name, addresses.of_shared(competitor))

    def requirements(self, ids: Iterable[str]) -> tuple[Ref, ...]:
        """Links to requirements of segments."""
        return tuple(map(self.requirement, self.playbook.named(self.playbook.requirement, ids)))

    def requirement(self, requirement: Requirement) -> Ref:
        """The link to a requirement."""
        return Ref(self.prose.plain(requirement.text), addresses.of_shared(requirement))

    def swot(self, item: SwotItem) -> Ref:
        """The link to a SWOT item."""
        return Ref(self.prose.plain(item.text), addresses.of_shared(item))

    def answers(self, ids: Iterable[str]) -> tuple[Ref, ...]:
        """Links to goals and differentiators, which both may answer a weakness."""
        return tuple(ref for id in ids for ref in (*self.goals((id,)), *self.differentiators((id,))))

    def process(self, process: Process) -> Ref:
        """The link to a process; a retired one says so."""
        return Ref(called(process), addresses.of_process(process))

    def journey(self, process: Process, text: str) -> Ref:
        """The link to the buyer's side of a process."""
        return Ref(text, addresses.of_journey(process), "buyer")

    def stage(self, process: Process, stage: Stage) -> Ref:
        """The link to a stage."""
        return Ref(stage.name, addresses.of_stage(process, stage), "seller")

    def stages(self, process: Process, stages: Iterable[Stage]) -> tuple[Ref, ...]:
        """Links to stages."""
        return tuple(self.stage(process, stage) for stage in stages)

    def step(self, process: Process, step: Step) -> Ref:
        """The link to one of our steps."""
        return Ref(step.name, addresses.of_step(process, process.stage_of[step.id], step), "seller")

    def steps(self, process: Process, steps: Iterable[Step]) -> tuple[Ref, ...]:
        """Links to our steps."""
        return tuple(self.step(process, step) for step in steps)

    def buyer_step(self, process: Process, step: BuyerStep) -> Ref:
        """The link to a step of the buyer."""
        return Ref(step.name, addresses.of_buyer_step(process, step), "buyer")

    def buyer_steps(self, process: Process, ids: Iterable[str]) -> tuple[Ref, ...]:
        """Links to steps of the buyer."""
        found = (process.buyer_step(id) for id in ids)
        return tuple(self.buyer_step(process, step) for step in found if step is not None)

    def need(self, process: Process, need: Need) -> Ref:
        """The link to a need of the buyer."""
        return Ref(self.prose.plain(need.what), addresses.of_need(process, need), "buyer")

    def needs(self, process: Process, ids: Iterable[str]) -> tuple[Ref, ...]:
        """Links to needs of the buyer."""
        found = (process.need(id) for id in ids)
        return tuple(self.need(process, need) for need in found if need is not None)
