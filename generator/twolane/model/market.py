"""The market: segments with their requirements, our differentiators, and the competitors (P7, P11)."""

from __future__ import annotations

from typing import ClassVar, Literal, TypeAlias

from pydantic import Field

from twolane.model.element import Element
from twolane.model.value_types import CompetitorId, Day, Id, OneOrMore, Percent, Prose, RequirementId, Text

DifferentiatorKind: TypeAlias = Literal["product", "knowledge", "process", "support", "commercial", "communication"]


class Requirement(Element):
    """A key business requirement of a segment."""

    KIND: ClassVar[str] = "requirement"
    SCOPE: ClassVar[str] = "playbook"

    id: Id = Field(examples=["change-over-times"])
    """The lasting name of the requirement."""
    text: Prose = Field(examples=["Schedules must respect change-over times between colours"])
    """What the customer must have."""
    kind: Literal["duty"] | None = Field(None, examples=["duty"])
    """``duty`` for what these customers must keep themselves, such as a law, and nothing of ours can meet."""


class Segment(Element):
    """A group of customers who need the same."""

    KIND: ClassVar[str] = "segment"
    SCOPE: ClassVar[str] = "playbook"

    id: Id = Field(examples=["mid-size-manufacturers"])
    """The lasting name of the segment."""
    name: Text = Field(examples=["Mid-size manufacturers"])
    """What people call it."""
    requirements: tuple[Requirement, ...] = ()
    """What its customers must have."""
    capacity: Percent | None = Field(None, examples=[60])
    """The share of our selling time that it gets, in percent."""
    audience: OneOrMore[Text] = Field((), examples=[["internal", "partner"]])
    """The audiences that see it beside the first one of playbook.yml; nobody else where it says nothing."""


class SegmentsFile(Element):
    """``segments.yml``: the customer segments."""

    segments: tuple[Segment, ...] = ()
    """All segments."""


class Proof(Element):
    """Something that shows that a claim is true."""

    what: Prose = Field(examples=["Study of 14 plants, schedule changes before and after"])
    """What the proof is."""
    url: Text = Field("", examples=["/assets/study.pdf"])
    """Where it can be seen: a file of the playbook (/assets/…) or an address."""
    verified: Day | None = Field(None, examples=["2026-09-01"])
    """When somebody last made sure that it still holds."""
    audience: OneOrMore[Text] = Field((), examples=[["internal", "partner"]])
    """The audiences that see it, by their names in playbook.yml; everybody where it says nothing."""


class Differentiator(Element):
    """Something that makes us the better choice for some buyers."""

    KIND: ClassVar[str] = "differentiator"
    SCOPE: ClassVar[str] = "playbook"

    id: Id = Field(examples=["plant-knowledge"])
    """The lasting name of the differentiator."""
    claim: Prose = Field(examples=["We have run plants ourselves"])
    """What we claim."""
    kind: DifferentiatorKind | None = Field(None, examples=["knowledge"])
    """In what we differ; where all differ by product, price decides (P11)."""
    value: Prose = Field("", examples=["The first visit already finds two hours a week"])
    """What the buyer has from it."""
    proof: tuple[Proof, ...] = ()
    """What shows that it is true."""
    knows: OneOrMore[Literal["ourselves", "competition", "customer"]] = Field((), examples=["customer"])
    """What one must know to claim it."""
    against: OneOrMore[CompetitorId] = Field((), examples=[["gridplan"]])
    """The competitors against whom it counts."""
    meets: OneOrMore[RequirementId] = Field((), examples=[["change-over-times"]])
    """The segment requirements that it meets."""
    disrupts: Prose = Field("", examples=["That a schedule is made once a week"])
    """What the buyer takes for granted and need not."""
    audience: OneOrMore[Text] = Field((), examples=[["internal", "partner"]])
    """The audiences that see it, by their names in playbook.yml; everybody where it says nothing."""


class Competitor(Element):
    """Somebody else whom the buyer may choose; doing nothing is one too."""

    KIND: ClassVar[str] = "competitor"
    SCOPE: ClassVar[str] = "playbook"

    id: Id = Field(examples=["gridplan"])
    """The lasting name of the competitor."""
    name: Text = Field(examples=["Gridplan"])
    """What people call it."""
    strengths: OneOrMore[Prose] = Field((), examples=[["Known to every consultant"]])
    """What it is good at."""
    limitations: OneOrMore[Prose] = Field((), examples=[["No change-over times"]])
    """Where it falls short."""
    their_process: Prose = Field("", examples=["Demonstrates in the first week, then waits for the quarter's end."])
    """How it sells."""
    when_we_win: OneOrMore[Prose] = Field((), examples=[["Somebody has counted what a slip costs"]])
    """When buyers choose us over it."""
    questions: OneOrMore[Prose] = Field((), examples=[["Who keeps the change-over times up to date?"]])
    """What to ask a buyer who compares us with it."""
    verified: Day | None = Field(None, examples=["2026-09-01"])
    """When somebody last made sure that all of this still holds."""
    audience: OneOrMore[Text] = Field((), examples=[["internal", "partner"]])
    """The audiences that see it, by their names in playbook.yml; everybody where it says nothing."""


class DifferentiatorsFile(Element):
    """``differentiators.yml``: what makes us different, and from whom."""

    differentiators: tuple[Differentiator, ...] = ()
    """All differentiators."""
    competitors: tuple[Competitor, ...] = ()
    """All competitors."""
