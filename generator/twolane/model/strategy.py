"""The strategy: goals, SWOT, financials, departments and the story, as far as selling needs to know them (P10)."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from twolane.model.element import Element
from twolane.model.value_types import AnswerId, Id, MetricId, OneOrMore, Period, Prose, RoleId, Text


class Story(Element):
    """What we say about ourselves, to each other and to customers."""

    internal: Prose = Field("", examples=["We win where a planner trusts us more than a spreadsheet."])
    """The story as we tell it inside."""
    external: Prose = Field("", examples=["Schedules that hold until Friday."])
    """The story as customers hear it."""


class Goal(Element):
    """Something that the company wants to reach by a date."""

    KIND: ClassVar[str] = "goal"
    SCOPE: ClassVar[str] = "playbook"

    id: Id = Field(examples=["win-back-planning"])
    """The lasting name of the goal."""
    name: Text = Field(examples=["Win back the planning of mid-size plants"])
    """The goal in a few words."""
    why: Prose = Field("", examples=["They left us for spreadsheets when we stopped visiting."])
    """Why it matters."""
    metric: MetricId | None = Field(None, examples=["new-plants"])
    """The metric that shows whether it is reached (P14)."""
    owner: RoleId | None = Field(None, examples=["sales-director"])
    """The role that answers for it."""
    by: Period | None = Field(None, examples=["2027-Q4"])
    """Until when: a date, month or quarter."""
    audience: OneOrMore[Text] = Field((), examples=[["internal", "partner"]])
    """The audiences that see it beside the first one of playbook.yml; nobody else where it says nothing."""


class SwotItem(Element):
    """A strength, weakness, opportunity or threat."""

    KIND: ClassVar[str] = "SWOT item"
    SCOPE: ClassVar[str] = "playbook"

    id: Id = Field(examples=["few-field-people"])
    """The lasting name of the item."""
    text: Prose = Field(examples=["Only six people visit plants"])
    """What it is."""
    answered_by: OneOrMore[AnswerId] = Field((), examples=[["win-back-planning", "plant-knowledge"]])
    """Goals and differentiators that answer it."""
    audience: OneOrMore[Text] = Field((), examples=[["internal", "partner"]])
    """The audiences that see it beside the first one of playbook.yml; nobody else where it says nothing."""


class Swot(Element):
    """Strengths and weaknesses inside, opportunities and threats outside."""

    strengths: tuple[SwotItem, ...] = ()
    """What we are good at."""
    weaknesses: tuple[SwotItem, ...] = ()
    """Where we are weak."""
    opportunities: tuple[SwotItem, ...] = ()
    """What the market offers."""
    threats: tuple[SwotItem, ...] = ()
    """What could hurt us."""


class Financial(Element):
    """One actual figure of the business."""

    label: Text = Field(examples=["Revenue from new plants"])
    """What the figure is."""
    value: Text = Field(examples=["4.2 M EUR"])
    """The figure, with its unit."""
    period: Text = Field("", examples=["2026-H1"])
    """The time that it is about."""
    source: Text = Field("", examples=["Annual report"])
    """Where it comes from."""
    audience: OneOrMore[Text] = Field((), examples=[["internal", "partner"]])
    """The audiences that see it beside the first one of playbook.yml; nobody else where it says nothing."""


class Department(Element):
    """Another department and what passes between it and selling."""

    KIND: ClassVar[str] = "department"
    SCOPE: ClassVar[str] = "playbook"

    id: Id = Field(examples=["support"])
    """The lasting name of the department."""
    name: Text = Field(examples=["Support"])
    """What people call it."""
    gives: OneOrMore[Prose] = Field((), examples=[["Names of plants that outgrow their licence"]])
    """What selling gets from it."""
    needs: OneOrMore[Prose] = Field((), examples=[["Which promises were made"]])
    """What it needs from selling."""
    audience: OneOrMore[Text] = Field((), examples=[["internal", "partner"]])
    """The audiences that see it beside the first one of playbook.yml; nobody else where it says nothing."""


class Strategy(Element):
    """``strategy.yml``: what selling is for; how it is done stands in the processes."""

    story: Story = Story()
    """What we say about ourselves."""
    goals: tuple[Goal, ...] = ()
    """What we want to reach."""
    swot: Swot = Swot()
    """Where we stand."""
    financials: tuple[Financial, ...] = ()
    """Actual figures."""
    departments: tuple[Department, ...] = ()
    """The departments that selling works with."""
