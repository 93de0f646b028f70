"""The seller's side of a process: stages with entry, steps and exit, and what helps in each (P8, P12, P13, P16)."""

from __future__ import annotations

from typing import ClassVar, Literal, TypeAlias

from pydantic import Field

from twolane.model.element import Element
from twolane.model.roles import Autonomy
from twolane.model.value_types import (
    BuyerStepId,
    DifferentiatorId,
    GoalId,
    Id,
    MetricId,
    NeedId,
    OneOrMore,
    Percent,
    Prose,
    RoleId,
    Text,
    Time,
    Truth,
)

StepKind: TypeAlias = Literal["work", "internal", "gate"]


class Asset(Element):
    """A document or page that a step uses."""

    title: Text = Field(examples=["Benchmark one-pager"])
    """What it is."""
    url: Text = Field(examples=["/assets/benchmark.pdf"])
    """A file of the playbook (/assets/…) or an address."""
    audience: OneOrMore[Text] = Field((), examples=[["internal", "partner"]])
    """The audiences that see it, by their names in playbook.yml; everybody where it says nothing."""


class Step(Element):
    """Something that we do, for a buyer step, with one responsible and one accountable role."""

    KIND: ClassVar[str] = "step"
    SCOPE: ClassVar[str] = "process"

    id: Id = Field(examples=["share-benchmark"])
    """The lasting name of the step."""
    name: Text = Field(examples=["Share the benchmark"])
    """What people call it."""
    kind: StepKind = Field("work", examples=["gate"])
    """``work`` for the buyer, ``internal`` for ourselves, or a ``gate``: our own decision, such as a bid or no bid."""
    required: Truth = Field(False, examples=[True])
    """Whether a deal may leave the stage without it (P8)."""
    from_: Time | None = Field(None, alias="from", examples=[1])
    """When it begins, in the process's time unit."""
    until: Time | None = Field(None, examples=[3])
    """When it ends."""
    serves: OneOrMore[BuyerStepId] = Field((), examples=[["notice"]])
    """The buyer steps that it serves (P2)."""
    delivers: OneOrMore[NeedId] = Field((), examples=[["benchmark"]])
    """The buyer's needs that it meets."""
    responsible: RoleId | None = Field(None, examples=["sales-development"])
    """The one role that does it."""
    accountable: RoleId | None = Field(None, examples=["sales-director"])
    """The one role that answers for it."""
    consulted: OneOrMore[RoleId] = Field((), examples=[["sales-engineer"]])
    """Roles that are asked before."""
    informed: OneOrMore[RoleId] = Field((), examples=[["account-executive"]])
    """Roles that are told afterwards."""
    autonomy: Autonomy | None = Field(None, examples=["guided"])
    """How much whoever does it decides for themselves (P10)."""
    how: Prose = Field("", examples=["Call first, then send. Two figures, not ten."])
    """How it is done well."""
    tools: OneOrMore[Text] = Field((), examples=[["crm"]])
    """What it is done with."""
    skills: OneOrMore[Text] = Field((), examples=[["research"]])
    """What one must be able to do."""
    assets: tuple[Asset, ...] = ()
    """Documents and pages to use."""
    audience: OneOrMore[Text] = Field((), examples=[["internal", "partner"]])
    """The audiences that see it, by their names in playbook.yml; without it all, or of a gate and an internal step
    the first one."""

    @property
    def of_the_house(self) -> bool:
        """Whether it is our own affair, which need not serve the buyer: an internal step or a gate."""
        return self.kind != "work"


class EntryCriterion(Element):
    """What must be true before a deal enters a stage."""

    KIND: ClassVar[str] = "criterion"
    SCOPE: ClassVar[str] = "process"

    id: Id = Field(examples=["in-segment"])
    """The lasting name of the criterion; ticks hang on it."""
    criterion: Prose = Field(examples=["The plant is in our segment"])
    """What must be true."""
    required: Truth = Field(True, examples=[True])
    """Whether a deal may enter without it."""
    applies_to: Literal["all", "new-only"] = Field("all", examples=["all"])
    """``new-only`` spares deals that began before it came."""
    audience: OneOrMore[Text] = Field((), examples=[["internal", "partner"]])
    """The audiences that see it, by their names in playbook.yml; everybody where it says nothing."""


