"""One process: how a buyer buys, how we sell, and what holds the two together."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from itertools import pairwise
from typing import ClassVar, Literal

from pydantic import Field

from twolane.model.buying import Buyer, BuyerStep, Need
from twolane.model.element import Element
from twolane.model.renames import MergedOrItself, Regrouped, RenamedFrom, Renames
from twolane.model.selling import EntryCriterion, ExitCriterion, Stage, Step
from twolane.model.value_types import Day, GoalId, Id, OneOrMore, Prose, RoleId, SegmentId, StageId, Text, Version


class Loop(Element):
    """Where the process starts again for the same customer (P9)."""

    from_: StageId = Field(alias="from", examples=["account-management"])
    """The stage that the customer leaves."""
    to: StageId = Field(examples=["development"])
    """The stage that begins again."""
    when: Prose = Field("", examples=["A second plant has the same problem"])
    """What sets it off."""


class Process(Element):
    """``process.yml``: the working definition of one process."""

    KIND: ClassVar[str] = "process"
    SCOPE: ClassVar[str] = "playbook"

    id: Id = Field(examples=["new-business"])
    """The lasting name of the process; equals its folder's name."""
    name: Text = Field(examples=["New business"])
    """What people call it."""
    version: Version = Field(examples=["2.1.0"])
    """The version of the process itself: major.minor.patch."""
    status: Literal["draft", "active", "retired"] = Field("draft", examples=["active"])
    """Whether people work by it."""
    effective: Day | None = Field(None, examples=["2026-10-01"])
    """Since when this version holds."""
    review_by: Day | None = Field(None, examples=["2027-01-15"])
    """When it must be looked at again."""
    owner: RoleId | None = Field(None, examples=["sales-director"])
    """The role that answers for the process."""
    mapped_with: OneOrMore[RoleId] = Field((), examples=[["account-executive", "sales-engineer"]])
    """The roles that took part in mapping it (P15)."""
    segment: SegmentId | None = Field(None, examples=["mid-size-manufacturers"])
    """The segment that it is for."""
    advances: OneOrMore[GoalId] = Field((), examples=[["win-back-planning"]])
    """Strategy goals that it executes (P10)."""
    time_unit: Literal["day", "week", "month"] = Field("week", examples=["week"])
    """The unit of ``from`` and ``until``."""
    shape: Literal["funnel", "flywheel"] = Field("funnel", examples=["funnel"])
    """Which drawing leads (P9)."""
    summary: Prose = Field("", examples=["How a plant decides to change its scheduling, and how we make that easy."])
    """The process in a sentence."""
    buyer: Buyer = Buyer()
    """How the buyer buys."""
    stages: tuple[Stage, ...] = ()
    """How we sell."""
    loops: tuple[Loop, ...] = ()
    """Where it starts again (P9)."""
    renamed_from: RenamedFrom = Field(Renames(), examples=[{"prospecting": "cold-calls"}])
    """New id: old id, for one release cycle."""
    merged_from: MergedOrItself = Field(Regrouped(), examples=[{"closing": ["negotiation", "contract"]}])
    """New id: old ids, for one release cycle, where stages or buyer steps became one; a list alone: of processes."""
    split_into: MergedOrItself = Field(Regrouped(), examples=[{"discussion": ["proposal", "negotiation"]}])
    """Old id: new ids, for one release cycle, where a stage or buyer step became several; deals stand in the first."""
    retired_ids: OneOrMore[Text] = Field((), examples=[["lead-scoring"]])
    """Ids that must never come back."""
    audience: OneOrMore[Text] = Field((), examples=[["internal", "partner"]])
    """The audiences that see it, by their names in playbook.yml; everybody where it says nothing."""

    @property
    def buyer_steps(self) -> tuple[BuyerStep, ...]:
        """The buyer's steps, in order."""
        return self.buyer.steps

    @cached_property
    def steps(self) -> tuple[Step, ...]:
        """All of our steps, in the order of their stages."""
        return tuple(step for stage in self.stages for step in stage.steps)

    @cached_property
    def needs(self) -> tuple[Need, ...]:
        """All needs of the buyer, in the order of their steps."""
        return tuple(need for step in self.buyer.steps for need in step.needs)

    @cached_property
    def stage_of(self) -> dict[str, Stage]:
        """The stage of each of our steps, by the step's id."""
        return {step.id: stage for stage in self.stages for step in stage.steps}

    @cached_property
    def buyer_step_of(self) -> dict[str, BuyerStep]:
        """The buyer step of each need, by the need's id."""
        return {need.id: step for step in self.buyer.steps for need in step.needs}

    def stage(self, id: str) -> Stage | None:
        """The stage of that id."""
        return next((stage for stage in self.stages if stage.id == id), None)

    def step(self, id: str) -> Step | None:
        """Our step of that id."""
        return next((step for step in self.steps if step.id == id), None)

    def need(self, id: str) -> Need | None:
        """The need of that id."""
        return next((need for need in self.needs if need.id == id), None)

    def buyer_step(self, id: str) -> BuyerStep | None:
        """The buyer step of that id."""
        return next((step for step in self.buyer.steps if step.id == id), None)

    def delivering(self, need: Need) -> tuple[Step, ...]:
        """Our steps that deliver ``need``."""
        return tuple(step for step in self.steps if need.id in step.delivers)

    def serving(self, buyer_step: BuyerStep) -> tuple[Step, ...]:
        """Our steps that serve ``buyer_step``."""
        return tuple(step for step in self.steps if buyer_step.id in step.serves)

    def stages_during(self, buyer_step: BuyerStep) -> tuple[Stage, ...]:
        """The stages in which the buyer is at ``buyer_step``."""
        return tuple(stage for stage in self.stages if buyer_step.id in stage.serves)

    def served_during(self, stage: Stage) -> tuple[BuyerStep, ...]:
        """The buyer steps that a stage serves; of one that names none, those that its work for the buyer serves."""
        ids = stage.serves or [id for step in stage.steps if not step.of_the_house for id in step.serves]
        return tuple(step for step in self.buyer.steps if step.id in ids)

    def after_go(self, buyer_step: BuyerStep) -> BuyerStep | None:
        """The buyer step that follows a yes: the named one, else the next one."""
        if buyer_step.decision and buyer_step.decision.go:
            return self.buyer_step(buyer_step.decision.go)
        steps = self.buyer.steps
        return next((after for before, after in pairwise(steps) if before is buyer_step), None)

    def criteria(self) -> Iterator[tuple[Stage, EntryCriterion | ExitCriterion]]:
        """Every entry and exit criterion with its stage."""
        for stage in self.stages:
            yield from ((stage, criterion) for criterion in stage.entry)
            yield from ((stage, criterion) for criterion in stage.exit)