class ExitCriterion(Element):
    """What the buyer does that shows that the stage is over (P16)."""

    KIND: ClassVar[str] = "criterion"
    SCOPE: ClassVar[str] = "process"

    id: Id = Field(examples=["meeting-agreed"])
    """The lasting name of the criterion; ticks hang on it."""
    buyer: Prose = Field(examples=["Agrees to a discovery visit"])
    """What the buyer does."""
    evidence: Prose = Field("", examples=["Accepted invitation with the plant manager on it"])
    """What a colleague could look at to believe it."""
    required: Truth = Field(True, examples=[True])
    """Whether a deal may leave without it."""
    applies_to: Literal["all", "new-only"] = Field("all", examples=["all"])
    """``new-only`` spares deals that began before it came."""
    audience: OneOrMore[Text] = Field((), examples=[["internal", "partner"]])
    """The audiences that see it, by their names in playbook.yml; everybody where it says nothing."""


class Objection(Element):
    """Something that buyers say at this stage, and an honest answer."""

    says: Prose = Field(examples=["We have a spreadsheet for that"])
    """What the buyer says."""
    answer: Prose = Field(examples=["Ask who can change it when its author is on leave."])
    """What to answer, or to ask back."""
    differentiator: DifferentiatorId | None = Field(None, examples=["plant-knowledge"])
    """The differentiator whose proof helps here."""
    audience: OneOrMore[Text] = Field((), examples=[["internal", "partner"]])
    """The audiences that see it, by their names in playbook.yml; everybody where it says nothing."""


class Stage(Element):
    """A stretch of our process with one goal, entered and left by criteria (P12)."""

    KIND: ClassVar[str] = "stage"
    SCOPE: ClassVar[str] = "process"

    id: Id = Field(examples=["prospecting"])
    """The lasting name of the stage."""
    name: Text = Field(examples=["Prospecting"])
    """What people call it."""
    goal: Prose = Field("", examples=["Plants with a schedule problem know what it costs them."])
    """What is true when the stage has done its work (P12)."""
    serves: OneOrMore[BuyerStepId] = Field((), examples=[["notice"]])
    """Where the buyer is during this stage."""
    advances: OneOrMore[GoalId] = Field((), examples=[["win-back-planning"]])
    """Strategy goals of this stage alone."""
    probability: Percent | None = Field(None, examples=[10])
    """How likely a deal in this stage is won, in percent."""
    entry: tuple[EntryCriterion, ...] = ()
    """What must be true before a deal enters."""
    steps: tuple[Step, ...] = ()
    """What we do."""
    exit: tuple[ExitCriterion, ...] = ()
    """What the buyer does that ends the stage (P16)."""
    questions: OneOrMore[Prose] = Field((), examples=[["Who else is affected when the schedule slips?"]])
    """What to ask."""
    objections: tuple[Objection, ...] = ()
    """What buyers say against it, and what to answer."""
    differentiators: OneOrMore[DifferentiatorId] = Field((), examples=[["plant-knowledge"]])
    """What makes us different here."""
    metrics: OneOrMore[MetricId] = Field((), examples=[["meeting-rate"]])
    """What is measured here."""
    controls: OneOrMore[Prose] = Field((), examples=[["Log the source of the lead"]])
    """Internal administration, in the background (P13)."""
    merged_from: OneOrMore[Text] = Field((), examples=[["negotiation", "contract"]])
    """The old ids of the stages that have become this one, for one release cycle."""
    split_into: OneOrMore[Text] = Field((), examples=[["negotiation"]])
    """The new ids of what was split off this stage, for one release cycle; deals stay here."""
    audience: OneOrMore[Text] = Field((), examples=[["internal", "partner"]])
    """The audiences that see it, by their names in playbook.yml; everybody where it says nothing."""

    @property
    def of_the_house(self) -> bool:
        """Whether all that happens in it is our own affair: internal steps and gates."""
        return bool(self.steps) and all(step.of_the_house for step in self.steps)
